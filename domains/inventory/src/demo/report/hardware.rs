//! The sections of a report that describe the machine itself: its maker, system, memory, disks, cards.

use super::super::calendar::iso;
use super::super::device::Sort;
use super::super::marks;
use super::Report;
use super::xml::Xml;

impl Report<'_> {
    pub(super) fn identity(&self, xml: &mut Xml) {
        let Self { device, machine, .. } = self;
        xml.section(
            "BIOS",
            &[
                ("BMANUFACTURER", device.maker),
                ("BVERSION", device.hardware.bios),
                ("SMANUFACTURER", device.maker),
                ("SMODEL", device.model),
                ("SSN", &device.serial),
            ],
        );
        xml.section(
            "HARDWARE",
            &[
                ("NAME", &device.name),
                ("UUID", &machine.uuid),
                ("CHASSIS_TYPE", chassis(device.sort)),
                ("MEMORY", &(self.memory() - 120).to_string()),
                ("SWAP", &(self.memory() + 1_024).to_string()),
                ("OSNAME", machine.system.full_name),
                ("OSVERSION", machine.system.kernel),
                ("VMSYSTEM", "Physical"),
                ("WORKGROUP", "DPP"),
                ("LASTLOGGEDUSER", &machine.login),
                ("DATELASTLOGGEDUSER", &self.time(25)),
                ("DEFAULTGATEWAY", &self.gateway()),
                ("DNS", "10.20.1.10"),
                ("WINPRODID", &self.product_id()),
                ("ETIME", "14"),
            ],
        );
    }

    pub(super) fn system(&self, xml: &mut Xml) {
        let system = self.machine.system;
        xml.within("OPERATINGSYSTEM", |xml| {
            xml.field("NAME", "Windows");
            xml.field("FULL_NAME", system.full_name);
            xml.field("VERSION", if system.release.is_empty() { system.kernel } else { system.release });
            xml.field("KERNEL_NAME", "MSWin32");
            xml.field("KERNEL_VERSION", system.kernel);
            xml.field("SERVICE_PACK", system.service_pack);
            xml.field("ARCH", "64-bit");
            xml.field("FQDN", &format!("{}.dpp.example", self.device.name.to_lowercase()));
            xml.field("DNS_DOMAIN", "dpp.example");
            xml.field("BOOT_TIME", &self.time(40));
            xml.field("INSTALL_DATE", &format!("{} 09:12:00", iso(self.machine.installed_day)));
            xml.within("TIMEZONE", |xml| {
                xml.field("NAME", "E. Africa Standard Time");
                xml.field("OFFSET", "+0300");
            });
        });
    }

    pub(super) fn boards(&self, xml: &mut Xml) {
        let (name, cores, threads, speed) = *self.machine.cpu;
        let counts = [cores.to_string(), threads.to_string(), speed.to_string()];
        xml.section(
            "CPUS",
            &[("NAME", name), ("MANUFACTURER", "Intel"), ("CORE", &counts[0]), ("THREAD", &counts[1]), ("SPEED", &counts[2]), ("ARCH", "x86_64")],
        );
        let mut seed = self.seed.fork("memory");
        for slot in 1..=2 {
            let half = (self.memory() / 2).to_string();
            let serial = marks::text(&mut seed, b"0123456789ABCDEF", 8);
            xml.section(
                "MEMORIES",
                &[
                    ("CAPACITY", &half),
                    ("CAPTION", "Physical Memory"),
                    ("TYPE", self.device.hardware.memory_type),
                    ("NUMSLOTS", &slot.to_string()),
                    ("SERIALNUMBER", &serial),
                ],
            );
        }
        if let Some(monitor) = &self.machine.monitor {
            xml.section("MONITORS", &[("CAPTION", monitor.name), ("MANUFACTURER", monitor.maker), ("SERIAL", &monitor.serial)]);
        }
        xml.section("VIDEOS", &[("CHIPSET", "Intel(R) HD Graphics Family"), ("NAME", "Intel(R) HD Graphics"), ("RESOLUTION", "1366x768")]);
    }

    pub(super) fn disks(&self, xml: &mut Xml) {
        let machine = self.machine;
        xml.section(
            "STORAGES",
            &[
                ("NAME", r"\\.\PHYSICALDRIVE0"),
                ("MODEL", machine.disk_model),
                ("MANUFACTURER", "(Standard disk drives)"),
                ("SERIAL", &machine.disk_serial),
                ("SERIALNUMBER", &machine.disk_serial),
                ("DISKSIZE", &machine.disk_mb.to_string()),
                ("TYPE", "Fixed hard disk media"),
                ("INTERFACE", "IDE"),
            ],
        );
        // Binary megabytes, less what the system keeps for recovery.
        let total = machine.disk_mb * 1_000 / 1_049 - 700;
        let free = total * self.free_percent() / 100 - self.wobble() % 900;
        let encrypted = self.device.sort == Sort::Laptop && !machine.system.is_old;
        xml.section(
            "DRIVES",
            &[
                ("LETTER", "C:"),
                ("VOLUMN", "Windows"),
                ("FILESYSTEM", "NTFS"),
                ("TYPE", "Local Disk"),
                ("SYSTEMDRIVE", "1"),
                ("TOTAL", &total.to_string()),
                ("FREE", &free.to_string()),
                ("ENCRYPT_STATUS", if encrypted { "Yes" } else { "No" }),
            ],
        );
    }

    pub(super) fn network(&self, xml: &mut Xml) {
        let Some(wired) = self.device.macs.first() else {
            return;
        };
        let address = self.device.address.as_deref().unwrap_or_default();
        let gateway = self.gateway();
        xml.section(
            "NETWORKS",
            &[
                ("DESCRIPTION", "Realtek PCIe GbE Family Controller"),
                ("MACADDR", wired),
                ("IPADDRESS", address),
                ("IPMASK", "255.255.255.0"),
                ("IPGATEWAY", &gateway),
                ("IPDHCP", &gateway),
                ("SPEED", "1000"),
                ("STATUS", "Up"),
                ("TYPE", "ethernet"),
                ("VIRTUALDEV", "0"),
            ],
        );
        if let Some(wireless) = self.device.macs.get(1) {
            xml.section(
                "NETWORKS",
                &[("DESCRIPTION", "Intel(R) Dual Band Wireless-AC 8265"), ("MACADDR", wireless), ("STATUS", "Down"), ("TYPE", "wifi"), ("VIRTUALDEV", "0")],
            );
        }
    }

    fn memory(&self) -> u64 {
        match self.machine.memory_raised {
            Some((step, raised)) if self.step >= step => raised,
            _ => self.machine.memory_mb,
        }
    }

    /// From 12 to 70 of 100 at first, a little less with every step.
    fn free_percent(&self) -> u64 {
        let first = self.seed.fork("disk").between(12, 70);
        first.saturating_sub(u64::from(self.step) * 2).max(4)
    }

    fn gateway(&self) -> String {
        let address = self.device.address.as_deref().unwrap_or("10.20.1.0");
        address.rsplit_once('.').map_or_else(String::new, |(network, _)| format!("{network}.1"))
    }
}

fn chassis(sort: Sort) -> &'static str {
    match sort {
        Sort::Laptop => "Notebook",
        Sort::Server => "Tower",
        _ => "Desktop",
    }
}
