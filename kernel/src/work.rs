//! A unit of work: the only way to write. A verb reads through it, buffers what becomes of records, and `commit` hands all of it to the writer
//! as one change. Time, chance and the actor come in through it.

use crate::actor::View;
use crate::change::{Change, Entry, MAX_ENTRIES, Mention};
use crate::db::{Committed, Draft, Val};
use crate::id::{Id, Link};
use crate::problem::{Problem, Result};
use crate::record::{Record, RecordType, fields_of};
use serde_json::{Map, Value, json};

pub struct Work {
    view: View,
    change: Change,
    also: Vec<(&'static str, Vec<Val>)>,
}

impl std::ops::Deref for Work {
    type Target = View;
    fn deref(&self) -> &View {
        &self.view
    }
}

impl Work {
    pub(crate) fn new(view: View, verb: &str, at: i64) -> Self {
        let change = Change::begun(view.actor(), verb, at);
        Self { view, change, also: Vec::new() }
    }

    /// The moment of this change, microseconds since 1970.
    pub fn at(&self) -> i64 {
        self.change.at
    }

    /// Says why; kept in the change and shown in the history.
    pub fn because(&mut self, why: &str) {
        why.trim().clone_into(&mut self.change.why);
    }

    /// Tells that this happened earlier than it is entered.
    pub fn happened(&mut self, at_us: i64) -> Result<()> {
        if at_us > self.change.at {
            return Err(Problem::on("happened_at", "problem-in-the-future"));
        }
        self.change.happened_at = Some(at_us);
        Ok(())
    }

    /// Tells for whom the actor does this.
    pub fn on_behalf_of(&mut self, person: Id) {
        self.change.on_behalf_of = Some(person);
    }

    /// Refuses when the actor may not do this to the record.
    pub fn allow<R: Record>(&self, act: &str, record: &R) -> Result<()> {
        if self.view.may(act, record) { Ok(()) } else { Err(Problem::Forbidden { act: act.into() }) }
    }

    /// Refuses when someone has saved since the reader opened the form.
    pub fn expect<R: Record>(&self, record: &R, revision: i64) -> Result<()> {
        if record.head().revision == revision {
            return Ok(());
        }
        Err(Problem::Stale { kind: R::KIND.into(), id: record.id().to_string() })
    }

    /// Makes a record. Site, class and duties are those of its head where given, else those of its description and the actor.
    pub fn make<R: Record>(&mut self, mut record: R) -> Result<R> {
        let described = self.view.kind(R::KIND)?.clone();
        check(&described, &fields_of(&record), "")?;
        let id = self.view.actor().app.new_id(self.change.at);
        let site = self.view.actor().person.site;
        let head = record.head_mut();
        head.id = id;
        head.site = head.site.or(site);
        if head.duties.is_empty() {
            head.duties = described.duties.join(",");
        }
        head.revision = 1;
        head.made_at = self.change.at;
        head.made_by = self.change.actor;
        let set = fields_of(&record).into_iter().map(|(name, value)| (name, json!([null, value]))).collect();
        self.push(&described, record.head().clone(), 0, set)?;
        Ok(record)
    }

    /// Saves what differs; a record saved unchanged writes nothing.
    pub fn save<R: Record>(&mut self, before: &R, mut after: R) -> Result<R> {
        let described = self.view.kind(R::KIND)?.clone();
        let (old, new) = (fields_of(before), fields_of(&after));
        check(&described, &new, &before.head().erased)?;
        let set = differences(&described, &old, &new);
        let head_moved = (before.head().site, before.head().class, &before.head().duties) != (after.head().site, after.head().class, &after.head().duties);
        if set.is_empty() && !head_moved {
            return Ok(after);
        }
        let head = after.head_mut();
        head.revision = before.head().revision + 1;
        head.changed_at = self.change.at;
        self.push(&described, after.head().clone(), before.head().revision, set)?;
        Ok(after)
    }

    fn push(&mut self, described: &RecordType, head: crate::record::Head, before: i64, set: Map<String, Value>) -> Result<()> {
        if self.change.entries.len() >= MAX_ENTRIES {
            return Err(Problem::refused("problem-too-many-entries"));
        }
        // A record saved twice in one change is one entry.
        if let Some(entry) = self.change.entries.iter_mut().find(|entry| entry.kind == described.kind && entry.id == head.id) {
            for (name, pair) in set {
                let kept = entry.set.get(&name).and_then(|old| old.get(0)).cloned();
                let first = kept.unwrap_or_else(|| pair[0].clone());
                entry.set.insert(name, json!([first, pair[1]]));
            }
            (entry.after, entry.site, entry.class, entry.duties) = (entry.before + 1, head.site, head.class, head.duties);
            return Ok(());
        }
        self.change.entries.push(Entry {
            kind: described.kind.into(),
            version: described.version,
            id: head.id,
            number: head.number,
            before,
            after: before + 1,
            site: head.site,
            class: head.class,
            duties: head.duties,
            set,
            facts: Map::new(),
            erase: Vec::new(),
        });
        Ok(())
    }

    /// Adds a named bulk difference to the record's entry; a record not otherwise touched gets an entry that bears only facts.
    pub fn facts<R: Record>(&mut self, record: &R, name: &str, facts: Value) -> Result<()> {
        let position = self.change.entries.iter().position(|entry| entry.id == record.id() && entry.kind == R::KIND);
        if position.is_none() {
            let described = self.view.kind(R::KIND)?.clone();
            self.push(&described, record.head().clone(), record.head().revision, Map::new())?;
        }
        let last = self.change.entries.len() - 1;
        self.change.entries[position.unwrap_or(last)].facts.insert(name.into(), facts);
        Ok(())
    }

    /// Nulls fields of a record by lawful order; called by the erasure verb alone.
    pub(crate) fn erase(&mut self, stored: &crate::actor::Stored, fields: &[String]) -> Result<()> {
        let described = self.view.kind(stored.kind)?.clone();
        self.push(&described, stored.head.clone(), stored.head.revision, Map::new())?;
        if let Some(entry) = self.change.entries.last_mut() {
            entry.erase = fields.to_vec();
        }
        Ok(())
    }

    /// The change is about this record too.
    pub fn mention(&mut self, link: Link, role: &str) {
        let told = Mention { link, role: role.into() };
        if !self.change.mentions.contains(&told) {
            self.change.mentions.push(told);
        }
    }

    /// A statement on a `work_` or `secret_` table that stands or falls with the change.
    pub fn also(&mut self, sql: &'static str, values: &[Val]) {
        self.also.push((sql, values.to_vec()));
    }

    /// Asks for a job to be run after the change is on the disk.
    pub fn job(&mut self, name: &str, input: Value) {
        let at = self.change.at;
        self.also("INSERT INTO work_job (name, input, due_at) VALUES (?1, ?2, ?3)", crate::vals![name, input.to_string(), at]);
    }

    pub fn is_empty(&self) -> bool {
        self.change.entries.is_empty() && self.change.mentions.is_empty() && self.also.is_empty() && self.change.why.is_empty()
    }

    /// Hands the change to the writer and waits until it is on the disk. A work that changed nothing writes nothing.
    pub fn commit(self) -> Result<Committed> {
        if self.is_empty() {
            return Ok(Committed::default());
        }
        let app = std::sync::Arc::clone(&self.view.actor().app);
        // The snapshot goes back before the wait: a reader lent to a waiting writer would starve the others.
        drop(self.view);
        app.writer.commit(Draft { change: self.change, also: self.also })
    }
}

fn differences(described: &RecordType, old: &Map<String, Value>, new: &Map<String, Value>) -> Map<String, Value> {
    let null = Value::Null;
    let mut set = Map::new();
    for field in &described.fields {
        let (before, after) = (old.get(field.name).unwrap_or(&null), new.get(field.name).unwrap_or(&null));
        if before != after {
            set.insert(field.name.into(), json!([before, after]));
        }
    }
    set
}

/// Refuses what the description refuses: a required field left out, a choice that is none, a day that is none.
fn check(described: &RecordType, fields: &Map<String, Value>, erased: &str) -> Result<()> {
    use crate::problem::FieldProblem;
    use crate::record::Holds;
    let mut problems = Vec::new();
    for field in described.fields.iter().filter(|field| !erased.split(',').any(|name| name == field.name)) {
        let key = match (fields.get(field.name), field.holds) {
            (None, _) if field.required => "problem-required",
            (Some(Value::String(text)), _) if field.required && text.trim().is_empty() => "problem-required",
            (Some(Value::String(text)), Holds::Choice(choices)) if !choices.contains(&text.as_str()) => "problem-choice",
            (Some(Value::String(text)), Holds::Day) if text.parse::<jiff::civil::Date>().is_err() => "problem-day",
            (Some(Value::String(text)), Holds::Text) if text.len() > MAX_LINE_BYTES => "problem-too-long",
            (Some(Value::String(text)), Holds::Prose) if text.len() > MAX_PROSE_BYTES => "problem-too-long",
            _ => continue,
        };
        problems.push(FieldProblem { field: field.name.into(), key: key.into() });
    }
    if problems.is_empty() { Ok(()) } else { Err(Problem::Fields(problems)) }
}

/// One line: longer is a paste gone wrong.
const MAX_LINE_BYTES: usize = 500;
/// Prose: about thirty pages.
const MAX_PROSE_BYTES: usize = 100_000;
