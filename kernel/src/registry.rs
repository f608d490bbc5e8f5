//! All kinds of records, rules and projections that this program knows, gathered once at start from the domains' tables of contents.

use crate::change::{Change, Entry};
use crate::db::Conn;
use crate::permission::Rule;
use crate::problem::Result;
use crate::record::RecordType;
use std::collections::BTreeMap;

/// Writes what follows from one entry into `fact_` tables. Runs at commit and again at replay: it reads nothing but the change and derived tables.
pub type Project = fn(&Conn, &Change, &Entry) -> Result<()>;

#[derive(Default)]
pub struct Registry {
    records: BTreeMap<&'static str, RecordType>,
    projections: BTreeMap<&'static str, Vec<Project>>,
    tables: Vec<&'static str>,
    rules: Vec<Rule>,
}

impl Registry {
    /// # Panics
    /// When two domains claim one kind: a mistake of ours that no office should meet.
    pub fn add_records(&mut self, records: Vec<RecordType>) {
        for record in records {
            let kind = record.kind;
            assert!(self.records.insert(kind, record).is_none(), "two domains describe the kind {kind}");
        }
    }

    pub fn add_projection(&mut self, kind: &'static str, project: Project) {
        self.projections.entry(kind).or_default().push(project);
    }

    pub fn add_tables(&mut self, tables: &[&'static str]) {
        self.tables.extend_from_slice(tables);
    }

    pub fn add_rules(&mut self, rules: &[Rule]) {
        self.rules.extend_from_slice(rules);
    }

    pub fn record(&self, kind: &str) -> Option<&RecordType> {
        self.records.get(kind)
    }

    pub fn records(&self) -> impl Iterator<Item = &RecordType> {
        self.records.values()
    }

    pub fn projections(&self, kind: &str) -> &[Project] {
        self.projections.get(kind).map_or(&[], Vec::as_slice)
    }

    pub fn tables(&self) -> &[&'static str] {
        &self.tables
    }

    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }
}
