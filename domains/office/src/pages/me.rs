//! What the office holds of whoever reads: their own facts, language, second factor, and where they are signed in.

use crate::person::Person;
use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};
use kernel::actor::{Actor, View, off_the_loop};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::record::Record;
use kernel::sign_in::session::{self, Open};
use kernel::sign_in::{second_factor, token};
use kernel::time::moment;
use kernel::web::{Asking, session_secret};
use kernel::words::{Lang, Tongue};
use maud::{Markup, html};
use pages::action::Action;
use pages::cell::{Cell, When};
use pages::described::{Values, done, field_facts, frame, see_other};
use pages::form::{Choice, Field, Form, Part, form};
use pages::record::{facts, section};
use pages::table::{Column, Row, Table, table};
use pages::tone::{Tone, state};
use std::sync::Arc;

const FACTS: &[&str] = &["name", "staff_number", "login", "post", "unit", "site", "roles", "phone", "email", "started_on"];

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/me", get(show)).route("/me/session/end", post(end_one)).route("/me/session/end-others", post(end_others))
}

async fn show(asking: Asking, actor: Actor, headers: HeaderMap) -> Result<Markup> {
    let (app, me) = (Arc::clone(&actor.app), actor.person.id);
    let here = session_secret(&app, &headers).map(token::hash_of);
    let (open, guarded) = off_the_loop(move || Ok((session::of_person(&app, me)?, second_factor::is_confirmed(&app, me)?))).await?;
    actor.read(move |view| page(&asking, view, &open, here.as_deref(), guarded)).await
}

fn page(asking: &Asking, view: &View, open: &[Open], here: Option<&str>, guarded: bool) -> Result<Markup> {
    let tongue = view.tongue();
    let stored = view.find_stored(Person::KIND, &view.actor().person.id.to_string())?;
    let record = view.kind(Person::KIND)?.clone();
    let shown = field_facts(&mut Values::new(view, |_, _| Tone::Quiet), &record, &stored, FACTS)?;
    let frame = frame(asking, Some(view), tongue.say("me"))?.action(Action::link(tongue.say("me-password"), "/me/password").icon("key-round"));
    Ok(pages::layout::page(
        &frame,
        html! {
            (facts(tongue, &shown))
            p { (tongue.say("me-facts-wrong")) }
            (section(&tongue.say("me-language"), form(tongue, &language(tongue))))
            (section(&tongue.say("me-factor"), factor(tongue, guarded)))
            (section(&tongue.say("me-sessions"), sessions(view, open, here)))
        },
    ))
}

fn language(tongue: &Tongue) -> Form {
    let choices = [(Lang::Sw, "Kiswahili"), (Lang::En, "English")].map(|(lang, name)| Choice::new(lang.code(), name));
    let field = Field::choice("lang", tongue.say("me-language-help"), tongue.lang.code(), choices.to_vec()).required();
    let mut form = Form::new(pages::layout::PREFERENCES, tongue.say("save"), vec![Part::new(vec![field])]);
    form.hidden.push(("back".into(), "/me".into()));
    form
}

fn factor(tongue: &Tongue, guarded: bool) -> Markup {
    let (word, tone, act) = if guarded { ("me-factor-on", Tone::Good, "me-factor-change") } else { ("me-factor-off", Tone::Warn, "me-factor-begin") };
    html! {
        div.stack {
            p { (state(&tongue.say(word), tone)) }
            p { (tongue.say("me-factor-about")) }
            (Action::link(tongue.say(act), "/me/second-factor").icon("shield-check").button())
        }
    }
}

fn sessions(view: &View, open: &[Open], here: Option<&str>) -> Markup {
    let tongue = view.tongue();
    let when = |at: i64| Cell::Time(When::new(tongue, moment(at), moment(view.now())));
    let rows = open.iter().map(|session| {
        let is_here = here == Some(session.name.as_str());
        let end = if is_here { Cell::state(tongue.say("me-session-here"), Tone::Accent) } else { Cell::Html(end(tongue, session).button()) };
        let cells = vec![Cell::text(browser_name(&session.browser)), Cell::text(&session.address), when(session.made_at), when(session.seen_at), end];
        Row { id: session.name.clone(), href: None, cells, is_done: false }
    });
    let columns = ["me-session-browser", "me-session-address", "me-session-begun", "me-session-seen", "me-session-state"];
    let list = Table {
        caption: tongue.say("me-sessions"),
        columns: columns.map(|key| Column::new(tongue.say(key))).to_vec(),
        rows: rows.collect(),
        ..Table::default()
    };
    html! {
        div.stack {
            (table(tongue, &list))
            @if open.len() > 1 { (Action::post(tongue.say("me-session-end-others"), "/me/session/end-others").icon("log-out").button()) }
        }
    }
}

fn end(tongue: &Tongue, session: &Open) -> Action {
    Action::post(tongue.say("me-session-end"), "/me/session/end").field("session", &session.name)
}

/// A browser as people call it: `Firefox, Windows`.
fn browser_name(agent: &str) -> String {
    // The order matters: Edge and Opera also call themselves Chrome, and Chrome also Safari.
    let named = |names: &[(&'static str, &'static str)]| names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name);
    let browser = named(&[("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]);
    let system = named(&[("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("Mac OS", "macOS"), ("Linux", "Linux")]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => agent.chars().take(40).collect(),
    }
}

async fn end_one(State(app): State<Arc<App>>, actor: Actor, headers: HeaderMap, filled: Filled) -> Result<Response> {
    // A token of the API reads and does nothing else: only a browser signs browsers out.
    session_secret(&app, &headers).ok_or(Problem::SignInFirst)?;
    let (me, name) = (actor.person.id, filled.text("session"));
    off_the_loop(move || session::end_named(&app, me, &name)).await?;
    Ok(see_other(&done("/me", "session-ended")))
}

async fn end_others(State(app): State<Arc<App>>, actor: Actor, headers: HeaderMap) -> Result<Response> {
    let secret = session_secret(&app, &headers).ok_or(Problem::SignInFirst)?.to_owned();
    let me = actor.person.id;
    off_the_loop(move || session::end_others(&app, me, &secret)).await?;
    Ok(see_other(&done("/me", "session-ended")))
}
