//! What a report changes: a new record, a line in the queue, or the differences on a known device, told by the fuller of its agents.

use super::fields::described;
use super::identity::{Known, filled};
use super::{Told, sections};
use crate::device::Device;
use crate::sighting::Sighting;
use agents::sections::Program;
use agents::{Evidence, Quarantined, Report, Sections};
use kernel::actor::View;
use kernel::erasure::hex;
use kernel::id::{Id, Link};
use kernel::problem::Result;
use kernel::record::{Head, Record};
use kernel::vals;
use kernel::work::Work;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) fn first_seen(work: &mut Work, report: &Report, site: Option<Id>, told: &Told) -> Result<Device> {
    let blank = Device { state: "found".into(), head: Head { site, ..Head::default() }, ..Device::default() };
    let made = Device { evidence: Some(report.evidence.clone()), ..described(&blank, report, &report.sections, told.source) };
    let device = work.make(made)?;
    let (diff, programs) = differences(&Sections::default(), &report.sections);
    record(work, &device, diff, programs)?;
    write_down(work, &device, report, told, &in_order(report.quarantined.clone()))?;
    Ok(device)
}

/// A record of its own for a report that contradicts what is known, and a line in the queue.
pub(super) fn queue(work: &mut Work, known: &Device, report: &Report, site: Option<Id>, what: &str, told: &Told) -> Result<Device> {
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
pub(super) fn describe(work: &mut Work, known: &Known, report: &Report, told: &Told) -> Result<Device> {
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
pub(super) struct Next {
    pub(super) device: Device,
    pub(super) evidence: Evidence,
    pub(super) diff: Option<Value>,
    pub(super) programs: Option<Value>,
}

impl Next {
    pub(super) fn of(view: &View, known: &Known, report: &Report, told: &Told) -> Result<Self> {
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
pub(super) const SILENT_US: i64 = 30 * 86_400_000_000;

pub(super) fn leads(view: &View, device: &Device, source: &str) -> Result<bool> {
    let Some(leading) = device.reporter.as_deref() else { return Ok(true) };
    if rank(source) >= rank(leading) {
        return Ok(true);
    }
    let seen = view.number("SELECT at FROM work_seen WHERE device = ?1 AND source = ?2", vals![device.head.id, leading])?;
    Ok(view.now() - seen > SILENT_US)
}

/// What differs: sections, and programs by themselves.
pub(super) fn differences(before: &Sections, after: &Sections) -> (Option<Value>, Option<Value>) {
    let bare = |sections: &Sections| Sections { programs: None, ..sections.clone() };
    let diff = agents::diff(&bare(before), &bare(after));
    let diff = (!diff.is_empty()).then(|| serde_json::to_value(diff).unwrap_or_default());
    (diff, program_diff(before.programs.as_deref().unwrap_or_default(), after.programs.as_deref().unwrap_or_default()))
}

pub(super) fn record(work: &mut Work, device: &Device, diff: Option<Value>, programs: Option<Value>) -> Result<()> {
    if let Some(diff) = diff {
        work.facts(device, "sections", diff)?;
    }
    if let Some(programs) = programs {
        work.facts(device, "programs", programs)?;
    }
    Ok(())
}

/// Notes who told it, and names the body that is kept.
pub(super) fn write_down(work: &mut Work, device: &Device, report: &Report, told: &Told, odd: &Value) -> Result<()> {
    work.facts(device, "report", report_facts(report, told, odd))?;
    work.facts(device, "kept", told.kept.clone().into())
}

/// What was not understood, in an order of its own. A partial report says nothing of the sections it leaves out, so what was set aside there stays.
pub(super) fn quarantine(view: &View, known: &Known, report: &Report, told: &Told) -> Result<Value> {
    let mut all: Vec<Quarantined> = Vec::new();
    if report.partial {
        let odd = view.one("SELECT quarantined FROM fact_report WHERE device = ?1 AND source = ?2", vals![known.device.head.id, told.source], |row| {
            row.text("quarantined")
        })?;
        all = odd.and_then(|odd| serde_json::from_str(&odd).ok()).unwrap_or_default();
        let present = report.section_hashes();
        all.retain(|old| !present.contains_key(&old.section) && !report.quarantined.iter().any(|new| new.section == old.section));
    }
    all.extend(report.quarantined.iter().cloned());
    Ok(in_order(all))
}

pub(super) fn in_order(mut odd: Vec<Quarantined>) -> Value {
    odd.sort_by(|a, b| (&a.section, a.entry, &a.field).cmp(&(&b.section, b.entry, &b.field)));
    json!(odd)
}

pub(super) fn report_facts(report: &Report, told: &Told, odd: &Value) -> Value {
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

pub(super) type ProgramKey = (String, String, String, String);

/// What names a program in the catalogue.
pub(crate) fn key_of(program: &Program) -> Option<ProgramKey> {
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    let name = text(&program.name);
    (!name.is_empty()).then(|| (name, text(&program.version), text(&program.publisher), text(&program.arch)))
}

/// Programs that came and went, `[name, version, publisher, arch, installed on]`; none when nothing did.
pub(super) fn program_diff(before: &[Program], after: &[Program]) -> Option<Value> {
    let keyed = |programs: &[Program]| programs.iter().filter_map(|program| Some((key_of(program)?, program.install_date.clone()))).collect::<BTreeMap<_, _>>();
    let (old, new) = (keyed(before), keyed(after));
    let row = |((name, version, publisher, arch), day): (&ProgramKey, &Option<String>)| json!([name, version, publisher, arch, day]);
    let added: Vec<Value> = new.iter().filter(|(key, _)| !old.contains_key(*key)).map(row).collect();
    let removed: Vec<Value> = old.iter().filter(|(key, _)| !new.contains_key(*key)).map(row).collect();
    (!added.is_empty() || !removed.is_empty()).then(|| json!({ "added": added, "removed": removed }))
}

/// Whose account of a machine is fuller.
pub(super) fn rank(source: &str) -> u8 {
    match source {
        "GLPI-Agent" => 3,
        "FusionInventory" => 2,
        "OCS" => 1,
        _ => 0,
    }
}
