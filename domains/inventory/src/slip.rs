//! The hand-over slip on paper, in Swahili and English: what was handed over, in what condition, both signatures, and the way back to the record.
//! At its foot stands the ledger's checkpoint, so that the paper itself bears witness.

use crate::device::Device;
use crate::handover::Handover;
use jiff::civil::DateTime;
use kernel::actor::View;
use kernel::attached::path_of;
use kernel::id::Id;
use kernel::problem::{Problem, Result};
use kernel::time::moment;
use kernel::vals;
use kernel::words::{EAT, Lang, Tongue};
use papers::{Block, Column, Foot, Head, Language, Moment, Paper, Signature, Words};

/// Lays the slip of a hand-over. `address` is the record's own, for the code; `checkpoint` the signed note.
pub fn paper(view: &View, handover: &Handover, address: &str, checkpoint: &str) -> Result<Paper> {
    let both = Both { sw: view.actor().app.tongue(Lang::Sw), en: view.actor().app.tongue(Lang::En) };
    let app = &view.actor().app;
    let setting = |name: &str, key: &str| app.settings.text(name).unwrap_or_else(|| both.sw.say(key));
    let happened = moment(handover.head.happened_at.unwrap_or(handover.head.made_at));
    Ok(Paper {
        language: Language::Both,
        head: Head {
            government: setting("office.government", "slip-government"),
            office: setting("office.name", "office-name"),
            unit: setting("office.unit", "office-unit"),
            reference: Some(handover.head.number.clone()),
            date: both.sw.date(happened),
            crest: None,
        },
        title: both.say(&format!("slip-title-{}", handover.direction)),
        class: format!("{} / {}", class(&both.sw, handover), class(&both.en, handover)),
        blocks: blocks(view, handover, &both, address)?,
        foot: Foot { code: handover.head.number.clone(), hash: handover.signature.clone(), checkpoint: Some(told(checkpoint)) },
        watermark: app.demo.then(|| "MFANO\nDEMO".to_owned()),
        page_of: Language::Both.page_of().into(),
        made: wall(EAT.to_datetime(moment(view.now()))),
    })
}

fn class(tongue: &Tongue, handover: &Handover) -> String {
    tongue.say(&format!("class-{}", handover.head.class.name()))
}

struct Both {
    sw: Tongue,
    en: Tongue,
}

impl Both {
    fn say(&self, key: &str) -> Words {
        (self.sw.say(key), self.en.say(key)).into()
    }

    /// A value in both languages on one line.
    fn value(&self, key: &str) -> String {
        format!("{} / {}", self.sw.say(key), self.en.say(key))
    }
}

fn blocks(view: &View, handover: &Handover, both: &Both, address: &str) -> Result<Vec<Block>> {
    let happened = moment(handover.head.happened_at.unwrap_or(handover.head.made_at));
    let (person, person_post) = signer(view, handover.person)?;
    let (officer, officer_post) = signer(view, handover.officer)?;
    let is_out = handover.direction == "out";
    let (giver, receiver) = if is_out { (&officer, &person) } else { (&person, &officer) };
    let mut facts = vec![
        (both.say("slip-from"), giver.clone()),
        (both.say("slip-to"), receiver.clone()),
        (both.say("slip-when"), format!("{}, {}", both.sw.long_date(happened), both.sw.clock_letter(happened))),
    ];
    for (key, value) in [("handover-field-reason", &handover.reason), ("handover-field-condition", &handover.condition)] {
        facts.extend(value.as_ref().map(|value| (both.say(key), value.clone())));
    }
    let signed = handover.signed_at.map(|at| both.sw.time(moment(at)));
    let picture =
        handover.signature.as_ref().filter(|_| handover.signed == "on_screen").and_then(|sha256| std::fs::read(path_of(&view.actor().app, sha256)).ok());
    let theirs = Signature {
        role: both.say(if is_out { "slip-receiver" } else { "slip-giver" }),
        name: person,
        post: person_post,
        signed: if handover.signed == "on_screen" { signed } else { None },
        picture,
    };
    let ours =
        Signature { role: both.say(if is_out { "slip-giver" } else { "slip-receiver" }), name: officer, post: officer_post, signed: None, picture: None };
    Ok(vec![
        Block::Facts(facts),
        Block::Heading(both.say("slip-devices")),
        devices(view, handover, both)?,
        Block::Paragraph(both.say(if is_out { "slip-duty" } else { "slip-returned" })),
        Block::Signatures(if is_out { vec![ours, theirs] } else { vec![theirs, ours] }),
        Block::Qr { text: address.to_owned(), caption: both.say("slip-code") },
    ])
}

fn devices(view: &View, handover: &Handover, both: &Both) -> Result<Block> {
    let columns = vec![
        Column::new(both.say("slip-number"), 0.07).of_numbers(),
        Column::new(both.say("device"), 0.34),
        Column::new(both.say("device-field-tag"), 0.2),
        Column::new(both.say("device-field-serial"), 0.22),
        Column::new(both.say("device-field-condition"), 0.17),
    ];
    let mut rows = Vec::new();
    for (at, id) in handover.devices.iter().enumerate() {
        let device: Device = view.fetch(*id)?;
        let made = [device.manufacturer.as_deref(), device.model.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let what = if made.is_empty() { device.name.clone() } else { format!("{}\n{made}", device.name) };
        let dash = || "–".to_owned();
        let condition = device.condition.as_ref().map_or_else(dash, |condition| both.value(&format!("device-condition-{condition}")));
        rows.push(vec![(at + 1).to_string(), what, device.tag.clone().unwrap_or_else(dash), device.serial.clone().unwrap_or_else(dash), condition]);
    }
    Ok(Block::Table { columns, rows })
}

fn signer(view: &View, person: Id) -> Result<(String, String)> {
    let found = view.one("SELECT name, post FROM rec_person WHERE id = ?1", vals![person], |row| Ok((row.text("name")?, row.text("post")?)))?;
    found.map_or_else(|| Ok((view.person_name(person)?, String::new())), Ok)
}

/// Name of the log, size and root, out of the note's first three lines.
fn told(note: &str) -> String {
    note.lines().take(3).collect::<Vec<_>>().join(" · ")
}

fn wall(at: DateTime) -> Moment {
    let small = |n: i8| n.unsigned_abs();
    Moment {
        year: at.year().unsigned_abs(),
        month: small(at.month()),
        day: small(at.day()),
        hour: small(at.hour()),
        minute: small(at.minute()),
        second: small(at.second()),
        east_minutes: 180,
    }
}

pub fn write(paper: &Paper) -> Result<Vec<u8>> {
    papers::write(paper).map_err(|problem| Problem::Store(format!("the slip was not written: {problem}")))
}

/// Whether a drawn signature will stand on the slip: a picture that cannot be set is refused when it comes, not when the slip is printed.
pub fn can_be_set(png: &[u8]) -> bool {
    let signature = Signature { role: "".into(), name: String::new(), post: String::new(), signed: None, picture: Some(png.to_vec()) };
    let paper = Paper {
        language: Language::Sw,
        head: Head::default(),
        title: "–".into(),
        class: String::new(),
        blocks: vec![Block::Signatures(vec![signature])],
        foot: Foot::default(),
        watermark: None,
        page_of: String::new(),
        made: Moment { year: 2026, month: 1, day: 1, hour: 0, minute: 0, second: 0, east_minutes: 180 },
    };
    papers::write(&paper).is_ok()
}
