//! `tehama rebuild`: the records made again from the ledger alone. `--check` compares and changes nothing.

use super::{must_exist, verify::tell};
use crate::OfOffice;
use anyhow::{Result, bail};
use clap::Args;
use kernel::app::{DATABASE, registry};
use kernel::db::{Conn, DERIVED_PREFIXES, build, tables_with_prefix};
use kernel::verify::{Finding, open, replay, replay_into};
use std::process::ExitCode;

#[derive(Args)]
pub struct Rebuild {
    #[command(flatten)]
    office: OfOffice,
    /// Linganisha tu / only compare.
    #[arg(long)]
    check: bool,
}

impl Rebuild {
    pub fn run(self) -> Result<ExitCode> {
        must_exist(&self.office.data)?;
        let registry = registry(&crate::domains::domains());
        let finding = if self.check { replay(&open(&self.office.data)?, &registry)? } else { rebuild(&self.office.data, &registry)? };
        println!("mabadiliko / changes: {}; safu / rows: {}", finding.changes, finding.rows);
        let sound = tell(&finding);
        println!("{}", if sound { "SAHIHI / sound" } else { "SI SAHIHI / NOT sound" });
        Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

/// Empties the derived tables and fills them from the ledger, in one transaction: a fault leaves all as it was.
fn rebuild(data: &std::path::Path, registry: &kernel::registry::Registry) -> Result<Finding> {
    let conn = Conn::open_writer(&data.join(DATABASE))?;
    build(&conn, registry)?;
    conn.batch("BEGIN IMMEDIATE")?;
    for prefix in DERIVED_PREFIXES {
        for table in tables_with_prefix(&conn, prefix)? {
            conn.batch(&format!("DELETE FROM {table}"))?;
        }
    }
    conn.batch(kernel::search::CLEAR)?;
    let mut finding = Finding::default();
    let source = open(data)?;
    replay_into(&source, &conn, registry, &mut finding)?;
    if !finding.faults.is_empty() {
        conn.batch("ROLLBACK")?;
        tell(&finding);
        bail!("hakuna kilichobadilishwa / nothing was changed");
    }
    conn.batch("COMMIT")?;
    Ok(finding)
}
