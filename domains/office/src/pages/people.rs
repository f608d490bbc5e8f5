//! The directory: who works here, where, and how to reach them. What a person holds or asks for comes from the other parts of the house by
//! links, to whoever may see it.

use super::Pairs;
use crate::person::Person;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use kernel::actor::{Actor, Stored, View};
use kernel::app::App;
use kernel::id::Id;
use kernel::look;
use kernel::problem::{Problem, Result};
use kernel::record::Record;
use kernel::vals;
use kernel::web::Asking;
use maud::{Markup, html};
use pages::action::Action;
use pages::described::{ListPage, Values, export, field_facts, frame, head_facts, linked, list_page, story};
use pages::empty::Empty;
use pages::record::{facts, links, record, section};
use pages::table::table;
use pages::timeline::timeline;
use pages::tone::Tone;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/person", get(list))
        .route("/person/export.csv", get(|actor: Actor, pairs: Pairs| file(actor, pairs, "csv")))
        .route("/person/export.xlsx", get(|actor: Actor, pairs: Pairs| file(actor, pairs, "xlsx")))
        .route("/person/{name}", get(show))
}

async fn list(asking: Asking, actor: Actor, Query(pairs): Pairs) -> Result<Markup> {
    actor
        .read(move |view| {
            let tongue = view.tongue();
            let mut frame = frame(&asking, Some(view), tongue.say("person-many"))?;
            let enter = Action::link(tongue.say("person-new"), "/person/new").icon("user-plus").key('n').primary();
            let may_edit = view.actor().may("person.edit");
            if may_edit {
                frame.actions.push(enter.clone());
            }
            let mut found = list_page(view, people(view, may_edit.then_some(enter)), &pairs)?;
            if !may_edit {
                // The directory is for looking someone up, not for carrying away.
                found.exports.clear();
            }
            Ok(pages::layout::page(&frame, table(tongue, &found)))
        })
        .await
}

fn people(view: &View, enter: Option<Action>) -> ListPage {
    let said = |key: &str| view.tongue().say(key);
    ListPage {
        kind: Person::KIND,
        views: vec![(said("person-view-all"), ""), (said("person-view-active"), "state=active"), (said("person-view-left"), "state=left")],
        tone,
        is_done: |stored: &Stored| stored.text("state") == "left",
        bulk: None,
        empty: Empty { icon: Some("users"), sentence: said("person-empty"), action: enter, import: None },
    }
}

fn tone(field: &str, value: &str) -> Tone {
    if field == "state" && value == "active" { Tone::Good } else { Tone::Quiet }
}

async fn file(actor: Actor, Query(pairs): Pairs, form: &'static str) -> Result<Response> {
    if !actor.may("person.edit") {
        return Err(Problem::Forbidden { act: "person.edit".into() });
    }
    actor.read(move |view| export(view, Person::KIND, &pairs, form)).await
}

async fn show(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    let (stored, page) = actor
        .read(move |view| {
            let stored = view.find_stored(Person::KIND, &name)?;
            let page = page(&asking, view, &stored)?;
            Ok((stored, page))
        })
        .await?;
    look::at(&actor, &stored).await?;
    Ok(page)
}

fn page(asking: &Asking, view: &View, stored: &Stored) -> Result<Markup> {
    let tongue = view.tongue();
    let person: Person = stored.clone().typed()?;
    let described = view.kind(Person::KIND)?.clone();
    let mut frame = frame(asking, Some(view), &person.name)?.crumb(tongue.say("person-many"), "/person");
    frame.state = Some((tongue.say(&format!("person-state-{}", person.state)), tone("state", &person.state)));
    frame.actions = actions(view, &person)?;
    let mut values = Values::new(view, tone);
    let mut shown = field_facts(&mut values, &described, stored, &["post", "unit", "site", "phone", "email", "roles"])?;
    if view.may("account.see", &person) || person.id() == view.actor().person.id {
        shown.extend(field_facts(&mut values, &described, stored, &["staff_number", "login", "language", "started_on"])?);
        shown.extend(head_facts(&mut values, &described, stored)?);
    }
    let groups = linked(&mut values, stored, LINKED, icon_of)?;
    let told = story(&mut values, &described, stored)?;
    Ok(pages::layout::page(
        &frame,
        record(html! { (facts(tongue, &shown)) (section(&tongue.say("office-history"), timeline(tongue, &told))) }, html! { (links(tongue, &groups)) }),
    ))
}

/// Records shown at the side; the lists hold the rest.
pub const LINKED: usize = 30;

pub fn icon_of(kind: &str) -> &'static str {
    match kind {
        "person" => "user-round",
        "unit" => "building-2",
        "site" => "map-pin",
        "device" => "laptop",
        "request" => "inbox",
        "handover" => "handshake",
        _ => "file-text",
    }
}

fn has_factor(view: &View, person: Id) -> Result<bool> {
    Ok(view.number("SELECT confirmed FROM secret_totp WHERE person = ?1", vals![person])? == 1)
}

fn actions(view: &View, person: &Person) -> Result<Vec<Action>> {
    let tongue = view.tongue();
    let to = |act: &str| format!("/person/{}/{act}", person.id());
    let mut actions = Vec::new();
    let is_above = person.is_above(view.actor());
    if view.may("person.reset", person) && person.is_active() && person.login.is_some() && !is_above {
        actions.push(Action::post(tongue.say("person-reset"), to("reset")).icon("key-round"));
        if person.id() != view.actor().person.id && has_factor(view, person.id())? {
            actions.push(Action::link(tongue.say("person-factor"), to("second-factor")).icon("smartphone"));
        }
    }
    if view.may("person.edit", person) {
        if !person.is_active() {
            actions.push(Action::post(tongue.say("person-come-back"), to("return")).icon("undo-2"));
        } else if !is_above {
            actions.push(Action::link(tongue.say("person-leave"), to("leave")).icon("user-minus").danger());
        }
        actions.push(Action::link(tongue.say("person-correct"), to("correct")).icon("pencil").key('e').primary());
    }
    Ok(actions)
}
