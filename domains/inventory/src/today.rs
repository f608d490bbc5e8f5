//! What the inventory lays on the first page: for the unit what must be decided, registered or signed; for everyone the devices they hold.

use crate::device::Device;
use crate::handover::Handover;
use kernel::actor::View;
use kernel::domain::{FigureCard, Line, Section, Weight};
use kernel::list::{Asked, how_many, list};
use kernel::problem::Result;
use kernel::record::Record;
use kernel::vals;

/// A machine not heard of for so long is off, lost or has lost its agent.
const SILENT_DAYS: i64 = 30;
const DAY_US: i64 = 86_400_000_000;
/// Lines of a list on the first page.
const LINES: usize = 8;

pub fn sections(view: &View) -> Result<Vec<Section>> {
    let mut sections = Vec::new();
    if view.actor().may("device.edit") {
        sections.push(of_the_unit(view)?);
    }
    let unsigned = unsigned(view)?;
    if !unsigned.lines.is_empty() {
        sections.push(unsigned);
    }
    let mine = mine(view)?;
    if !(mine.lines.is_empty() && view.actor().is_of_the_unit()) {
        sections.push(mine);
    }
    Ok(sections)
}

/// Contradictions that wait for a person.
pub fn open_sightings(view: &View) -> Result<i64> {
    how_many(view, "sighting", &asked(&[("state", "open")]))
}

fn asked(filters: &[(&str, &str)]) -> Asked {
    let filters = filters.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect();
    Asked { filters, limit: LINES, ..Asked::default() }
}

fn of_the_unit(view: &View) -> Result<Section> {
    let tongue = view.tongue();
    let silent = view.number(
        "SELECT count(*) FROM (SELECT s.device FROM work_seen s JOIN rec_device d ON d.id = s.device WHERE d.state IN ('in_use', 'found') \
         GROUP BY s.device HAVING max(s.at) < ?1)",
        vals![view.now() - SILENT_DAYS * DAY_US],
    )?;
    let figures = [
        ("today-sightings", open_sightings(view)?, "/sighting?state=open", Weight::Warn),
        ("today-found", how_many(view, "device", &asked(&[("state", "found")]))?, "/device?state=found", Weight::Quiet),
        ("today-silent", silent, "/device/silent", Weight::Warn),
        ("today-unsigned", how_many(view, "handover", &asked(&[("signed", "pending")]))?, "/handover?signed=pending", Weight::Warn),
    ];
    let card = |(key, count, href, weight): (&str, i64, &str, Weight)| FigureCard {
        label: tongue.say(key),
        value: tongue.number(count),
        note: None,
        href: href.into(),
        weight: if count > 0 { weight } else { Weight::Quiet },
        trend: Vec::new(),
    };
    Ok(Section { title: tongue.say("device-many"), href: "/device".into(), order: 40, figures: figures.into_iter().map(card).collect(), ..Section::default() })
}

/// Hand-overs that the reader has still to sign.
fn unsigned(view: &View) -> Result<Section> {
    let tongue = view.tongue();
    let mut lines = Vec::new();
    for stored in list(view, "handover", &asked(&[("signed", "pending"), ("person", "me")]))?.rows {
        let href = stored.path();
        let handover: Handover = stored.typed()?;
        lines.push(Line {
            number: handover.head.number.clone(),
            title: handover.title.clone(),
            href,
            state: tongue.say("handover-signed-pending"),
            weight: Weight::Warn,
            who: String::new(),
            at: Some(handover.head.made_at),
        });
    }
    Ok(Section { title: tongue.say("today-to-sign"), href: "/handover?signed=pending&person=me".into(), order: 15, lines, ..Section::default() })
}

fn mine(view: &View) -> Result<Section> {
    let tongue = view.tongue();
    let mut lines = Vec::new();
    for stored in list(view, "device", &asked(&[("holder", "me")]))?.rows {
        let href = stored.path();
        let device: Device = stored.typed()?;
        lines.push(Line {
            number: device.tag.clone().unwrap_or_else(|| device.head().number.clone()),
            title: device.name.clone(),
            href,
            state: tongue.say(&format!("device-state-{}", device.state)),
            weight: if device.state == "in_use" { Weight::Quiet } else { Weight::Warn },
            who: tongue.say(&format!("device-kind-{}", device.kind)),
            at: None,
        });
    }
    Ok(Section {
        title: tongue.say("today-my-devices"),
        href: "/device?holder=me".into(),
        order: 60,
        lines,
        empty: tongue.say("today-my-devices-none"),
        ..Section::default()
    })
}
