//! The inventory's own tables beside its records: what follows from changes (`fact_`), and when a machine was heard of last (`work_`).

pub const TABLES: &[&str] = &[
    "CREATE TABLE IF NOT EXISTS fact_program (key INTEGER PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL, publisher TEXT NOT NULL, arch TEXT NOT NULL, \
     installs INTEGER NOT NULL DEFAULT 0, UNIQUE (name, version, publisher, arch))",
    "CREATE INDEX IF NOT EXISTS fact_program_installs ON fact_program (installs, key)",
    "CREATE TABLE IF NOT EXISTS fact_install (device INTEGER NOT NULL, program INTEGER NOT NULL, installed_on TEXT, PRIMARY KEY (device, program)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS fact_install_program ON fact_install (program, device)",
    "CREATE TABLE IF NOT EXISTS fact_sections (device TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS fact_report (device TEXT NOT NULL, source TEXT NOT NULL, at INTEGER NOT NULL, sameness TEXT NOT NULL, kept TEXT NOT NULL, \
     original TEXT NOT NULL, device_id TEXT NOT NULL, version TEXT NOT NULL, quarantined TEXT NOT NULL, PRIMARY KEY (device, source)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS fact_evidence (kind TEXT NOT NULL, value TEXT NOT NULL, device TEXT NOT NULL, PRIMARY KEY (kind, value, device)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS fact_evidence_device ON fact_evidence (device)",
    "CREATE TABLE IF NOT EXISTS work_seen (device TEXT NOT NULL, source TEXT NOT NULL, at INTEGER NOT NULL, address TEXT NOT NULL, readings TEXT NOT NULL, \
     PRIMARY KEY (device, source)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS fact_custody (device TEXT NOT NULL, handover TEXT NOT NULL, PRIMARY KEY (device, handover)) WITHOUT ROWID",
];
