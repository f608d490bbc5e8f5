//! Slows guessing down: after some failures each further try waits twice as long. Kept in the database, so a restart forgives nothing.

use crate::app::App;
use crate::problem::{Problem, Result};
use crate::vals;

/// Failures that cost nothing, for one account.
pub const PER_ACCOUNT: i64 = 5;
/// The same for one address: a shared computer has many hands.
pub const PER_ADDRESS: i64 = 20;

const FIRST_WAIT_S: i64 = 5;
const LONGEST_WAIT_S: i64 = 15 * 60;
const SECOND_US: i64 = 1_000_000;
/// Failures older than this are forgotten.
const MEMORY_US: i64 = 24 * 3_600 * SECOND_US;

/// Refuses while a wait is running.
pub fn allow(app: &App, name: &str) -> Result<()> {
    let until = app.readers.snapshot()?.number("SELECT until FROM work_throttle WHERE name = ?1", vals![name])?;
    let wait = until - app.now();
    if wait <= 0 {
        return Ok(());
    }
    Err(Problem::Slower { seconds: u64::try_from(wait / SECOND_US + 1).unwrap_or(1) })
}

/// Counts a failure; beyond `free` ones the next try has to wait.
pub fn failed(app: &App, name: &str, free: i64) -> Result<()> {
    let (name, now) = (name.to_owned(), app.now());
    app.writer.note(move |conn| {
        conn.run("DELETE FROM work_throttle WHERE name = ?1 AND first_at < ?2", vals![&name, now - MEMORY_US])?;
        let failures = 1 + conn.number("SELECT failures FROM work_throttle WHERE name = ?1", vals![&name])?;
        let doublings = u32::try_from((failures - free).clamp(0, 20)).unwrap_or(0);
        let wait_s = if failures < free { 0 } else { (FIRST_WAIT_S << doublings).min(LONGEST_WAIT_S) };
        conn.run(
            "INSERT INTO work_throttle (name, failures, until, first_at) VALUES (?1, ?2, ?3, ?4) \
             ON CONFLICT (name) DO UPDATE SET failures = excluded.failures, until = excluded.until",
            vals![&name, failures, now + wait_s * SECOND_US, now],
        )?;
        Ok(())
    })
}

/// A success clears the account's count; the address's stays.
pub fn forget(app: &App, name: &str) -> Result<()> {
    let known = app.readers.snapshot()?.number("SELECT count(*) FROM work_throttle WHERE name = ?1", vals![name])?;
    if known == 0 {
        return Ok(());
    }
    let name = name.to_owned();
    app.writer.note(move |conn| conn.run("DELETE FROM work_throttle WHERE name = ?1", vals![name]).map(|_| ()))
}
