//! The office's pages. Here is what they share: pages for those not signed in, paths that stay in this house, cookies, and how a problem
//! goes back into the form it came from.

mod change;
mod first;
mod holidays;
mod leaving;
mod ledger;
mod lookup;
mod lost_phone;
mod me;
mod password;
mod people;
mod person_form;
mod preferences;
mod qr;
mod reset;
mod second_factor;
mod settings;
mod sign_in;
mod sites;
mod units;
mod visible;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::actor::View;
use kernel::app::App;
use kernel::problem::{Problem, Result};
use kernel::web::{Asking, session_cookie};
use kernel::words::Tongue;
use maud::{Markup, html};
use pages::described::{frame, see_other};
use pages::form::{Choice, Form, Problem as Wrong, form};
use pages::layout::Frame;
use std::sync::Arc;

/// Bytes that whoever is not signed in may send: a name, a password and the names of a new office, many times over.
const OUTSIDE_BYTES: usize = 16 * 1_024;

pub fn routes() -> Router<Arc<App>> {
    let outside = Router::new().merge(sign_in::routes()).merge(preferences::routes()).merge(first::routes()).merge(reset::routes());
    Router::new()
        .merge(outside.layer(DefaultBodyLimit::max(OUTSIDE_BYTES)))
        .merge(me::routes())
        .merge(password::routes())
        .merge(second_factor::routes())
        .merge(people::routes())
        .merge(person_form::routes())
        .merge(leaving::routes())
        .merge(lost_phone::routes())
        .merge(units::routes())
        .merge(sites::routes())
        .merge(lookup::routes())
        .merge(settings::routes())
        .merge(holidays::routes())
        .merge(ledger::routes())
        .merge(change::routes())
}

/// What stands in an address after `?`.
type Pairs = axum::extract::Query<Vec<(String, String)>>;

fn asked<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value)
}

/// The frame of a page for whoever is not signed in; the office's name comes from its settings all the same.
fn outside(app: &App, asking: &Asking, title: &str) -> Result<Frame> {
    let mut frame = frame(asking, None, asking.tongue.say(title))?;
    let named = [("office.name", &mut frame.office.name), ("office.unit", &mut frame.office.unit), ("office.short", &mut frame.office.short)];
    for (setting, place) in named {
        if let Some(name) = app.settings.text(setting) {
            *place = name;
        }
    }
    frame.is_demo = app.demo;
    Ok(frame)
}

/// The path when it leads within this house; else the first page. Browsers read `//x` and `/\x` as another host, and drop tabs and line ends.
fn local(path: &str) -> &str {
    let is_local = path.starts_with('/') && !path.starts_with("//") && path.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    if is_local { path } else { "/" }
}

/// A cookie that scripts cannot read. Without an end it goes when the browser closes.
fn cookie(app: &App, name: &str, value: &str, same_site: &str, seconds: Option<i64>) -> HeaderValue {
    let end = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let secure = if app.secure { "; Secure" } else { "" };
    let line = format!("{name}={value}; Path=/; HttpOnly; SameSite={same_site}{secure}{end}");
    // Names and values are our own words or base64.
    HeaderValue::from_str(&line).unwrap_or(HeaderValue::from_static(""))
}

/// Onwards with the cookie of a session.
fn go_in(app: &App, secret: &str, path: &str) -> Response {
    let mut response = see_other(path);
    response.headers_mut().insert(header::SET_COOKIE, cookie(app, session_cookie(app), secret, "Strict", None));
    response
}

/// How the browser calls itself.
fn browser(headers: &HeaderMap) -> String {
    headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

/// A problem as the form tells it; one that no form can mend goes on.
fn wrongs(tongue: &Tongue, problem: Problem) -> Result<Vec<Wrong>> {
    match problem {
        Problem::Fields(fields) => Ok(fields.into_iter().map(|wrong| Wrong::on(wrong.field, tongue.say(&wrong.key))).collect()),
        Problem::Refused { .. } | Problem::Stale { .. } | Problem::Unreadable { .. } => Ok(vec![Wrong::whole(tongue.say(problem.key()))]),
        other => Err(other),
    }
}

/// A page with a form that could not be accepted as it was filled in.
fn unacceptable(page: Markup) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// A page in the frame that holds one form.
fn form_page(frame: &Frame, filled: &Form) -> Markup {
    pages::layout::page(frame, html! { (form(&frame.tongue, filled)) })
}

fn bare_form(frame: &Frame, before: &Markup, filled: &Form) -> Markup {
    pages::layout::bare(frame, html! { (before) (form(&frame.tongue, filled)) })
}

/// All units, or all sites, to choose from.
fn choices(view: &View, table: &'static str) -> Result<Vec<Choice>> {
    view.rows(&format!("SELECT id, name FROM {table} ORDER BY name"), &[], |row| Ok(Choice::new(row.text("id")?, row.text("name")?)))
}
