//! An agent's report on its way into the register: whose machine it is, what has changed, and what waits for a person to decide.
//! Nine reports in ten say what the last one said; they leave a stamp and no change.

use crate::device::Device;
use crate::sighting::Sighting;
use agents::sections::Program;
use agents::{Client, Evidence, ItemType, Match, Report, Sections};
use kernel::actor::{Actor, View};
use kernel::attached::{Kept, keep};
use kernel::erasure::hex;
use kernel::id::{Id, Link};
use kernel::problem::{Problem, Result};
use kernel::record::{Head, Record};
use kernel::vals;
use kernel::work::Work;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What became of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    pub device: Id,
    pub number: String,
    pub how: How,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum How {
    /// A machine not known before.
    New,
    Changed,
    /// Said what was known.
    Unchanged,
    /// A machine of its own until a person has decided.
    Queued,
}

/// Takes a report in. `site` is the enrolment's; `at` the moment of arrival.
pub fn receive(actor: &Actor, report: &Report, site: Option<Id>, at: i64) -> Result<Received> {
    let sameness = hex(&report.sameness_hash());
    let source = source_of(report.client);
    let kept = keep_body(actor, report)?;
    // Two reports of one machine at once: the second finds the row moved on and is told again.
    for _ in 0..MAX_TRIES {
        let mut work = actor.work_at("inventory.report", at)?;
        let known = match recognise(&work, &report.evidence)? {
            Recognised::Known(device) => Some((*device, None)),
            Recognised::Doubtful(device, what) => Some((*device, Some(what))),
            Recognised::Unknown => None,
        };
        let (device, how) = match known {
            Some((device, None)) if last_sameness(&work, device.head.id, source)?.as_deref() == Some(&sameness) => (device, How::Unchanged),
            Some((device, None)) => (describe(&mut work, &device, report, source, &sameness, &kept)?, How::Changed),
            Some((known, Some(what))) => (queue(&mut work, &known, report, site, &what, (source, &sameness, &kept))?, How::Queued),
            None => (first_seen(&mut work, report, site, (source, &sameness, &kept))?, How::New),
        };
        stamp(&mut work, device.head.id, report, source);
        match work.commit() {
            Ok(committed) => {
                let number = committed.numbers.iter().find(|(id, _)| *id == device.head.id).map_or(device.head.number.clone(), |(_, number)| number.clone());
                return Ok(Received { device: device.head.id, number, how });
            }
            Err(Problem::Stale { .. }) => {}
            Err(other) => return Err(other),
        }
    }
    Err(Problem::Store("a machine is reported by many at once".into()))
}

const MAX_TRIES: usize = 5;

/// The body that is kept as evidence: dropped and masked, never as it came.
fn keep_body(actor: &Actor, report: &Report) -> Result<Kept> {
    keep(&actor.app, "report.json", "application/json", report.kept.to_string().as_bytes())
}

enum Recognised {
    Known(Box<Device>),
    Doubtful(Box<Device>, String),
    Unknown,
}

/// Looks for the machine among those that share any evidence. One that is surely the same wins over any doubt about others.
fn recognise(view: &View, evidence: &Evidence) -> Result<Recognised> {
    let mut doubtful = None;
    for candidate in candidates(view, evidence)? {
        let Some(known) = &candidate.evidence else { continue };
        match agents::compare(known, evidence) {
            Match::Same { .. } => return Ok(Recognised::Known(Box::new(candidate))),
            Match::Conflict { what } if doubtful.is_none() => {
                let what = serde_json::to_value(what).ok().and_then(|what| what.as_str().map(str::to_owned)).unwrap_or_default();
                doubtful = Some((Box::new(candidate), what));
            }
            Match::Conflict { .. } | Match::Different => {}
        }
    }
    Ok(doubtful.map_or(Recognised::Unknown, |(device, what)| Recognised::Doubtful(device, what)))
}

/// Devices that share a key of the evidence, those with the strongest first; merged ones lead to what they were merged into.
fn candidates(view: &View, evidence: &Evidence) -> Result<Vec<Device>> {
    const MOST: usize = 20;
    let mut found: Vec<Device> = Vec::new();
    for (kind, value) in evidence.keys() {
        let ids = view.rows("SELECT device FROM fact_evidence WHERE kind = ?1 AND value = ?2 LIMIT ?3", vals![kind_name(kind), value, MOST], |row| row.id("device"))?;
        for id in ids.into_iter().flatten() {
            let mut device: Device = view.fetch(id)?;
            if let Some(other) = device.merged_into {
                // The evidence that was merged identifies the record that stands.
                let merged = device.evidence.clone();
                device = Device { evidence: merged, ..view.fetch(other)? };
            }
            if found.len() < MOST && !found.iter().any(|known| known.head.id == device.head.id && known.evidence == device.evidence) {
                found.push(device);
            }
        }
    }
    Ok(found)
}

pub(crate) fn kind_name(kind: agents::Kind) -> String {
    serde_json::to_value(kind).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

fn first_seen(work: &mut Work, report: &Report, site: Option<Id>, told: (&'static str, &str, &Kept)) -> Result<Device> {
    let device = work.make(described(&Device { state: "found".into(), head: Head { site, ..Head::default() }, ..Device::default() }, report, &report.sections, told.0))?;
    record(work, &device, report, &Sections::default(), &report.sections, told)?;
    Ok(device)
}

/// A record of its own for a report that contradicts what is known, and a line in the queue.
fn queue(work: &mut Work, known: &Device, report: &Report, site: Option<Id>, what: &str, told: (&'static str, &str, &Kept)) -> Result<Device> {
    let device = first_seen(work, report, site, told)?;
    work.make(Sighting {
        head: Head { site, ..Head::default() },
        title: device.name.clone(),
        why: what.into(),
        device: Some(device.head.id),
        known: Some(known.head.id),
        state: "open".into(),
        evidence: serde_json::to_value(&report.evidence).ok(),
    })?;
    work.mention(Link::new(Device::KIND, known.head.id), "resembles");
    Ok(device)
}

/// Writes what differs onto a known device. A lesser agent on the same machine adds its evidence and changes nothing else.
fn describe(work: &mut Work, device: &Device, report: &Report, source: &'static str, sameness: &str, kept: &Kept) -> Result<Device> {
    let leading = device.reporter.as_deref().is_none_or(|leading| rank(source) >= rank(leading));
    let own = evidence_after(device.evidence.as_ref(), &report.evidence);
    if !leading {
        let saved = work.save(device, Device { evidence: Some(own), ..device.clone() })?;
        work.facts(&saved, "report", report_facts(report, source, sameness, kept))?;
        work.facts(&saved, "kept", kept.sha256.clone().into())?;
        return Ok(saved);
    }
    // A fuller agent takes over with its own account of the machine, not mixed with the other's.
    let takes_over = device.reporter.as_deref() != Some(source);
    let known = sections(work, device.head.id)?;
    let (before, base) = if takes_over { (known.clone(), Sections::default()) } else { (known.clone(), known) };
    let after = agents::merge(&base, report);
    let saved = work.save(device, Device { evidence: Some(own), ..described(device, report, &after, source) })?;
    record(work, &saved, report, &before, &after, (source, sameness, kept))?;
    Ok(saved)
}

/// New evidence, with the old where the new says nothing.
fn evidence_after(known: Option<&Evidence>, new: &Evidence) -> Evidence {
    let Some(known) = known else { return new.clone() };
    let macs = if new.macs.is_empty() { known.macs.clone() } else { new.macs.clone() };
    Evidence {
        system_uuid: new.system_uuid.clone().or_else(|| known.system_uuid.clone()),
        serial: new.serial.clone().or_else(|| known.serial.clone()),
        model: new.model.clone().or_else(|| known.model.clone()),
        manufacturer: new.manufacturer.clone().or_else(|| known.manufacturer.clone()),
        asset_tag: new.asset_tag.clone().or_else(|| known.asset_tag.clone()),
        agent_uuid: new.agent_uuid.clone().or_else(|| known.agent_uuid.clone()),
        device_id: new.device_id.clone().or_else(|| known.device_id.clone()),
        name: new.name.clone().or_else(|| known.name.clone()),
        macs,
        ..new.clone()
    }
}

fn record(work: &mut Work, device: &Device, report: &Report, before: &Sections, after: &Sections, told: (&'static str, &str, &Kept)) -> Result<()> {
    let (source, sameness, kept) = told;
    let bare = |sections: &Sections| Sections { programs: None, ..sections.clone() };
    let diff = agents::diff(&bare(before), &bare(after));
    if !diff.is_empty() {
        work.facts(device, "sections", serde_json::to_value(diff).unwrap_or_default())?;
    }
    let programs = program_diff(before.programs.as_deref().unwrap_or_default(), after.programs.as_deref().unwrap_or_default());
    if let Some(programs) = programs {
        work.facts(device, "programs", programs)?;
    }
    work.facts(device, "report", report_facts(report, source, sameness, kept))?;
    work.facts(device, "kept", kept.sha256.clone().into())
}

fn report_facts(report: &Report, source: &str, sameness: &str, kept: &Kept) -> Value {
    json!({
        "source": source,
        "version": report.client_version,
        "device_id": report.device_id,
        "sameness": sameness,
        "kept": kept.sha256,
        "original": hex(&report.original_sha256),
        "quarantined": report.quarantined,
        "dropped": report.dropped,
    })
}

type ProgramKey = (String, String, String, String);

/// What names a program in the catalogue.
pub(crate) fn key_of(program: &Program) -> Option<ProgramKey> {
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    let name = text(&program.name);
    (!name.is_empty()).then(|| (name, text(&program.version), text(&program.publisher), text(&program.arch)))
}

/// Programs that came and went, `[name, version, publisher, arch, installed on]`; none when nothing did.
fn program_diff(before: &[Program], after: &[Program]) -> Option<Value> {
    let keyed = |programs: &[Program]| programs.iter().filter_map(|program| Some((key_of(program)?, program.install_date.clone()))).collect::<BTreeMap<_, _>>();
    let (old, new) = (keyed(before), keyed(after));
    let row = |((name, version, publisher, arch), day): (&ProgramKey, &Option<String>)| json!([name, version, publisher, arch, day]);
    let added: Vec<Value> = new.iter().filter(|(key, _)| !old.contains_key(*key)).map(row).collect();
    let removed: Vec<Value> = old.iter().filter(|(key, _)| !new.contains_key(*key)).map(row).collect();
    (!added.is_empty() || !removed.is_empty()).then(|| json!({ "added": added, "removed": removed }))
}

/// What is known of a device, programs included.
pub fn sections(view: &View, device: Id) -> Result<Sections> {
    let text = view.one("SELECT content FROM fact_sections WHERE device = ?1", vals![device], |row| row.text("content"))?;
    let mut sections: Sections = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let programs = crate::program::of_device(view, device)?;
    sections.programs = (!programs.is_empty()).then_some(programs);
    Ok(sections)
}

fn last_sameness(view: &View, device: Id, source: &str) -> Result<Option<String>> {
    view.one("SELECT sameness FROM fact_report WHERE device = ?1 AND source = ?2", vals![device, source], |row| row.text("sameness"))
}

pub(crate) fn source_of(client: Client) -> &'static str {
    match client {
        Client::GlpiAgent => "GLPI-Agent",
        Client::Fusion => "FusionInventory",
        Client::Ocs => "OCS",
        Client::Other => "agent",
    }
}

/// Whose account of a machine is fuller.
fn rank(source: &str) -> u8 {
    match source {
        "GLPI-Agent" => 3,
        "FusionInventory" => 2,
        "OCS" => 1,
        _ => 0,
    }
}

/// The register's fields as the sections tell them; what a person has typed stays where they say nothing.
fn described(device: &Device, report: &Report, sections: &Sections, source: &str) -> Device {
    let facts = Facts { report, sections };
    let program_count = sections.programs.as_ref().map(|programs| programs.iter().filter_map(key_of).collect::<std::collections::BTreeSet<_>>().len());
    Device {
        name: facts.name().unwrap_or_else(|| if device.name.is_empty() { report.device_id.clone() } else { device.name.clone() }),
        kind: if device.kind.is_empty() { facts.kind().into() } else { device.kind.clone() },
        manufacturer: report.evidence.manufacturer.clone().or_else(|| device.manufacturer.clone()),
        model: report.evidence.model.clone().or_else(|| device.model.clone()),
        serial: report.evidence.serial.clone().or_else(|| device.serial.clone()),
        uuid: report.evidence.system_uuid.clone().or_else(|| device.uuid.clone()),
        os_name: facts.os_name().or_else(|| device.os_name.clone()),
        os_version: sections.os.as_ref().and_then(|os| os.version.clone()).or_else(|| device.os_version.clone()),
        processor: sections.cpus.as_ref().and_then(|cpus| cpus.first()?.name.clone()).or_else(|| device.processor.clone()),
        memory_mb: sections.hardware.as_ref().and_then(|hardware| hardware.memory_mb).and_then(|mb| i64::try_from(mb).ok()).or(device.memory_mb),
        disk_mb: facts.disk_mb().or(device.disk_mb),
        addresses: facts.addresses().or_else(|| device.addresses.clone()),
        program_count: program_count.and_then(|count| i64::try_from(count).ok()).or(device.program_count),
        reporter: Some(source.into()),
        evidence: device.evidence.clone().or_else(|| Some(report.evidence.clone())),
        ..device.clone()
    }
}

struct Facts<'a> {
    report: &'a Report,
    sections: &'a Sections,
}

impl Facts<'_> {
    fn name(&self) -> Option<String> {
        let hardware = self.sections.hardware.as_ref().and_then(|hardware| hardware.name.clone());
        hardware.or_else(|| self.sections.network_device.as_ref().and_then(|device| device.name.clone())).or_else(|| self.report.evidence.name.clone())
    }

    fn kind(&self) -> &'static str {
        match self.report.item_type {
            ItemType::Phone => "phone",
            ItemType::Printer => "printer",
            ItemType::NetworkEquipment => "switch",
            ItemType::Unmanaged => "other",
            ItemType::Computer if self.report.evidence.is_virtual => "virtual",
            ItemType::Computer => match self.chassis().as_str() {
                "laptop" | "notebook" | "portable" | "sub notebook" | "convertible" | "detachable" => "laptop",
                "tablet" => "tablet",
                "rack mount chassis" | "main server chassis" | "server" | "blade" => "server",
                _ => "desktop",
            },
        }
    }

    fn chassis(&self) -> String {
        self.sections.hardware.as_ref().and_then(|hardware| hardware.chassis.clone()).unwrap_or_default().to_lowercase()
    }

    fn os_name(&self) -> Option<String> {
        let os = self.sections.os.as_ref()?;
        os.full_name.clone().or_else(|| os.name.clone())
    }

    fn disk_mb(&self) -> Option<i64> {
        let sum: u64 = self.sections.disks.as_ref()?.iter().filter_map(|disk| disk.size_mb).sum();
        i64::try_from(sum).ok().filter(|sum| *sum > 0)
    }

    fn addresses(&self) -> Option<String> {
        let mut all: Vec<&str> = self.sections.networks.iter().flatten().filter_map(|network| network.ip.as_deref()).filter(|ip| !ip.starts_with("127.") && *ip != "::1").collect();
        all.dedup();
        (!all.is_empty()).then(|| all[..all.len().min(8)].join(" "))
    }
}

/// When and whence it was heard of last, and the readings of the moment: no facts.
fn stamp(work: &mut Work, device: Id, report: &Report, source: &str) {
    let (at, from) = (work.at(), work.actor().from.clone());
    let readings = serde_json::to_string(&report.volatile).unwrap_or_default();
    work.also(
        "INSERT INTO work_seen (device, at, source, address, readings) VALUES (?1, ?2, ?3, ?4, ?5) \
         ON CONFLICT (device) DO UPDATE SET at = excluded.at, source = excluded.source, address = excluded.address, readings = excluded.readings",
        vals![device, at, source, from, readings],
    );
}
