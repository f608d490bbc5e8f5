//! The office's own settings: its names, its hours, and what the desk promises. Each part is a form of its own, so that saving one loses
//! nothing typed into another.

use super::{holidays, unacceptable, wrongs};
use crate::hours;
use crate::setting::{Names, TARGETS, Targets, URGENCIES, promise};
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use kernel::actor::{Actor, View, off_the_loop};
use kernel::app::App;
use kernel::calendar::{Calendar, Span};
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::web::Asking;
use kernel::words::Tongue;
use kernel::work::Work;
use maud::{Markup, html};
use pages::described::{done, frame, see_other};
use pages::form::{Choice, Field, Form, Kind, Part, Problem as Wrong, form};
use pages::record::section;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/settings", get(show))
        .route("/settings/office", post(name))
        .route("/settings/hours", post(set_week))
        .route("/settings/targets", post(set_targets))
}

/// A form that came back with problems: its address, what was typed, what is wrong.
pub struct Returned {
    pub action: &'static str,
    pub filled: Filled,
    pub problems: Vec<Wrong>,
}

async fn show(asking: Asking, actor: Actor) -> Result<Markup> {
    if !actor.may("setting.edit") {
        return Err(Problem::NotFound);
    }
    actor.read(move |view| page(&asking, view, None)).await
}

fn page(asking: &Asking, view: &View, returned: Option<&Returned>) -> Result<Markup> {
    let tongue = view.tongue();
    let mut frame = frame(asking, Some(view), tongue.say("setting-many"))?;
    frame.path = "/settings".into();
    let calendar = Calendar::of(&view.actor().app.settings);
    Ok(pages::layout::page(
        &frame,
        html! {
            (part(tongue, "settings-office", names(&frame, returned), returned))
            (part(tongue, "settings-hours", week(view, &calendar, returned), returned))
            (holidays::sections(view, &calendar, returned))
            (part(tongue, "settings-targets", targets(view, returned), returned))
        },
    ))
}

/// A titled part: a sentence on what it is for, then its form.
fn part(tongue: &Tongue, key: &str, made: Form, returned: Option<&Returned>) -> Markup {
    let body = html! { div.stack { p { (tongue.say(&format!("{key}-help"))) } (form(tongue, &with_problems(made, returned))) } };
    section(&tongue.say(key), body)
}

pub fn with_problems(mut form: Form, returned: Option<&Returned>) -> Form {
    if let Some(returned) = returned.filter(|returned| returned.action == form.action) {
        form.problems.clone_from(&returned.problems);
    }
    form
}

/// What was typed into a form that came back, else what holds now.
pub fn typed(returned: Option<&Returned>, action: &str, name: &str, now: String) -> String {
    returned.filter(|returned| returned.action == action).map_or(now, |returned| returned.filled.text(name))
}

fn names(frame: &pages::layout::Frame, returned: Option<&Returned>) -> Form {
    let said = |key: &str| frame.tongue.say(key);
    let text = |name: &str, now: &str| Field::text(name, said(&format!("settings-{name}")), typed(returned, "/settings/office", name, now.into())).required();
    let fields = vec![text("name", &frame.office.name), text("unit", &frame.office.unit), text("short", &frame.office.short).help(said("settings-short-help"))];
    Form::new("/settings/office", said("save"), vec![Part::new(fields)])
}

const PATH_HOURS: &str = "/settings/hours";

fn week(view: &View, calendar: &Calendar, returned: Option<&Returned>) -> Form {
    let said = |key: &str| view.tongue().say(key);
    let hour = |name: &str, now: String| {
        let kind = Kind::Text { value: typed(returned, PATH_HOURS, name, now), autocomplete: None, hint: Some("07:30".into()) };
        Field::new(name, said(&format!("settings-{name}")), kind).half()
    };
    let prayer = |pick: fn(Span) -> jiff::civil::Time| calendar.friday_prayer.map(pick).map(shown).unwrap_or_default();
    let days: Vec<Choice> = (1..=7).map(|day| Choice::new(day.to_string(), said(&format!("settings-weekday-{day}")))).collect();
    let now: Vec<String> = calendar.weekdays.iter().map(ToString::to_string).collect();
    let chosen = returned.filter(|returned| returned.action == PATH_HOURS).map_or(now, |returned| returned.filled.many("weekdays"));
    let fields = vec![
        hour("from", shown(calendar.hours.from)).required(),
        hour("to", shown(calendar.hours.to)).required(),
        Field::new("weekdays", said("settings-weekdays"), Kind::Many { values: chosen, choices: days }).required(),
        hour("prayer_from", prayer(|span| span.from)),
        hour("prayer_to", prayer(|span| span.to)),
    ];
    Form::new(PATH_HOURS, said("save"), vec![Part::new(fields)])
}

/// An hour as a form shows it: `07:30`.
pub fn shown(time: jiff::civil::Time) -> String {
    time.strftime("%H:%M").to_string()
}

/// Reads an hour of the 24-hour clock, `07:30` or `7:30`.
pub fn hour(filled: &Filled, name: &str) -> Result<jiff::civil::Time> {
    jiff::civil::Time::strptime("%H:%M", filled.text(name)).map_err(|_| Problem::on(name, "problem-settings-hour"))
}

fn targets(view: &View, returned: Option<&Returned>) -> Form {
    let tongue = view.tongue();
    let now = view.actor().app.settings.get(TARGETS).unwrap_or_default();
    let minutes = |urgency: &str, step: &str| {
        let name = format!("{urgency}_{step}");
        let value = now[urgency][format!("{step}_minutes")].as_i64().map(|minutes| minutes.to_string()).unwrap_or_default();
        let value = typed(returned, "/settings/targets", &name, value);
        let kind = Kind::Number { value, min: Some(1), max: None, step: None, unit: Some(tongue.say("settings-minutes")) };
        let label = tongue.with(&format!("settings-{step}"), &[("urgency", tongue.say(&format!("settings-urgency-{urgency}")).into())]);
        Field::new(name, label, kind).half().required()
    };
    let fields = URGENCIES.into_iter().flat_map(|urgency| [minutes(urgency, "answer"), minutes(urgency, "resolve")]).collect();
    Form::new("/settings/targets", tongue.say("save"), vec![Part::new(fields)])
}

async fn name(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    change(asking, actor, "setting.name", "/settings/office", filled, |work, filled| {
        Names { name: filled.text("name"), unit: filled.text("unit"), short: filled.text("short") }.keep(work)
    })
    .await
}

async fn set_week(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    change(asking, actor, "setting.hours", PATH_HOURS, filled, |work, filled| {
        let span = |from: &str, to: &str| Ok::<_, Problem>(Span { from: hour(filled, from)?, to: hour(filled, to)? });
        let has_prayer = filled.opt("prayer_from").or(filled.opt("prayer_to")).is_some();
        let prayer = has_prayer.then(|| span("prayer_from", "prayer_to")).transpose()?;
        let days = filled.many("weekdays").iter().filter_map(|day| day.parse().ok()).filter(|day| (1..=7).contains(day)).collect();
        hours::set_week(work, span("from", "to")?, days, prayer)
    })
    .await
}

async fn set_targets(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    change(asking, actor, "setting.targets", "/settings/targets", filled, |work, filled| {
        let minutes = |name: String| filled.number(&name)?.ok_or_else(|| Problem::on(&name, "problem-required"));
        let mut targets = Targets::default();
        for (urgency, target) in URGENCIES.into_iter().zip(&mut targets) {
            *target = (minutes(format!("{urgency}_answer"))?, minutes(format!("{urgency}_resolve"))?);
        }
        promise(work, targets)
    })
    .await
}

/// Makes one change of settings, puts it in force, and goes back to the page; or shows the page with what was typed.
pub async fn change(
    asking: Asking,
    actor: Actor,
    verb: &'static str,
    action: &'static str,
    filled: Filled,
    act: fn(&mut Work, &Filled) -> Result<()>,
) -> Result<Response> {
    let sent = filled.clone();
    match actor.act(verb, move |work| act(work, &sent)).await {
        Ok(_) => {
            let app = Arc::clone(&actor.app);
            off_the_loop(move || app.settings.refresh(&*app.readers.snapshot()?)).await?;
            Ok(see_other(&done("/settings", "settings-saved")))
        }
        Err(problem) => {
            let returned = Returned { action, filled, problems: wrongs(&asking.tongue, problem)? };
            Ok(unacceptable(actor.read(move |view| page(&asking, view, Some(&returned))).await?))
        }
    }
}
