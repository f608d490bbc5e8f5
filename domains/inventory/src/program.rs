//! The catalogue of programs: one row for each name, version, publisher and architecture, and who has it by two numbers.
//! Made from the reports' differences and from nothing else.

use agents::sections::Program;
use kernel::actor::View;
use kernel::change::{Change, Entry, is_erased};
use kernel::db::Conn;
use kernel::id::Id;
use kernel::problem::{Problem, Result};
use kernel::vals;
use serde_json::Value;

/// What follows from a change of a device: its evidence, its sections, its programs, who reported it.
pub fn project(conn: &Conn, change: &Change, entry: &Entry) -> Result<()> {
    if entry.erase.iter().any(|field| field == "evidence") || entry.set.contains_key("evidence") {
        project_evidence(conn, entry.id, entry.set.get("evidence"))?;
    }
    if let Some(diff) = entry.facts.get("sections") {
        project_sections(conn, entry.id, diff)?;
    }
    if let Some(programs) = entry.facts.get("programs") {
        project_programs(conn, entry.id, programs)?;
    }
    if let Some(report) = entry.facts.get("report") {
        project_report(conn, change.at, entry.id, report)?;
    }
    Ok(())
}

/// The keys that a device is known by; none where the evidence was erased, now or by an order that a replay has yet to come to.
fn project_evidence(conn: &Conn, device: Id, pair: Option<&Value>) -> Result<()> {
    conn.run("DELETE FROM fact_evidence WHERE device = ?1", vals![device])?;
    let evidence = pair.filter(|pair| !is_erased(pair)).and_then(|pair| pair.get(1));
    let Some(Ok(evidence)) = evidence.map(|evidence| serde_json::from_value::<agents::Evidence>(evidence.clone())) else { return Ok(()) };
    for (kind, value) in crate::report::keys(&evidence) {
        conn.run("INSERT OR IGNORE INTO fact_evidence (kind, value, device) VALUES (?1, ?2, ?3)", vals![kind, value, device])?;
    }
    Ok(())
}

fn project_sections(conn: &Conn, device: Id, diff: &Value) -> Result<()> {
    let broken = |error: &dyn std::fmt::Display| Problem::Store(format!("sections of device {device}: {error}"));
    let diff: agents::Diff = serde_json::from_value(diff.clone()).map_err(|error| broken(&error))?;
    let text = conn.one("SELECT content FROM fact_sections WHERE device = ?1", vals![device], |row| row.text("content"))?;
    let before = match text {
        Some(text) => serde_json::from_str(&text).map_err(|error| broken(&error))?,
        None => agents::Sections::default(),
    };
    let after = agents::apply(&before, &diff).map_err(|error| broken(&error))?;
    let content = serde_json::to_string(&after).map_err(|error| broken(&error))?;
    conn.run(
        "INSERT INTO fact_sections (device, content) VALUES (?1, ?2) ON CONFLICT (device) DO UPDATE SET content = excluded.content",
        vals![device, content],
    )?;
    Ok(())
}

fn project_programs(conn: &Conn, device: Id, programs: &Value) -> Result<()> {
    let device = conn.number("SELECT key FROM rec_device WHERE id = ?1", vals![device])?;
    for row in programs["removed"].as_array().into_iter().flatten() {
        let program = program_key(conn, row)?;
        let gone = conn.run("DELETE FROM fact_install WHERE device = ?1 AND program = ?2", vals![device, program])?;
        conn.run("UPDATE fact_program SET installs = installs - ?2 WHERE key = ?1", vals![program, gone])?;
    }
    for row in programs["added"].as_array().into_iter().flatten() {
        let program = program_key(conn, row)?;
        let day = row[4].as_str().map(str::to_owned);
        let come = conn.run("INSERT OR IGNORE INTO fact_install (device, program, installed_on) VALUES (?1, ?2, ?3)", vals![device, program, day])?;
        conn.run("UPDATE fact_program SET installs = installs + ?2 WHERE key = ?1", vals![program, come])?;
    }
    Ok(())
}

/// The catalogue's number for a program, made when it is new.
fn program_key(conn: &Conn, row: &Value) -> Result<i64> {
    let part = |n: usize| row[n].as_str().unwrap_or_default().to_owned();
    let named = [part(0).into(), part(1).into(), part(2).into(), part(3).into()];
    let find = "SELECT key FROM fact_program WHERE name = ?1 AND version = ?2 AND publisher = ?3 AND arch = ?4";
    if let Some(key) = conn.one(find, &named, |row| row.int("key"))? {
        return Ok(key);
    }
    conn.run("INSERT INTO fact_program (name, version, publisher, arch) VALUES (?1, ?2, ?3, ?4)", &named)?;
    Ok(conn.last_key())
}

fn project_report(conn: &Conn, at: i64, device: Id, report: &Value) -> Result<()> {
    let text = |name: &str| report[name].as_str().unwrap_or_default().to_owned();
    conn.run(
        "INSERT INTO fact_report (device, source, at, sameness, kept, original, device_id, version, quarantined) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) \
         ON CONFLICT (device, source) DO UPDATE SET at = excluded.at, sameness = excluded.sameness, kept = excluded.kept, original = excluded.original, \
         device_id = excluded.device_id, version = excluded.version, quarantined = excluded.quarantined",
        vals![
            device,
            text("source"),
            at,
            text("sameness"),
            text("kept"),
            text("original"),
            text("device_id"),
            text("version"),
            report["quarantined"].to_string()
        ],
    )?;
    Ok(())
}

/// The programs of a device, by name.
pub fn of_device(view: &View, device: Id) -> Result<Vec<Program>> {
    let filled = |text: String| (!text.is_empty()).then_some(text);
    view.rows(
        "SELECT p.name, p.version, p.publisher, p.arch, i.installed_on FROM fact_install i JOIN fact_program p ON p.key = i.program \
         WHERE i.device = (SELECT key FROM rec_device WHERE id = ?1) ORDER BY p.name COLLATE NOCASE, p.version",
        vals![device],
        |row| {
            Ok(Program {
                name: filled(row.text("name")?),
                version: filled(row.text("version")?),
                publisher: filled(row.text("publisher")?),
                arch: filled(row.text("arch")?),
                install_date: row.opt_text("installed_on")?,
                ..Program::default()
            })
        },
    )
}

/// One line of the catalogue.
pub struct Listed {
    pub key: i64,
    pub name: String,
    pub version: String,
    pub publisher: String,
    pub arch: String,
    pub installs: i64,
}

/// Lines of one page of the catalogue.
pub const PAGE: i64 = 50;

/// The catalogue, most installed first; `words` narrow it by any part of name or publisher.
pub fn catalogue(view: &View, words: &str, after: Option<(i64, i64)>) -> Result<Vec<Listed>> {
    let like = format!("%{}%", words.trim().replace(['%', '_', '\\'], " "));
    let (installs, key) = after.unwrap_or((i64::MAX, i64::MAX));
    view.rows(
        "SELECT key, name, version, publisher, arch, installs FROM fact_program WHERE installs > 0 AND (name LIKE ?1 OR publisher LIKE ?1) \
         AND (installs, key) < (?2, ?3) ORDER BY installs DESC, key DESC LIMIT ?4",
        vals![like, installs, key, PAGE + 1],
        listed,
    )
}

fn listed(row: &kernel::db::Row) -> Result<Listed> {
    Ok(Listed {
        key: row.int("key")?,
        name: row.text("name")?,
        version: row.text("version")?,
        publisher: row.text("publisher")?,
        arch: row.text("arch")?,
        installs: row.int("installs")?,
    })
}

/// One program and the devices that have it, at most `limit`.
pub fn with_devices(view: &View, key: i64, limit: i64) -> Result<(Listed, Vec<Id>)> {
    let found = view.one("SELECT key, name, version, publisher, arch, installs FROM fact_program WHERE key = ?1", vals![key], listed)?;
    let devices = view.rows(
        "SELECT d.id FROM fact_install i JOIN rec_device d ON d.key = i.device WHERE i.program = ?1 ORDER BY i.device LIMIT ?2",
        vals![key, limit],
        |row| row.id("id"),
    )?;
    Ok((found.ok_or(Problem::NotFound)?, devices.into_iter().flatten().collect()))
}
