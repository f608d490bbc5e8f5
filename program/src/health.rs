//! Whether the office stands: for machines that watch (`/health`), and as sentences for the person in front of `tehama check`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use kernel::actor::off_the_loop;
use kernel::app::App;
use kernel::db::Conn;
use kernel::problem::Result;
use kernel::time::evidence;
use kernel::vals;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/health", get(health)).route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
}

async fn health(State(app): State<Arc<App>>) -> Result<(StatusCode, Json<Value>)> {
    let troubles = off_the_loop(move || {
        let conn = app.readers.snapshot()?;
        let mut troubles = troubles(&conn, &app.data, app.now(), crate::schedule::has_backups())?;
        if app.log.reopened().is_some() {
            troubles.push(Trouble { key: "health-older-database", detail: app.log.origin().into(), stops: false });
        }
        Ok(troubles)
    })
    .await?;
    let status = if troubles.iter().any(|trouble| trouble.stops) { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK };
    let keys: Vec<&str> = troubles.iter().map(|trouble| trouble.key).collect();
    Ok((status, Json(json!({ "status": if keys.is_empty() { "ok" } else { "warn" }, "troubles": keys, "version": env!("CARGO_PKG_VERSION") }))))
}

/// Something that a person should do something about.
pub struct Trouble {
    /// Key of the sentence that says what is wrong and what to do.
    pub key: &'static str,
    pub detail: String,
    /// Work cannot go on.
    pub stops: bool,
}

const HOUR_US: i64 = 3_600_000_000;
/// Backups older than this are late.
pub const BACKUP_LATE_US: i64 = 36 * HOUR_US;
/// Below this the disk is nearly full.
const DISK_LOW_BYTES: u64 = 1 << 30;
const DISK_FULL_BYTES: u64 = 64 << 20;

/// What is wrong with an office, read from its database and disk; empty when nothing is. Changes nothing.
pub fn troubles(conn: &Conn, data: &Path, now: i64, has_backups: bool) -> Result<Vec<Trouble>> {
    let mut troubles = Vec::new();
    if let Some(free) = free_bytes(data).filter(|free| *free < DISK_LOW_BYTES) {
        troubles.push(Trouble { key: "health-disk", detail: format!("{} MB", free >> 20), stops: free < DISK_FULL_BYTES });
    }
    let newest = conn.number("SELECT at FROM ledger_change ORDER BY seq DESC LIMIT 1", &[])?;
    if newest > now + HOUR_US / 60 {
        troubles.push(Trouble { key: "health-clock", detail: evidence(newest), stops: false });
    }
    let saved = conn.number("SELECT at FROM work_stamp WHERE name = 'backup'", vals![])?;
    let begun = conn.number("SELECT at FROM ledger_change ORDER BY seq LIMIT 1", &[])?;
    if has_backups && now - saved.max(begun) > BACKUP_LATE_US {
        troubles.push(Trouble { key: "health-backup", detail: if saved == 0 { "-".into() } else { evidence(saved) }, stops: false });
    }
    // What was tried after its last success, and failed.
    let failed = conn.rows(
        "SELECT t.name, t.said FROM work_stamp t LEFT JOIN work_stamp s ON s.name = replace(t.name, '-tried', '') WHERE t.name LIKE '%-tried' AND t.at > coalesce(s.at, 0)",
        &[],
        |row| Ok(format!("{}: {}", row.text("name")?.trim_end_matches("-tried"), row.text("said")?)),
    )?;
    for detail in failed {
        let key = if detail.starts_with("witness") { "health-witness" } else { "health-scheduled" };
        troubles.push(Trouble { key, detail, stops: false });
    }
    let failed = conn.number("SELECT count(*) FROM work_job WHERE tries >= 5", vals![])?;
    if failed > 0 {
        troubles.push(Trouble { key: "health-jobs", detail: failed.to_string(), stops: false });
    }
    Ok(troubles)
}

/// Free bytes of the disk that holds a folder, where the system tells.
#[cfg(unix)]
pub fn free_bytes(folder: &Path) -> Option<u64> {
    let stat = rustix::fs::statvfs(folder).ok()?;
    Some(stat.f_bavail * stat.f_frsize)
}

#[cfg(not(unix))]
pub fn free_bytes(_folder: &Path) -> Option<u64> {
    None
}
