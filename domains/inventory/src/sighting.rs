//! A machine that might be two, or two that might be one: what the agents' evidence cannot settle waits here for a person.

use crate::device::Device;
use kernel::class::Class;
use kernel::id::Id;
use kernel::problem::{Problem, Result};
use kernel::record::{Field, Head, Holds, Keeps, RecordType};
use kernel::work::Work;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Sighting {
    #[serde(skip)]
    pub head: Head,
    pub title: String,
    /// Why it waits: the engine's word for the contradiction, or `discovered`.
    pub why: String,
    /// The record made for what was reported.
    pub device: Option<Id>,
    /// The record it may be the same as.
    pub known: Option<Id>,
    pub state: String,
    pub evidence: Option<serde_json::Value>,
}
kernel::record!(Sighting, "sighting");

pub const WHY: &[&str] = &[
    "cloned_image",
    "serial_changed",
    "board_exchanged",
    "one_serial_two_models",
    "serial_alone",
    "strong_differs",
    "shared_card",
    "cloned_agent",
    "name_alone",
    "discovered",
];
pub const STATES: &[&str] = &["open", "same", "different", "registered", "ignored"];

pub fn describe() -> RecordType {
    RecordType {
        kind: "sighting",
        letters: "TMB",
        version: 1,
        fields: vec![
            Field::new("title", Holds::Text).required().indexed(),
            Field::new("why", Holds::Choice(WHY)).required(),
            Field::new("device", Holds::Link("device")).indexed(),
            Field::new("known", Holds::Link("device")).indexed(),
            Field::new("state", Holds::Choice(STATES)).required().indexed(),
            Field::new("evidence", Holds::Json),
        ],
        title: "title",
        list: &["number", "title", "why", "device", "known", "state", "made_at"],
        search: &["title"],
        filters: &["state", "why", "device", "known"],
        sort: ("made_at", true),
        persons: &[],
        unit: None,
        class: Class::Internal,
        duties: &["D6"],
        keeps: &[Keeps::History, Keeps::Comments],
    }
}

impl Sighting {
    /// The two are one machine: the newer record goes into the older.
    pub fn is_same(&self, work: &mut Work) -> Result<Self> {
        let (Some(device), Some(known)) = (self.device, self.known) else { return Err(Problem::refused("problem-sighting-alone")) };
        let (device, known): (Device, Device) = (work.fetch(device)?, work.fetch(known)?);
        let standing = crate::report::standing(work, &known)?;
        device.merge_into(work, &standing)?;
        self.settle(work, Self { state: "same".into(), ..self.clone() })
    }

    /// They are two machines; both records stand.
    pub fn is_different(&self, work: &mut Work) -> Result<Self> {
        self.settle(work, Self { state: "different".into(), ..self.clone() })
    }

    /// A discovered thing becomes a device of the register, and is known again when it is asked itself.
    pub fn register(&self, work: &mut Work) -> Result<Device> {
        if self.device.is_some() {
            return Err(Problem::refused("problem-sighting-has-device"));
        }
        let evidence = self.evidence.clone().unwrap_or_default();
        let text = |name: &str| evidence[name].as_str().map(str::to_owned);
        let kind = match evidence["kind"].as_str() {
            Some("PRINTER") => "printer",
            Some("NETWORKING") => "switch",
            Some("COMPUTER") => "desktop",
            _ => "other",
        };
        let device = work.make(Device {
            head: Head { site: self.head.site, ..Head::default() },
            name: text("name").unwrap_or_else(|| self.title.clone()),
            kind: kind.into(),
            state: "found".into(),
            manufacturer: text("manufacturer"),
            model: text("model"),
            serial: text("serial"),
            addresses: text("ip"),
            evidence: Some(agents::Evidence {
                serial: text("serial"),
                model: text("model"),
                manufacturer: text("manufacturer"),
                macs: text("mac").into_iter().collect(),
                name: text("name"),
                ..agents::Evidence::default()
            }),
            ..Device::default()
        })?;
        self.settle(work, Self { state: "registered".into(), device: Some(device.head.id), ..self.clone() })?;
        Ok(device)
    }

    pub fn ignore(&self, work: &mut Work, why: &str) -> Result<Self> {
        work.because(why);
        self.settle(work, Self { state: "ignored".into(), ..self.clone() })
    }

    fn settle(&self, work: &mut Work, settled: Self) -> Result<Self> {
        work.allow("sighting.settle", self)?;
        if self.state != "open" {
            return Err(Problem::refused("problem-sighting-settled"));
        }
        work.save(self, settled)
    }
}
