//! The report an agent would send from a demo computer, in the XML of FusionInventory 2.6, so that
//! the demo's facts come in through the same parser as real ones. It carries what real agents carry
//! by default, environment and command lines included, because the door must drop them.

mod hardware;
mod software;
mod xml;

use kernel::seed::Seed;

use super::calendar::iso;
use super::device::{DemoDevice, Machine};
use xml::Xml;

/// Days between two steps.
const STEP_DAYS: i32 = 30;
/// Steps between two versions of a program that renews itself.
const STEPS_A_VERSION: u32 = 4;

/// The body that the agent on `device` sends on `day` (days since 1970-01-01), `step` months into
/// the demo's time: later steps have newer versions, other programs and less free space. The same
/// three arguments give the same bytes. Empty for a device that is no computer.
pub fn report_xml(device: &DemoDevice, step: u32, day: i32) -> String {
    let Some(machine) = &device.machine else {
        return String::new();
    };
    let report = Report { device, machine, step, day, seed: Seed::new(machine.seed) };
    let mut xml = Xml::default();
    xml.text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n");
    xml.within("REQUEST", |xml| {
        xml.within("CONTENT", |xml| report.content(xml));
        xml.field("DEVICEID", &machine.device_id);
        xml.field("QUERY", "INVENTORY");
    });
    xml.text
}

struct Report<'a> {
    device: &'a DemoDevice,
    machine: &'a Machine,
    step: u32,
    day: i32,
    /// Chance that never changes from one report of this machine to the next.
    seed: Seed,
}

impl Report<'_> {
    fn content(&self, xml: &mut Xml) {
        xml.section("ACCESSLOG", &[("LOGDATE", &self.time(0)), ("USERID", "N/A")]);
        self.identity(xml);
        self.system(xml);
        self.boards(xml);
        self.disks(xml);
        self.network(xml);
        self.users(xml);
        self.protection(xml);
        for installed in self.machine.programs.iter().filter(|installed| self.is_there(installed)) {
            self.program(xml, installed);
        }
        self.secrets(xml);
        xml.field("VERSIONCLIENT", "FusionInventory-Agent_v2.6");
        xml.section(
            "VERSIONPROVIDER",
            &[("NAME", "FusionInventory"), ("VERSION", "2.6"), ("PROGRAM", r"C:\Program Files\FusionInventory-Agent\perl\bin\fusioninventory-win32-service")],
        );
    }

    /// A number that changes from day to day.
    fn wobble(&self) -> u64 {
        Seed::new(self.machine.seed ^ self.day as u64).next()
    }

    fn product_id(&self) -> String {
        let number = self.seed.fork("product").between(10_000, 99_999);
        format!("00330-8{number}-00001-AAOEM")
    }

    /// A moment of the report's morning, `minutes` before it.
    fn time(&self, minutes: u64) -> String {
        let at = 8 * 60 + self.wobble() % 150 - minutes.min(60);
        format!("{} {:02}:{:02}:{:02}", iso(self.day), at / 60, at % 60, self.wobble() % 60)
    }
}
