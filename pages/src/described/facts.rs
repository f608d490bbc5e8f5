//! The fact sheet of a record, and the records that point at it.

use super::values::{Values, field_label};
use crate::record::{Fact, LinkGroup, RecordLink};
use crate::tone::Tone;
use kernel::actor::Stored;
use kernel::list::shows;
use kernel::problem::Result;
use kernel::record::{Holds, RecordType};
use std::collections::BTreeMap;

/// These fields, in this order; empty ones, and those kept from the reader, are left out.
pub fn field_facts(values: &mut Values, record: &RecordType, stored: &Stored, fields: &[&str]) -> Result<Vec<Fact>> {
    let mut facts = Vec::new();
    for name in fields {
        if !shows(values.view, record, stored, name) {
            continue;
        }
        let erased = stored.head.erased.split(',').any(|erased| erased == *name);
        let cell =
            if erased { crate::cell::Cell::State(values.view.tongue().say("erased-by-order"), Tone::Quiet) } else { values.cell(record, stored, name)? };
        if !matches!(cell, crate::cell::Cell::Empty) {
            let mut fact = Fact::new(field_label(values.view.tongue(), record, name), cell);
            fact.is_wide = record.field(name).is_some_and(|field| field.holds == Holds::Prose);
            facts.push(fact);
        }
    }
    Ok(facts)
}

/// What every record has: who entered it, when, where, and whether later than it happened.
pub fn head_facts(values: &mut Values, record: &RecordType, stored: &Stored) -> Result<Vec<Fact>> {
    let columns = ["site", "class", "made_by", "made_at", "happened_at", "changed_at"];
    let shown: Vec<&str> = columns.into_iter().filter(|name| record.field(name).is_none()).collect();
    field_facts(values, record, stored, &shown)
}

/// Records of other kinds whose fields point here, grouped by kind, newest first.
pub fn linked(values: &mut Values, stored: &Stored, limit: usize, icon: fn(&str) -> &'static str) -> Result<Vec<LinkGroup>> {
    let view = values.view;
    let mut groups: BTreeMap<&'static str, Vec<RecordLink>> = BTreeMap::new();
    for (_, other) in kernel::list::linked_to(view, stored.head.id, limit)? {
        let record = view.kind(other.kind)?;
        let state = match record.field("state") {
            Some(_) => match values.cell(record, &other, "state")? {
                crate::cell::Cell::State(word, tone) => Some((word, tone)),
                _ => None,
            },
            None => None,
        };
        groups.entry(other.kind).or_default().push(RecordLink {
            href: other.path(),
            icon: icon(other.kind),
            title: other.text(record.title).to_owned(),
            detail: other.head.number.clone(),
            state,
        });
    }
    Ok(groups.into_iter().map(|(kind, links)| LinkGroup { title: view.tongue().say(&format!("{kind}-many")), links, add: None }).collect())
}
