//! What is connected: network cards, screens, printers, SIM cards, and the parts of a switch or
//! a network printer. Traffic counters are not here: they change with every look.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::record::record;
use super::{Key, Keyed};
use crate::quarantine::Why;
use crate::reading::{Entry, Reading};

record! {
    /// One address of a network card; a card with several addresses has several entries.
    Network by (description, mac, ip, ip6) {
        description: known ["description"],
        mac: mac ["mac", "macaddr"],
        ip: text ["ipaddress"],
        mask: text ["ipmask"],
        subnet: text ["ipsubnet"],
        gateway: text ["ipgateway"],
        dhcp: text ["ipdhcp"],
        ip6: text ["ipaddress6"],
        mask6: text ["ipmask6"],
        subnet6: text ["ipsubnet6"],
        /// Mb/s.
        speed_mbits: megabits ["speed"],
        /// `up` or `down`.
        status: word ["status"],
        kind: word ["type"],
        /// The agent's word that no hardware stands behind it.
        virtual_device: flag ["virtualdev"],
        management: flag ["management"],
        driver: known ["driver"],
        slot: known ["pcislot"],
        pci_id: known ["pciid"],
        pnp_id: known ["pnpdeviceid"],
        wifi_network: known ["wifi_ssid"],
    }
}

record! {
    Monitor by (serial, caption) {
        caption: known ["caption", "name"],
        manufacturer: known ["manufacturer"],
        serial: known ["serial", "altserial"],
        /// Week or month and year of making, as sent.
        made: known ["description"],
        port: known ["port"],
    }
}

record! {
    /// A printer the computer prints to.
    Printer by (name, port) {
        name: known ["name"],
        driver: known ["driver"],
        port: known ["port"],
        serial: known ["serial"],
        description: known ["description"],
        network: flag ["network"],
        shared: flag ["shared"],
        share_name: known ["sharename"],
        resolution: known ["resolution"],
    }
}

record! {
    SimCard by (serial, iccid) {
        serial: known ["serial"],
        iccid: known ["iccid"],
        imsi: known ["imsi"],
        country: known ["country"],
        operator: known ["operator_name"],
        operator_code: known ["operator_code"],
        phone_number: known ["phone_number"],
        state: known ["state"],
    }
}

record! {
    Modem by (name, serial) {
        name: known ["name"],
        model: known ["model"],
        manufacturer: known ["manufacturer"],
        kind: known ["type"],
        serial: known ["serial"],
        imei: known ["imei"],
        description: known ["description"],
    }
}

record! {
    /// A switch, access point, router or network printer as SNMP shows it.
    NetworkDevice by () {
        name: known ["name"],
        kind: known ["type"],
        manufacturer: known ["manufacturer"],
        model: known ["model"],
        serial: known ["serial"],
        firmware: known ["firmware"],
        mac: mac ["mac"],
        ips: texts ["ips", "ip"],
        location: known ["location"],
        contact: known ["contact"],
        description: known ["description", "comments"],
        /// MB.
        ram_mb: megabytes ["ram"],
        /// MB.
        memory_mb: megabytes ["memory"],
    }
}

record! {
    NetworkPort by (number, name) {
        number: whole ["ifnumber"],
        name: known ["ifname"],
        description: known ["ifdescr"],
        /// The name an engineer gave it.
        alias: known ["ifalias"],
        /// IANA ifType.
        kind: whole ["iftype"],
        /// ifOperStatus: 1 up, 2 down.
        status: whole ["ifstatus"],
        /// ifAdminStatus: 1 up, 2 down.
        admin_status: whole ["ifinternalstatus"],
        /// Bits a second.
        speed_bits: whole ["ifspeed"],
        /// 2 half, 3 full.
        duplex: whole ["ifportduplex"],
        mtu: whole ["ifmtu"],
        mac: mac ["mac", "ifmacaddress"],
        ips: texts ["ips", "ip"],
        trunk: flag ["trunk"],
        vlans: entries(Vlan) ["vlans"],
        connections: entries(Connection) ["connections"],
        /// Numbers of the ports this one bundles.
        aggregate: texts ["aggregate"],
    }
}

record! {
    Vlan by (number) {
        number: whole ["number", "vlan_id"],
        name: known ["name"],
        tagged: flag ["tagged"],
    }
}

record! {
    /// What hangs at a port, told by CDP, LLDP or the switch's table of addresses.
    Connection by (name, port) {
        name: known ["sysname"],
        port: known ["ifdescr"],
        ip: known ["ip"],
        model: known ["model"],
        mac: mac ["sysmac"],
        macs: texts ["mac"],
        description: known ["sysdescr"],
    }
}

record! {
    Component by (index) {
        index: whole ["index"],
        contained_in: whole ["contained_index", "containedinindex"],
        name: known ["name"],
        kind: known ["type"],
        description: known ["description"],
        manufacturer: known ["manufacturer"],
        model: known ["model"],
        serial: known ["serial"],
        firmware: known ["firmware"],
        revision: known ["revision", "version"],
        ip: known ["ip"],
        mac: mac ["mac"],
    }
}

record! {
    Firmware by (name, kind) {
        name: known ["name"],
        kind: known ["type"],
        version: known ["version"],
        manufacturer: known ["manufacturer"],
        description: known ["description"],
        /// YYYY-MM-DD.
        released: firmware_day ["date"],
    }
}

/// Pages a printer has printed, by the agent's names (`total`, `color`, `rectoverso`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PageCounters {
    pub counts: BTreeMap<String, u64>,
}

impl Entry for PageCounters {
    fn read(from: &mut Reading<'_>) -> Self {
        let mut counts = BTreeMap::new();
        for (name, value) in from.members {
            let number = match value {
                Value::Null => continue,
                Value::String(text) => text.parse().ok(),
                other => other.as_u64(),
            };
            match number {
                Some(number) => drop(counts.insert(name.clone(), number)),
                None => from.set_aside(Some(name), Why::NotANumber, value),
            }
        }
        Self { counts }
    }
}

/// Levels of a printer's consumables by the agent's names, as sent: `71` (percent), `OK`, `0g`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cartridges {
    pub levels: BTreeMap<String, String>,
}

impl Entry for Cartridges {
    fn read(from: &mut Reading<'_>) -> Self {
        let mut levels = BTreeMap::new();
        for (name, value) in from.members {
            match value {
                Value::Null => {}
                Value::String(text) => drop(levels.insert(name.clone(), text.clone())),
                Value::Number(number) => drop(levels.insert(name.clone(), number.to_string())),
                odd => from.set_aside(Some(name), Why::NotText, odd),
            }
        }
        Self { levels }
    }
}

impl Keyed for PageCounters {
    fn key(&self) -> String {
        Key::default().text
    }
}

impl Keyed for Cartridges {
    fn key(&self) -> String {
        Key::default().text
    }
}
