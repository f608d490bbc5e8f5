//! Brings what differs between agents and their XML and JSON into one shape before sections are
//! read: lists wrapped in lists, the operating system inside HARDWARE, SNMP's names. It moves and
//! renames; it judges no value.

use serde_json::{Map, Value};

use crate::reading::items_of;
use crate::volatile::uptime_in;

type Members = Map<String, Value>;

/// Shapes the content of a computer's or phone's report.
pub(crate) fn machine(content: &mut Members) {
    if !content.contains_key("operatingsystem")
        && let Some(system) = os_of_hardware(content)
    {
        content.insert("operatingsystem".into(), Value::Object(system));
    }
    let zone = content.get("operatingsystem").and_then(|os| os.get("timezone")).cloned();
    match zone {
        Some(zone @ Value::Object(_)) => drop(content.insert("timezone".into(), zone)),
        Some(Value::String(name)) => {
            let zone = Members::from_iter([("name".to_owned(), Value::String(name))]);
            content.insert("timezone".into(), Value::Object(zone));
        }
        _ => {}
    }
}

/// OCS sends OSNAME, OSVERSION, OSCOMMENTS, INSTALLDATE in HARDWARE and no OPERATINGSYSTEM.
fn os_of_hardware(content: &Members) -> Option<Members> {
    let hardware = content.get("hardware")?.as_object()?;
    let text = |name: &str| hardware.get(name).filter(|value| value.is_string()).cloned();
    let mut system = Members::new();
    system.insert("name".into(), text("osname")?);
    if let Some(version) = text("osversion") {
        system.insert("version".into(), version);
    }
    if let Some(comments) = text("oscomments") {
        let pack = comments.as_str().is_some_and(|text| text.starts_with("Service Pack"));
        system.insert(if pack { "service_pack" } else { "full_name" }.into(), comments);
    }
    if let Some(date) = text("installdate") {
        system.insert("install_date".into(), date);
    }
    if let Some(arch) = text("arch").or_else(|| arch_of(hardware)) {
        system.insert("arch".into(), arch);
    }
    Some(system)
}

fn arch_of(hardware: &Members) -> Option<Value> {
    let description = hardware.get("description")?.as_str()?;
    uptime_in(description)?;
    Some(Value::String(description.split('/').next()?.to_owned()))
}

/// Shapes one XML DEVICE of an SNMP inventory into the members JSON has.
pub(crate) fn network_device(device: Members) -> Members {
    let mut content = Members::new();
    for (name, value) in device {
        let (name, value) = match name.as_str() {
            "info" => ("network_device", value),
            "ports" => ("network_ports", inner(value, "port")),
            "components" => ("network_components", inner(value, "component")),
            _ => {
                content.insert(name, value);
                continue;
            }
        };
        content.insert(name.to_owned(), value);
    }
    network_ports(&mut content);
    content
}

/// `CONNECTIONS/CONNECTION` and `VLANS/VLAN` become plain lists.
pub(crate) fn network_ports(content: &mut Members) {
    let Some(Value::Array(ports)) = content.get_mut("network_ports") else {
        return;
    };
    for port in ports.iter_mut().filter_map(Value::as_object_mut) {
        for (list, item) in [("connections", "connection"), ("vlans", "vlan")] {
            if let Some(value) = port.get_mut(list) {
                *value = inner(value.take(), item);
            }
        }
    }
}

/// The list under `name` inside a wrapper, or the value itself as a list.
fn inner(value: Value, name: &str) -> Value {
    let value = match value {
        Value::Object(mut members) if members.contains_key(name) => members.remove(name).unwrap_or_default(),
        // A wrapper with nothing but remarks, such as `<CDP>1</CDP>`.
        Value::Object(members) if members.keys().all(|key| key == "cdp") => Value::Null,
        other => other,
    };
    match value {
        Value::Array(items) => Value::Array(items),
        Value::Null => Value::Array(Vec::new()),
        one => Value::Array(vec![one]),
    }
}

/// ACCOUNTINFO's TAG: the label an office gave the machine.
pub(crate) fn account_tag(content: &Members) -> Option<String> {
    let accounts = content.get("accountinfo")?;
    items_of(accounts).iter().find_map(|account| {
        let name = account.get("keyname")?.as_str()?;
        let value = account.get("keyvalue")?.as_str()?;
        (name.eq_ignore_ascii_case("tag") && !value.is_empty()).then(|| value.to_owned())
    })
}
