//! Entering a person and correcting what is known of one. Whoever may not grant sees neither sign-in name nor roles in the form.

use super::{choices, form_page, unacceptable, wrongs};
use crate::person::{Person, enter};
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::permission::Role;
use kernel::problem::{Problem, Result};
use kernel::record::Record;
use kernel::web::Asking;
use maud::Markup;
use pages::described::{done, frame, see_other};
use pages::form::{Choice, Field, Form, Kind, Part, Problem as Wrong};
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/person/new", get(show_new)).route("/person", post(make)).route("/person/{name}/correct", get(show).post(correct))
}

async fn show_new(asking: Asking, actor: Actor) -> Result<Markup> {
    if !actor.may("person.edit") {
        return Err(Problem::Forbidden { act: "person.edit".into() });
    }
    let site = actor.person.site;
    actor.read(move |view| new_page(&asking, view, &to_filled(&Person { site, language: "sw".into(), ..Person::default() }), Vec::new())).await
}

fn new_page(asking: &Asking, view: &View, filled: &Filled, problems: Vec<Wrong>) -> Result<Markup> {
    let tongue = view.tongue();
    let parts = parts(view, filled, None, view.actor().may("person.grant"))?;
    let form = Form { problems, cancel: Some("/person".into()), ..Form::new("/person", tongue.say("person-new"), parts) };
    let mut frame = frame(asking, Some(view), tongue.say("person-new"))?.crumb(tongue.say("person-many"), "/person");
    frame.path = "/person/new".into();
    Ok(form_page(&frame, &form))
}

async fn make(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    let sent = filled.clone();
    let made = actor.act("person.enter", move |work| {
        let may_grant = work.actor().may("person.grant");
        let person = from_filled(&sent, &Person { state: "active".into(), ..Person::default() }, may_grant)?;
        enter(work, person)
    });
    match made.await {
        Ok((person, _)) => Ok(see_other(&done(&format!("/person/{}", person.id()), "person-entered"))),
        Err(problem) => {
            let problems = wrongs(&asking.tongue, problem)?;
            Ok(unacceptable(actor.read(move |view| new_page(&asking, view, &filled, problems)).await?))
        }
    }
}

async fn show(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    actor
        .read(move |view| {
            let person: Person = view.find(&name)?;
            if !view.may("person.edit", &person) {
                return Err(Problem::Forbidden { act: "person.edit".into() });
            }
            page(&asking, view, &person, &to_filled(&person), false, Vec::new())
        })
        .await
}

fn page(asking: &Asking, view: &View, saved: &Person, filled: &Filled, is_stale: bool, problems: Vec<Wrong>) -> Result<Markup> {
    let tongue = view.tongue();
    let path = format!("/person/{}", saved.id());
    let now = to_filled(saved);
    let parts = parts(view, filled, is_stale.then_some(&now), view.may("person.grant", saved))?;
    let mut form = Form::new(format!("{path}/correct"), tongue.say("save"), parts);
    form.revision = Some(if is_stale || filled.revision() == 0 { saved.head.revision } else { filled.revision() });
    form.problems = problems;
    form.cancel = Some(path.clone());
    let frame = frame(asking, Some(view), tongue.say("person-correct"))?.crumb(tongue.say("person-many"), "/person").crumb(&saved.name, &path);
    Ok(form_page(&frame, &form))
}

async fn correct(asking: Asking, actor: Actor, Path(name): Path<String>, filled: Filled) -> Result<Response> {
    let (sent, wanted) = (filled.clone(), name.clone());
    let corrected = actor.act("person.correct", move |work| {
        let person: Person = work.find(&wanted)?;
        work.expect(&person, sent.revision())?;
        let now = from_filled(&sent, &person, work.may("person.grant", &person))?;
        person.correct(work, now)
    });
    match corrected.await {
        Ok((person, _)) => Ok(see_other(&done(&format!("/person/{}", person.id()), "person-saved"))),
        Err(problem) => {
            let is_stale = matches!(problem, Problem::Stale { .. });
            let problems = wrongs(&asking.tongue, problem)?;
            let draw = move |view: &View| page(&asking, view, &view.find(&name)?, &filled, is_stale, problems);
            Ok(unacceptable(actor.read(draw).await?))
        }
    }
}

/// The form's fields. With `saved` (someone else was faster) each field that differs says what is saved now.
fn parts(view: &View, filled: &Filled, saved: Option<&Filled>, may_grant: bool) -> Result<Vec<Part>> {
    let tongue = view.tongue();
    let said = |key: &str| tongue.say(key);
    let (units, sites) = (choices(view, "rec_unit")?, choices(view, "rec_site")?);
    let marked = |field: Field, shown: &[Choice]| match saved.map(|saved| saved.many(&field.name).join(", ")) {
        Some(now) if now != filled.many(&field.name).join(", ") => {
            let word = shown.iter().find(|choice| choice.value == now).map_or(now, |choice| choice.label.clone());
            field.help(tongue.with("office-saved-now", &[("value", word.into())]))
        }
        _ => field,
    };
    let text = |name: &str| marked(Field::text(name, said(&format!("person-field-{name}")), filled.text(name)), &[]);
    let choice = |name: &str, from: Vec<Choice>| marked(Field::choice(name, said(&format!("person-field-{name}")), filled.text(name), from.clone()), &from);
    let languages = vec![Choice::new("sw", said("person-language-sw")), Choice::new("en", said("person-language-en"))];
    let who = vec![
        text("name").help(said("person-name-help")).required(),
        text("staff_number").half(),
        marked(Field::date("started_on", said("person-field-started_on"), filled.text("started_on")), &[]).half(),
        text("post"),
        choice("unit", units).half(),
        choice("site", sites).half(),
        text("phone").half(),
        text("email").half(),
        choice("language", languages).required(),
    ];
    let mut parts = vec![Part::new(who)];
    if may_grant {
        let roles = Role::ALL.into_iter().filter(|role| *role != Role::Staff);
        let roles: Vec<Choice> = roles
            .map(|role| Choice::new(role.name(), said(&format!("role-{}", role.name()))).detail(said(&format!("person-grants-{}", role.name()))))
            .collect();
        let held = Kind::Many { values: filled.many("roles"), choices: roles };
        let account = vec![text("login").help(said("person-login-help")), marked(Field::new("roles", said("person-field-roles"), held), &[])];
        parts.push(Part { title: Some(said("person-part-account")), help: Some(said("person-part-account-help")), fields: account });
    }
    Ok(parts)
}

fn to_filled(person: &Person) -> Filled {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let id = |value: Option<kernel::id::Id>| value.map(|id| id.to_string()).unwrap_or_default();
    let single = [
        ("name", person.name.clone()),
        ("staff_number", text(&person.staff_number)),
        ("login", text(&person.login)),
        ("post", text(&person.post)),
        ("unit", id(person.unit)),
        ("site", id(person.site)),
        ("language", person.language.clone()),
        ("phone", text(&person.phone)),
        ("email", text(&person.email)),
        ("started_on", text(&person.started_on)),
    ];
    let roles = person.roles.iter().map(|role| ("roles", role.name().to_owned()));
    Filled { values: single.into_iter().chain(roles).map(|(name, value)| (name.to_owned(), value)).collect(), uploads: Vec::new() }
}

fn from_filled(filled: &Filled, before: &Person, may_grant: bool) -> Result<Person> {
    let (login, roles) = if may_grant {
        (filled.opt("login"), filled.many("roles").iter().filter_map(|name| Role::parse(name)).collect())
    } else {
        (before.login.clone(), before.roles.clone())
    };
    Ok(Person {
        name: filled.text("name"),
        staff_number: filled.opt("staff_number"),
        login,
        post: filled.opt("post"),
        unit: filled.id("unit")?,
        site: filled.id("site")?,
        roles,
        language: filled.opt("language").unwrap_or_else(|| "sw".into()),
        phone: filled.opt("phone"),
        email: filled.opt("email"),
        started_on: filled.opt("started_on"),
        ..before.clone()
    })
}
