//! Carries a change out on the derived tables: rows, links, mentions, search text and the domains' projections. The writer and the replay
//! both call `apply` and nothing else, so what a rebuild makes is what daily work made.

use super::{Conn, Val};
use crate::change::{Change, Entry, is_erased};
use crate::problem::{Problem, Result};
use crate::record::{Holds, RecordType};
use crate::registry::Registry;
use crate::{search, vals};
use serde_json::Value;

/// What `apply` needs to know beyond the change.
pub struct Applied<'a> {
    pub registry: &'a Registry,
    pub seq: i64,
}

/// Carries out all entries of one change. A row that has moved on since it was read is `Stale`.
pub fn apply(conn: &Conn, with: &Applied, change: &Change) -> Result<()> {
    for entry in &change.entries {
        let record =
            with.registry.record(&entry.kind).ok_or_else(|| Problem::Store(format!("change {} speaks of an unknown kind {}", with.seq, entry.kind)))?;
        if entry.before == 0 {
            insert(conn, record, change, entry)?;
        } else {
            update(conn, record, change, entry)?;
        }
        link(conn, record, entry)?;
        mention(conn, &entry.kind, &entry.id.to_string(), with.seq)?;
        keep(conn, entry)?;
        for project in with.registry.projections(&entry.kind) {
            project(conn, change, entry)?;
        }
        search::index(conn, record, entry)?;
    }
    for told in &change.mentions {
        mention(conn, &told.link.kind, &told.link.id.to_string(), with.seq)?;
    }
    Ok(())
}

fn mention(conn: &Conn, kind: &str, id: &str, seq: i64) -> Result<()> {
    conn.run("INSERT OR IGNORE INTO fact_mention (kind, id, seq) VALUES (?1, ?2, ?3)", vals![kind, id, seq])?;
    Ok(())
}

/// Notes which stored bytes an entry names: an attached file, or evidence kept under the fact `kept`.
fn keep(conn: &Conn, entry: &Entry) -> Result<()> {
    let attached = entry.set.get("sha256").filter(|_| entry.kind == "file").map(after).and_then(Value::as_str);
    if entry.erase.iter().any(|name| name == "sha256" || name == "signature") {
        // The bytes go with the next sweep, once nothing names them.
        conn.run("DELETE FROM fact_kept WHERE kind = ?1 AND id = ?2", vals![&entry.kind, entry.id])?;
    }
    for sha256 in attached.into_iter().chain(entry.facts.get("kept").and_then(Value::as_str)) {
        conn.run("INSERT OR IGNORE INTO fact_kept (sha256, kind, id) VALUES (?1, ?2, ?3)", vals![sha256, &entry.kind, entry.id])?;
    }
    Ok(())
}

fn insert(conn: &Conn, record: &RecordType, change: &Change, entry: &Entry) -> Result<()> {
    let mut columns = String::from("id, number, site, class, duties, made_at, made_by, changed_at, changed_by, revision, happened_at, on_behalf_of");
    let number = if entry.number.is_empty() { Val::Null } else { Val::from(&entry.number) };
    let mut values = vec![
        entry.id.into(),
        number,
        entry.site.into(),
        entry.class.number().into(),
        Val::from(&entry.duties),
        change.at.into(),
        change.actor.into(),
        change.at.into(),
        change.actor.into(),
        entry.after.into(),
        change.happened_at.into(),
        change.on_behalf_of.into(),
    ];
    for (name, pair) in &entry.set {
        if let Some(field) = record.field(name) {
            columns.push_str(", ");
            columns.push_str(name);
            values.push(to_val(field.holds, after(pair)));
        }
    }
    let marks: Vec<String> = (1..=values.len()).map(|n| format!("?{n}")).collect();
    conn.run(&format!("INSERT INTO {} ({columns}) VALUES ({})", record.table(), marks.join(", ")), &values)?;
    count_number(conn, record, entry)
}

/// Keeps the highest number given, so that a rebuilt office goes on counting where it was.
fn count_number(conn: &Conn, record: &RecordType, entry: &Entry) -> Result<()> {
    let mut parts = entry.number.rsplitn(4, '-');
    let (Some(last), Some(year), Some(site), Some(_)) = (parts.next(), parts.next(), parts.next(), parts.next()) else { return Ok(()) };
    let (Ok(last), Ok(year)) = (last.parse::<i64>(), year.parse::<i64>()) else { return Ok(()) };
    conn.run(
        "INSERT INTO fact_counter (letters, site, year, last) VALUES (?1, ?2, ?3, ?4) \
         ON CONFLICT (letters, site, year) DO UPDATE SET last = max(last, excluded.last)",
        vals![record.letters, site, year, last],
    )?;
    Ok(())
}

fn update(conn: &Conn, record: &RecordType, change: &Change, entry: &Entry) -> Result<()> {
    let mut sets = String::from("revision = ?1, changed_at = ?2, changed_by = ?3, site = ?4, class = ?5, duties = ?6");
    let mut values = vec![entry.after.into(), change.at.into(), change.actor.into(), entry.site.into(), entry.class.number().into(), Val::from(&entry.duties)];
    for (name, pair) in &entry.set {
        if let Some(field) = record.field(name) {
            values.push(to_val(field.holds, after(pair)));
            sets.push_str(&format!(", {name} = ?{}", values.len()));
        }
    }
    for name in &entry.erase {
        if record.field(name).is_some() {
            sets.push_str(&format!(", {name} = NULL"));
        }
    }
    if !entry.erase.is_empty() {
        values.push(entry.erase.join(",").into());
        sets.push_str(&format!(", erased = trim(erased || ',' || ?{}, ',')", values.len()));
    }
    values.push(entry.id.into());
    values.push(entry.before.into());
    let (id, revision) = (values.len() - 1, values.len());
    let touched = conn.run(&format!("UPDATE {} SET {sets} WHERE id = ?{id} AND revision = ?{revision}", record.table()), &values)?;
    if touched == 1 { Ok(()) } else { Err(Problem::Stale { kind: entry.kind.clone(), id: entry.id.to_string() }) }
}

fn link(conn: &Conn, record: &RecordType, entry: &Entry) -> Result<()> {
    for field in &record.fields {
        let Holds::Link(to_kind) = field.holds else { continue };
        let erased = entry.erase.iter().any(|name| name == field.name);
        let Some(pair) = entry.set.get(field.name) else {
            if erased {
                conn.run("DELETE FROM fact_link WHERE kind = ?1 AND id = ?2 AND field = ?3", vals![record.kind, entry.id, field.name])?;
            }
            continue;
        };
        if entry.before > 0 {
            conn.run("DELETE FROM fact_link WHERE kind = ?1 AND id = ?2 AND field = ?3", vals![record.kind, entry.id, field.name])?;
        }
        if let Some(to) = after(pair).as_str() {
            conn.run(
                "INSERT INTO fact_link (kind, id, field, to_kind, to_id) VALUES (?1, ?2, ?3, ?4, ?5)",
                vals![record.kind, entry.id, field.name, to_kind, to],
            )?;
        }
    }
    Ok(())
}

/// The value after the change; null where an order has erased it.
fn after(pair: &Value) -> &Value {
    if is_erased(pair) {
        return &Value::Null;
    }
    pair.get(1).unwrap_or(&Value::Null)
}

fn to_val(holds: Holds, value: &Value) -> Val {
    match (holds, value) {
        (_, Value::Null) => Val::Null,
        (Holds::Json, value) => Val::Text(value.to_string()),
        (Holds::YesNo, value) => Val::Int(value.as_bool().unwrap_or(false).into()),
        (Holds::Number | Holds::Moment, value) => value.as_i64().map_or(Val::Null, Val::Int),
        (_, Value::String(text)) => Val::from(text),
        (_, other) => Val::Text(other.to_string()),
    }
}
