//! An agent's report on its way into the register: whose machine it is, what has changed, and what waits for a person to decide.
//! Nine reports in ten say what the last one said; they leave a stamp and no change.

mod describe;
mod fields;
mod identity;

use crate::device::Device;
use agents::{Client, Report, Sections};
use describe::{Next, describe, first_seen, quarantine, queue};
use identity::{Known, Recognised, recognise};
use kernel::actor::{Actor, View};
use kernel::db::Val;
use kernel::erasure::hex;
use kernel::id::Id;
use kernel::problem::{Problem, Result};
use kernel::vals;
use serde_json::Value;

pub(crate) use identity::standing;

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

fn plan(view: &View, report: &Report, told: &Told) -> Result<Plan> {
    let known = match recognise(view, &report.evidence)? {
        Recognised::Known(known) => known,
        Recognised::Doubtful(device, what) => return Ok(Plan::Doubtful(device, what)),
        Recognised::Unknown => return Ok(Plan::Unknown),
    };
    let said =
        view.one("SELECT sameness, quarantined FROM fact_report WHERE device = ?1 AND source = ?2", vals![known.device.head.id, told.source], |row| {
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
    Ok(same_fields
        && same_evidence
        && next.diff.is_none()
        && next.programs.is_none()
        && serde_json::from_str::<Value>(odd).ok() == Some(quarantine(view, known, report, told)?))
}

fn seen_again(actor: &Actor, device: &Device, report: &Report, told: &Told, at: i64) -> Result<Received> {
    let (sql, values) = stamp(device, report, told, at, &actor.from);
    actor.app.writer.note(move |conn| conn.run(sql, &values).map(|_| ()))?;
    Ok(Received { device: device.head.id, number: device.head.number.clone(), how: How::Unchanged })
}

/// The keys of the evidence as they are stored and looked up: kind and value, strongest first, the value in lower case.
pub(crate) fn keys(evidence: &agents::Evidence) -> Vec<(String, String)> {
    let kind_name = |kind: agents::Kind| serde_json::to_value(kind).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default();
    evidence.keys().into_iter().map(|(kind, value)| (kind_name(kind), value.to_lowercase())).collect()
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

/// When and whence it was heard of last, and the readings of the moment: no facts.
fn stamp(device: &Device, report: &Report, told: &Told, at: i64, from: &str) -> (&'static str, Vec<Val>) {
    const SQL: &str = "INSERT INTO work_seen (device, source, at, address, readings) VALUES (?1, ?2, ?3, ?4, ?5) \
         ON CONFLICT (device, source) DO UPDATE SET at = excluded.at, address = excluded.address, readings = excluded.readings";
    let readings = serde_json::to_string(&report.volatile).unwrap_or_default();
    (SQL, vals![device.head.id, told.source, at, from, readings].to_vec())
}
