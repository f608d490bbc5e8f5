//! Reads a section as one record or as a list of records, and puts lists in their order.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Keyed, Line};
use crate::quarantine::{Quarantined, Why};
use crate::reading::{Entry, Reading, items_of};

pub(crate) fn read_one<T: Entry>(content: &Map<String, Value>, section: &'static str, wire_names: &[&str], odd: &mut Vec<Quarantined>) -> Option<T> {
    let value = wire_names.iter().find_map(|name| content.get(*name))?;
    let joined;
    let mut reading = Reading { members: &EMPTY, section, entry: None, odd };
    reading.members = match value {
        Value::Object(members) => members,
        Value::Array(items) if items.iter().all(|item| item.is_object() || item.is_null()) => {
            joined = join(items);
            &joined
        }
        Value::Null => return None,
        other => {
            reading.set_aside(None, Why::NotARecord, other);
            return None;
        }
    };
    let record = T::read(&mut reading);
    (record != T::default()).then_some(record)
}

static EMPTY: std::sync::LazyLock<Map<String, Value>> = std::sync::LazyLock::new(Map::new);

/// Several objects where one was expected (a list of consumables): first value of each name.
fn join(items: &[Value]) -> Map<String, Value> {
    let mut all = Map::new();
    for (name, value) in items.iter().filter_map(Value::as_object).flatten() {
        all.entry(name.clone()).or_insert_with(|| value.clone());
    }
    all
}

pub(crate) fn read_many<T: Entry + Keyed + Serialize>(
    content: &Map<String, Value>,
    section: &'static str,
    wire_names: &[&str],
    odd: &mut Vec<Quarantined>,
) -> Option<Vec<T>> {
    let value = wire_names.iter().find_map(|name| content.get(*name))?;
    if !matches!(value, Value::Object(_) | Value::Array(_) | Value::Null) {
        Reading { members: &EMPTY, section, entry: None, odd }.set_aside(None, Why::NotARecord, value);
        return None;
    }
    let mut records = Vec::new();
    for (at, item) in items_of(value).iter().enumerate() {
        let mut reading = Reading { members: &EMPTY, section, entry: Some(at), odd: &mut *odd };
        match item {
            Value::Null => {}
            Value::Object(members) => {
                reading.members = members;
                let record = T::read(&mut reading);
                if record == T::default() {
                    continue;
                }
                if record.is_named() {
                    records.push(record);
                } else {
                    reading.set_aside(None, Why::Nameless, item);
                }
            }
            other => reading.set_aside(None, Why::NotARecord, other),
        }
    }
    sort(&mut records);
    Some(records)
}

/// By key; only records with one key are written out to be told apart, which few are.
fn sort<T: Keyed + Serialize>(records: &mut [T]) {
    records.sort_by_cached_key(Keyed::key);
    for alike in records.chunk_by_mut(|a, b| a.key() == b.key()) {
        if alike.len() > 1 {
            alike.sort_by_cached_key(|record| Line::of(record).json);
        }
    }
}

/// The records of a section without a form, ordered by their text.
pub(crate) fn in_order(value: &Value) -> Vec<Value> {
    let mut items: Vec<Value> = items_of(value).iter().filter(|item| !item.is_null()).cloned().collect();
    items.sort_by_cached_key(Value::to_string);
    items
}

pub(crate) fn one_from<T: DeserializeOwned>(records: Vec<Value>) -> Result<Option<T>, serde_json::Error> {
    records.into_iter().next().map(serde_json::from_value).transpose()
}

pub(crate) fn many_from<T: DeserializeOwned + Keyed + Serialize>(records: Vec<Value>) -> Result<Vec<T>, serde_json::Error> {
    let mut all = records.into_iter().map(serde_json::from_value).collect::<Result<Vec<T>, serde_json::Error>>()?;
    sort(&mut all);
    Ok(all)
}
