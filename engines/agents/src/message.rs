//! What an agent says with one POST. Reads any body of the three agents into one of a few
//! messages; who may say it and what follows from it is decided elsewhere.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::body::{self, Opened, Wire};
use crate::client::{Client, Headers};
use crate::discovery::{AgentNote, Found, SnmpError, snmp_reply};
use crate::report::{Frame, ItemType, Report};
use crate::scrub::{Dropped, scrub};
use crate::{Refused, shape, tree};

type Members = Map<String, Value>;

/// One POST, understood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Message {
    /// "May I report?" With a GLPI-Agent-ID the answer is JSON, else XML.
    Prolog {
        device_id: String,
        client: Client,
        agent_uuid: Option<String>,
    },
    Contact(Contact),
    Inventory(Box<Report>),
    /// Things found on the network.
    Discovery {
        device_id: String,
        wire: Wire,
        found: Vec<Found>,
    },
    /// Things asked by SNMP, and those that did not answer.
    SnmpInventory {
        device_id: String,
        wire: Wire,
        reports: Vec<Report>,
        errors: Vec<SnmpError>,
    },
    /// Progress of a network job; START and END may come twice.
    AgentNote {
        device_id: String,
        note: AgentNote,
    },
    /// GLPI-Agent asks for credentials of databases.
    GetParams {
        device_id: String,
        params_id: Option<String>,
        wanted_for: Option<String>,
    },
    /// A question this program does not know.
    Unknown {
        query: String,
        wire: Wire,
    },
}

/// GLPI-Agent introduces itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub device_id: String,
    pub agent_uuid: Option<String>,
    pub name: Option<String>,
    pub version: Option<String>,
    pub tag: Option<String>,
    pub installed_tasks: Vec<String>,
    pub enabled_tasks: Vec<String>,
}

impl Message {
    /// In what the sender writes.
    pub fn wire(&self) -> Wire {
        match self {
            Self::Prolog { agent_uuid: Some(_), .. } => Wire::Json,
            Self::Prolog { .. } | Self::AgentNote { .. } => Wire::Xml,
            Self::Contact(_) | Self::GetParams { .. } => Wire::Json,
            Self::Inventory(report) => report.wire,
            Self::Discovery { wire, .. } | Self::SnmpInventory { wire, .. } | Self::Unknown { wire, .. } => *wire,
        }
    }
}

/// Reads the body of a POST.
///
/// Errors: the body as a whole cannot be read; see `Refused`. An odd value is no error.
pub fn read(bytes: &[u8], headers: &Headers<'_>) -> Result<Message, Refused> {
    let opened = body::open(bytes)?;
    let mut dropped = Dropped::default();
    let mut root = scrub(tree::read(&opened)?, &mut dropped);
    let letter = Letter { opened, headers, dropped };
    match letter.opened.wire {
        Wire::Xml => letter.read_xml(&mut root),
        Wire::Json => letter.read_json(&mut root),
    }
}

/// A body on its way to a message.
struct Letter<'a> {
    opened: Opened,
    headers: &'a Headers<'a>,
    dropped: Dropped,
}

impl Letter<'_> {
    fn read_xml(self, root: &mut Members) -> Result<Message, Refused> {
        let device_id = text(root, "deviceid");
        let content = take(root, "content");
        let query = text(root, "query").unwrap_or_default().to_ascii_uppercase();
        match query.as_str() {
            "PROLOG" => Ok(Message::Prolog {
                device_id: device_id.ok_or(Refused::Incomplete { missing: "a DEVICEID" })?,
                client: Client::who(self.headers, None),
                agent_uuid: self.headers.glpi_agent_id.map(str::to_owned),
            }),
            "NETDISCOVERY" | "SNMPQUERY" | "SNMP" => {
                let device_id = device_id.unwrap_or_default();
                let frame = self.frame(root, &content, device_id, Wire::Xml);
                Ok(snmp_reply(frame, query == "NETDISCOVERY", content, self.dropped))
            }
            "INVENTORY" | "" => self.inventory(root, content, device_id),
            _ => Ok(Message::Unknown { query: short(&query), wire: Wire::Xml }),
        }
    }

    fn read_json(self, root: &mut Members) -> Result<Message, Refused> {
        let device_id = text(root, "deviceid");
        let action = text(root, "action").unwrap_or_default().to_ascii_lowercase();
        match action.as_str() {
            "" if device_id.is_none() => Err(Refused::NotAnAction),
            "contact" => Ok(Message::Contact(Contact {
                device_id: device_id.ok_or(Refused::Incomplete { missing: "a deviceid" })?,
                agent_uuid: self.headers.glpi_agent_id.map(str::to_owned),
                name: text(root, "name"),
                version: text(root, "version"),
                tag: text(root, "tag"),
                installed_tasks: words(root, "installed-tasks"),
                enabled_tasks: words(root, "enabled-tasks"),
            })),
            "get_params" => {
                Ok(Message::GetParams { device_id: device_id.unwrap_or_default(), params_id: text(root, "params_id"), wanted_for: text(root, "use") })
            }
            "inventory" | "netinventory" | "" => {
                let content = take(root, "content");
                self.inventory(root, content, device_id)
            }
            "netdiscovery" => {
                let mut content = take(root, "content");
                let device = content.remove("network_device").unwrap_or_default();
                content.insert("device".into(), device);
                let frame = self.frame(root, &content, device_id.unwrap_or_default(), Wire::Json);
                Ok(snmp_reply(frame, true, content, self.dropped))
            }
            _ => Ok(Message::Unknown { query: short(&action), wire: Wire::Json }),
        }
    }

    fn inventory(self, root: &Members, mut content: Members, device_id: Option<String>) -> Result<Message, Refused> {
        let device_id = device_id.ok_or(Refused::Incomplete { missing: "a DEVICEID" })?;
        if content.is_empty() {
            return Err(Refused::Incomplete { missing: "content" });
        }
        let wire = self.opened.wire;
        let frame = self.frame(root, &content, device_id, wire);
        let by_snmp = content.contains_key("network_device") || matches!(frame.item_type, ItemType::NetworkEquipment | ItemType::Printer);
        if by_snmp {
            shape::network_ports(&mut content);
            let device_id = frame.device_id.clone();
            let report = Report::of_network_device(frame, content, self.dropped);
            let (reports, errors) = (vec![report], Vec::new());
            return Ok(Message::SnmpInventory { device_id, wire, reports, errors });
        }
        Ok(Message::Inventory(Box::new(Report::of_machine(frame, content, self.dropped))))
    }

    fn frame(&self, root: &Members, content: &Members, device_id: String, wire: Wire) -> Frame {
        let version = text(content, "versionclient");
        let told = self.headers.user_agent;
        Frame {
            client: Client::who(self.headers, version.as_deref()),
            client_version: version.or_else(|| (!told.is_empty()).then(|| short(told))),
            wire,
            old_device_id: text(root, "old_deviceid").or_else(|| text(content, "old_deviceid")),
            agent_uuid: self.headers.glpi_agent_id.map(str::to_owned),
            tag: text(root, "tag").or_else(|| shape::account_tag(content)),
            item_type: item_type(root, &device_id),
            partial: is_true(root.get("partial")),
            original_sha256: self.opened.original_sha256,
            device_id,
        }
    }
}

fn item_type(root: &Members, device_id: &str) -> ItemType {
    match text(root, "itemtype") {
        Some(word) => ItemType::of(&word),
        None if device_id.starts_with("android-") => ItemType::Phone,
        None => ItemType::Computer,
    }
}

fn is_true(value: Option<&Value>) -> bool {
    match value {
        Some(Value::Bool(flag)) => *flag,
        Some(Value::String(text)) => matches!(text.as_str(), "1" | "true" | "yes"),
        Some(Value::Number(number)) => number.as_i64() == Some(1),
        _ => false,
    }
}

pub(crate) fn text(members: &Members, name: &str) -> Option<String> {
    match members.get(name)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn take(root: &mut Members, name: &str) -> Members {
    match root.remove(name) {
        Some(Value::Object(members)) => members,
        _ => Members::new(),
    }
}

fn words(members: &Members, name: &str) -> Vec<String> {
    let items = members.get(name).map(crate::reading::items_of).unwrap_or_default();
    items.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// What strangers wrote, short enough for a log line.
fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(80).collect()
}
