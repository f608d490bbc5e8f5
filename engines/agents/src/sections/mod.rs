//! The facts of a machine, section by section, the same whichever agent told them. An absent
//! section is `None`: the agent said nothing of it. Lists stand in an order of their own, so that
//! two reports with the same facts are equal. Nothing here changes by itself from day to day.

mod devices;
mod line;
mod listing;
mod machine;
mod record;
mod software;
mod storage;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

pub use devices::*;
pub use line::Keyed;
pub use machine::*;
pub use software::*;
pub use storage::*;

pub(crate) use line::{Key, Line};
pub(crate) use record::{field_type, record};

use crate::quarantine::Quarantined;
use line::hash_of;
use listing::{in_order, many_from, one_from, read_many, read_one};

/// Sections that hold no facts of the machine, or whose facts stand elsewhere.
const NOT_KEPT: [&str; 8] = ["accesslog", "accountinfo", "download", "users", "versionclient", "versionprovider", "old_deviceid", "timestamp"];

macro_rules! sections {
    (
        one { $($(#[$one_doc:meta])* $one:ident: $one_type:ident [$($one_wire:literal),+],)* }
        many { $($(#[$many_doc:meta])* $many:ident: $many_type:ident [$($many_wire:literal),+],)* }
    ) => {
        /// All that is known of a machine. See the record types for fields and units.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct Sections {
            $(
                $(#[$one_doc])*
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $one: Option<$one_type>,
            )*
            $(
                $(#[$many_doc])*
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $many: Option<Vec<$many_type>>,
            )*
            /// Sections this program has no form for, under the agent's lower-case name.
            #[serde(skip_serializing_if = "BTreeMap::is_empty")]
            pub other: BTreeMap<String, Vec<Value>>,
        }

        impl Sections {
            /// Names of all sections that have a form, as fields of this struct.
            pub const NAMES: &'static [&'static str] =
                &[$(stringify!($one),)* $(stringify!($many),)*];

            pub(crate) fn read(content: &Map<String, Value>, odd: &mut Vec<Quarantined>) -> Self {
                let mut sections = Self::default();
                $(sections.$one = read_one(content, stringify!($one), &[$($one_wire),+], odd);)*
                $(sections.$many = read_many(content, stringify!($many), &[$($many_wire),+], odd);)*
                let known = |name: &str| {
                    NOT_KEPT.contains(&name)
                        $($(|| name == $one_wire)+)* $($(|| name == $many_wire)+)*
                };
                for (name, value) in content {
                    let records = in_order(value);
                    if !known(name) && !records.is_empty() {
                        sections.other.insert(other_name(name), records);
                    }
                }
                sections
            }

            /// Each section's records as canonical JSON, in order, with their keys.
            pub(crate) fn lines(&self) -> BTreeMap<&str, Vec<Line>> {
                let mut all = BTreeMap::new();
                $(if let Some(record) = &self.$one {
                    all.insert(stringify!($one), vec![Line::of(record)]);
                })*
                $(if let Some(records) = &self.$many {
                    all.insert(stringify!($many), records.iter().map(Line::of).collect());
                })*
                for (name, value) in &self.other {
                    let lines = value.iter().map(Line::plain).collect();
                    all.insert(name.as_str(), lines);
                }
                all
            }

            /// Takes over the sections that `newer` has.
            pub(crate) fn overlay(&mut self, newer: &Self) {
                $(if newer.$one.is_some() { self.$one.clone_from(&newer.$one); })*
                $(if newer.$many.is_some() { self.$many.clone_from(&newer.$many); })*
                for (name, value) in &newer.other {
                    self.other.insert(name.clone(), value.clone());
                }
            }

            /// Puts the records of one section in its place; an unknown name goes to `other`.
            pub(crate) fn place(
                &mut self,
                name: &str,
                records: Vec<Value>,
            ) -> Result<(), serde_json::Error> {
                match name {
                    $(stringify!($one) => self.$one = one_from(records)?,)*
                    $(stringify!($many) => self.$many = Some(many_from(records)?),)*
                    _ => {
                        self.other.insert(name.to_owned(), in_order(&Value::Array(records)));
                    }
                }
                Ok(())
            }

            /// Empties a list section; false when there is no such list.
            pub(crate) fn empty(&mut self, name: &str) -> bool {
                match name {
                    $(stringify!($many) => self.$many = Some(Vec::new()),)*
                    _ => return false,
                }
                true
            }
        }
    };
}

sections! {
    one {
        hardware: Hardware ["hardware"],
        bios: Bios ["bios"],
        os: Os ["operatingsystem"],
        timezone: Timezone ["timezone"],
        network_device: NetworkDevice ["network_device"],
        page_counters: PageCounters ["pagecounters"],
        cartridges: Cartridges ["cartridges", "consumables"],
    }
    many {
        cpus: Cpu ["cpus"],
        memories: Memory ["memories"],
        disks: Disk ["storages"],
        volumes: Volume ["drives"],
        physical_volumes: PhysicalVolume ["physical_volumes"],
        logical_volumes: LogicalVolume ["logical_volumes"],
        volume_groups: VolumeGroup ["volume_groups"],
        networks: Network ["networks"],
        programs: Program ["softwares"],
        licences: Licence ["licenseinfos"],
        local_users: LocalUser ["local_users"],
        local_groups: LocalGroup ["local_groups"],
        monitors: Monitor ["monitors"],
        printers: Printer ["printers"],
        antivirus: Antivirus ["antivirus"],
        firewalls: Firewall ["firewalls", "firewall"],
        remote_management: RemoteManagement ["remote_mgmt"],
        batteries: Battery ["batteries"],
        controllers: Controller ["controllers"],
        videos: Video ["videos"],
        usb_devices: UsbDevice ["usbdevices"],
        ports: Port ["ports"],
        slots: Slot ["slots"],
        inputs: Input ["inputs"],
        sounds: Sound ["sounds"],
        virtual_machines: VirtualMachine ["virtualmachines"],
        databases: DatabaseServer ["databases_services"],
        sim_cards: SimCard ["simcards"],
        modems: Modem ["modems"],
        network_ports: NetworkPort ["network_ports"],
        components: Component ["network_components"],
        firmwares: Firmware ["firmwares"],
    }
}

impl Sections {
    /// SHA-256 of each section that has records; their order does not matter.
    pub fn section_hashes(&self) -> BTreeMap<String, [u8; 32]> {
        let lines = self.lines();
        lines.into_iter().map(|(name, lines)| (name.to_owned(), hash_of(lines))).collect()
    }

    /// SHA-256 over names and hashes of all sections that have records.
    pub fn sameness_hash(&self) -> [u8; 32] {
        let mut all = Sha256::new();
        for (name, hash) in self.section_hashes() {
            all.update(name.as_bytes());
            all.update([0]);
            all.update(hash);
        }
        all.finalize().into()
    }
}

/// An agent's section that is called like one of ours must not pass for it.
fn other_name(name: &str) -> String {
    if Sections::NAMES.contains(&name) { format!("sent:{name}") } else { name.to_owned() }
}
