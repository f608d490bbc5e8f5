//! Attached files on their way to a reader: never run, never shown within a page, and only to whoever may see the record they hang on.

use axum::Router;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kernel::actor::Actor;
use kernel::app::App;
use kernel::attached::{File, path_of};
use kernel::id::Id;
use kernel::problem::{Problem, Result};
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/file/{id}", get(download))
}

async fn download(actor: Actor, Path(id): Path<String>) -> Result<Response> {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let (file, stored) = actor
        .read(move |view| {
            let file: File = view.fetch(id)?;
            let stored = view.find_stored(&file.on_kind, &file.on_id.to_string())?;
            if file.internal && !kernel::attached::sees_internal(view) {
                return Err(Problem::NotFound);
            }
            Ok((file, stored))
        })
        .await?;
    kernel::look::at(&actor, &stored).await?;
    let path = path_of(&actor.app, &file.sha256);
    let bytes = kernel::actor::off_the_loop(move || std::fs::read(&path).map_err(|error| Problem::Store(format!("{}: {error}", path.display())))).await?;
    let plain: String = file.name.chars().map(|c| if c.is_ascii_graphic() && !matches!(c, '"' | '\\') { c } else { '_' }).collect();
    let encoded: String = file
        .name
        .bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() || b".-_".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    Ok((
        [
            (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")),
            (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
        ],
        bytes,
    )
        .into_response())
}
