//! One inventory as it was understood: who sent it, which machine it says it is, its facts, its
//! readings of the moment, and what was set aside. It is never refused for an odd value, and it
//! knows nothing of devices already registered.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::body::Wire;
use crate::client::Client;
use crate::identity::Evidence;
use crate::quarantine::Quarantined;
use crate::scrub::Dropped;
use crate::sections::Sections;
use crate::shape;
use crate::volatile::{Volatile, uptime_in};

/// What kind of thing the report is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ItemType {
    #[default]
    Computer,
    Phone,
    NetworkEquipment,
    Printer,
    Unmanaged,
}

/// An inventory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub client: Client,
    /// As the agent writes it: `FusionInventory-Agent_v2.6-3`.
    pub client_version: Option<String>,
    pub wire: Wire,
    /// As sent; of an SNMP inventory the scanning agent's.
    pub device_id: String,
    pub old_device_id: Option<String>,
    pub tag: Option<String>,
    pub item_type: ItemType,
    /// Absent sections are unchanged.
    pub partial: bool,
    pub evidence: Evidence,
    pub sections: Sections,
    pub volatile: Volatile,
    pub quarantined: Vec<Quarantined>,
    /// Entries left out by section: environment variables, processes.
    pub dropped: BTreeMap<String, usize>,
    /// SHA-256 of the body as it came; its bytes are not kept.
    pub original_sha256: [u8; 32],
    /// The report after dropping and masking, names in lower case: the evidence that is kept.
    pub kept: Value,
}

/// What stands around the content of a report.
pub(crate) struct Frame {
    pub client: Client,
    pub client_version: Option<String>,
    pub wire: Wire,
    pub device_id: String,
    pub old_device_id: Option<String>,
    pub agent_uuid: Option<String>,
    pub tag: Option<String>,
    pub item_type: ItemType,
    pub partial: bool,
    pub original_sha256: [u8; 32],
}

impl Report {
    /// SHA-256 over all facts; equal for two reports of an unchanged machine.
    pub fn sameness_hash(&self) -> [u8; 32] {
        self.sections.sameness_hash()
    }

    /// SHA-256 of each present section.
    pub fn section_hashes(&self) -> BTreeMap<String, [u8; 32]> {
        self.sections.section_hashes()
    }

    /// Of a computer or phone that reports itself.
    pub(crate) fn of_machine(frame: Frame, mut content: Map<String, Value>, dropped: Dropped) -> Self {
        shape::machine(&mut content);
        let mut report = Self::read(frame, content, dropped);
        let agent = report.evidence.agent_uuid.take();
        report.evidence = Evidence::of_machine(&report.sections);
        report.evidence.believe_agent(agent.as_deref());
        let (id, old) = (Some(report.device_id.as_str()), report.old_device_id.as_deref());
        report.evidence.believe_device_id(id, old);
        report
    }

    /// Of a switch, printer or other thing that an agent asked by SNMP. The agent's own ids are no
    /// evidence for it.
    pub(crate) fn of_network_device(frame: Frame, content: Map<String, Value>, dropped: Dropped) -> Self {
        let mut report = Self::read(frame, content, dropped);
        report.evidence = Evidence::of_network_device(&report.sections);
        report
    }

    fn read(frame: Frame, content: Map<String, Value>, dropped: Dropped) -> Self {
        let mut quarantined = Vec::new();
        let mut sections = Sections::read(&content, &mut quarantined);
        let volatile = Volatile::read(&content, &dropped, &mut quarantined);
        if let Some(hardware) = &mut sections.hardware {
            hardware.description.take_if(|text| uptime_in(text).is_some());
        }
        let evidence = Evidence { agent_uuid: frame.agent_uuid.clone(), ..Evidence::default() };
        Self {
            client: frame.client,
            client_version: frame.client_version.clone(),
            wire: frame.wire,
            device_id: frame.device_id.clone(),
            old_device_id: frame.old_device_id.clone(),
            tag: frame.tag.clone(),
            item_type: frame.item_type,
            partial: frame.partial,
            evidence,
            sections,
            volatile,
            quarantined,
            dropped: dropped.entries,
            original_sha256: frame.original_sha256,
            kept: kept(&frame, content),
        }
    }
}

fn kept(frame: &Frame, content: Map<String, Value>) -> Value {
    let mut all = Map::new();
    all.insert("deviceid".into(), Value::String(frame.device_id.clone()));
    all.insert("itemtype".into(), serde_json::to_value(frame.item_type).unwrap_or_default());
    all.insert("partial".into(), Value::Bool(frame.partial));
    if let Some(tag) = &frame.tag {
        all.insert("tag".into(), Value::String(tag.clone()));
    }
    all.insert("content".into(), Value::Object(content));
    Value::Object(all)
}

impl ItemType {
    /// From JSON's `itemtype` or SNMP's TYPE.
    pub(crate) fn of(word: &str) -> Self {
        match word.to_ascii_lowercase().as_str() {
            "computer" => Self::Computer,
            "phone" => Self::Phone,
            "networkequipment" | "networking" => Self::NetworkEquipment,
            "printer" => Self::Printer,
            _ => Self::Unmanaged,
        }
    }
}
