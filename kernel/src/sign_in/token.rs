//! Secrets handed out once and kept only as hashes: one-time links, tokens of the JSON API, tokens with which agents may report.

use crate::actor::Actor;
use crate::app::App;
use crate::change::Via;
use crate::id::Id;
use crate::problem::{Problem, Result};
use crate::vals;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// What a token is for; one made for one purpose opens nothing else.
pub const FIRST_ACCOUNT: &str = "first";
pub const RESET: &str = "reset";
pub const API: &str = "api";
pub const AGENT: &str = "agent";

/// 256 bits of chance as text for an address or a cookie.
pub fn new_secret(app: &App) -> String {
    URL_SAFE_NO_PAD.encode(app.chance.bytes::<32>())
}

/// What is kept of a secret: SHA-256 is enough for 256 bits of chance.
pub fn hash_of(secret: &str) -> String {
    crate::erasure::hex(&Sha256::digest(secret.as_bytes()))
}

/// Makes a token for a subject; the secret is shown once and kept nowhere.
pub fn issue(app: &App, purpose: &'static str, subject: &str, ends_at: i64) -> Result<String> {
    let secret = new_secret(app);
    let (hash, subject, now) = (hash_of(&secret), subject.to_owned(), app.now());
    app.writer.note(move |conn| {
        conn.run(
            "INSERT INTO secret_token (hash, purpose, subject, ends_at, made_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            vals![hash, purpose, subject, ends_at, now],
        )?;
        Ok(())
    })?;
    Ok(secret)
}

/// The subject of a token that has not ended.
pub fn subject(app: &App, purpose: &str, secret: &str) -> Result<Option<String>> {
    app.readers.snapshot()?.one(
        "SELECT subject FROM secret_token WHERE hash = ?1 AND purpose = ?2 AND ends_at > ?3",
        vals![hash_of(secret), purpose, app.now()],
        |row| row.text("subject"),
    )
}

/// Takes a one-time token: of two who come at once, one gets it.
pub fn take(app: &App, purpose: &'static str, secret: &str) -> Result<String> {
    let Some(subject) = subject(app, purpose, secret)? else { return Err(Problem::NotFound) };
    let hash = hash_of(secret);
    app.writer.note(move |conn| match conn.run("DELETE FROM secret_token WHERE hash = ?1 AND purpose = ?2", vals![hash, purpose])? {
        1 => Ok(()),
        _ => Err(Problem::NotFound),
    })?;
    Ok(subject)
}

/// The reader behind a token of the JSON API.
pub fn reader(app: &Arc<App>, secret: &str, from: &str) -> Result<Actor> {
    let id = subject(app, API, secret)?.as_deref().and_then(Id::parse).ok_or(Problem::SignInFirst)?;
    let conn = app.readers.snapshot()?;
    let (person, lang) = super::session::person_of(&conn, id)?.ok_or(Problem::SignInFirst)?;
    drop(conn);
    Ok(Actor::of(app, person, lang, Via::Api, from).read_only())
}
