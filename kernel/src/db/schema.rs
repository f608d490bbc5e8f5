//! Tables made from the records' descriptions, and the few that the kernel itself needs. A new field becomes a column at the next start;
//! a domain's own projections come from its list of statements, which is only ever added to.

use super::Conn;
use crate::problem::Result;
use crate::record::{Field, Holds, RecordType};
use crate::registry::Registry;
use crate::vals;

/// Tables that `rebuild --check` makes again from the ledger alone.
pub const DERIVED_PREFIXES: [&str; 2] = ["rec_", "fact_"];

/// Kernel tables. `ledger_` holds the changes themselves, `fact_` what follows from them, `work_` what is no fact, `secret_` what no change may hold.
const KERNEL_TABLES: &[&str] = &[
    "CREATE TABLE IF NOT EXISTS ledger_change (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, actor TEXT NOT NULL, \
     verb TEXT NOT NULL, class INTEGER NOT NULL, body TEXT NOT NULL, nonce BLOB, parts TEXT, entry BLOB NOT NULL, leaf BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS ledger_checkpoint (size INTEGER NOT NULL, origin TEXT NOT NULL, at INTEGER NOT NULL, note TEXT NOT NULL, PRIMARY KEY (origin, size))",
    "CREATE TABLE IF NOT EXISTS fact_mention (kind TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (kind, id, seq)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS fact_link (kind TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL, to_kind TEXT NOT NULL, to_id TEXT NOT NULL, \
     PRIMARY KEY (kind, id, field)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS fact_link_to ON fact_link (to_kind, to_id, kind)",
    "CREATE TABLE IF NOT EXISTS fact_counter (letters TEXT NOT NULL, site TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL, \
     PRIMARY KEY (letters, site, year)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS fact_kept (sha256 TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (sha256, kind, id)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS work_job (key INTEGER PRIMARY KEY, name TEXT NOT NULL, input TEXT NOT NULL, due_at INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, \
     leased_until INTEGER, said TEXT)",
    "CREATE TABLE IF NOT EXISTS work_session (token TEXT PRIMARY KEY, person TEXT NOT NULL, made_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, ends_at INTEGER NOT NULL, \
     address TEXT NOT NULL, browser TEXT NOT NULL, step INTEGER NOT NULL)",
    "CREATE INDEX IF NOT EXISTS work_session_person ON work_session (person)",
    "CREATE TABLE IF NOT EXISTS work_throttle (name TEXT PRIMARY KEY, failures INTEGER NOT NULL, until INTEGER NOT NULL, first_at INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS work_stamp (name TEXT PRIMARY KEY, at INTEGER NOT NULL, said TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS secret_password (person TEXT PRIMARY KEY, hash TEXT NOT NULL, changed_at INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS secret_totp (person TEXT PRIMARY KEY, seed BLOB NOT NULL, confirmed INTEGER NOT NULL, last_step INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS secret_recovery (person TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (person, hash)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS secret_token (hash TEXT PRIMARY KEY, purpose TEXT NOT NULL, subject TEXT NOT NULL, ends_at INTEGER NOT NULL, made_at INTEGER NOT NULL)",
];

/// Makes what is missing; leaves what is there.
pub fn build(conn: &Conn, registry: &Registry) -> Result<()> {
    for statement in KERNEL_TABLES.iter().chain(crate::search::TABLES) {
        conn.batch(statement)?;
    }
    for record in registry.records() {
        build_record(conn, record)?;
    }
    for statement in registry.tables() {
        conn.batch(statement)?;
    }
    Ok(())
}

fn build_record(conn: &Conn, record: &RecordType) -> Result<()> {
    let table = record.table();
    conn.batch(&format!(
        "CREATE TABLE IF NOT EXISTS {table} (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, number TEXT UNIQUE, site TEXT, class INTEGER NOT NULL, \
         duties TEXT NOT NULL, made_at INTEGER NOT NULL, made_by TEXT NOT NULL, changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL, \
         revision INTEGER NOT NULL, happened_at INTEGER, on_behalf_of TEXT, erased TEXT NOT NULL DEFAULT '')"
    ))?;
    let present = conn.rows(&format!("SELECT name FROM pragma_table_info('{table}')"), &[], |row| row.text("name"))?;
    for field in &record.fields {
        if !present.iter().any(|name| name == field.name) {
            conn.batch(&format!("ALTER TABLE {table} ADD COLUMN {} {}", field.name, column_type(field)))?;
        }
        let name = field.name;
        if field.unique {
            conn.batch(&format!("CREATE UNIQUE INDEX IF NOT EXISTS {table}_{name} ON {table} ({name})"))?;
        } else if field.indexed {
            conn.batch(&format!("CREATE INDEX IF NOT EXISTS {table}_{name} ON {table} ({name}, key)"))?;
        }
    }
    conn.batch(&format!("CREATE INDEX IF NOT EXISTS {table}_changed_at ON {table} (changed_at, key)"))
}

fn column_type(field: &Field) -> &'static str {
    match field.holds {
        Holds::Number | Holds::YesNo | Holds::Moment => "INTEGER",
        Holds::Text | Holds::Prose | Holds::Day | Holds::Choice(_) | Holds::Link(_) | Holds::Json => "TEXT",
    }
}

/// Names of the tables whose names start so, shadow tables of the search index aside.
pub fn tables_with_prefix(conn: &Conn, prefix: &str) -> Result<Vec<String>> {
    let names =
        conn.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, ?2) = ?1 ORDER BY name", vals![prefix, prefix.len()], |row| {
            row.text("name")
        })?;
    Ok(names.into_iter().filter(|name| !crate::search::is_index(name)).collect())
}
