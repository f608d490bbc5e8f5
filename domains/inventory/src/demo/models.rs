//! Makes and models found in such offices, when they were bought and what they cost, with the shape
//! of their serial numbers and the first half of their network addresses.

use super::device::Sort;

/// How a maker writes serial numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Serial {
    /// Seven letters and digits, the last never a vowel: `5SH2N32`.
    Dell,
    /// A prefix and letters or digits up to so many places in all.
    Prefixed(&'static str, usize),
    /// A prefix and digits up to so many places in all.
    Digits(&'static str, usize),
    /// A machine put together in a shop, whose board was never given one.
    Placeholder,
}

/// (name, cores, threads, MHz)
pub(super) type Cpu = (&'static str, u32, u32, u32);

#[derive(Debug, PartialEq)]
pub(super) struct Model {
    pub sort: Sort,
    pub maker: &'static str,
    pub name: &'static str,
    /// First and last year in which it was bought.
    pub years: (i32, i32),
    /// Thousands of shillings, low and high.
    pub price: (u64, u64),
    pub serial: Serial,
    /// First three bytes of its addresses; empty when it has no network.
    pub oui: &'static [&'static str],
    pub weight: u32,
    pub cpus: &'static [Cpu],
    /// Megabytes.
    pub memory: &'static [u64],
    pub memory_type: &'static str,
    pub bios: &'static str,
}

/// A system as agents name it: full name, kernel version, release, service pack.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct System {
    pub full_name: &'static str,
    pub kernel: &'static str,
    pub release: &'static str,
    pub service_pack: &'static str,
    /// Its maker mends it no more, and browsers stay behind on it.
    pub is_old: bool,
}

const fn system(full_name: &'static str, kernel: &'static str, release: &'static str, service_pack: &'static str, is_old: bool) -> System {
    System { full_name, kernel, release, service_pack, is_old }
}

pub(super) static WINDOWS_7: System = system("Microsoft Windows 7 Professional", "6.1.7601", "", "Service Pack 1", true);
pub(super) static WINDOWS_8: System = system("Microsoft Windows 8.1 Pro", "6.3.9600", "", "", true);
pub(super) static WINDOWS_10_OLD: System = system("Microsoft Windows 10 Pro", "10.0.18363", "1909", "", false);
pub(super) static WINDOWS_10: System = system("Microsoft Windows 10 Pro", "10.0.19045", "22H2", "", false);
pub(super) static WINDOWS_11: System = system("Microsoft Windows 11 Pro", "10.0.22631", "23H2", "", false);
pub(super) static SERVER_2012: System = system("Microsoft Windows Server 2012 R2 Standard", "6.3.9600", "", "", true);
pub(super) static SERVER_2019: System = system("Microsoft Windows Server 2019 Standard", "10.0.17763", "1809", "", false);

const DELL: &[&str] = &["F8:BC:12", "18:66:DA", "D8:9E:F3"];
const HP: &[&str] = &["C8:D9:D2", "F4:39:09", "94:57:A5"];
const LENOVO: &[&str] = &["54:E1:AD", "98:FA:9B", "8C:16:45"];

#[allow(clippy::too_many_arguments, reason = "one line of the table below")]
const fn computer(
    sort: Sort,
    maker: &'static str,
    name: &'static str,
    years: (i32, i32),
    price: (u64, u64),
    serial: Serial,
    oui: &'static [&'static str],
    weight: u32,
    cpus: &'static [Cpu],
    memory: &'static [u64],
    memory_type: &'static str,
    bios: &'static str,
) -> Model {
    Model { sort, maker, name, years, price, serial, oui, weight, cpus, memory, memory_type, bios }
}

#[allow(clippy::too_many_arguments, reason = "one line of the table below")]
const fn thing(
    sort: Sort,
    maker: &'static str,
    name: &'static str,
    years: (i32, i32),
    price: (u64, u64),
    serial: Serial,
    oui: &'static [&'static str],
    weight: u32,
) -> Model {
    computer(sort, maker, name, years, price, serial, oui, weight, &[], &[], "", "")
}

use Serial::{Dell, Digits, Placeholder, Prefixed};
use Sort::{AccessPoint, Copier, Desktop, Laptop, Phone, Printer, Scanner, Server, Switch, Ups};

const I3_4150: Cpu = ("Intel(R) Core(TM) i3-4150 CPU @ 3.50GHz", 2, 4, 3500);
const I5_4590: Cpu = ("Intel(R) Core(TM) i5-4590 CPU @ 3.30GHz", 4, 4, 3300);
const I5_7500: Cpu = ("Intel(R) Core(TM) i5-7500 CPU @ 3.40GHz", 4, 4, 3400);
const I7_7700: Cpu = ("Intel(R) Core(TM) i7-7700 CPU @ 3.60GHz", 4, 8, 3600);
const I5_10500: Cpu = ("Intel(R) Core(TM) i5-10500 CPU @ 3.10GHz", 6, 12, 3100);
const I5_13500: Cpu = ("13th Gen Intel(R) Core(TM) i5-13500", 14, 20, 2500);
const I5_8250U: Cpu = ("Intel(R) Core(TM) i5-8250U CPU @ 1.60GHz", 4, 8, 1600);
const I5_5200U: Cpu = ("Intel(R) Core(TM) i5-5200U CPU @ 2.20GHz", 2, 4, 2200);
const I5_1135: Cpu = ("11th Gen Intel(R) Core(TM) i5-1135G7 @ 2.40GHz", 4, 8, 2400);
const I5_1335: Cpu = ("13th Gen Intel(R) Core(TM) i5-1335U", 10, 12, 1300);
const G3220: Cpu = ("Intel(R) Pentium(R) CPU G3220 @ 3.00GHz", 2, 2, 3000);
const E8400: Cpu = ("Intel(R) Core(TM)2 Duo CPU E8400 @ 3.00GHz", 2, 2, 3000);
const E5_2609: Cpu = ("Intel(R) Xeon(R) CPU E5-2609 v4 @ 1.70GHz", 8, 8, 1700);
const SILVER: Cpu = ("Intel(R) Xeon(R) Silver 4210 CPU @ 2.20GHz", 10, 20, 2200);

#[rustfmt::skip] // a table reads as a table
pub(super) static MODELS: &[Model] = &[
    computer(Desktop, "Dell Inc.", "OptiPlex 780", (2010, 2012), (1_200, 1_500), Dell, DELL, 8, &[E8400], &[2_048, 4_096], "DDR3", "A15"),
    computer(Desktop, "Dell Inc.", "OptiPlex 3020", (2014, 2016), (1_450, 1_800), Dell, DELL, 12, &[I3_4150, I5_4590], &[4_096, 8_192], "DDR3", "A20"),
    computer(Desktop, "Dell Inc.", "OptiPlex 3050", (2017, 2019), (1_700, 2_100), Dell, DELL, 14, &[I5_7500], &[4_096, 8_192], "DDR4", "1.24.0"),
    computer(Desktop, "Dell Inc.", "OptiPlex 7050", (2017, 2018), (2_100, 2_600), Dell, DELL, 5, &[I5_7500, I7_7700], &[8_192, 16_384], "DDR4", "1.27.1"),
    computer(Desktop, "Dell Inc.", "OptiPlex 3080", (2020, 2022), (2_000, 2_400), Dell, DELL, 8, &[I5_10500], &[8_192], "DDR4", "2.19.0"),
    computer(Desktop, "Dell Inc.", "OptiPlex 7010", (2023, 2025), (2_500, 2_900), Dell, DELL, 9, &[I5_13500], &[8_192, 16_384], "DDR4", "1.11.0"),
    computer(Desktop, "HP", "HP ProDesk 400 G4 MT", (2017, 2019), (1_650, 2_050), Prefixed("CZC8", 10), HP, 9, &[I5_7500], &[4_096, 8_192], "DDR4", "P09 Ver. 02.45"),
    computer(Desktop, "HP", "HP ProDesk 400 G7 Microtower PC", (2020, 2022), (1_950, 2_300), Prefixed("4CE1", 10), HP, 8, &[I5_10500], &[8_192], "DDR4", "S12 Ver. 02.16"),
    computer(Desktop, "LENOVO", "ThinkCentre M73", (2014, 2016), (1_400, 1_700), Prefixed("PC0", 8), LENOVO, 7, &[G3220, I3_4150], &[4_096], "DDR3", "FHKT75AUS"),
    computer(Desktop, "LENOVO", "ThinkCentre M720t", (2019, 2021), (1_900, 2_300), Prefixed("PC1", 8), LENOVO, 6, &[I5_10500], &[8_192], "DDR4", "M1UKT70A"),
    computer(Desktop, "Gigabyte Technology Co., Ltd.", "H81M-S2PV", (2014, 2015), (900, 1_200), Placeholder, &["FC:AA:14"], 1, &[G3220], &[4_096], "DDR3", "FB"),
    computer(Laptop, "HP", "HP ProBook 450 G2", (2014, 2016), (1_900, 2_300), Prefixed("CND5", 10), HP, 7, &[I5_5200U], &[4_096, 8_192], "DDR3", "M74 Ver. 01.51"),
    computer(Laptop, "HP", "HP ProBook 450 G5", (2018, 2019), (2_300, 2_700), Prefixed("5CD8", 10), HP, 9, &[I5_8250U], &[8_192], "DDR4", "Q85 Ver. 01.24"),
    computer(Laptop, "HP", "HP ProBook 450 G8 Notebook PC", (2021, 2023), (2_600, 3_100), Prefixed("5CD1", 10), HP, 9, &[I5_1135], &[8_192, 16_384], "DDR4", "T70 Ver. 01.14"),
    computer(Laptop, "LENOVO", "ThinkPad E14 Gen 2", (2021, 2022), (2_500, 2_900), Prefixed("PF2", 8), LENOVO, 6, &[I5_1135], &[8_192], "DDR4", "R1EET57W"),
    computer(Laptop, "LENOVO", "ThinkPad L14 Gen 4", (2023, 2025), (3_000, 3_600), Prefixed("PF4", 8), LENOVO, 5, &[I5_1335], &[16_384], "DDR4", "R25ET36W"),
    computer(Laptop, "Dell Inc.", "Latitude 3510", (2020, 2021), (2_400, 2_800), Dell, DELL, 5, &[I5_1135], &[8_192], "DDR4", "1.20.0"),
    computer(Server, "Dell Inc.", "PowerEdge T430", (2016, 2017), (13_500, 16_000), Dell, DELL, 2, &[E5_2609], &[16_384, 32_768], "DDR4", "2.15.0"),
    computer(Server, "HPE", "ProLiant ML350 Gen10", (2020, 2022), (18_000, 22_500), Prefixed("CZ20", 10), HP, 2, &[SILVER], &[32_768, 65_536], "DDR4", "U41"),
    thing(Printer, "HP", "LaserJet Pro M404dn", (2019, 2023), (950, 1_250), Prefixed("PHC", 10), HP, 9),
    thing(Printer, "HP", "LaserJet P2055dn", (2010, 2014), (800, 1_000), Prefixed("CNB", 10), HP, 5),
    thing(Printer, "HP", "LaserJet Enterprise M507dn", (2020, 2024), (1_700, 2_100), Prefixed("PHCV", 10), HP, 5),
    thing(Printer, "HP", "LaserJet MFP M428fdw", (2019, 2023), (1_350, 1_700), Prefixed("BRB", 10), HP, 5),
    thing(Printer, "Canon", "i-SENSYS LBP223dw", (2020, 2024), (850, 1_100), Prefixed("NAW", 9), &["F4:81:39"], 4),
    thing(Printer, "Kyocera", "ECOSYS P2040dn", (2018, 2022), (900, 1_200), Prefixed("VCF", 10), &["00:17:C8"], 3),
    thing(Copier, "Canon", "imageRUNNER 2425i", (2020, 2024), (5_800, 7_200), Prefixed("2TB", 8), &["F4:81:39"], 4),
    thing(Copier, "Canon", "imageRUNNER ADVANCE 4525i", (2017, 2020), (9_500, 12_500), Prefixed("XLB", 8), &["00:1E:8F"], 2),
    thing(Scanner, "Fujitsu", "fi-7160", (2016, 2021), (2_300, 2_800), Prefixed("A3B", 10), &[], 3),
    thing(Scanner, "HP", "ScanJet Pro 3000 s4", (2020, 2024), (1_200, 1_500), Prefixed("CN2", 10), &[], 3),
    thing(Switch, "Cisco", "Catalyst WS-C2960X-24TS-L", (2015, 2019), (2_600, 3_400), Prefixed("FOC", 11), &["2C:54:2D", "00:1B:D4"], 4),
    thing(Switch, "TP-Link", "TL-SG1024DE", (2018, 2023), (380, 520), Digits("2186", 13), &["50:C7:BF"], 6),
    thing(Switch, "MikroTik", "CRS326-24G-2S+RM", (2019, 2023), (750, 950), Prefixed("HCE0", 11), &["4C:5E:0C"], 3),
    thing(AccessPoint, "Ubiquiti", "UniFi AP AC Pro", (2017, 2021), (420, 560), Prefixed("788A20", 12), &["78:8A:20"], 4),
    thing(AccessPoint, "TP-Link", "EAP245", (2018, 2023), (260, 360), Digits("2197", 13), &["98:DA:C4"], 5),
    thing(AccessPoint, "MikroTik", "cAP ac", (2019, 2023), (250, 330), Prefixed("F2DA", 12), &["64:D1:54"], 3),
    thing(Ups, "APC", "Back-UPS 650VA", (2014, 2023), (260, 380), Prefixed("4B", 12), &[], 9),
    thing(Ups, "APC", "Back-UPS Pro 1500VA", (2016, 2023), (750, 1_000), Prefixed("3B", 12), &[], 4),
    thing(Ups, "APC", "Smart-UPS 3000VA", (2016, 2022), (3_200, 4_100), Prefixed("AS", 12), &[], 1),
    thing(Phone, "Yealink", "SIP-T23G", (2017, 2022), (160, 210), Digits("3140", 16), &["80:5E:C0", "00:15:65"], 6),
    thing(Phone, "Grandstream", "GXP1625", (2016, 2021), (120, 160), Prefixed("20EZ", 16), &["00:0B:82"], 4),
];

/// (model, decimal megabytes)
pub(super) const OLD_DISKS: &[(&str, u64)] =
    &[("WDC WD5000AAKX-75U6AA0", 500_107), ("ST500DM002-1BD142", 500_107), ("Hitachi HDS721032CLA362", 320_072), ("TOSHIBA DT01ACA050", 500_107)];
pub(super) const NEW_DISKS: &[(&str, u64)] = &[
    ("KINGSTON SA400S37240G", 240_057),
    ("Samsung SSD 860 EVO 250GB", 250_059),
    ("WDC WD10EZEX-75WN4A1", 1_000_204),
    ("SK hynix PC711 NVMe 256GB", 256_060),
    ("KBG40ZNS512G NVMe KIOXIA 512GB", 512_110),
];
pub(super) const SERVER_DISKS: &[(&str, u64)] = &[("PERC H730 Adp", 1_999_844), ("HPE LOGICAL VOLUME", 2_400_320)];

/// (name, maker as agents give it, serial prefix)
pub(super) const MONITORS: &[(&str, &str, &str)] = &[
    ("DELL E2016H", "Dell Inc.", "CN0XJ5TR"),
    ("DELL E1916H", "Dell Inc.", "CN0T0H1P"),
    ("HP V194", "Hewlett Packard", "CNC6"),
    ("HP P204v", "Hewlett Packard", "CN42"),
    ("LEN T2054pC", "Lenovo Group Limited", "V5"),
    ("DELL 1707FP", "Dell Inc.", "C9756"),
];
