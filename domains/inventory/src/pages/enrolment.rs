//! Letting agents of a site report: the tokens in force, a new one with the lines that each agent's settings want, and closing one.

use super::{again, base, named, said};
use crate::enrolment::{DEFAULT_PER_HOUR, Enrolment, enrol};
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::record::Head;
use kernel::time::{day_of, from_form};
use kernel::web::Asking;
use maud::{Markup, html};
use pages::action::Action;
use pages::described::{ListPage, Values, done, field_facts, frame, head_facts, list_page, see_other, story};
use pages::empty::Empty;
use pages::form::{Field, Form, Kind, Part, Problem as Said, form};
use pages::layout::{Frame, page};
use pages::notice::notice;
use pages::record::{facts, record, section};
use pages::table::table;
use pages::timeline::timeline;
use pages::tone::Tone;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/enrolment", get(list).post(make))
        .route("/enrolment/new", get(new))
        .route("/enrolment/{name}", get(show))
        .route("/enrolment/{name}/close", post(close))
}

const YEAR_US: i64 = 365 * 86_400_000_000;

/// A token in force is as it should be: nobody has to act.
fn tone(field: &str, value: &str) -> Tone {
    if (field, value) == ("state", "open") { Tone::Good } else { super::tone(field, value) }
}

async fn list(asking: Asking, actor: Actor, Query(pairs): Query<Vec<(String, String)>>) -> Result<Markup> {
    actor
        .read(move |view| {
            if !view.actor().may("enrolment.see") {
                return Err(Problem::Forbidden { act: "enrolment.see".into() });
            }
            let tongue = view.tongue();
            let may = view.actor().may("enrolment.edit");
            let new = || Action::link(tongue.say("enrolment-new"), "/enrolment/new").icon("plus").key('n').primary();
            let mut frame = frame(&asking, Some(view), tongue.say("enrolment-many"))?;
            if may {
                frame = frame.action(new());
            }
            let described = ListPage {
                kind: "enrolment",
                views: Vec::new(),
                tone,
                is_done: |stored| stored.text("state") == "closed",
                bulk: None,
                empty: Empty { icon: Some("key-round"), sentence: tongue.say("enrolment-none"), action: may.then(new), import: None },
            };
            let mut drawn = list_page(view, described, &pairs)?;
            drawn.exports.clear();
            Ok(page(&frame, table(tongue, &drawn)))
        })
        .await
}

async fn new(asking: Asking, actor: Actor) -> Result<Markup> {
    actor
        .read(move |view| {
            let now = view.now();
            let values = vec![("reports_per_hour".to_owned(), DEFAULT_PER_HOUR.to_string()), ("ends_on".to_owned(), day_of(now + YEAR_US))];
            let sheet = sheet(view, &Filled { values, uploads: Vec::new() }, Vec::new())?;
            Ok(page(&framed(&asking, view)?, form(view.tongue(), &sheet)))
        })
        .await
}

async fn make(asking: Asking, actor: Actor, headers: HeaderMap, filled: Filled) -> Result<Response> {
    let made = match typed(&filled) {
        Ok(enrolment) => actor.act("enrolment.make", move |work| enrol(work, enrolment)).await,
        Err(problem) => Err(problem),
    };
    match made {
        Ok(((enrolment, secret), _)) => {
            let address = format!("{}/i/{secret}", base(&actor.app, &headers));
            let page = actor.read(move |view| shown_once(&asking, view, &enrolment, &address)).await?;
            // The secret stands on this page alone: no copy of it may stay in a browser's store.
            Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
        }
        Err(problem) => match said(&actor.tongue, &problem) {
            Some(problems) => {
                let redraw = move |view: &View| {
                    let sheet = sheet(view, &filled, problems)?;
                    Ok(again(&framed(&asking, view)?, form(view.tongue(), &sheet)))
                };
                actor.read(redraw).await
            }
            None => Err(problem),
        },
    }
}

fn typed(filled: &Filled) -> Result<Enrolment> {
    let ends_at = from_form(&format!("{}T23:59", filled.text("ends_on"))).ok_or_else(|| Problem::on("ends_on", "problem-day"))?;
    Ok(Enrolment {
        head: Head::default(),
        name: filled.text("name"),
        site: filled.id("site")?,
        networks: filled.opt("networks"),
        reports_per_hour: filled.number("reports_per_hour")?.filter(|count| *count > 0).ok_or_else(|| Problem::on("reports_per_hour", "problem-number"))?,
        ends_at,
        state: String::new(),
    })
}

fn framed(asking: &Asking, view: &View) -> Result<Frame> {
    let tongue = view.tongue();
    Ok(frame(asking, Some(view), tongue.say("enrolment-new"))?.crumb(tongue.say("enrolment-many"), "/enrolment"))
}

fn sheet(view: &View, filled: &Filled, problems: Vec<Said>) -> Result<Form> {
    if !view.actor().may("enrolment.edit") {
        return Err(Problem::Forbidden { act: "enrolment.edit".into() });
    }
    let tongue = view.tongue();
    let label = |name: &str| tongue.say(&format!("enrolment-field-{name}"));
    let rate = Kind::Number { value: filled.text("reports_per_hour"), min: Some(1), max: None, step: None, unit: None };
    let fields = vec![
        Field::text("name", label("name"), filled.text("name")).required().help(tongue.say("enrolment-name-help")),
        Field::choice("site", label("site"), filled.text("site"), named(view, "rec_site")?),
        Field::text("networks", label("networks"), filled.text("networks")).help(tongue.say("enrolment-networks-help")),
        Field::new("reports_per_hour", label("reports_per_hour"), rate).required().half(),
        Field::date("ends_on", label("ends_at"), filled.text("ends_on")).required().half(),
    ];
    Ok(Form { problems, cancel: Some("/enrolment".into()), ..Form::new("/enrolment", tongue.say("enrolment-new"), vec![Part::new(fields)]) })
}

/// The token, once, with the lines to copy into each agent's settings.
fn shown_once(asking: &Asking, view: &View, enrolment: &Enrolment, address: &str) -> Result<Markup> {
    let tongue = view.tongue();
    let mut frame = frame(asking, Some(view), enrolment.name.clone())?.crumb(tongue.say("enrolment-many"), "/enrolment");
    // The address bar shows the list's address; a reload must not make another token.
    frame.path = "/enrolment".into();
    let lines = [
        ("FusionInventory", "/etc/fusioninventory/agent.cfg", format!("server = {address}")),
        ("GLPI-Agent", "/etc/glpi-agent/conf.d/tehama.cfg", format!("server = {address}")),
        ("GLPI-Agent (Windows)", "MSI", format!("msiexec /i GLPI-Agent.msi /quiet SERVER=\"{address}\" RUNNOW=1")),
        ("OCS (Unix)", "/etc/ocsinventory/ocsinventory-agent.cfg", format!("server={address}")),
        ("OCS (Windows)", "ocsinventory.ini", format!("Server={address}")),
    ];
    let content = html! {
        (notice(Tone::Warn, &html! { p { (tongue.say("enrolment-once")) } }))
        (section(&tongue.say("enrolment-address"), pages::cell::code(tongue, address)))
        (section(&tongue.say("enrolment-lines"), html! {
            dl.facts {
                @for (agent, place, line) in &lines {
                    div.fact.is-wide { dt { (agent) br; small { (place) } } dd { (pages::cell::code(tongue, line)) } }
                }
            }
        }))
        p { a.button.is-primary href={ "/enrolment/" (enrolment.head.id) } { (tongue.say("enrolment-copied")) } }
    };
    Ok(page(&frame, content))
}

async fn show(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    actor
        .read(move |view| {
            let tongue = view.tongue();
            let stored = view.find_stored("enrolment", &name)?;
            let enrolment: Enrolment = stored.clone().typed()?;
            let described = view.kind("enrolment")?;
            let mut values = Values::new(view, tone);
            let told = field_facts(&mut values, described, &stored, &["site", "networks", "reports_per_hour", "ends_at", "state"])?;
            let about = head_facts(&mut values, described, &stored)?;
            let events = story(&mut values, described, &stored)?;
            let mut frame = frame(&asking, Some(view), enrolment.name.clone())?.crumb(tongue.say("enrolment-many"), "/enrolment");
            frame.state = Some((tongue.say(&format!("enrolment-state-{}", enrolment.state)), tone("state", &enrolment.state)));
            if enrolment.state == "open" && view.may("enrolment.edit", &enrolment) {
                frame = frame.action(Action::post(tongue.say("enrolment-close"), format!("{}/close", stored.path())).icon("lock").danger());
            }
            let main = html! { (facts(tongue, &told)) (section(&tongue.say("device-story"), timeline(tongue, &events))) };
            Ok(page(&frame, record(main, section(&tongue.say("device-part-record"), facts(tongue, &about)))))
        })
        .await
}

async fn close(actor: Actor, Path(name): Path<String>) -> Result<Response> {
    let (id, _) = actor
        .act("enrolment.close", move |work| {
            let enrolment: Enrolment = work.find(&name)?;
            enrolment.close(work)?;
            Ok(enrolment.head.id)
        })
        .await?;
    Ok(see_other(&done(&format!("/enrolment/{id}"), "enrolment-closed")))
}
