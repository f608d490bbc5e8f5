//! Whether the office stands: for machines that watch (`/health`), and as sentences for the person in front of `tehama check`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use kernel::actor::off_the_loop;
use kernel::app::App;
use kernel::problem::Result;
use kernel::vals;
use serde_json::{Value, json};
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/health", get(health)).route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
}

async fn health(State(app): State<Arc<App>>) -> Result<(StatusCode, Json<Value>)> {
    let troubles = off_the_loop(move || troubles(&app)).await?;
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

/// What is wrong with a running office; empty when nothing is.
pub fn troubles(app: &App) -> Result<Vec<Trouble>> {
    let conn = app.readers.snapshot()?;
    let mut troubles = Vec::new();
    if let Some(free) = free_bytes(&app.data).filter(|free| *free < DISK_LOW_BYTES) {
        troubles.push(Trouble { key: "health-disk", detail: format!("{} MB", free >> 20), stops: free < DISK_FULL_BYTES });
    }
    let newest = conn.number("SELECT max(at) FROM ledger_change", &[])?;
    if newest > app.now() + HOUR_US / 60 {
        troubles.push(Trouble { key: "health-clock", detail: kernel::time::evidence(newest), stops: false });
    }
    let saved = conn.number("SELECT at FROM work_stamp WHERE name = 'backup'", vals![])?;
    if app.settings.text("backup.folder").is_some() && app.now() - saved > BACKUP_LATE_US {
        troubles.push(Trouble { key: "health-backup", detail: if saved == 0 { "-".into() } else { kernel::time::evidence(saved) }, stops: false });
    }
    if let Some(old) = app.log.reopened() {
        troubles.push(Trouble { key: "health-older-database", detail: format!("{} > {}", old.checkpoint.size, app.log.size()), stops: false });
    }
    let witness = conn.one("SELECT said FROM work_stamp WHERE name = 'witness'", vals![], |row| row.text("said"))?;
    if let Some(said) = witness.filter(|said| !said.is_empty() && said != "ok") {
        troubles.push(Trouble { key: "health-witness", detail: said, stops: false });
    }
    let failed = conn.number("SELECT count(*) FROM work_job WHERE tries >= 5", vals![])?;
    if failed > 0 {
        troubles.push(Trouble { key: "health-jobs", detail: failed.to_string(), stops: false });
    }
    Ok(troubles)
}

/// Free bytes of the disk that holds a folder, where the system tells.
#[cfg(unix)]
pub fn free_bytes(folder: &std::path::Path) -> Option<u64> {
    let stat = rustix::fs::statvfs(folder).ok()?;
    Some(stat.f_bavail * stat.f_frsize)
}

#[cfg(not(unix))]
pub fn free_bytes(_folder: &std::path::Path) -> Option<u64> {
    None
}
