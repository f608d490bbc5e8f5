//! An agent's report on its way into the register: whose machine it is, what has changed, and what waits for a person to decide.
//! Nine reports in ten say what the last one said; they leave a stamp and no change.

use crate::device::Device;
use crate::sighting::Sighting;
use agents::sections::Program;
use agents::{Client, Evidence, ItemType, Match, Quarantined, Report, Sections};
use kernel::actor::{Actor, View};
use kernel::db::Val;
use kernel::erasure::hex;
use kernel::id::{Id, Link};
use kernel::problem::{Problem, Result};
use kernel::record::{Head, Record};
use kernel::vals;
use kernel::work::Work;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

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
    let mut told = Told { source: source_of(report.client), sameness: hex(&report.sameness_hash()), kept: String::new() };
    // Nine in ten end here: nothing is written but the stamp, and no body is kept.
    if let Plan::Unchanged(device) = plan(&actor.view()?, report, &told)? {
        return seen_again(actor, &device, report, &told, at);
    }
    // The bytes stand on the disk before a change names them.
    told.kept = kernel::attached::keep(&actor.app, "report.json", "application/json", report.kept.to_string().as_bytes())?.sha256;
    // Two reports of one machine at once: the second finds the row moved on and is told again.
    for _ in 0..MAX_TRIES {
        let mut work = actor.work_at("inventory.report", at)?;
        let (device, how) = match plan(&work, report, &told)? {
            Plan::Unchanged(device) => return seen_again(actor, &device, report, &told, at),
            Plan::Known(known) => (describe(&mut work, &known, report, &told)?, How::Changed),
            Plan::Doubtful(known, what) => (queue(&mut work, &known, report, site, &what, &told)?, How::Queued),
            Plan::Unknown => (first_seen(&mut work, report, site, &told)?, How::New),
        };
        let (sql, values) = stamp(&device, report, &told, at, &actor.from);
        work.also(sql, &values);
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

/// A report as it will be written down.
struct Told {
    source: &'static str,
    sameness: String,
    /// SHA-256 of the report after dropping and masking, as it is kept; empty until it is.
    kept: String,
}

/// What a report comes to.
enum Plan {
    Unchanged(Box<Device>),
    Known(Box<Known>),
    /// Contradicts what is known of this device.
    Doubtful(Box<Device>, String),
    Unknown,
}

/// A machine that was known again. The record whose evidence knew it is another than the one that stands, when the two were merged.
struct Known {
    device: Device,
    merged: Option<Device>,
}

impl Known {
    fn evidence(&self) -> Option<&Evidence> {
        self.merged.as_ref().unwrap_or(&self.device).evidence.as_ref()
    }
}

fn plan(view: &View, report: &Report, told: &Told) -> Result<Plan> {
    let known = match recognise(view, &report.evidence)? {
        Recognised::Known(known) => known,
        Recognised::Doubtful(device, what) => return Ok(Plan::Doubtful(device, what)),
        Recognised::Unknown => return Ok(Plan::Unknown),
    };
    let said = view.one("SELECT sameness, quarantined FROM fact_report WHERE device = ?1 AND source = ?2", vals![known.device.head.id, told.source], |row| {
        Ok((row.text("sameness")?, row.text("quarantined")?))
    })?;
    let is_same = match said {
        Some((sameness, _)) if sameness == told.sameness => true,
        // A partial report is most often the same, told by halves.
        Some((_, odd)) if report.partial => adds_nothing(view, &known, report, told, &odd)?,
        _ => false,
    };
    Ok(if is_same { Plan::Unchanged(Box::new(known.device)) } else { Plan::Known(known) })
}

fn adds_nothing(view: &View, known: &Known, report: &Report, told: &Told, odd: &str) -> Result<bool> {
    let next = Next::of(view, known, report, told)?;
    let same_fields = kernel::record::fields_of(&next.device) == kernel::record::fields_of(&known.device);
    let same_evidence = known.evidence() == Some(&next.evidence);
    Ok(same_fields && same_evidence && next.diff.is_none() && next.programs.is_none() && quarantine(view, known, report, told)?.to_string() == odd)
}

fn seen_again(actor: &Actor, device: &Device, report: &Report, told: &Told, at: i64) -> Result<Received> {
    let (sql, values) = stamp(device, report, told, at, &actor.from);
    actor.app.writer.note(move |conn| conn.run(sql, &values).map(|_| ()))?;
    Ok(Received { device: device.head.id, number: device.head.number.clone(), how: How::Unchanged })
}

enum Recognised {
    Known(Box<Known>),
    Doubtful(Box<Device>, String),
    Unknown,
}

/// Looks for the machine among those that share any evidence. One that is surely the same wins over any doubt about others.
fn recognise(view: &View, evidence: &Evidence) -> Result<Recognised> {
    let mut doubtful = None;
    for candidate in candidates(view, evidence)? {
        let Some(known) = candidate.evidence() else { continue };
        match agents::compare(&as_read(&candidate, known, evidence), evidence) {
            Match::Same { .. } => return Ok(Recognised::Known(Box::new(candidate))),
            Match::Conflict { what } if doubtful.is_none() => {
                let what = serde_json::to_value(what).ok().and_then(|what| what.as_str().map(str::to_owned)).unwrap_or_default();
                doubtful = Some((Box::new(candidate.device), what));
            }
            Match::Conflict { .. } | Match::Different => {}
        }
    }
    Ok(doubtful.map_or(Recognised::Unknown, |(device, what)| Recognised::Doubtful(device, what)))
}

/// A serial read off the sticker by a person names the machine; the model beside it is a person's word for it, and not evidence against.
fn as_read(candidate: &Known, known: &Evidence, new: &Evidence) -> Evidence {
    let is_typed = candidate.merged.is_none() && candidate.device.reporter.is_none() && known.serial.is_some();
    if is_typed { Evidence { model: new.model.clone(), ..known.clone() } } else { known.clone() }
}

/// Devices that share a key of the evidence, those with the strongest first; a merged one leads to the one that stands.
fn candidates(view: &View, evidence: &Evidence) -> Result<Vec<Known>> {
    const MOST: usize = 20;
    let mut found: Vec<Known> = Vec::new();
    let mut asked: BTreeSet<Id> = BTreeSet::new();
    for (kind, value) in evidence.keys() {
        let ids = view.rows("SELECT device FROM fact_evidence WHERE kind = ?1 AND value = ?2 LIMIT ?3", vals![kind_name(kind), value, MOST], |row| row.id("device"))?;
        for id in ids.into_iter().flatten() {
            if found.len() < MOST && asked.insert(id) {
                let own: Device = view.fetch(id)?;
                let standing = standing(view, &own)?;
                let merged = (standing.head.id != own.head.id).then_some(own);
                found.push(Known { device: standing, merged });
            }
        }
    }
    Ok(found)
}

/// The record that stands for a merged one, however often it was merged on.
pub(crate) fn standing(view: &View, device: &Device) -> Result<Device> {
    const LONGEST: usize = 20;
    let mut standing = device.clone();
    for _ in 0..LONGEST {
        let Some(other) = standing.merged_into else { break };
        standing = view.fetch(other)?;
    }
    Ok(standing)
}

pub(crate) fn kind_name(kind: agents::Kind) -> String {
    serde_json::to_value(kind).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

fn first_seen(work: &mut Work, report: &Report, site: Option<Id>, told: &Told) -> Result<Device> {
    let blank = Device { state: "found".into(), head: Head { site, ..Head::default() }, ..Device::default() };
    let made = Device { evidence: Some(report.evidence.clone()), ..described(&blank, report, &report.sections, told.source) };
    let device = work.make(made)?;
    let (diff, programs) = differences(&Sections::default(), &report.sections);
    record(work, &device, diff, programs)?;
    write_down(work, &device, report, told, &json!(report.quarantined))?;
    Ok(device)
}

/// A record of its own for a report that contradicts what is known, and a line in the queue.
fn queue(work: &mut Work, known: &Device, report: &Report, site: Option<Id>, what: &str, told: &Told) -> Result<Device> {
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
fn describe(work: &mut Work, known: &Known, report: &Report, told: &Told) -> Result<Device> {
    let next = Next::of(work, known, report, told)?;
    let odd = quarantine(work, known, report, told)?;
    let device = match &known.merged {
        None => work.save(&known.device, Device { evidence: Some(next.evidence), ..next.device })?,
        // What identifies it stays with the record that knew it, so that parting the two again is exact.
        Some(merged) => {
            work.save(merged, Device { evidence: Some(next.evidence), ..merged.clone() })?;
            work.save(&known.device, next.device)?
        }
    };
    record(work, &device, next.diff, next.programs)?;
    write_down(work, &device, report, told, &odd)?;
    Ok(device)
}

/// What a known device would become.
struct Next {
    device: Device,
    evidence: Evidence,
    diff: Option<Value>,
    programs: Option<Value>,
}

impl Next {
    fn of(view: &View, known: &Known, report: &Report, told: &Told) -> Result<Self> {
        let device = &known.device;
        if !leads(view, device, told.source)? {
            let evidence = known.evidence().map_or_else(|| report.evidence.clone(), |old| filled(old, &report.evidence));
            return Ok(Self { device: device.clone(), evidence, diff: None, programs: None });
        }
        let evidence = known.evidence().map_or_else(|| report.evidence.clone(), |old| filled(&report.evidence, old));
        let before = sections(view, device.head.id)?;
        // A fuller agent takes over with its own account of the machine, not mixed with the other's.
        let takes_over = device.reporter.as_deref() != Some(told.source) && !report.partial;
        let after = if takes_over { agents::merge(&Sections::default(), report) } else { agents::merge(&before, report) };
        let (diff, programs) = differences(&before, &after);
        Ok(Self { device: described(device, report, &after, told.source), evidence, diff, programs })
    }
}

/// A lesser agent leads when the fuller one has been silent so long that it is likely gone.
const SILENT_US: i64 = 30 * 86_400_000_000;

fn leads(view: &View, device: &Device, source: &str) -> Result<bool> {
    let Some(leading) = device.reporter.as_deref() else { return Ok(true) };
    if rank(source) >= rank(leading) {
        return Ok(true);
    }
    let seen = view.number("SELECT at FROM work_seen WHERE device = ?1 AND source = ?2", vals![device.head.id, leading])?;
    Ok(view.now() - seen > SILENT_US)
}

/// Evidence of one, with the other's where it says nothing.
fn filled(first: &Evidence, other: &Evidence) -> Evidence {
    let or = |first: &Option<String>, other: &Option<String>| first.clone().or_else(|| other.clone());
    Evidence {
        system_uuid: or(&first.system_uuid, &other.system_uuid),
        serial: or(&first.serial, &other.serial),
        model: or(&first.model, &other.model),
        manufacturer: or(&first.manufacturer, &other.manufacturer),
        asset_tag: or(&first.asset_tag, &other.asset_tag),
        agent_uuid: or(&first.agent_uuid, &other.agent_uuid),
        device_id: or(&first.device_id, &other.device_id),
        name: or(&first.name, &other.name),
        macs: if first.macs.is_empty() { other.macs.clone() } else { first.macs.clone() },
        ..first.clone()
    }
}

/// What differs: sections, and programs by themselves.
fn differences(before: &Sections, after: &Sections) -> (Option<Value>, Option<Value>) {
    let bare = |sections: &Sections| Sections { programs: None, ..sections.clone() };
    let diff = agents::diff(&bare(before), &bare(after));
    let diff = (!diff.is_empty()).then(|| serde_json::to_value(diff).unwrap_or_default());
    (diff, program_diff(before.programs.as_deref().unwrap_or_default(), after.programs.as_deref().unwrap_or_default()))
}

fn record(work: &mut Work, device: &Device, diff: Option<Value>, programs: Option<Value>) -> Result<()> {
    if let Some(diff) = diff {
        work.facts(device, "sections", diff)?;
    }
    if let Some(programs) = programs {
        work.facts(device, "programs", programs)?;
    }
    Ok(())
}

/// Notes who told it, and names the body that is kept.
fn write_down(work: &mut Work, device: &Device, report: &Report, told: &Told, odd: &Value) -> Result<()> {
    work.facts(device, "report", report_facts(report, told, odd))?;
    work.facts(device, "kept", told.kept.clone().into())
}

/// What was not understood. A partial report says nothing of the sections it leaves out, so what was set aside there stays.
fn quarantine(view: &View, known: &Known, report: &Report, told: &Told) -> Result<Value> {
    if !report.partial {
        return Ok(json!(report.quarantined));
    }
    let odd = view.one("SELECT quarantined FROM fact_report WHERE device = ?1 AND source = ?2", vals![known.device.head.id, told.source], |row| row.text("quarantined"))?;
    let mut all: Vec<Quarantined> = odd.and_then(|odd| serde_json::from_str(&odd).ok()).unwrap_or_default();
    let present = report.section_hashes();
    all.retain(|old| !present.contains_key(&old.section) && !report.quarantined.iter().any(|new| new.section == old.section));
    all.extend(report.quarantined.iter().cloned());
    Ok(json!(all))
}

fn report_facts(report: &Report, told: &Told, odd: &Value) -> Value {
    json!({
        "source": told.source,
        "version": report.client_version,
        "device_id": report.device_id,
        "sameness": told.sameness,
        "kept": told.kept,
        "original": hex(&report.original_sha256),
        "quarantined": odd,
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
    let program_count = sections.programs.as_ref().map(|programs| programs.iter().filter_map(key_of).collect::<BTreeSet<_>>().len());
    Device {
        name: facts.name().unwrap_or_else(|| if device.name.is_empty() { report.device_id.clone() } else { device.name.clone() }),
        kind: if device.kind.is_empty() { facts.kind().into() } else { device.kind.clone() },
        manufacturer: report.evidence.manufacturer.clone().or_else(|| device.manufacturer.clone()),
        model: report.evidence.model.clone().or_else(|| device.model.clone()),
        serial: report.evidence.serial.clone().or_else(|| device.serial.clone()),
        uuid: facts.uuid().or_else(|| device.uuid.clone()),
        os_name: facts.os_name().or_else(|| device.os_name.clone()),
        os_version: sections.os.as_ref().and_then(|os| os.version.clone()).or_else(|| device.os_version.clone()),
        processor: sections.cpus.as_ref().and_then(|cpus| cpus.first()?.name.clone()).or_else(|| device.processor.clone()),
        memory_mb: sections.hardware.as_ref().and_then(|hardware| hardware.memory_mb).and_then(|mb| i64::try_from(mb).ok()).or(device.memory_mb),
        disk_mb: facts.disk_mb().or(device.disk_mb),
        addresses: facts.addresses().or_else(|| device.addresses.clone()),
        program_count: program_count.and_then(|count| i64::try_from(count).ok()).or(device.program_count),
        reporter: Some(source.into()),
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

    /// As the machine's firmware shows it to people; the evidence has the form that both byte orders share.
    fn uuid(&self) -> Option<String> {
        self.report.evidence.system_uuid.as_ref()?;
        self.sections.hardware.as_ref().and_then(|hardware| hardware.uuid.clone()).or_else(|| self.report.evidence.system_uuid.clone())
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
fn stamp(device: &Device, report: &Report, told: &Told, at: i64, from: &str) -> (&'static str, Vec<Val>) {
    const SQL: &str = "INSERT INTO work_seen (device, source, at, address, readings) VALUES (?1, ?2, ?3, ?4, ?5) \
         ON CONFLICT (device, source) DO UPDATE SET at = excluded.at, address = excluded.address, readings = excluded.readings";
    let readings = serde_json::to_string(&report.volatile).unwrap_or_default();
    (SQL, vals![device.head.id, told.source, at, from, readings].to_vec())
}
