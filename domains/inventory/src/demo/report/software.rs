//! The sections of a report that describe what runs on the machine and who uses it, and what agents
//! send although nobody should keep it.

use super::super::calendar::day_first;
use super::super::device::Installed;
use super::super::marks;
use super::super::programs::{Program, program};
use super::xml::Xml;
use super::{Report, STEP_DAYS, STEPS_A_VERSION};

impl Report<'_> {
    pub(super) fn users(&self, xml: &mut Xml) {
        xml.section("USERS", &[("LOGIN", &self.machine.login), ("DOMAIN", "DPP")]);
        let local = format!("S-1-5-21-{}", self.seed.fork("sid").below(4_000_000_000));
        for (number, name) in [("500", "Administrator"), ("501", "Guest"), ("1001", self.machine.login.as_str())] {
            xml.section("LOCAL_USERS", &[("ID", &format!("{local}-1372-{number}")), ("NAME", name)]);
        }
        xml.within("LOCAL_GROUPS", |xml| {
            xml.field("ID", "S-1-5-32-544");
            xml.field("NAME", "Administrators");
            xml.field("MEMBER", "Administrator");
            // On old machines people still administer their own computer.
            if self.machine.system.is_old {
                xml.field("MEMBER", &self.machine.login);
            }
        });
    }

    pub(super) fn protection(&self, xml: &mut Xml) {
        let has = |name: &str| self.machine.programs.iter().any(|there| self.is_there(there) && program(there.program).name.starts_with(name));
        let name = if has("Kaspersky Endpoint") { "Kaspersky Endpoint Security for Windows" } else { "Windows Defender" };
        let current = if self.seed.fork("antivirus").chance(85) { "1" } else { "0" };
        xml.section("ANTIVIRUS", &[("NAME", name), ("ENABLED", "1"), ("UPTODATE", current)]);
        for (kind, agent) in [("teamviewer", "TeamViewer"), ("anydesk", "AnyDesk")] {
            if has(agent) {
                xml.section("REMOTE_MGMT", &[("ID", &self.seed.fork(kind).between(100_000_000, 999_999_999).to_string()), ("TYPE", kind)]);
            }
        }
    }

    pub(super) fn program(&self, xml: &mut Xml, installed: &Installed) {
        let program = program(installed.program);
        xml.section(
            "SOFTWARES",
            &[
                ("NAME", program.name),
                ("VERSION", self.version(program, installed)),
                ("PUBLISHER", program.publisher),
                ("ARCH", if program.is_64_bit { "x86_64" } else { "i586" }),
                ("FROM", "registry"),
                ("INSTALLDATE", &day_first(self.installed_on(program, installed))),
            ],
        );
    }

    /// What agents send although nobody should keep it; every value is invented.
    pub(super) fn secrets(&self, xml: &mut Xml) {
        let mut seed = self.seed.fork("licence");
        let parts: Vec<String> = (0..5).map(|_| marks::text(&mut seed, b"BCDFGHJKMPQRTVWXY2346789", 5)).collect();
        xml.section(
            "LICENSEINFOS",
            &[("NAME", "Microsoft Office"), ("FULLNAME", "Microsoft Office"), ("PRODUCTID", &self.product_id()), ("KEY", &parts.join("-"))],
        );
        xml.section("ENVS", &[("KEY", "USERPROFILE"), ("VAL", &format!(r"C:\Users\{}", self.machine.login))]);
        xml.section("PROCESSES", &[("CMD", r"C:\Tools\nakala.exe --password=mfano-tu"), ("PID", "4120"), ("USER", &self.machine.login)]);
    }

    /// On an old system a program that renews itself has stopped at its first version.
    fn moves(&self, program: &Program) -> bool {
        program.renews && !self.machine.system.is_old
    }

    fn version(&self, program: &Program, installed: &Installed) -> &'static str {
        let moved = if self.moves(program) { (self.step / STEPS_A_VERSION) as usize } else { 0 };
        program.versions[(installed.version + moved).min(program.versions.len() - 1)]
    }

    fn installed_on(&self, program: &Program, installed: &Installed) -> i32 {
        let steps_ago = |step: u32| self.day - (self.step - step) as i32 * STEP_DAYS;
        let last = (program.versions.len() - 1 - installed.version) as u32;
        let moved = if self.moves(program) { (self.step / STEPS_A_VERSION).min(last) } else { 0 };
        let on = match (moved, installed.from_step) {
            (0, 0) => self.machine.installed_day + installed.days_later,
            (0, from) => steps_ago(from),
            (moved, _) => steps_ago(moved * STEPS_A_VERSION),
        };
        on.clamp(self.machine.installed_day.min(self.day), self.day)
    }

    pub(super) fn is_there(&self, installed: &Installed) -> bool {
        installed.from_step <= self.step && installed.until_step.is_none_or(|until| self.step < until)
    }
}
