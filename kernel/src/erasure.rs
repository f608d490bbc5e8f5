//! Erasure by lawful order: the only way that anything kept goes. The order is a change; the same commit nulls the rows, the search text and the
//! bodies of every earlier change that held the values, and keeps their digests, so that every proof still holds.

use crate::change::{Change, is_erased, items};
use crate::class::Class;
use crate::db::Conn;
use crate::id::Id;
use crate::permission::Role;
use crate::problem::{Problem, Result};
use crate::record::{Field, Head, Holds, RecordType};
use crate::vals;
use crate::work::Work;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// An order to erase fields of one record.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ErasureOrder {
    #[serde(skip)]
    pub head: Head,
    pub authority: String,
    pub reason: String,
    pub on_kind: String,
    pub on_id: Id,
    pub fields: String,
}
crate::record!(ErasureOrder, "erasure");

pub fn records() -> Vec<RecordType> {
    vec![RecordType {
        kind: "erasure",
        letters: "FUT",
        version: 1,
        fields: vec![
            Field::new("authority", Holds::Text).required(),
            Field::new("reason", Holds::Prose).required(),
            Field::new("on_kind", Holds::Text).required(),
            Field::new("on_id", Holds::Text).required().indexed(),
            Field::new("fields", Holds::Text).required(),
        ],
        title: "authority",
        list: &["number", "authority", "on_kind", "made_at"],
        search: &[],
        filters: &[],
        sort: ("made_at", true),
        persons: &[],
        unit: None,
        class: Class::Internal,
        duties: &["D4"],
        keeps: &[],
    }]
}

/// Erases fields of a record by order of `authority`: the Director's or the head's act, or the server's own keyboard. A required field may be
/// named too; the record then says that it was erased.
pub fn erase(work: &mut Work, kind: &str, name: &str, fields: &[String], authority: &str, reason: &str) -> Result<ErasureOrder> {
    let actor = work.actor();
    let is_program = actor.person.id == Id::nobody() && actor.may("erasure.order");
    if !(is_program || actor.has(Role::Director) || actor.has(Role::Head)) {
        return Err(Problem::Forbidden { act: "erasure.order".into() });
    }
    let stored = work.find_stored(kind, name)?;
    let described = work.kind(kind)?;
    if fields.is_empty() || fields.iter().any(|field| described.field(field).is_none()) {
        return Err(Problem::on("fields", "problem-no-such-field"));
    }
    if authority.trim().is_empty() {
        return Err(Problem::on("authority", "problem-required"));
    }
    work.erase(&stored, fields)?;
    let order = work.make(ErasureOrder {
        head: Head { class: stored.head.class, ..Head::default() },
        authority: authority.trim().into(),
        reason: reason.trim().into(),
        on_kind: kind.into(),
        on_id: stored.head.id,
        fields: fields.join(","),
    })?;
    Ok(order)
}

/// An order as it is noted beside the key, so that a restored older copy is erased again before anyone reads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    pub kind: String,
    pub id: Id,
    pub fields: Vec<String>,
    pub authority: String,
    pub reason: String,
}

/// The orders that a change carries out.
pub fn orders(change: &Change) -> Vec<Order> {
    let said = |name: &str| {
        let order = change.entries.iter().find(|entry| entry.kind == "erasure");
        order.and_then(|entry| entry.set.get(name)?.get(1)?.as_str().map(str::to_owned)).unwrap_or_default()
    };
    let erased = change.entries.iter().filter(|entry| !entry.erase.is_empty());
    erased
        .map(|entry| Order { kind: entry.kind.clone(), id: entry.id, fields: entry.erase.clone(), authority: said("authority"), reason: said("reason") })
        .collect()
}

/// Carries out again what was ordered after the copy was made; gives how many orders that were.
pub fn repeat(app: &std::sync::Arc<crate::app::App>) -> Result<usize> {
    let mut repeated = 0;
    for order in app.log.erasures()? {
        let mut work = app.itself(crate::change::Via::Command, "").work("erasure.order")?;
        let Ok(stored) = work.find_stored(&order.kind, &order.id.to_string()) else { continue };
        let missing: Vec<String> = order.fields.iter().filter(|field| !stored.head.erased.split(',').any(|erased| erased == *field)).cloned().collect();
        if !missing.is_empty() {
            erase(&mut work, &order.kind, &order.id.to_string(), &missing, &order.authority, &order.reason)?;
            work.commit()?;
            repeated += 1;
        }
    }
    Ok(repeated)
}

/// Rewrites the bodies of earlier changes that an erasure names: values go, digests and the salts of what stays are kept. Called by the writer
/// in the erasure's own savepoint.
pub fn rewrite_bodies(conn: &Conn, change: &Change, order_seq: i64) -> Result<()> {
    for entry in change.entries.iter().filter(|entry| !entry.erase.is_empty()) {
        let seqs =
            conn.rows("SELECT seq FROM fact_mention WHERE kind = ?1 AND id = ?2 AND seq < ?3", vals![&entry.kind, entry.id, order_seq], |row| row.int("seq"))?;
        for seq in seqs {
            rewrite_body(conn, seq, order_seq, &entry.kind, entry.id, &entry.erase)?;
        }
    }
    Ok(())
}

fn rewrite_body(conn: &Conn, seq: i64, order_seq: i64, kind: &str, id: Id, fields: &[String]) -> Result<()> {
    let read = conn.one("SELECT body, nonce, parts FROM ledger_change WHERE seq = ?1", vals![seq], |row| {
        Ok((row.text("body")?, row.opt_blob("nonce")?, row.opt_text("parts")?))
    })?;
    let Some((body, nonce, parts)) = read else { return Ok(()) };
    let mut body: Value = serde_json::from_str(&body).map_err(|error| Problem::Store(format!("change {seq}: {error}")))?;
    let kept = kept_parts(&body, nonce.as_deref(), parts.as_deref(), seq)?;
    let mut gone = Vec::new();
    for (n, entry) in body["entries"].as_array_mut().into_iter().flatten().enumerate() {
        if entry["kind"] != kind || entry["id"] != id.to_string() {
            continue;
        }
        for part in ["set", "facts"] {
            let Some(values) = entry.get_mut(part).and_then(Value::as_object_mut) else { continue };
            for field in fields {
                if let Some(value) = values.get_mut(field).filter(|value| !is_erased(value)) {
                    *value = json!({ "erased": order_seq });
                    gone.push(format!("{n}.{part}.{field}"));
                }
            }
        }
    }
    if gone.is_empty() {
        return Ok(());
    }
    let kept: Vec<Value> = kept
        .into_iter()
        .map(|part| match part["tag"].as_str() {
            Some(tag) if gone.iter().any(|gone| gone == tag) => json!({ "tag": tag, "digest": part["digest"] }),
            _ => part,
        })
        .collect();
    conn.run("UPDATE ledger_change SET body = ?2, nonce = NULL, parts = ?3 WHERE seq = ?1", vals![seq, body.to_string(), Value::Array(kept).to_string()])?;
    Ok(())
}

/// The parts as they are kept once a nonce is gone: tag, digest, and the salt of what is still there (all hexadecimal).
fn kept_parts(body: &Value, nonce: Option<&[u8]>, parts: Option<&str>, seq: i64) -> Result<Vec<Value>> {
    if let Some(parts) = parts {
        return serde_json::from_str(parts).map_err(|error| Problem::Store(format!("change {seq}: {error}")));
    }
    let nonce: [u8; 16] = nonce.and_then(|nonce| nonce.try_into().ok()).ok_or_else(|| Problem::Store(format!("change {seq} has lost its nonce")))?;
    Ok(items(body)
        .iter()
        .map(|item| {
            let salt = ledger::leaf::salt(&nonce, &item.tag);
            json!({ "tag": item.tag, "salt": hex(&salt), "digest": hex(&ledger::leaf::digest(&salt, &item.tag, &item.value)) })
        })
        .collect())
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads lower-case hexadecimal; anything else is none.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    text.len().is_multiple_of(2).then(|| (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()).flatten()
}
