//! Real inventory agents of Debian report this very machine, and recorded reports of other makes
//! are sent as their agents would send them. What came in is looked at through the API and on the
//! pages, as a person would: one machine is one device, whoever reported it; a cloned image is two.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::http::{Client, encoded};
use crate::office::{Office, Running, text};
use crate::person::{api_items, sign_in};
use crate::printed::Printed;

/// Where the recorded reports lie, seen from the project's folder.
const SAMPLES: &str = "../shared/data/inventories";
/// The page of reports that a person must judge.
const QUEUE: &str = "/sighting?state=open";
/// A Debian machine with this few packages is not read whole.
const FEWEST_PROGRAMS: u64 = 100;

/// What each recorded report must bring: the name of a device, or of a find in the queue.
const RECORDED: [(&str, Place, &str); 21] = [
    ("computer_1.json", Place::Device, "glpixps"),
    ("computer_1_partial_batteries.json", Place::Device, "glpixps"),
    ("computer_1_partial_cpu.json", Place::Device, "glpixps"),
    ("computer_1_partial_memory.json", Place::Device, "glpixps"),
    ("computer_1_partial_softs.json", Place::Device, "glpixps"),
    ("computer_1_partial_volumes.json", Place::Device, "glpixps"),
    ("computer_3.json", Place::Device, "LF014"),
    ("computer_3_updated.json", Place::Device, "LF014"),
    ("legacy-1.xml", Place::Device, "LF014"),
    ("legacy-2.xml", Place::Device, "pc-arg-23"),
    ("legacy-3.xml", Place::Device, "MacBook-de-teclib"),
    ("legacy-4.xml", Place::Device, "iMac de Marie"),
    ("legacy-5.xml", Place::Device, "WR21"),
    ("legacy-5-good.xml", Place::Device, "WR21"),
    ("legacy-7.xml", Place::Device, "ucs6248up-cluster-pa3-B"),
    ("legacy-8.xml", Place::Device, "CE75I09008"),
    ("legacy-9.xml", Place::Queue, "homeassistant"),
    ("legacy-10.xml", Place::Queue, "swdc-07-01-dc1"),
    ("networkequipment_1.json", Place::Device, "ucs6248up-cluster-pa3-B"),
    ("phone_1.json", Place::Device, "Mi9TPro-TéléphoneM"),
    ("printer_1.json", Place::Device, "NPIF2BE10"),
];

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Device,
    Queue,
}

/// An office open for reports, and someone who looks at what came in.
struct Desk {
    running: Running,
    printed: Printed,
    officer: Client,
    path: String,
}

pub fn run(office: &Office) -> Result<()> {
    let (running, _) = office.start()?;
    let printed = running.printed()?;
    let officer = sign_in(running.addr, printed.account("officer")?)?;
    let path = printed.agent_address.splitn(4, '/').nth(3).map(|rest| format!("/{rest}"));
    let mut desk = Desk { running, printed, officer, path: path.context("an agent address without a path")? };

    this_machine(&mut desk, &office.scratch)?;
    recorded(&mut desk)?;
    cloned_image(&mut desk)?;
    a_broken_report(&mut desk)?;
    desk.running.stop()?;
    office.must_be_sound()
}

fn this_machine(desk: &mut Desk, scratch: &Path) -> Result<()> {
    let host = fs::read_to_string("/proc/sys/kernel/hostname")?.trim().to_owned();
    let state = scratch.join("ocsinventory");
    fs::create_dir_all(&state)?;
    let server = format!("--server={}", desk.printed.agent_address);
    let words = ["--config=none", "--tasks=inventory", "--force", "--logger=stderr", &server];
    report("fusioninventory-agent", &words)?;
    let once = desk.one_device(&host)?;
    let programs = once["program_count"].as_u64().unwrap_or_default();
    ensure!(programs > FEWEST_PROGRAMS, "{host} has {programs} programs after FusionInventory");

    let state = format!("--basevardir={}", text(&state)?);
    report("ocsinventory-agent", &["--force", "--info", "--nolocal", &server, &state])?;
    let twice = desk.one_device(&host)?;
    ensure!(twice["number"] == once["number"], "{host} is {} and {}", once["number"], twice["number"]);
    desk.has_a_page(&twice, &host)?;
    println!("{host}: reported by two agents, one device {}, {programs} programs", twice["number"]);
    Ok(())
}

/// Runs a real agent; its log is shown when it is not content. Neither says so by how it ends.
fn report(agent: &str, words: &[&str]) -> Result<()> {
    let output = Command::new(agent).args(words).output().with_context(|| format!("{agent} does not start"))?;
    let said = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
    let wrong = ["[error]", "Cannot establish", "Deflating problem", "Cannot send"];
    // OCS misses a module for scanning networks, which is not asked of it.
    let mut lines = said.lines().filter(|line| !line.contains("[snmpscan]"));
    let content = output.status.success() && !lines.any(|line| wrong.iter().any(|sign| line.contains(sign)));
    ensure!(content, "{agent} is not content ({}):\n{said}", output.status);
    Ok(())
}

fn recorded(desk: &mut Desk) -> Result<()> {
    let folder = PathBuf::from(SAMPLES);
    if !folder.is_dir() {
        println!("no recorded reports at {SAMPLES}; this part is left out");
        return Ok(());
    }
    let known = |name: &str| RECORDED.iter().any(|(file, ..)| *file == name);
    for entry in fs::read_dir(&folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        ensure!(name == "LICENSE" || known(&name), "nobody says what {name} must bring");
    }
    for (file, place, name) in RECORDED {
        let body = fs::read(folder.join(file)).with_context(|| file.to_owned())?;
        desk.post(file, &body)?;
        desk.must_show(place, name).with_context(|| file.to_owned())?;
    }
    println!("{} recorded reports came in and are shown", RECORDED.len());
    Ok(())
}

/// Two machines made from one disk image: the same agent folder and name, other hardware.
fn cloned_image(desk: &mut Desk) -> Result<()> {
    const NAME: &str = "picha-moja";
    for (serial, uuid, mac) in
        [("TZ-0001", "4c4c4544-0001-3010-8048-b6c04f500001", "3c:52:82:00:00:01"), ("TZ-0002", "4c4c4544-0002-3010-8048-b6c04f500002", "3c:52:82:00:00:02")]
    {
        let body = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><REQUEST><CONTENT>\
             <BIOS><SSN>{serial}</SSN><SMODEL>ProDesk 400</SMODEL><SMANUFACTURER>HP</SMANUFACTURER></BIOS>\
             <HARDWARE><NAME>{NAME}</NAME><UUID>{uuid}</UUID><CHASSIS_TYPE>Desktop</CHASSIS_TYPE></HARDWARE>\
             <NETWORKS><MACADDR>{mac}</MACADDR><DESCRIPTION>eth0</DESCRIPTION><VIRTUALDEV>0</VIRTUALDEV></NETWORKS>\
             <VERSIONCLIENT>FusionInventory-Agent_v2.6</VERSIONCLIENT></CONTENT>\
             <DEVICEID>{NAME}-2026-01-05-08-00-00</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>"
        );
        desk.post("clone.xml", body.as_bytes())?;
    }
    let numbers: Vec<String> = desk.named(NAME)?.iter().map(|device| device["number"].to_string()).collect();
    ensure!(numbers.len() == 2 && numbers[0] != numbers[1], "a cloned image became {numbers:?}");
    desk.must_show(Place::Queue, NAME)?;
    println!("a cloned image is two devices, and stands in the queue");
    Ok(())
}

/// A report that cannot be read is refused, and the office goes on.
fn a_broken_report(desk: &mut Desk) -> Result<()> {
    for body in [&b"<REQUEST><CONTENT>"[..], b"{\"action\":", b"\x78\x9c\x00\x01", b""] {
        let path = desk.path.clone();
        let answer = Client::new(desk.running.addr).post(&path, "application/xml", body)?;
        ensure!((400..500).contains(&answer.status), "a broken report is answered {}", answer.status);
    }
    ensure!(desk.running.is_ready(), "broken reports ended the service");
    Ok(())
}

impl Desk {
    fn post(&self, file: &str, body: &[u8]) -> Result<()> {
        let json = file.ends_with(".json");
        let (kind, agent) = if json { ("application/json", "GLPI-Agent_v1.7") } else { ("application/xml", "FusionInventory-Agent_v2.6") };
        let headers = [("Content-Type", kind), ("User-Agent", agent), ("Pragma", "no-cache")];
        let answer = Client::new(self.running.addr).send("POST", &self.path, &headers, body)?;
        ensure!(answer.status == 200, "{file} is answered {}: {}", answer.status, answer.start());
        ensure!(!answer.body.is_empty(), "{file} is answered with nothing, which its agent calls an error");
        Ok(())
    }

    /// The devices that bear exactly this name, whatever its capitals.
    fn named(&self, name: &str) -> Result<Vec<Value>> {
        let mut items = api_items(self.running.addr, &self.printed, "device", name)?;
        items.retain(|item| item["name"].as_str().is_some_and(|n| n.to_lowercase() == name.to_lowercase()));
        Ok(items)
    }

    fn one_device(&self, name: &str) -> Result<Value> {
        let mut items = self.named(name)?;
        ensure!(items.len() == 1, "{} devices are named {name}", items.len());
        Ok(items.remove(0))
    }

    fn must_show(&mut self, place: Place, name: &str) -> Result<()> {
        if place == Place::Queue {
            let page = self.officer.get(&format!("{QUEUE}&q={}", encoded(name)))?;
            ensure!(page.status == 200 && page.text().contains(name), "{name} is not shown in {QUEUE}: {}", page.status);
            return Ok(());
        }
        let items = self.named(name)?;
        let device = items.first().with_context(|| format!("no device is named {name}"))?;
        for field in ["number", "name", "kind", "serial", "uuid", "state", "holder", "program_count"] {
            ensure!(device.get(field).is_some(), "{name} has no {field} in the API");
        }
        self.has_a_page(&device.clone(), name)
    }

    fn has_a_page(&mut self, device: &Value, name: &str) -> Result<()> {
        let number = device["number"].as_str().context("a device without a number")?;
        let page = self.officer.get(&format!("/device/{number}"))?;
        ensure!(page.status == 200 && page.text().contains(name), "no page shows {number} {name}: {}", page.status);
        Ok(())
    }
}
