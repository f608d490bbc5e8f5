//! What the demo knows of one device, and what it must be told about the places they stand in.

use super::models::{Cpu, Model, System};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    Desktop,
    Laptop,
    Server,
    Printer,
    Copier,
    Scanner,
    Switch,
    AccessPoint,
    Ups,
    Phone,
}

impl Sort {
    /// Runs an agent and reports by itself.
    pub fn is_computer(self) -> bool {
        matches!(self, Self::Desktop | Self::Laptop | Self::Server)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    InUse,
    InStore,
    UnderRepair,
    Lost,
    Disposed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Condition {
    Good,
    Fair,
    Poor,
}

/// A site as the park needs it.
#[derive(Debug, Clone)]
pub struct Place {
    /// `HQ`; stands in device names.
    pub code: String,
    /// `U` or `P`.
    pub island: char,
    /// Network without its last part: `10.20.1`.
    pub network: String,
    pub rooms: Vec<String>,
    /// People who work at a computer here.
    pub holders: Vec<Holder>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The caller's own index of the person, handed back in `DemoDevice::holder`.
    pub person: usize,
    pub room: String,
    /// Name at the computer, such as `fatma.ussi`.
    pub login: String,
    /// Seniors get the laptops and the telephones first.
    pub senior: bool,
    pub trade: Trade,
}

/// What a person works at; decides which programs are on the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trade {
    Prosecutor,
    Registry,
    Accounts,
    Ict,
    Other,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DemoDevice {
    /// Unique; a computer's host name, or what is painted on the thing.
    pub name: String,
    /// The number painted on for the register of public assets; unique.
    pub asset_tag: String,
    pub sort: Sort,
    pub maker: &'static str,
    pub model: &'static str,
    pub serial: String,
    /// Index into the places given to `park`.
    pub place: usize,
    pub room: String,
    /// The caller's index of the person who holds it.
    pub holder: Option<usize>,
    pub state: State,
    pub condition: Condition,
    /// Days since 1970-01-01.
    pub bought_day: i32,
    /// Whole Tanzanian shillings.
    pub price_tzs: u64,
    pub funder: &'static str,
    pub warranty_years: u8,
    /// `AA:BB:CC:DD:EE:FF`; wired first.
    pub macs: Vec<String>,
    pub address: Option<String>,
    /// Pages a printer or copier has printed.
    pub pages: Option<u64>,
    /// What an agent reports; computers only.
    pub machine: Option<Machine>,
    pub(super) hardware: &'static Model,
}

/// The inside of a computer.
#[derive(Debug, Clone, PartialEq)]
pub struct Machine {
    pub uuid: String,
    /// How the agent names itself; shared by machines cloned from one image.
    pub device_id: String,
    pub login: String,
    pub memory_mb: u64,
    /// At this step the memory was raised to so many megabytes.
    pub memory_raised: Option<(u32, u64)>,
    pub disk_mb: u64,
    pub disk_serial: String,
    /// When the system was put on it, in days since 1970-01-01; no report is older.
    pub installed_day: i32,
    pub monitor: Option<Monitor>,
    pub programs: Vec<Installed>,
    pub(super) system: &'static System,
    pub(super) cpu: &'static Cpu,
    pub(super) disk_model: &'static str,
    pub(super) seed: u64,
}

impl Machine {
    /// `Microsoft Windows 10 Pro`
    pub fn system_name(&self) -> &'static str {
        self.system.full_name
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Monitor {
    pub name: &'static str,
    pub maker: &'static str,
    pub serial: String,
}

/// A program on a machine from one step of the demo's time to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Installed {
    /// Number of the program, below `PROGRAM_COUNT`.
    pub program: usize,
    /// Which of its versions it starts with.
    pub version: usize,
    /// Days between the system's installation and the program's.
    pub days_later: i32,
    /// First step at which it is there.
    pub from_step: u32,
    /// First step at which it is gone again.
    pub until_step: Option<u32>,
}
