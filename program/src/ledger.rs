//! The ledger as others read it, without signing in: checkpoint, tiles and commitments after C2SP tlog-tiles. Never a body.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kernel::actor::off_the_loop;
use kernel::app::App;
use kernel::log::Leaves;
use kernel::problem::{Problem, Result};
use kernel::vals;
use ledger::tiles::{TileKind, TilePath, View, entry_bundle};
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/ledger/checkpoint", get(checkpoint)).route("/ledger/key", get(key)).route("/ledger/tile/{*path}", get(tile))
}

async fn checkpoint(State(app): State<Arc<App>>) -> Result<Response> {
    let note = off_the_loop(move || app.checkpoint()).await?;
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], note).into_response())
}

/// The public key that the checkpoints are signed with, as a C2SP verifier key.
async fn key(State(app): State<Arc<App>>) -> String {
    format!("{}\n", app.log.verifier())
}

async fn tile(State(app): State<Arc<App>>, Path(path): Path<String>) -> Result<Response> {
    let path: TilePath = format!("tile/{path}").parse().map_err(|_| Problem::NotFound)?;
    let bytes = off_the_loop(move || bytes_of(&app, &path)).await?;
    Ok(([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response())
}

fn bytes_of(app: &App, path: &TilePath) -> Result<Vec<u8>> {
    let conn = app.readers.snapshot()?;
    if path.kind == TileKind::Entries {
        let range = path.range();
        let bounds = (i64::try_from(range.start), i64::try_from(range.end));
        let (Ok(from), Ok(to)) = bounds else { return Err(Problem::NotFound) };
        let entries = conn.rows("SELECT entry FROM ledger_change WHERE seq >= ?1 AND seq < ?2 ORDER BY seq", vals![from, to], |row| row.blob("entry"))?;
        if entries.len() as u64 != range.end - range.start {
            return Err(Problem::NotFound);
        }
        return Ok(entry_bundle(entries.iter().map(Vec::as_slice)));
    }
    let leaves = Leaves(&conn);
    let view = View::new(&leaves, &app.log.tiles).map_err(|error| Problem::Store(error.to_string()))?;
    view.tile(path).map_err(|_| Problem::NotFound)
}
