//! A device the office owns, borrows or has merely been told of. Knows who answers for it and where it stands; knows nothing of requests.

use kernel::class::Class;
use kernel::id::{Id, Link};
use kernel::problem::{Problem, Result};
use kernel::record::{Field, Head, Holds, Keeps, Record, RecordType};
use kernel::work::Work;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Device {
    #[serde(skip)]
    pub head: Head,
    pub name: String,
    /// The office's own asset number on the sticker.
    pub tag: Option<String>,
    pub kind: String,
    pub state: String,
    pub holder: Option<Id>,
    pub unit: Option<Id>,
    /// Room or desk.
    pub place: Option<String>,
    pub manufacturer: Option<String>,
    pub model: Option<String>,
    pub serial: Option<String>,
    pub uuid: Option<String>,
    pub os_name: Option<String>,
    pub os_version: Option<String>,
    pub processor: Option<String>,
    pub memory_mb: Option<i64>,
    pub disk_mb: Option<i64>,
    pub addresses: Option<String>,
    pub program_count: Option<i64>,
    pub bought_on: Option<String>,
    pub price_tzs: Option<i64>,
    pub funder: Option<String>,
    pub supplier: Option<String>,
    pub warranty_until: Option<String>,
    pub condition: Option<String>,
    pub note: Option<String>,
    /// The agent whose reports describe it.
    pub reporter: Option<String>,
    /// What identifies it, as the engine understands it.
    pub evidence: Option<agents::Evidence>,
    /// The record that this one was found to be the same machine as.
    pub merged_into: Option<Id>,
}
kernel::record!(Device, "device");

pub const KINDS: &[&str] =
    &["desktop", "laptop", "server", "tablet", "phone", "printer", "scanner", "switch", "router", "access_point", "ups", "monitor", "virtual", "other"];
/// `found` is a machine that an agent told of and nobody has yet taken into the register.
pub const STATES: &[&str] = &["found", "in_use", "in_store", "under_repair", "lost", "disposed", "merged"];
pub const CONDITIONS: &[&str] = &["good", "worn", "broken"];

pub fn describe() -> RecordType {
    RecordType {
        kind: "device",
        letters: "KIF",
        version: 1,
        fields: vec![
            Field::new("name", Holds::Text).required().indexed(),
            Field::new("tag", Holds::Text).unique(),
            Field::new("kind", Holds::Choice(KINDS)).required().indexed(),
            Field::new("state", Holds::Choice(STATES)).required().indexed(),
            Field::new("holder", Holds::Link("person")).indexed(),
            Field::new("unit", Holds::Link("unit")).indexed(),
            Field::new("place", Holds::Text),
            Field::new("manufacturer", Holds::Text),
            Field::new("model", Holds::Text).indexed(),
            Field::new("serial", Holds::Text).indexed(),
            Field::new("uuid", Holds::Text).indexed(),
            Field::new("os_name", Holds::Text).indexed(),
            Field::new("os_version", Holds::Text),
            Field::new("processor", Holds::Text),
            Field::new("memory_mb", Holds::Number),
            Field::new("disk_mb", Holds::Number),
            Field::new("addresses", Holds::Text),
            Field::new("program_count", Holds::Number),
            Field::new("bought_on", Holds::Day),
            Field::new("price_tzs", Holds::Number),
            Field::new("funder", Holds::Text),
            Field::new("supplier", Holds::Text),
            Field::new("warranty_until", Holds::Day),
            Field::new("condition", Holds::Choice(CONDITIONS)),
            Field::new("note", Holds::Prose),
            Field::new("reporter", Holds::Text),
            Field::new("evidence", Holds::Json),
            Field::new("merged_into", Holds::Link("device")),
        ],
        title: "name",
        list: &["number", "name", "tag", "kind", "model", "holder", "state"],
        search: &["name", "tag", "serial", "model", "manufacturer", "uuid", "os_name", "addresses", "place", "note"],
        filters: &["state", "kind", "holder", "unit", "model", "os_name", "condition", "site"],
        sort: ("changed_at", true),
        persons: &["holder"],
        unit: Some("unit"),
        class: Class::Internal,
        duties: &["D3", "D6"],
        keeps: &[Keeps::History, Keeps::Comments, Keeps::Files, Keeps::Import],
    }
}

/// What a person types of a device; what agents report is not asked.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub name: String,
    pub tag: Option<String>,
    pub kind: String,
    pub state: String,
    pub place: Option<String>,
    pub manufacturer: Option<String>,
    pub model: Option<String>,
    pub serial: Option<String>,
    pub bought_on: Option<String>,
    pub price_tzs: Option<i64>,
    pub funder: Option<String>,
    pub supplier: Option<String>,
    pub warranty_until: Option<String>,
    pub condition: Option<String>,
    pub note: Option<String>,
    pub unit: Option<Id>,
    pub site: Option<Id>,
}

impl Typed {
    fn onto(self, device: &Device) -> Device {
        Device {
            head: Head { site: self.site.or(device.head.site), ..device.head.clone() },
            name: self.name.trim().into(),
            tag: self.tag,
            kind: self.kind,
            state: self.state,
            place: self.place,
            manufacturer: self.manufacturer,
            model: self.model,
            serial: self.serial,
            bought_on: self.bought_on,
            price_tzs: self.price_tzs,
            funder: self.funder,
            supplier: self.supplier,
            warranty_until: self.warranty_until,
            condition: self.condition,
            note: self.note,
            unit: self.unit.or(device.unit),
            ..device.clone()
        }
    }
}

/// Takes a device into the register by hand.
pub fn register(work: &mut Work, typed: Typed) -> Result<Device> {
    if !work.actor().may("device.edit") {
        return Err(Problem::Forbidden { act: "device.edit".into() });
    }
    if typed.state == "merged" {
        return Err(Problem::on("state", "problem-choice"));
    }
    let evidence = evidence_of(&typed.serial, &typed.name);
    work.make(Device { evidence, ..typed.onto(&Device::default()) })
}

/// A serial read off the sticker is enough to know the machine again when its agent first reports. The model is not told here: it is a person's
/// word for it, and the maker's is another.
pub(crate) fn evidence_of(serial: &Option<String>, name: &str) -> Option<agents::Evidence> {
    serial.as_ref().map(|serial| agents::Evidence { serial: Some(serial.clone()), name: Some(name.to_owned()), ..agents::Evidence::default() })
}

impl Device {
    pub fn is_in_custody(&self) -> bool {
        self.holder.is_some()
    }

    pub fn is_gone(&self) -> bool {
        matches!(self.state.as_str(), "disposed" | "merged")
    }

    /// Corrects what the register says.
    pub fn correct(&self, work: &mut Work, typed: Typed) -> Result<Self> {
        work.allow("device.edit", self)?;
        if self.state == "merged" {
            return Err(Problem::refused("problem-device-gone"));
        }
        if typed.state == "merged" {
            return Err(Problem::on("state", "problem-choice"));
        }
        // What leaves a person's hands does so by a hand-over, with a signature.
        if self.is_in_custody() && matches!(typed.state.as_str(), "in_store" | "disposed" | "found") {
            return Err(Problem::on("state", "problem-device-with-holder"));
        }
        let evidence = if self.reporter.is_none() { evidence_of(&typed.serial, &typed.name).or_else(|| self.evidence.clone()) } else { self.evidence.clone() };
        work.save(self, Self { evidence, ..typed.onto(self) })
    }

    /// Says that this record and another are one machine. Reports that this one's evidence knows go to the other from now on; each keeps its own
    /// evidence, so `part_again` undoes it exactly.
    pub fn merge_into(&self, work: &mut Work, other: &Device) -> Result<Self> {
        work.allow("device.edit", self)?;
        if self.head.id == other.head.id || self.is_gone() || other.is_gone() {
            return Err(Problem::refused("problem-device-merge"));
        }
        work.mention(Link::new(Self::KIND, other.head.id), "merged into");
        work.save(self, Device { state: "merged".into(), merged_into: Some(other.head.id), ..self.clone() })
    }

    /// Undoes a merge: the two are two again.
    pub fn part_again(&self, work: &mut Work) -> Result<Self> {
        work.allow("device.edit", self)?;
        let Some(other) = self.merged_into else { return Err(Problem::refused("problem-device-not-merged")) };
        work.mention(Link::new(Self::KIND, other), "parted from");
        let state = if self.is_in_custody() { "in_use" } else { "found" };
        work.save(self, Device { state: state.into(), merged_into: None, ..self.clone() })
    }
}
