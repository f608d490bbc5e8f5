//! Search on SQLite: FTS5 over a table of titles and texts. The column `near` holds what decides who may find a row.

use super::{Hit, fold};
use crate::actor::View;
use crate::change::Entry;
use crate::db::{Conn, Row, Val};
use crate::id::Id;
use crate::permission::Reach;
use crate::problem::Result;
use crate::record::RecordType;
use crate::vals;
use std::collections::BTreeSet;

pub const TABLES: &[&str] = &[
    "CREATE TABLE IF NOT EXISTS fact_search (key INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, number TEXT NOT NULL, title TEXT NOT NULL, \
     name TEXT NOT NULL, body TEXT NOT NULL, near TEXT NOT NULL, UNIQUE (kind, id))",
    "CREATE VIRTUAL TABLE IF NOT EXISTS fact_search_index USING fts5 (name, body, near, content='fact_search', content_rowid='key', prefix='2 3 4')",
];

/// Says whether the index has lost or gained rows against the table it was made from.
pub fn gap(conn: &Conn) -> Result<Option<String>> {
    let (kept, indexed) = (conn.number("SELECT count(*) FROM fact_search", &[])?, conn.number("SELECT count(*) FROM fact_search_index_docsize", &[])?);
    Ok((kept != indexed).then(|| format!("{indexed} records are indexed and {kept} should be")))
}

/// Empties the index, before a rebuild fills it again.
pub const CLEAR: &str = "INSERT INTO fact_search_index (fact_search_index) VALUES ('delete-all')";

/// Tables that FTS5 keeps for itself: compared by its own integrity check, not row by row.
pub fn is_index(table: &str) -> bool {
    table.starts_with("fact_search_index")
}

/// Keeps the search text of the record that an entry has just changed.
pub fn index(conn: &Conn, record: &RecordType, entry: &Entry) -> Result<()> {
    if record.search.is_empty() {
        return Ok(());
    }
    let old = conn.one("SELECT key, name, body, near FROM fact_search WHERE kind = ?1 AND id = ?2", vals![record.kind, entry.id], |row| {
        Ok((row.int("key")?, row.text("name")?, row.text("body")?, row.text("near")?))
    })?;
    let text = conn.one(&format!("SELECT * FROM {} WHERE id = ?1", record.table()), vals![entry.id], |row| text_of(record, row))?;
    let Some(text) = text else { return Ok(()) };
    let Some((key, name, body, near)) = old else {
        conn.run(
            "INSERT INTO fact_search (kind, id, number, title, name, body, near) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            vals![record.kind, entry.id, &text.number, &text.title, &text.name, &text.body, &text.near],
        )?;
        let key = conn.last_key();
        return add(conn, key, &text);
    };
    if (&name, &body, &near) == (&text.name, &text.body, &text.near) {
        return Ok(());
    }
    conn.run("INSERT INTO fact_search_index (fact_search_index, rowid, name, body, near) VALUES ('delete', ?1, ?2, ?3, ?4)", vals![key, name, body, near])?;
    conn.run(
        "UPDATE fact_search SET number = ?2, title = ?3, name = ?4, body = ?5, near = ?6 WHERE key = ?1",
        vals![key, &text.number, &text.title, &text.name, &text.body, &text.near],
    )?;
    add(conn, key, &text)
}

fn add(conn: &Conn, key: i64, text: &Text) -> Result<()> {
    conn.run("INSERT INTO fact_search_index (rowid, name, body, near) VALUES (?1, ?2, ?3, ?4)", vals![key, &text.name, &text.body, &text.near])?;
    Ok(())
}

struct Text {
    number: String,
    title: String,
    name: String,
    body: String,
    near: String,
}

fn text_of(record: &RecordType, row: &Row) -> Result<Text> {
    let title = row.text(record.title)?;
    let number = row.text("number")?;
    let mut body = String::new();
    for field in record.search.iter().filter(|name| **name != record.title) {
        body.push_str(&fold(&row.text(field)?));
        body.push(' ');
    }
    // A number is found whole and by its parts.
    let name = format!("{} {} {}", fold(&title), fold(&number), number.replace('-', "").to_lowercase());
    let mut near = format!("k{} c{}", record.kind, row.int("class")?);
    for person in record.persons {
        if let Some(id) = row.id(person)? {
            near.push_str(&format!(" p{}", token(id)));
        }
    }
    if let Some(id) = record.unit.map(|unit| row.id(unit)).transpose()?.flatten() {
        near.push_str(&format!(" u{}", token(id)));
    }
    if let Some(id) = row.id("site")? {
        near.push_str(&format!(" s{}", token(id)));
    }
    Ok(Text { number, title, name: name.trim().to_owned(), body: body.trim_end().to_owned(), near })
}

fn token(id: Id) -> String {
    id.to_string().replace('-', "")
}

pub fn find(view: &View, terms: &[String], reaches: &[(&str, Reach)], limit: usize) -> Result<Vec<Hit>> {
    let Some(near) = near_expression(reaches) else { return Ok(Vec::new()) };
    let words = words_expression(terms);
    let mut hits = ask(view, &format!("name : ({words}) AND near : ({near})"), limit)?;
    if hits.len() < limit {
        let mut known: BTreeSet<Id> = hits.iter().map(|hit| hit.id).collect();
        for hit in ask(view, &format!("{{name body}} : ({words}) AND near : ({near})"), limit)? {
            // Titles are asked first, so only they can come again; of many finds comparing each with each would cost more than finding them.
            if hits.len() < limit && known.insert(hit.id) {
                hits.push(hit);
            }
        }
    }
    Ok(hits)
}

/// For a list, which has an order of its own: ids alone, wherever the words stand.
pub fn ids(terms: &[String], kind: &str, reach: &Reach, limit: usize) -> Option<(&'static str, [Val; 2])> {
    const FOUND: &str = "SELECT id FROM fact_search WHERE key IN \
         (SELECT rowid FROM fact_search_index WHERE fact_search_index MATCH ? ORDER BY rowid DESC LIMIT ?)";
    let near = near_expression(&[(kind, reach.clone())])?;
    let expression = format!("{{name body}} : ({}) AND near : ({near})", words_expression(terms));
    Some((FOUND, [expression.into(), limit.into()]))
}

fn ask(view: &View, expression: &str, limit: usize) -> Result<Vec<Hit>> {
    // Newest first and not by rank: a common word is then answered from the end of its list, whatever its length.
    let keys = view.rows(
        "SELECT rowid AS key FROM fact_search_index WHERE fact_search_index MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
        vals![expression, limit],
        |row| row.int("key"),
    )?;
    let mut hits = Vec::with_capacity(keys.len());
    for key in keys {
        let hit = view.one("SELECT kind, id, number, title FROM fact_search WHERE key = ?1", vals![key], |row| {
            Ok(Hit { kind: row.text("kind")?, id: row.id("id")?.unwrap_or_default(), number: row.text("number")?, title: row.text("title")? })
        })?;
        hits.extend(hit);
    }
    Ok(hits)
}

fn words_expression(terms: &[String]) -> String {
    let last = terms.len() - 1;
    let quoted: Vec<String> = terms.iter().enumerate().map(|(n, term)| if n == last { format!("\"{term}\"*") } else { format!("\"{term}\"") }).collect();
    quoted.join(" AND ")
}

/// `None` when nothing at all may be seen.
fn near_expression(reaches: &[(&str, Reach)]) -> Option<String> {
    let mut kinds = Vec::new();
    for (kind, reach) in reaches {
        for part in &reach.parts {
            let classes: Vec<String> = (0..=part.up_to.number()).map(|n| format!("c{n}")).collect();
            let mut all = vec![format!("k{kind}"), format!("({})", classes.join(" OR "))];
            let mut tokens: Vec<String> = part.persons.iter().map(|id| format!("p{}", token(*id))).collect();
            tokens.extend(part.units.iter().map(|id| format!("u{}", token(*id))));
            tokens.extend(part.sites.iter().map(|id| format!("s{}", token(*id))));
            if !part.everything {
                if tokens.is_empty() {
                    continue;
                }
                all.push(format!("({})", tokens.join(" OR ")));
            }
            kinds.push(format!("({})", all.join(" AND ")));
        }
    }
    (!kinds.is_empty()).then(|| kinds.join(" OR "))
}
