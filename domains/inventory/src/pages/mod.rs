//! The inventory's pages: devices and what is inside them, programs, the queue of contradictions, custody, the register's import, the agents'
//! tokens. Each file is one page or two that belong together.

mod device;
mod device_form;
mod device_list;
mod enrolment;
mod grid;
mod handover;
mod handover_form;
mod hardware;
mod import;
mod label;
mod merge;
mod program;
mod programs;
mod sighting;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::actor::View;
use kernel::app::App;
use kernel::attached::MAX_FILE_BYTES;
use kernel::class::Class;
use kernel::id::Id;
use kernel::problem::{Problem, Result};
use kernel::words::Tongue;
use maud::Markup;
use pages::form::{Choice, Problem as Said};
use pages::layout::Frame;
use pages::tone::Tone;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .merge(device_list::routes())
        .merge(device_form::routes())
        .merge(import::routes())
        .merge(label::routes())
        .merge(merge::routes())
        .merge(device::routes())
        .merge(programs::routes())
        .merge(program::routes())
        .merge(sighting::routes())
        .merge(handover_form::routes())
        .merge(handover::routes())
        .merge(enrolment::routes())
        // Files travel with other fields around them.
        .layer(DefaultBodyLimit::max(MAX_FILE_BYTES + (1 << 20)))
}

/// How loud a word is, by field and value.
fn tone(field: &str, value: &str) -> Tone {
    match (field, value) {
        ("state", "in_use" | "registered" | "same" | "different") | ("signed", "on_screen" | "on_paper") | ("condition", "good") => Tone::Good,
        ("state", "found" | "under_repair" | "open") | ("signed", "pending") | ("condition", "worn") => Tone::Warn,
        ("state", "lost") | ("condition", "broken") => Tone::Bad,
        _ => Tone::Quiet,
    }
}

fn icon_of(kind: &str) -> &'static str {
    match kind {
        "request" => "life-buoy",
        "handover" => "handshake",
        "sighting" => "copy",
        "device" => "laptop",
        _ => "link",
    }
}

/// The picture of a device's kind.
fn device_icon(kind: &str) -> &'static str {
    match kind {
        "server" => "server",
        "tablet" | "phone" => "smartphone",
        "printer" | "scanner" => "printer",
        "switch" => "network",
        "router" => "router",
        "access_point" => "wifi",
        "ups" => "zap",
        "monitor" | "desktop" => "monitor",
        _ => "laptop",
    }
}

/// The class of secrecy for the page's band, when it is above internal.
fn band(tongue: &Tongue, class: Class) -> Option<(String, Tone)> {
    (class > Class::Internal).then(|| (tongue.say(&format!("class-{}", class.name())), pages::described::tone_of_class(class)))
}

/// What went wrong with a form, in words, each beside its field. `None` for what a form cannot mend.
fn said(tongue: &Tongue, problem: &Problem) -> Option<Vec<Said>> {
    match problem {
        Problem::Fields(fields) => Some(fields.iter().map(|one| Said::on(&one.field, tongue.say(&one.key))).collect()),
        Problem::Refused { key } | Problem::Unreadable { key, .. } => Some(vec![Said::whole(tongue.say(key))]),
        _ => None,
    }
}

/// A page shown again with what was wrong.
fn again(frame: &Frame, content: Markup) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, pages::layout::page(frame, content)).into_response()
}

/// People to choose from without a script; with one, the lookup finds everyone.
const OFFERED: i64 = 500;

fn people(view: &View) -> Result<Vec<Choice>> {
    let sql = "SELECT id, name, post FROM rec_person WHERE state = 'active' ORDER BY name LIMIT ?1";
    view.rows(sql, kernel::vals![OFFERED], |row| Ok(Choice::new(row.text("id")?, row.text("name")?).detail(row.text("post")?)))
}

fn named(view: &View, table: &str) -> Result<Vec<Choice>> {
    let sql = format!("SELECT id, name FROM {table} ORDER BY name LIMIT ?1");
    view.rows(&sql, kernel::vals![OFFERED], |row| Ok(Choice::new(row.text("id")?, row.text("name")?)))
}

fn choices(tongue: &Tongue, stem: &str, names: &[&str]) -> Vec<Choice> {
    names.iter().map(|name| Choice::new(*name, tongue.say(&format!("{stem}-{name}")))).collect()
}

/// The office's address as the reader reached it, for codes that lead back from paper.
fn base(app: &App, headers: &HeaderMap) -> String {
    if let Some(address) = app.settings.text("office.address") {
        return address.trim_end_matches('/').to_owned();
    }
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let is_here = host.starts_with("127.") || host.starts_with("localhost") || host.starts_with("[::1]");
    // Without TLS only loopback is served.
    format!("{}://{host}", if is_here { "http" } else { "https" })
}

/// The ids of a field sent several times; what is no id is left out.
fn ids(values: &[String]) -> Vec<Id> {
    let mut ids: Vec<Id> = values.iter().filter_map(|value| Id::parse(value)).collect();
    let mut seen = std::collections::BTreeSet::new();
    ids.retain(|id| seen.insert(*id));
    ids
}
