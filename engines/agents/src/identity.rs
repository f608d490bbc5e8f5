//! What a report says of which machine it is, cleaned of values that many machines share. The
//! program keys on this and never on an agent's own number alone: cloned disks share that one.
//! This module compares nothing (`compare`) and knows no register.

use serde::{Deserialize, Serialize};

use crate::block_lists::{self, Machine};
use crate::forms::{bare_uuid, plain, short_name, uuid_form};
use crate::sections::{Network, Sections};

/// Most addresses and most rejected values of one report; real machines have fewer than ten.
const LISTED_MAX: usize = 64;

/// Cleaned evidence of one report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// SMBIOS UUID in normal form (`uuid_form`); on phones the system's own identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system_uuid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manufacturer: Option<String>,
    /// What the maker or an office wrote into the firmware; shown, not compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asset_tag: Option<String>,
    /// Addresses of physical cards, `aa:bb:cc:dd:ee:ff`, sorted, each once.
    pub macs: Vec<String>,
    /// GLPI-Agent's own UUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agent_uuid: Option<String>,
    /// The agent's run directory: `NAME-YYYY-MM-DD-HH-MM-SS`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_id: Option<String>,
    /// The former `device_id`, sent by OCS after a rename.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old_device_id: Option<String>,
    /// As sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    pub is_virtual: bool,
    /// What was not believed, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rejected: Vec<Rejected>,
}

/// A value that identifies nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    pub what: Kind,
    pub value: String,
    pub why: RejectedWhy,
}

/// Kinds of evidence, strongest first. Also the names of look-up keys (`Evidence::keys`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    SystemUuid,
    Serial,
    Mac,
    AgentUuid,
    DeviceId,
    Name,
    Model,
    AssetTag,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RejectedWhy {
    /// What makers write when they write nothing.
    Placeholder,
    /// A known value that whole product lines share.
    SharedByMany,
    /// Zeros or one character over and over.
    OneCharacter,
    TooShort,
    NotAnAddress,
    /// Loopback, bridge, tunnel, host side of a hypervisor.
    VirtualCard,
    /// Docks and USB cards wander between machines.
    DockOrUsb,
    /// Made up by the system for privacy, or by software.
    Randomised,
    GroupAddress,
}

impl Evidence {
    /// Keys to look known machines up by, strongest first. Two machines that share no key cannot
    /// be `Same` or in `Conflict`.
    pub fn keys(&self) -> Vec<(Kind, String)> {
        let mut keys = Vec::new();
        keys.extend(self.system_uuid.iter().map(|v| (Kind::SystemUuid, v.clone())));
        keys.extend(self.serial.iter().map(|v| (Kind::Serial, plain(v))));
        keys.extend(self.macs.iter().map(|mac| (Kind::Mac, mac.clone())));
        keys.extend(self.agent_uuid.iter().map(|v| (Kind::AgentUuid, v.clone())));
        let device_ids = self.device_id.iter().chain(&self.old_device_id);
        keys.extend(device_ids.map(|v| (Kind::DeviceId, v.clone())));
        keys.extend(self.name.iter().map(|v| (Kind::Name, short_name(v))));
        keys
    }

    /// From a computer's or phone's sections.
    pub(crate) fn of_machine(sections: &Sections) -> Self {
        let mut evidence = Self::default();
        let bios = sections.bios.clone().unwrap_or_default();
        let hardware = sections.hardware.clone().unwrap_or_default();
        evidence.is_virtual = is_virtual(sections);
        evidence.believe_uuid(hardware.uuid);
        evidence.serial = evidence.believe(Kind::Serial, bios.serial);
        evidence.model = evidence.believe(Kind::Model, bios.model);
        evidence.manufacturer = bios.manufacturer;
        evidence.asset_tag = evidence.believe(Kind::AssetTag, bios.asset_tag);
        evidence.believe_name(hardware.name);
        evidence.believe_cards(sections.networks.as_deref().unwrap_or_default());
        evidence
    }

    /// From what SNMP shows of a switch or printer.
    pub(crate) fn of_network_device(sections: &Sections) -> Self {
        let mut evidence = Self::default();
        let device = sections.network_device.clone().unwrap_or_default();
        evidence.serial = evidence.believe(Kind::Serial, device.serial);
        evidence.model = evidence.believe(Kind::Model, device.model);
        evidence.manufacturer = device.manufacturer;
        evidence.believe_name(device.name);
        let ports = sections.network_ports.as_deref().unwrap_or_default();
        // A chassis has one address of its own; those of its ports change with its modules.
        let macs = match device.mac {
            Some(mac) => vec![mac],
            None => ports.iter().filter_map(|port| port.mac.clone()).collect(),
        };
        for mac in macs {
            let card = Network { mac: Some(mac), ..Network::default() };
            evidence.believe_card(&card, Machine { is_virtual: true, flags_believed: false });
        }
        evidence.sort_macs();
        evidence
    }

    pub(crate) fn believe_agent(&mut self, uuid: Option<&str>) {
        self.agent_uuid = uuid.and_then(bare_uuid);
    }

    pub(crate) fn believe_device_id(&mut self, device_id: Option<&str>, old: Option<&str>) {
        self.device_id = self.believe(Kind::DeviceId, device_id.map(str::to_owned));
        self.old_device_id = self.believe(Kind::DeviceId, old.map(str::to_owned));
    }

    fn believe(&mut self, what: Kind, value: Option<String>) -> Option<String> {
        let value = value?;
        match block_lists::text(what, &value) {
            None => Some(value),
            Some(why) => self.reject(what, value, why),
        }
    }

    fn reject(&mut self, what: Kind, value: String, why: RejectedWhy) -> Option<String> {
        let rejected = Rejected { what, value, why };
        if self.rejected.len() < LISTED_MAX && !self.rejected.contains(&rejected) {
            self.rejected.push(rejected);
        }
        None
    }

    fn believe_uuid(&mut self, value: Option<String>) {
        let Some(value) = value else { return };
        self.system_uuid = match (block_lists::uuid(&value), uuid_form(&value)) {
            (None, Some(normal)) => Some(normal),
            // Android has no SMBIOS; its identifier is 16 hexadecimal digits.
            (None, None) => self.believe(Kind::SystemUuid, Some(value.to_lowercase())),
            (Some(why), _) => self.reject(Kind::SystemUuid, value, why),
        };
    }

    fn believe_name(&mut self, name: Option<String>) {
        self.name = self.believe(Kind::Name, name);
    }

    fn believe_cards(&mut self, cards: &[Network]) {
        let mut with_address = cards.iter().filter(|card| card.mac.is_some());
        // On macOS FusionInventory calls every card virtual; then the flag says nothing.
        let flags_believed = !with_address.all(|card| card.virtual_device == Some(true));
        let machine = Machine { is_virtual: self.is_virtual, flags_believed };
        for card in cards {
            self.believe_card(card, machine);
        }
        self.sort_macs();
    }

    fn believe_card(&mut self, card: &Network, machine: Machine) {
        let Some(mac) = card.mac.clone() else { return };
        match block_lists::card(card, &mac, machine) {
            None => self.macs.push(mac),
            Some(why) => drop(self.reject(Kind::Mac, mac, why)),
        }
    }

    fn sort_macs(&mut self) {
        self.macs.sort();
        self.macs.dedup();
        self.macs.truncate(LISTED_MAX);
    }
}

/// Words in maker, model or driver that only hypervisors use.
fn is_virtual(sections: &Sections) -> bool {
    const MAKERS: [&str; 11] = ["qemu", "kvm", "vmware", "virtualbox", "innotek", "xen", "bochs", "virtual machine", "parallels", "bhyve", "openstack"];
    const DRIVERS: [&str; 6] = ["virtio", "virtio_net", "vmxnet3", "hv_netvsc", "xen-netfront", "vif"];
    // "Physical" is also what an agent writes that found no sign where it looked: signs elsewhere count more.
    let system = sections.hardware.as_ref().and_then(|hardware| hardware.vm_system.as_deref());
    if system.is_some_and(|system| !system.eq_ignore_ascii_case("physical")) {
        return true;
    }
    let bios = sections.bios.clone().unwrap_or_default();
    let maker = [bios.manufacturer, bios.model].into_iter().flatten().any(|text| {
        let text = text.to_lowercase();
        MAKERS.iter().any(|word| text.contains(word))
    });
    let cards = sections.networks.as_deref().unwrap_or_default();
    maker || cards.iter().filter_map(|card| card.driver.as_deref()).any(|driver| DRIVERS.contains(&driver))
}
