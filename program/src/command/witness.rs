//! `tehama witness`: another institution's promise. It remembers the last checkpoint of each log it is asked to watch, cosigns what grows
//! from it, and refuses what does not.

use crate::Listening;
use anyhow::{Context, Result};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path as UrlPath, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use clap::Args;
use kernel::app::{Chance, Clock};
use kernel::log::write_private;
use ledger::note::{KeyKind, SignerKey, VerifierKey};
use ledger::witness::{FolderMemory, WatchedLog, WitnessMemory, add_checkpoint};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

#[derive(Args)]
pub struct Witness {
    /// Folda ya shahidi / the witness's folder: its key, what it saw, and `logs` with one key a line.
    #[arg(long, value_name = "DIR")]
    dir: PathBuf,
    #[command(flatten)]
    listening: Listening,
}

struct Watch {
    folder: PathBuf,
    key: SignerKey,
    memory: Mutex<FolderMemory>,
}

impl Witness {
    pub fn run(self) -> Result<ExitCode> {
        let key = key_of(&self.dir)?;
        println!("ufunguo wa shahidi / the witness's key: {}", key.verifier());
        let memory = FolderMemory::open(self.dir.join("seen"))?;
        let watch = Arc::new(Watch { folder: self.dir.clone(), key, memory: Mutex::new(memory) });
        let router =
            Router::new().route("/add-checkpoint", post(add)).route("/{log}/checkpoint", get(seen)).route("/health", get(|| async { "ok" })).with_state(watch);
        let listen = self.listening.listen.unwrap_or_else(|| std::net::SocketAddr::from(([127, 0, 0, 1], 8090)));
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        runtime.block_on(async {
            let socket = tokio::net::TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))?;
            println!("tehama witness: http://{}", socket.local_addr()?);
            axum::serve(socket, router).with_graceful_shutdown(crate::server::asked_to_end()).await?;
            Ok(ExitCode::SUCCESS)
        })
    }
}

fn key_of(folder: &Path) -> Result<SignerKey> {
    let path = folder.join("witness.key");
    if let Ok(text) = std::fs::read_to_string(&path) {
        return Ok(SignerKey::from_secret_text(text.trim())?);
    }
    let entropy: [u8; 32] = Chance::System.bytes();
    let name = format!("tehama.witness/{}", kernel::erasure::hex(&Chance::System.bytes::<4>()));
    let key = SignerKey::from_entropy(&name, KeyKind::Witness, &entropy)?;
    write_private(&path, key.to_secret_text().as_bytes())?;
    Ok(key)
}

/// The logs it watches, read anew at each call: a line added to `logs` counts at once.
fn watched(folder: &Path) -> Vec<WatchedLog> {
    let text = std::fs::read_to_string(folder.join("logs")).unwrap_or_default();
    text.lines().filter_map(|line| line.trim().parse::<VerifierKey>().ok()).map(|key| WatchedLog { origin: key.name().to_owned(), keys: vec![key] }).collect()
}

async fn add(State(watch): State<Arc<Watch>>, body: Bytes) -> Response {
    let now = u64::try_from(Clock::System.now() / 1_000_000).unwrap_or(0);
    let answered = tokio::task::spawn_blocking(move || {
        let mut memory = watch.memory.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        add_checkpoint(&watched(&watch.folder), &mut *memory, &body, now, &watch.key)
    });
    match answered.await {
        Ok(Ok(answer)) => {
            let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, [(header::CONTENT_TYPE, answer.content_type)], answer.body).into_response()
        }
        Ok(Err(error)) => {
            tracing::error!(%error, "the witness could not remember");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// What was seen last of a log, for whoever verifies.
async fn seen(State(watch): State<Arc<Watch>>, UrlPath(log): UrlPath<String>) -> Response {
    let origin = watched(&watch.folder).into_iter().map(|log| log.origin).find(|origin| FolderMemory::name_of(origin) == log);
    let memory = watch.memory.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    match origin.map(|origin| memory.get(&origin)) {
        Some(Ok(Some(seen))) => seen.note.to_string().into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
