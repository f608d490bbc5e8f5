//! A device of the office, in a class above internal.

use maud::{Markup, html};
use pages::action::Action;
use pages::cell::Cell;
use pages::layout;
use pages::notice::notice;
use pages::record::{self, Fact, LinkGroup, RecordLink};
use pages::timeline::{Diff, Event, timeline};
use pages::tone::Tone;

use crate::sample::Sample;

pub fn device(sample: &Sample) -> Markup {
    let mut frame = sample
        .frame("/inventory/devices/LT-014", "HP ProBook 450 G8".to_owned())
        .crumb(sample.t("Mifumo", "Systems"), "/systems")
        .crumb(sample.t("Vifaa", "Devices"), "/inventory/devices")
        .action(Action::link(sample.t("Chapisha lebo", "Print label"), "label").icon("qr-code"))
        .action(Action::link(sample.t("Kabidhi", "Hand over"), "hand-over").icon("handshake").key('h').primary());
    frame.number = Some("ZDPP/ICT/LT/014".to_owned());
    frame.state = Some((sample.t("Katika matengenezo", "Under repair"), Tone::Warn));
    frame.class = Some((sample.t("Ya siri", "Confidential"), Tone::Warn));
    let fact = |sw, en, value| Fact::new(sample.t(sw, en), value);
    let facts = [
        fact("Aina", "Kind", Cell::text(sample.t("Kompyuta mpakato", "Laptop"))),
        fact("Mtumiaji", "Holder", Cell::Person { name: "Mwanaisha Khamis Ali".to_owned(), href: Some("/p".to_owned()) }),
        fact("Namba ya mfululizo", "Serial number", Cell::Code("5CD1234XYZ".to_owned())),
        fact("Mahali", "Place", Cell::text(sample.t("Makao Makuu, chumba 12", "Headquarters, room 12"))),
        fact("Mfadhili", "Funder", Cell::text("UNDP")),
        fact("Bei", "Price", Cell::Amount("TZS 2,450,000".to_owned())),
        fact("Dhamana", "Warranty", Cell::state(sample.t("Imekwisha 03/2025", "Ended 03/2025"), Tone::Quiet)),
        fact("Ilionekana mwisho", "Last seen", sample.ago_cell(140)),
        fact("Kichakataji", "Processor", Cell::text("Intel Core i5-1135G7")),
        fact("Hifadhi", "Storage", Cell::text("512 GB NVMe")),
        fact("Leseni ya mfumo endeshi", "System licence", Cell::Empty),
        fact("Lebo", "Labels", Cell::Tags(vec![sample.t("mahkamani", "court"), sample.t("mchango", "donation")])),
        fact("Alama ya uthibitisho", "Hash", Cell::Code("b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9".to_owned())).wide(),
    ];
    let events = [
        Event {
            icon: "package",
            proof: Some("/l".to_owned()),
            ..Event::new(
                "Juma Ali Makame",
                sample.t("amesajili kifaa kutoka mchango wa UNDP", "registered the device from a UNDP donation"),
                sample.ago(60 * 24 * 900),
            )
        },
        Event {
            icon: "handshake",
            proof: Some("/l".to_owned()),
            diffs: vec![Diff { field: sample.t("Mtumiaji", "Holder"), before: None, after: Some("Mwanaisha Khamis Ali".to_owned()) }],
            ..Event::new("Asha Juma Haji", sample.t("amekabidhi kifaa", "handed the device over"), sample.ago(60 * 24 * 880))
        },
        Event {
            icon: "wrench",
            tone: Tone::Warn,
            ..Event::new("Asha Juma Haji", sample.t("amepeleka kifaa kwenye matengenezo", "sent the device to repair"), sample.ago(30))
        },
    ];
    let main = html! {
        (notice(Tone::Warn, &html! { (sample.t("Kifaa hiki kina miaka minne. Mpango wa kubadilisha uko robo ya 3 (Januari–Machi 2027).", "This device is four years old. Its replacement is planned for quarter 3 (January–March 2027).")) }))
        (record::facts(&sample.tongue, &facts))
        (record::section(&sample.t("Historia", "History"), timeline(&sample.tongue, &events)))
    };
    let side = record::links(
        &sample.tongue,
        &[LinkGroup {
            title: sample.t("Maombi", "Requests"),
            links: vec![RecordLink {
                href: "/x".to_owned(),
                icon: "life-buoy",
                title: sample.t("Kompyuta mpakato haiwaki", "Laptop will not start"),
                detail: "OMB-U-2026-0042".to_owned(),
                state: Some((sample.t("Linaendelea", "In progress"), Tone::Accent)),
            }],
            add: None,
        }],
    );
    layout::page(&frame, record::record(main, side))
}
