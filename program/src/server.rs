//! All routes of the house and the layers around them, and the loop that serves them until it is told to end.

use crate::{files, health, ledger, outer, search, tls, today};
use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kernel::app::App;
use std::net::SocketAddr;
use std::path::Path as FsPath;
use std::sync::Arc;
use std::time::Duration;

/// A form with files; agents bring their own, smaller limit.
const BODY_BYTES: usize = 64 << 20;
/// How long answers under way may still take after the end was asked for.
const GRACE: Duration = Duration::from_secs(10);

/// Everything that can be asked of an office.
pub fn router(app: &Arc<App>) -> Router {
    let mut router = Router::new()
        .merge(today::routes())
        .merge(search::routes())
        .merge(files::routes())
        .merge(ledger::routes())
        .merge(health::routes())
        .merge(kernel::api::routes())
        .route("/assets/{name}", get(asset));
    for domain in &app.domains {
        router = router.merge((domain.routes)());
    }
    outer::around(router.fallback(outer::nowhere).layer(DefaultBodyLimit::max(BODY_BYTES)), app)
}

async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let path = format!("/assets/{name}");
    let Some(found) = pages::assets::find(&path) else { return StatusCode::NOT_FOUND.into_response() };
    if headers.get(header::IF_NONE_MATCH).is_some_and(|tag| tag.as_bytes() == found.etag.as_bytes()) {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    // The name holds the hash of the bytes: it can be kept for ever.
    let kept = [
        (header::CONTENT_TYPE, found.content_type.to_owned()),
        (header::ETAG, found.etag.to_owned()),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned()),
    ];
    let takes_gzip = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains("gzip"));
    if takes_gzip { (kept, [(header::CONTENT_ENCODING, "gzip")], found.gzip).into_response() } else { (kept, found.bytes).into_response() }
}

/// Serves until SIGTERM or Ctrl-C, then finishes what is under way. With a keys folder given it serves HTTPS.
pub async fn serve(app: Arc<App>, listen: SocketAddr, https: Option<&FsPath>, ready: impl FnOnce(SocketAddr)) -> Result<()> {
    let service = router(&app).into_make_service_with_connect_info::<SocketAddr>();
    let handle = axum_server::Handle::new();
    let ending = handle.clone();
    tokio::spawn(async move {
        asked_to_end().await;
        tracing::info!("the end was asked for");
        ending.graceful_shutdown(Some(GRACE));
    });
    let socket = std::net::TcpListener::bind(listen).with_context(|| format!("cannot listen on {listen}"))?;
    socket.set_nonblocking(true)?;
    let address = socket.local_addr()?;
    crate::schedule::start(&app);
    ready(address);
    match https {
        Some(keys) => axum_server::from_tcp_rustls(socket, tls::of_office(keys, listen.ip())?)?.handle(handle).serve(service).await?,
        None => axum_server::from_tcp(socket)?.handle(handle).serve(service).await?,
    }
    app.checkpoint().ok();
    app.end();
    Ok(())
}

pub async fn asked_to_end() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let Ok(mut term) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
            let _ = interrupt.await;
            return;
        };
        tokio::select! { _ = interrupt => {}, _ = term.recv() => {} }
    }
    #[cfg(not(unix))]
    let _ = interrupt.await;
}
