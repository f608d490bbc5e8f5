//! From one state of a machine's facts to the next: take a report over, say what differs, and
//! replay what was said. The difference is plain data, so a change in a ledger can carry it and
//! replay needs no parser.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::client::Client;
use crate::report::Report;
use crate::sections::{Line, Sections};

/// Lists whose absence from a full report of FusionInventory or GLPI-Agent means "none any more":
/// these agents look every time and leave an empty section out. OCS leaves sections out for want
/// of a tool (dmidecode), so with OCS an absent section is always unchanged.
const EMPTY_WHEN_ABSENT: [&str; 9] =
    ["antivirus", "batteries", "databases", "licences", "monitors", "printers", "remote_management", "usb_devices", "virtual_machines"];

/// What differs, by section. Empty when nothing does.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Diff {
    pub sections: BTreeMap<String, SectionDiff>,
}

/// What differs in one section. Records are in the form of `Sections`' record types.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SectionDiff {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Value>,
    /// Same key, other fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<Changed>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Changed {
    pub before: Value,
    pub after: Value,
}

/// A difference that does not belong to the state it is applied to.
#[derive(Debug, thiserror::Error)]
pub enum Misapplied {
    #[error("section {section} lacks a record that the difference removes or changes")]
    Missing { section: String },
    #[error("section {section} has a record of another form")]
    Form { section: String, source: serde_json::Error },
}

impl Diff {
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }
}

/// The facts after a report. Sections the report has replace the former ones; absent ones stay,
/// except lists that a full report leaves out because there is nothing (see the table above). A
/// single odd value of HARDWARE, BIOS or the system keeps the former value.
pub fn merge(previous: &Sections, new: &Report) -> Sections {
    let mut next = previous.clone();
    next.overlay(&new.sections);
    keep_former_values(&mut next, previous, new);
    if !new.partial && matches!(new.client, Client::Fusion | Client::GlpiAgent) {
        let told = new.sections.lines();
        let before = previous.lines();
        for name in EMPTY_WHEN_ABSENT {
            let odd = new.quarantined.iter().any(|odd| odd.section == name);
            let had_some = before.get(name).is_some_and(|lines| !lines.is_empty());
            if had_some && !told.contains_key(name) && !odd {
                next.empty(name);
            }
        }
    }
    next
}

/// Fields set aside in a section of one record are unknown, not gone.
fn keep_former_values(next: &mut Sections, previous: &Sections, new: &Report) {
    let is_odd = |section: &str| new.quarantined.iter().any(|odd| odd.section == section && odd.entry.is_none());
    macro_rules! keep {
        ($($section:ident),*) => {$(
            if is_odd(stringify!($section))
                && let (Some(now), Some(former)) = (&mut next.$section, &previous.$section)
            {
                fill_gaps(now, former);
            }
        )*};
    }
    keep!(hardware, bios, os, network_device);
}

fn fill_gaps<T: Serialize + serde::de::DeserializeOwned>(now: &mut T, former: &T) {
    let (Ok(Value::Object(mut fields)), Ok(Value::Object(old))) = (serde_json::to_value(&*now), serde_json::to_value(former)) else {
        return;
    };
    for (name, value) in old {
        fields.entry(name).or_insert(value);
    }
    if let Ok(filled) = serde_json::from_value(Value::Object(fields)) {
        *now = filled;
    }
}

/// What must be done to `previous` to reach `next`. A section that `next` does not have is taken
/// as unchanged. Programs are told apart by name, version, publisher and arch.
pub fn diff(previous: &Sections, next: &Sections) -> Diff {
    let mut before = previous.lines();
    let mut sections = BTreeMap::new();
    for (name, after) in next.lines() {
        let change = section_diff(before.remove(name).unwrap_or_default(), after);
        if change != SectionDiff::default() {
            sections.insert(name.to_owned(), change);
        }
    }
    Diff { sections }
}

fn section_diff(before: Vec<Line>, after: Vec<Line>) -> SectionDiff {
    let (gone, come) = only_in_one(before, after);
    let mut by_key: HashMap<&str, Vec<&Line>> = HashMap::new();
    for line in gone.iter().rev() {
        by_key.entry(&line.key).or_default().push(line);
    }
    let mut change = SectionDiff::default();
    let mut paired = HashSet::new();
    for line in &come {
        match by_key.get_mut(line.key.as_str()).and_then(Vec::pop) {
            Some(former) => {
                paired.insert(std::ptr::from_ref(former));
                change.changed.push(Changed { before: value(former), after: value(line) });
            }
            None => change.added.push(value(line)),
        }
    }
    let unpaired = gone.iter().filter(|line| !paired.contains(&std::ptr::from_ref(*line)));
    change.removed = unpaired.map(value).collect();
    change
}

/// Takes out what both sides have, counting repeats.
fn only_in_one(before: Vec<Line>, after: Vec<Line>) -> (Vec<Line>, Vec<Line>) {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for line in &before {
        *left.entry(&line.json).or_default() += 1;
    }
    let mut is_new = Vec::with_capacity(after.len());
    for line in &after {
        let count = left.get_mut(line.json.as_str()).filter(|count| **count > 0);
        is_new.push(count.map(|count| *count -= 1).is_none());
    }
    let mut is_gone = Vec::with_capacity(before.len());
    for line in before.iter().rev() {
        let count = left.get_mut(line.json.as_str()).filter(|count| **count > 0);
        is_gone.push(count.map(|count| *count -= 1).is_some());
    }
    is_gone.reverse();
    (chosen(before, is_gone), chosen(after, is_new))
}

fn chosen(lines: Vec<Line>, wanted: Vec<bool>) -> Vec<Line> {
    lines.into_iter().zip(wanted).filter_map(|(line, wanted)| wanted.then_some(line)).collect()
}

fn value(line: &Line) -> Value {
    serde_json::from_str(&line.json).unwrap_or_default()
}

/// Replays a difference. `apply(a, diff(a, b))` has the facts of `b`.
///
/// Errors: `Misapplied`, and then nothing is changed.
pub fn apply(previous: &Sections, diff: &Diff) -> Result<Sections, Misapplied> {
    let mut next = previous.clone();
    let before = previous.lines();
    for (section, change) in &diff.sections {
        let mut records: Vec<Value> = before.get(section.as_str()).into_iter().flatten().map(value).collect();
        let gone = change.removed.iter().chain(change.changed.iter().map(|one| &one.before));
        take_out(&mut records, gone).ok_or_else(|| Misapplied::Missing { section: section.clone() })?;
        records.extend(change.added.iter().cloned());
        records.extend(change.changed.iter().map(|one| one.after.clone()));
        next.place(section, records).map_err(|source| Misapplied::Form { section: section.clone(), source })?;
    }
    Ok(next)
}

/// Removes each of `gone` once; `None` when one is not there.
fn take_out<'a>(records: &mut Vec<Value>, gone: impl Iterator<Item = &'a Value>) -> Option<()> {
    let mut left: HashMap<String, usize> = HashMap::new();
    for record in gone {
        *left.entry(record.to_string()).or_default() += 1;
    }
    records.retain(|record| match left.get_mut(&record.to_string()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    left.values().all(|count| *count == 0).then_some(())
}
