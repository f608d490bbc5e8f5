//! A change: who, when, from where and why, and what became of which records. Its text is the body kept beside the ledger; its items are
//! what the ledger commits to, one by one, so that a court can be shown three fields and no more.

use crate::actor::Actor;
use crate::class::Class;
use crate::id::{Id, Link};
use ledger::leaf::Item;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Version of the body's own form.
pub const FORMAT: u32 = 1;

/// The most entries that one change may hold; a bulk act is cut into several.
pub const MAX_ENTRIES: usize = 1_000;

/// Through which door a change came.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    Page,
    Api,
    Agent,
    Job,
    Command,
    Migration,
}

impl Via {
    /// The source number in the ledger's entry.
    pub fn number(self) -> u32 {
        self as u32 + 1
    }
}

/// One record within a change.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct Entry {
    pub kind: String,
    /// Version of the kind's fields when this was written.
    pub version: u32,
    pub id: Id,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Revision before (0: the record is made here) and after.
    pub before: i64,
    pub after: i64,
    /// Site, class and duties after the change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Id>,
    pub class: Class,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub duties: String,
    /// Field name to `[before, after]`.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub set: Map<String, Value>,
    /// Named bulk differences, read by the domain's projections.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub facts: Map<String, Value>,
    /// Fields that are nulled here by lawful order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub erase: Vec<String>,
}

/// A record that the change is about without altering it.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct Mention {
    #[serde(flatten)]
    pub link: Link,
    #[serde(rename = "as")]
    pub role: String,
}

/// A change as it stands in the ledger's `body`.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct Change {
    pub format: u32,
    pub id: Id,
    /// Microseconds since 1970, UTC.
    pub at: i64,
    pub actor: Id,
    pub via: Via,
    /// The network address or host it came from; empty for the program itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// The act in the domain's words: `request.assign`.
    pub verb: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// The true time of something entered later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened_at: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Id>,
    pub entries: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
}

impl Change {
    /// A change by an actor, its entries still to come.
    pub fn begun(actor: &Actor, verb: &str, at_us: i64) -> Self {
        Self {
            format: FORMAT,
            id: actor.app.new_id(at_us),
            at: at_us,
            actor: actor.person.id,
            via: actor.via,
            from: actor.from.clone(),
            verb: verb.into(),
            why: String::new(),
            happened_at: None,
            on_behalf_of: None,
            entries: Vec::new(),
            mentions: Vec::new(),
        }
    }

    pub fn to_body(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| unreachable!("a change has only string keys"))
    }

    pub fn from_body(body: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(body)
    }

    /// The highest class among the records it touches: who may not see that may not read the change.
    pub fn class(&self) -> Class {
        self.entries.iter().map(|entry| entry.class).max().unwrap_or_default()
    }
}

/// What the ledger commits to, in a fixed order: the header's parts, then each entry's parts, then the mentions.
/// It is read from the body's JSON and not from `Change`, so that a body altered in a way `Change` would overlook still differs.
pub fn items(body: &Value) -> Vec<Item> {
    let mut out = Vec::new();
    let Some(header) = body.as_object() else {
        return vec![Item { tag: String::new(), value: canonical(body) }];
    };
    for (name, value) in sorted(header) {
        match (name.as_str(), value) {
            ("entries", Value::Array(entries)) => entries.iter().enumerate().for_each(|(n, entry)| entry_items(&mut out, n, entry)),
            _ => out.push(Item { tag: name.clone(), value: canonical(value) }),
        }
    }
    out
}

fn entry_items(out: &mut Vec<Item>, n: usize, entry: &Value) {
    let Some(parts) = entry.as_object() else {
        out.push(Item { tag: format!("{n}"), value: canonical(entry) });
        return;
    };
    for (name, value) in sorted(parts) {
        match (name.as_str(), value) {
            ("set" | "facts", Value::Object(fields)) => {
                out.extend(sorted(fields).into_iter().map(|(field, value)| Item { tag: format!("{n}.{name}.{field}"), value: canonical(value) }));
            }
            _ => out.push(Item { tag: format!("{n}.{name}"), value: canonical(value) }),
        }
    }
}

fn sorted(map: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut pairs: Vec<_> = map.iter().collect();
    pairs.sort_by_key(|(name, _)| name.as_str());
    pairs
}

/// JSON with sorted keys and no spaces: equal values give equal bytes.
pub fn canonical(value: &Value) -> Vec<u8> {
    let mut out = Vec::new();
    write_canonical(&mut out, value);
    out
}

fn write_canonical(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Object(map) => {
            out.push(b'{');
            for (n, (name, value)) in sorted(map).into_iter().enumerate() {
                if n > 0 {
                    out.push(b',');
                }
                write_plain(out, &Value::String(name.clone()));
                out.push(b':');
                write_canonical(out, value);
            }
            out.push(b'}');
        }
        Value::Array(items) => {
            out.push(b'[');
            for (n, item) in items.iter().enumerate() {
                if n > 0 {
                    out.push(b',');
                }
                write_canonical(out, item);
            }
            out.push(b']');
        }
        plain => write_plain(out, plain),
    }
}

fn write_plain(out: &mut Vec<u8>, value: &Value) {
    // Writing to memory cannot fail, and neither strings, numbers nor booleans can be refused.
    let _ = serde_json::to_writer(out, value);
}

/// Stands where an erased value stood: `{"erased": <seq of the order>}`.
pub fn is_erased(value: &Value) -> bool {
    value.as_object().is_some_and(|map| map.len() == 1 && map.contains_key("erased"))
}
