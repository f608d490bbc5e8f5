//! The desk's pages: the list an officer lives in, the form that takes a minute, one request with its acts, and what the first page shows.
//! They read and call verbs; what is allowed and what is promised is decided elsewhere.

mod acts;
mod edit;
mod fields;
mod list;
mod lookup;
mod new;
mod people;
mod promise;
mod show;
mod side;
mod today;

pub use today::{sections, waiting};

use crate::request::OPEN_STATES;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use kernel::actor::Stored;
use kernel::app::App;
use kernel::attached::MAX_FILE_BYTES;
use kernel::problem::FieldProblem;
use kernel::time::moment;
use kernel::words::Tongue;
use maud::html;
use pages::cell::{Cell, When};
use pages::described::Values;
use pages::form::Problem;
use pages::tone::{Tone, state};
use std::sync::Arc;

/// A form with its files: two of the largest, and what is typed.
const MAX_FORM_BYTES: usize = 2 * MAX_FILE_BYTES + (1 << 20);

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/request", get(list::list).post(new::open))
        .route("/request/new", get(new::blank))
        .route("/request/many", post(list::many))
        .route("/request/export.csv", get(list::csv))
        .route("/request/export.xlsx", get(list::xlsx))
        .route("/request/{name}", get(show::show))
        .route("/request/{name}/edit", get(edit::form).post(edit::save))
        .route("/request/{name}/{act}", post(acts::act))
        .route("/lookup/request", get(lookup::requests))
        .layer(DefaultBodyLimit::max(MAX_FORM_BYTES))
}

/// How loud a choice is.
fn tone(field: &str, value: &str) -> Tone {
    match (field, value) {
        ("urgency", "court") => Tone::Bad,
        ("urgency", "high") | ("state", "waiting") => Tone::Warn,
        ("state", "assigned") => Tone::Accent,
        ("state", "resolved") => Tone::Good,
        _ => Tone::Quiet,
    }
}

fn is_open(stored: &Stored) -> bool {
    OPEN_STATES.contains(&stored.text("state"))
}

/// A due time that has passed is said loudly while somebody still has to act; waiting for others is no delay of the unit's.
fn dressed(values: &Values, column: &str, stored: &Stored, cell: Cell) -> Cell {
    let due = stored.fields.get(column).and_then(serde_json::Value::as_i64);
    match (column, due) {
        ("due_at", Some(at)) if at < values.now && is_open(stored) && stored.text("state") != "waiting" => late(values, at),
        _ => cell,
    }
}

fn late(values: &Values, at: i64) -> Cell {
    let when = When::new(values.view.tongue(), moment(at), moment(values.now));
    Cell::Html(html! { span title=(when.exact) { (state(&when.relative, Tone::Bad)) } " " span.sr.exact { (when.exact) } })
}

/// Office minutes as people say them.
fn duration(tongue: &Tongue, minutes: i64) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let args = [("hours", hours.into()), ("minutes", rest.into())];
    match (hours, rest) {
        (0, _) => tongue.with("desk-time-minutes", &args),
        (_, 0) => tongue.with("desk-time-hours", &args),
        _ => tongue.with("desk-time-both", &args),
    }
}

/// What was wrong with a form, each beside its field and in the reader's language.
fn told(tongue: &Tongue, problems: &[FieldProblem]) -> Vec<Problem> {
    problems.iter().map(|problem| Problem::on(&problem.field, tongue.say(&problem.key))).collect()
}
