//! Custody: who took which devices from whom, when and in what condition, signed on the screen or on a slip that is scanned back.

use crate::device::Device;
use kernel::actor::View;
use kernel::attached::Kept;
use kernel::change::{Change, Entry, is_erased};
use kernel::class::Class;
use kernel::db::Conn;
use kernel::id::{Id, Link};
use kernel::problem::{Problem, Result};
use kernel::record::{Field, Head, Holds, Keeps, Record, RecordType};
use kernel::work::Work;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Handover {
    #[serde(skip)]
    pub head: Head,
    pub title: String,
    /// `out`: to a person; `back`: to the unit.
    pub direction: String,
    pub person: Id,
    pub officer: Id,
    pub devices: Vec<Id>,
    /// `pending` until signed `on_screen` or `on_paper`.
    pub signed: String,
    pub signed_at: Option<i64>,
    /// SHA-256 of the signature's picture or of the scanned slip.
    pub signature: Option<String>,
    pub condition: Option<String>,
    pub reason: Option<String>,
}
kernel::record!(Handover, "handover");

/// Devices on one slip: an A4 page with its signatures.
pub const MAX_DEVICES: usize = 20;

pub fn describe() -> RecordType {
    RecordType {
        kind: "handover",
        letters: "MKB",
        version: 1,
        fields: vec![
            Field::new("title", Holds::Text).required(),
            Field::new("direction", Holds::Choice(&["out", "back"])).required(),
            Field::new("person", Holds::Link("person")).required().indexed(),
            Field::new("officer", Holds::Link("person")).required(),
            Field::new("devices", Holds::Json).required(),
            Field::new("signed", Holds::Choice(&["pending", "on_screen", "on_paper"])).required().indexed(),
            Field::new("signed_at", Holds::Moment),
            Field::new("signature", Holds::Text),
            Field::new("condition", Holds::Text),
            Field::new("reason", Holds::Text),
        ],
        title: "title",
        list: &["number", "title", "direction", "person", "officer", "signed", "made_at"],
        search: &["title", "reason"],
        filters: &["direction", "person", "signed"],
        sort: ("made_at", true),
        persons: &["person"],
        unit: None,
        class: Class::Internal,
        duties: &["D3"],
        keeps: &[Keeps::History, Keeps::Comments, Keeps::Files],
    }
}

/// What is said at the counter.
#[derive(Clone, Debug, Default)]
pub struct Said {
    pub condition: Option<String>,
    pub reason: Option<String>,
    pub happened_at: Option<i64>,
    /// A signature drawn on the screen, already kept.
    pub signature: Option<Kept>,
}

/// Hands devices to a person, who answers for them until they are taken back.
pub fn hand_over(work: &mut Work, devices: &[Device], person: Id, said: Said) -> Result<Handover> {
    check(work, devices)?;
    let found = work.one("SELECT name, unit, site FROM rec_person WHERE id = ?1 AND state = 'active'", kernel::vals![person], |row| {
        Ok((row.text("name")?, row.id("unit")?, row.id("site")?))
    })?;
    let Some((name, unit, site)) = found else { return Err(Problem::on("person", "problem-handover-person")) };
    for device in devices {
        if device.is_in_custody() {
            return Err(Problem::refused("problem-device-in-custody"));
        }
        let head = Head { site: site.or(device.head.site), ..device.head.clone() };
        work.save(device, Device { head, holder: Some(person), unit, state: "in_use".into(), ..device.clone() })?;
    }
    write_down(work, devices, "out", person, &name, said)
}

/// Takes devices back into the store. All must be with one person: one slip names one giver.
pub fn take_back(work: &mut Work, devices: &[Device], said: Said) -> Result<Handover> {
    check(work, devices)?;
    let holders: Vec<Option<Id>> = devices.iter().map(|device| device.holder).collect();
    let Some(person) = holders.first().copied().flatten().filter(|first| holders.iter().all(|holder| *holder == Some(*first))) else {
        return Err(Problem::refused("problem-device-other-holder"));
    };
    for device in devices {
        work.save(device, Device { holder: None, state: "in_store".into(), ..device.clone() })?;
    }
    let name = work.person_name(person)?;
    write_down(work, devices, "back", person, &name, said)
}

fn check(work: &Work, devices: &[Device]) -> Result<()> {
    if devices.is_empty() || devices.len() > MAX_DEVICES {
        return Err(Problem::refused("problem-handover-count"));
    }
    for device in devices {
        work.allow("device.hand_over", device)?;
        if device.is_gone() {
            return Err(Problem::refused("problem-device-gone"));
        }
    }
    Ok(())
}

fn write_down(work: &mut Work, devices: &[Device], direction: &str, person: Id, name: &str, said: Said) -> Result<Handover> {
    if let Some(at) = said.happened_at {
        work.happened(at)?;
    }
    for device in devices {
        work.mention(Link::new(Device::KIND, device.head.id), "handed over");
    }
    work.mention(Link::new("person", person), "custody");
    let signed_at = said.signature.as_ref().map(|_| work.at());
    let handover = work.make(Handover {
        title: title(devices, name),
        direction: direction.into(),
        person,
        officer: work.actor().person.id,
        devices: devices.iter().map(|device| device.head.id).collect(),
        signed: if signed_at.is_some() { "on_screen".into() } else { "pending".into() },
        signed_at,
        signature: said.signature.as_ref().map(|kept| kept.sha256.clone()),
        condition: said.condition,
        reason: said.reason,
        ..Handover::default()
    })?;
    if let Some(kept) = said.signature {
        work.facts(&handover, "kept", kept.sha256.into())?;
    }
    Ok(handover)
}

fn title(devices: &[Device], person: &str) -> String {
    match devices {
        [one] => format!("{} – {person}", one.name),
        [first, ..] => format!("{} +{} – {person}", first.name, devices.len() - 1),
        [] => person.to_owned(),
    }
}

impl Handover {
    /// Whoever received or gave signs on the screen, at the counter or later on his own page.
    pub fn sign_on_screen(&self, work: &mut Work, signature: &Kept) -> Result<Self> {
        self.may_be_signed(work)?;
        let saved = self.signed(work, "on_screen", signature)?;
        work.facts(&saved, "kept", signature.sha256.clone().into())?;
        Ok(saved)
    }

    /// The slip came back signed: its scan is kept with it.
    pub fn sign_on_paper(&self, work: &mut Work, scan: &Kept) -> Result<Self> {
        self.may_be_signed(work)?;
        let stored = work.find_stored(Self::KIND, &self.head.id.to_string())?;
        kernel::attached::attach(work, &stored, scan.clone(), false)?;
        self.signed(work, "on_paper", scan)
    }

    pub fn is_pending(&self) -> bool {
        self.signed == "pending"
    }

    /// Refuses whoever may not sign, and what is signed already.
    pub fn may_be_signed(&self, work: &Work) -> Result<()> {
        work.allow("handover.sign", self)?;
        if self.is_pending() { Ok(()) } else { Err(Problem::refused("problem-handover-signed")) }
    }

    fn signed(&self, work: &mut Work, how: &str, kept: &Kept) -> Result<Self> {
        work.save(self, Self { signed: how.into(), signed_at: Some(work.at()), signature: Some(kept.sha256.clone()), ..self.clone() })
    }
}

/// Notes which devices a hand-over is about, so that a device can tell through whose hands it went.
pub fn project(conn: &Conn, _: &Change, entry: &Entry) -> Result<()> {
    if entry.erase.iter().any(|field| field == "devices") {
        conn.run("DELETE FROM fact_custody WHERE handover = ?1", kernel::vals![entry.id])?;
    }
    let devices = entry.set.get("devices").filter(|pair| !is_erased(pair)).and_then(|pair| pair.get(1)).and_then(Value::as_array);
    for device in devices.into_iter().flatten().filter_map(Value::as_str) {
        conn.run("INSERT OR IGNORE INTO fact_custody (device, handover) VALUES (?1, ?2)", kernel::vals![device, entry.id])?;
    }
    Ok(())
}

/// The hand-overs of a device that the reader may see, newest first.
pub fn of_device(view: &View, device: Id) -> Result<Vec<Handover>> {
    let all: Vec<Handover> =
        view.all("id IN (SELECT handover FROM fact_custody WHERE device = ?1) ORDER BY made_at DESC, key DESC LIMIT 100", kernel::vals![device])?;
    Ok(all.into_iter().filter(|handover| view.may("handover.see", handover)).collect())
}
