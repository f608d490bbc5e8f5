//! What became of a record, read back from the ledger: who, when, what, why, and each field before and after.

use crate::actor::{Stored, View};
use crate::change::{Change, Entry, Via};
use crate::id::Id;
use crate::problem::{Problem, Result};
use crate::vals;
use serde_json::Value;

/// One change as a record's page tells it.
#[derive(Clone, Debug)]
pub struct Told {
    pub seq: i64,
    pub at: i64,
    pub actor: Id,
    pub via: Via,
    pub verb: String,
    pub why: String,
    pub happened_at: Option<i64>,
    pub on_behalf_of: Option<Id>,
    /// Fields of this record, before and after.
    pub fields: Vec<(String, Value, Value)>,
    /// Other records in the same change: comments, files, what it mentions.
    pub others: Vec<Entry>,
    pub made: bool,
    pub facts: Vec<String>,
}

/// The changes that touch or mention a record, newest first, within what the reader may see of its kind.
pub fn of(view: &View, stored: &Stored, limit: usize) -> Result<Vec<Told>> {
    let up_to = view.actor().reach(stored.kind).parts.iter().map(|part| part.up_to).max().unwrap_or_default();
    view.rows(
        "SELECT c.seq, c.body FROM fact_mention m JOIN ledger_change c ON c.seq = m.seq WHERE m.kind = ?1 AND m.id = ?2 AND c.class <= ?3 \
         ORDER BY m.seq DESC LIMIT ?4",
        vals![stored.kind, stored.head.id, up_to.number(), limit],
        |row| {
            let seq = row.int("seq")?;
            let change = Change::from_body(&row.text("body")?).map_err(|error| Problem::Store(format!("change {seq}: {error}")))?;
            Ok(told(seq, change, stored.head.id))
        },
    )
}

fn told(seq: i64, change: Change, id: Id) -> Told {
    let (own, others): (Vec<Entry>, Vec<Entry>) = change.entries.into_iter().partition(|entry| entry.id == id);
    let pair = |pair: &Value, n: usize| pair.get(n).cloned().unwrap_or_else(|| pair.clone());
    Told {
        seq,
        at: change.at,
        actor: change.actor,
        via: change.via,
        verb: change.verb,
        why: change.why,
        happened_at: change.happened_at,
        on_behalf_of: change.on_behalf_of,
        made: own.iter().any(|entry| entry.before == 0),
        facts: own.iter().flat_map(|entry| entry.facts.keys().cloned()).collect(),
        fields: own.iter().flat_map(|entry| entry.set.iter().map(|(name, value)| (name.clone(), pair(value, 0), pair(value, 1)))).collect(),
        others,
    }
}
