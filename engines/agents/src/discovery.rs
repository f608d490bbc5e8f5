//! Replies of network jobs: things an agent found on the network, things it asked by SNMP, and
//! its notes on the way. A found thing is only a lead; who admits it is decided elsewhere.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::message::{Message, text};
use crate::reading::{Entry, Reading, items_of};
use crate::report::{Frame, ItemType, Report};
use crate::scrub::Dropped;
use crate::sections::record;
use crate::shape;

/// How far a network job is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgentNote {
    Start {
        job: Option<String>,
    },
    /// Addresses that will be asked.
    Hosts {
        job: Option<String>,
        count: u64,
    },
    End {
        job: Option<String>,
    },
    /// The agent broke off.
    Exit {
        job: Option<String>,
    },
}

/// A thing that did not answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnmpError {
    /// The server's id of the thing, from the job.
    pub id: Option<String>,
    pub kind: Option<String>,
    pub message: String,
}

record! {
    /// A thing found on the network.
    Found by (ip, mac) {
        ip: known ["ip"],
        mac: mac ["mac"],
        /// Name by SNMP, else by the DNS, else by NetBIOS.
        name: known ["snmphostname", "name", "dnshostname", "netbiosname"],
        dns_name: known ["dnshostname"],
        netbios_name: known ["netbiosname"],
        /// The agent's word: `NETWORKING`, `PRINTER`, `COMPUTER`.
        kind: known ["type"],
        manufacturer: known ["manufacturer", "netportvendor"],
        model: known ["model"],
        serial: known ["serial"],
        firmware: known ["firmware"],
        description: known ["description", "comments"],
        location: known ["location"],
        contact: known ["contact"],
        uptime: known ["uptime"],
        /// The job's id of the credentials that worked.
        credentials: known ["authsnmp", "credentials"],
        ips: texts ["ips"],
        workgroup: known ["workgroup"],
        user: known ["usersession"],
    }
}

impl Found {
    /// What it seems to be.
    pub fn item_type(&self) -> ItemType {
        self.kind.as_deref().map_or(ItemType::Unmanaged, ItemType::of)
    }
}

/// Reads the CONTENT of NETDISCOVERY, SNMPQUERY or SNMP.
pub(crate) fn snmp_reply(frame: Frame, discovery: bool, mut content: Map<String, Value>, dropped: Dropped) -> Message {
    let device_id = frame.device_id.clone();
    let wire = frame.wire;
    if let Some(note) = note(&content) {
        return Message::AgentNote { device_id, note };
    }
    let devices = match content.remove("device") {
        Some(Value::Array(items)) => items,
        Some(one) => vec![one],
        None => Vec::new(),
    };
    let devices = devices.into_iter().filter_map(|device| match device {
        Value::Object(members) => Some(members),
        _ => None,
    });
    if discovery {
        return Message::Discovery { device_id, wire, found: devices.filter_map(found).collect() };
    }
    let (mut reports, mut errors) = (Vec::new(), Vec::new());
    for device in devices {
        match device.get("error") {
            Some(Value::Object(error)) => {
                errors.push(SnmpError { id: text(error, "id"), kind: text(error, "type"), message: text(error, "message").unwrap_or_default() })
            }
            _ => reports.push(snmp_report(&frame, device, dropped.clone())),
        }
    }
    Message::SnmpInventory { device_id, wire, reports, errors }
}

fn found(device: Map<String, Value>) -> Option<Found> {
    let mut odd = Vec::new();
    let mut reading = Reading { members: &device, section: "found", entry: None, odd: &mut odd };
    let thing = Found::read(&mut reading);
    (thing != Found::default()).then_some(thing)
}

fn snmp_report(frame: &Frame, device: Map<String, Value>, dropped: Dropped) -> Report {
    let content = shape::network_device(device);
    let kind = content.get("network_device").and_then(|info| info.get("type")?.as_str());
    let frame = Frame {
        item_type: kind.map_or(ItemType::Unmanaged, ItemType::of),
        client: frame.client,
        client_version: frame.client_version.clone(),
        wire: frame.wire,
        device_id: frame.device_id.clone(),
        old_device_id: None,
        agent_uuid: frame.agent_uuid.clone(),
        tag: frame.tag.clone(),
        partial: false,
        original_sha256: frame.original_sha256,
    };
    Report::of_network_device(frame, content, dropped)
}

fn note(content: &Map<String, Value>) -> Option<AgentNote> {
    let job = text(content, "processnumber");
    let agents = items_of(content.get("agent")?);
    let has = |name: &str| agents.iter().find_map(|agent| agent.get(name));
    if has("exit").is_some() {
        return Some(AgentNote::Exit { job });
    }
    if has("end").is_some() {
        return Some(AgentNote::End { job });
    }
    if let Some(count) = has("nbip") {
        let count = count.as_str().and_then(|text| text.parse().ok()).or(count.as_u64());
        return Some(AgentNote::Hosts { job, count: count.unwrap_or_default() });
    }
    has("start").map(|_| AgentNote::Start { job })
}
