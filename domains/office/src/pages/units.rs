//! The organisation as a tree: who answers to whom. It is the office's own to change, for the public description of it contradicts itself.

use super::people::{LINKED, icon_of};
use super::{choices, form_page, unacceptable, wrongs};
use crate::unit::Unit;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::id::Id;
use kernel::problem::{Problem, Result};
use kernel::record::Record;
use kernel::vals;
use kernel::web::Asking;
use kernel::words::Lang;
use maud::{Markup, html};
use pages::action::Action;
use pages::described::{Values, done, field_facts, frame, linked, see_other, story};
use pages::empty::{Empty, empty};
use pages::form::{Choice, Field, Form, Kind, Part, Problem as Wrong};
use pages::record::{facts, links, record, section};
use pages::timeline::timeline;
use pages::tone::Tone;
use std::collections::BTreeMap;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/unit", get(tree).post(make))
        .route("/unit/new", get(show_new))
        .route("/unit/{name}", get(show))
        .route("/unit/{name}/correct", get(show_form).post(correct))
}

async fn tree(asking: Asking, actor: Actor) -> Result<Markup> {
    actor
        .read(move |view| {
            let tongue = view.tongue();
            let mut frame = frame(&asking, Some(view), tongue.say("rail-units"))?.action(Action::link(tongue.say("site-many"), "/site").icon("map-pin"));
            let enter = Action::link(tongue.say("unit-new"), "/unit/new").icon("plus").key('n').primary();
            if view.actor().may("unit.edit") {
                frame.actions.push(enter.clone());
            }
            let grown = Tree::read(view)?;
            let nothing = Empty { icon: Some("building-2"), sentence: tongue.say("unit-empty"), action: Some(enter), import: None };
            let body = html! { @if grown.units.is_empty() { (empty(&nothing)) } @else { (grown.below(None)) } };
            Ok(pages::layout::page(&frame, body))
        })
        .await
}

/// All units, and what stands beside each name.
struct Tree<'a> {
    view: &'a View,
    units: Vec<Unit>,
    people: BTreeMap<Id, i64>,
    chiefs: BTreeMap<Id, String>,
}

impl<'a> Tree<'a> {
    fn read(view: &'a View) -> Result<Self> {
        let counted = view.rows("SELECT unit, count(*) AS people FROM rec_person WHERE state = 'active' GROUP BY unit", vals![], |row| {
            Ok((row.id("unit")?, row.int("people")?))
        })?;
        let chiefs =
            view.rows("SELECT u.id, p.name FROM rec_unit u JOIN rec_person p ON p.id = u.chief", vals![], |row| Ok((row.id("id")?, row.text("name")?)))?;
        Ok(Self {
            view,
            units: view.all("1 ORDER BY name", vals![])?,
            people: counted.into_iter().filter_map(|(unit, people)| Some((unit?, people))).collect(),
            chiefs: chiefs.into_iter().filter_map(|(unit, name)| Some((unit?, name))).collect(),
        })
    }

    fn below(&self, parent: Option<Id>) -> Markup {
        let units: Vec<&Unit> = self.units.iter().filter(|unit| unit.parent == parent).collect();
        html! { @if !units.is_empty() { ul.tree { @for unit in units { li { (self.line(unit)) (self.below(Some(unit.id()))) } } } } }
    }

    fn line(&self, unit: &Unit) -> Markup {
        let tongue = self.view.tongue();
        let people = self.people.get(&unit.id()).copied().unwrap_or(0);
        html! {
            div.tree-line {
                a href={ "/unit/" (unit.id()) } { (called(unit, tongue.lang)) }
                @if let Some(chief) = self.chiefs.get(&unit.id()) { span { (chief) } }
                @if people > 0 { a.quiet-link href={ "/person?unit=" (unit.id()) "&state=active" } { (tongue.with("unit-people", &[("count", people.into())])) } }
            }
        }
    }
}

/// The unit's name in the reader's language, where it has one.
fn called(unit: &Unit, lang: Lang) -> &str {
    unit.name_en.as_deref().filter(|_| lang == Lang::En).unwrap_or(&unit.name)
}

async fn show(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    actor
        .read(move |view| {
            let tongue = view.tongue();
            let stored = view.find_stored(Unit::KIND, &name)?;
            let unit: Unit = stored.clone().typed()?;
            let mut frame = frame(&asking, Some(view), called(&unit, tongue.lang))?.crumb(tongue.say("rail-units"), "/unit");
            frame.actions.push(Action::link(tongue.say("person-many"), format!("/person?unit={}&state=active", unit.id())).icon("users"));
            if view.may("unit.edit", &unit) {
                frame.actions.push(Action::link(tongue.say("unit-correct"), format!("/unit/{}/correct", unit.id())).icon("pencil").key('e').primary());
            }
            let described = view.kind(Unit::KIND)?.clone();
            let mut values = Values::new(view, |_, _| Tone::Quiet);
            let shown = field_facts(&mut values, &described, &stored, &["name", "name_en", "parent", "chief"])?;
            let groups = linked(&mut values, &stored, LINKED, icon_of)?;
            let told = story(&mut values, &described, &stored)?;
            let main = html! { (facts(tongue, &shown)) (section(&tongue.say("office-history"), timeline(tongue, &told))) };
            Ok(pages::layout::page(&frame, record(main, html! { (links(tongue, &groups)) })))
        })
        .await
}

async fn show_new(asking: Asking, actor: Actor) -> Result<Markup> {
    if !actor.may("unit.edit") {
        return Err(Problem::Forbidden { act: "unit.edit".into() });
    }
    actor.read(move |view| form(&asking, view, None, &Filled::default(), Vec::new())).await
}

async fn show_form(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    actor
        .read(move |view| {
            let unit: Unit = view.find(&name)?;
            if !view.may("unit.edit", &unit) {
                return Err(Problem::Forbidden { act: "unit.edit".into() });
            }
            let id = |id: Option<Id>| id.map(|id| id.to_string()).unwrap_or_default();
            let values =
                [("name", unit.name.clone()), ("name_en", unit.name_en.clone().unwrap_or_default()), ("parent", id(unit.parent)), ("chief", id(unit.chief))];
            let filled = Filled { values: values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(), uploads: Vec::new() };
            form(&asking, view, Some(&unit), &filled, Vec::new())
        })
        .await
}

fn form(asking: &Asking, view: &View, unit: Option<&Unit>, filled: &Filled, problems: Vec<Wrong>) -> Result<Markup> {
    let said = |key: &str| view.tongue().say(key);
    let chief = filled.id("chief").ok().flatten();
    let named = chief.map(|id| Ok::<_, Problem>(Choice::new(id.to_string(), view.person_name(id)?))).transpose()?;
    let others = choices(view, "rec_unit")?.into_iter().filter(|choice| unit.is_none_or(|unit| unit.id().to_string() != choice.value));
    let people = Kind::Lookup { url: "/lookup/person".into(), value: filled.text("chief"), choices: everyone(view, named)? };
    let fields = vec![
        Field::text("name", said("unit-field-name"), filled.text("name")).required(),
        Field::text("name_en", said("unit-field-name_en"), filled.text("name_en")),
        Field::new("parent", said("unit-field-parent"), Kind::Choice { value: filled.text("parent"), choices: others.collect() }),
        Field::new("chief", said("unit-field-chief"), people),
    ];
    let (title, action, back) = match unit {
        Some(unit) => ("unit-correct", format!("/unit/{}/correct", unit.id()), format!("/unit/{}", unit.id())),
        None => ("unit-new", "/unit".into(), "/unit".into()),
    };
    let mut form = Form::new(action, said("save"), vec![Part::new(fields)]);
    // Saving anew after someone else has saved is then a choice made with both versions in view.
    form.revision = unit.map(|unit| unit.head.revision);
    form.problems = problems;
    form.cancel = Some(back.clone());
    let mut frame = frame(asking, Some(view), said(title))?.crumb(said("rail-units"), "/unit");
    frame.path = if unit.is_some() { format!("{back}/correct") } else { "/unit/new".into() };
    Ok(form_page(&frame, &form))
}

/// Without scripts a lookup is a list: everyone who works here, and whoever is chosen now.
fn everyone(view: &View, chosen: Option<Choice>) -> Result<Vec<Choice>> {
    let mut people =
        view.rows("SELECT id, name FROM rec_person WHERE state = 'active' ORDER BY name", vals![], |row| Ok(Choice::new(row.text("id")?, row.text("name")?)))?;
    people.extend(chosen.filter(|chosen| people.iter().all(|choice| choice.value != chosen.value)));
    Ok(people)
}

fn read(filled: &Filled) -> Result<Unit> {
    Ok(Unit { name: filled.text("name"), name_en: filled.opt("name_en"), parent: filled.id("parent")?, chief: filled.id("chief")?, ..Unit::default() })
}

async fn make(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    let sent = filled.clone();
    match actor.act("unit.enter", move |work| read(&sent)?.enter(work)).await {
        Ok((unit, _)) => Ok(see_other(&done(&format!("/unit/{}", unit.id()), "unit-saved"))),
        Err(problem) => {
            let problems = wrongs(&asking.tongue, problem)?;
            Ok(unacceptable(actor.read(move |view| form(&asking, view, None, &filled, problems)).await?))
        }
    }
}

async fn correct(asking: Asking, actor: Actor, Path(name): Path<String>, filled: Filled) -> Result<Response> {
    let (sent, wanted) = (filled.clone(), name.clone());
    let corrected = actor.act("unit.correct", move |work| {
        let unit: Unit = work.find(&wanted)?;
        work.expect(&unit, sent.revision())?;
        unit.correct(work, read(&sent)?)
    });
    match corrected.await {
        Ok((unit, _)) => Ok(see_other(&done(&format!("/unit/{}", unit.id()), "unit-saved"))),
        Err(problem) => {
            let problems = wrongs(&asking.tongue, problem)?;
            Ok(unacceptable(actor.read(move |view| form(&asking, view, Some(&view.find(&name)?), &filled, problems)).await?))
        }
    }
}
