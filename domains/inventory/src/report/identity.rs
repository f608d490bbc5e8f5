//! Which machine a report is about: the known ones that share any evidence, compared one by one, merged records leading to the one that stands.

use super::keys;
use crate::device::Device;
use agents::{Evidence, Match};
use kernel::actor::View;
use kernel::id::Id;
use kernel::problem::Result;
use kernel::vals;
use std::collections::BTreeSet;

/// A machine that was known again. The record whose evidence knew it is another than the one that stands, when the two were merged.
pub(super) struct Known {
    pub(super) device: Device,
    pub(super) merged: Option<Device>,
}

impl Known {
    pub(super) fn evidence(&self) -> Option<&Evidence> {
        self.merged.as_ref().unwrap_or(&self.device).evidence.as_ref()
    }
}

pub(super) enum Recognised {
    Known(Box<Known>),
    Doubtful(Box<Device>, String),
    Unknown,
}

/// Looks for the machine among those that share any evidence. One that is surely the same wins over any doubt about others.
pub(super) fn recognise(view: &View, evidence: &Evidence) -> Result<Recognised> {
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
pub(super) fn as_read(candidate: &Known, known: &Evidence, new: &Evidence) -> Evidence {
    let is_typed = candidate.merged.is_none() && candidate.device.reporter.is_none() && known.serial.is_some();
    if is_typed { Evidence { model: new.model.clone(), ..known.clone() } } else { known.clone() }
}

/// Devices that share a key of the evidence, those with the strongest first; a merged one leads to the one that stands.
pub(super) fn candidates(view: &View, evidence: &Evidence) -> Result<Vec<Known>> {
    const MOST: usize = 20;
    let mut found: Vec<Known> = Vec::new();
    let mut asked: BTreeSet<Id> = BTreeSet::new();
    for (kind, value) in keys(evidence) {
        let ids = view.rows("SELECT device FROM fact_evidence WHERE kind = ?1 AND value = ?2 LIMIT ?3", vals![kind, value, MOST], |row| row.id("device"))?;
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

/// Evidence of one, with the other's where it says nothing.
pub(super) fn filled(first: &Evidence, other: &Evidence) -> Evidence {
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
