//! The places where the office sits. A site's letter stands in every number that is given there.

use super::{Pairs, form_page, unacceptable, wrongs};
use crate::unit::Site;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::record::Record;
use kernel::web::Asking;
use maud::{Markup, html};
use pages::action::Action;
use pages::described::{ListPage, Values, done, export, field_facts, frame, list_page, see_other, story};
use pages::empty::Empty;
use pages::form::{Choice, Field, Form, Part, Problem as Wrong};
use pages::record::{facts, section};
use pages::table::table;
use pages::timeline::timeline;
use pages::tone::Tone;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/site", get(list).post(make))
        .route("/site/new", get(show_new))
        .route("/site/export.csv", get(|actor: Actor, pairs: Pairs| file(actor, pairs, "csv")))
        .route("/site/export.xlsx", get(|actor: Actor, pairs: Pairs| file(actor, pairs, "xlsx")))
        .route("/site/{name}", get(show))
        .route("/site/{name}/correct", get(show_form).post(correct))
}

async fn list(asking: Asking, actor: Actor, Query(pairs): Pairs) -> Result<Markup> {
    actor
        .read(move |view| {
            let said = |key: &str| view.tongue().say(key);
            let mut frame = frame(&asking, Some(view), said("site-many"))?.crumb(said("rail-units"), "/unit");
            let enter = Action::link(said("site-new"), "/site/new").icon("plus").key('n').primary();
            let may_edit = view.actor().may("site.edit");
            if may_edit {
                frame.actions.push(enter.clone());
            }
            let empty = Empty { icon: Some("map-pin"), sentence: said("site-empty"), action: may_edit.then_some(enter), import: None };
            let page = ListPage { kind: Site::KIND, views: Vec::new(), tone: |_, _| Tone::Quiet, is_done: |_| false, bulk: None, empty };
            Ok(pages::layout::page(&frame, table(view.tongue(), &list_page(view, page, &pairs)?)))
        })
        .await
}

async fn file(actor: Actor, Query(pairs): Pairs, form: &'static str) -> Result<Response> {
    actor.read(move |view| export(view, Site::KIND, &pairs, form)).await
}

async fn show(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    actor
        .read(move |view| {
            let tongue = view.tongue();
            let stored = view.find_stored(Site::KIND, &name)?;
            let site: Site = stored.clone().typed()?;
            let mut frame = frame(&asking, Some(view), &site.name)?.crumb(tongue.say("site-many"), "/site");
            frame.actions.push(Action::link(tongue.say("person-many"), format!("/person?site={}&state=active", site.id())).icon("users"));
            if view.may("site.edit", &site) {
                frame.actions.push(Action::link(tongue.say("site-correct"), format!("/site/{}/correct", site.id())).icon("pencil").key('e').primary());
            }
            let described = view.kind(Site::KIND)?.clone();
            let mut values = Values::new(view, |_, _| Tone::Quiet);
            let shown = field_facts(&mut values, &described, &stored, &["name", "letter", "island"])?;
            let told = story(&mut values, &described, &stored)?;
            Ok(pages::layout::page(&frame, html! { (facts(tongue, &shown)) (section(&tongue.say("office-history"), timeline(tongue, &told))) }))
        })
        .await
}

async fn show_new(asking: Asking, actor: Actor) -> Result<Markup> {
    if !actor.may("site.edit") {
        return Err(Problem::Forbidden { act: "site.edit".into() });
    }
    actor.read(move |view| form(&asking, view, None, &Filled::default(), Vec::new())).await
}

async fn show_form(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    actor
        .read(move |view| {
            let site: Site = view.find(&name)?;
            if !view.may("site.edit", &site) {
                return Err(Problem::Forbidden { act: "site.edit".into() });
            }
            let values = [("name", &site.name), ("letter", &site.letter), ("island", &site.island)];
            let filled = Filled { values: values.into_iter().map(|(name, value)| (name.to_owned(), value.clone())).collect(), uploads: Vec::new() };
            form(&asking, view, Some(&site), &filled, Vec::new())
        })
        .await
}

fn form(asking: &Asking, view: &View, site: Option<&Site>, filled: &Filled, problems: Vec<Wrong>) -> Result<Markup> {
    let said = |key: &str| view.tongue().say(key);
    let islands = ["unguja", "pemba"].map(|island| Choice::new(island, said(&format!("site-island-{island}"))));
    let fields = vec![
        Field::text("name", said("site-field-name"), filled.text("name")).required(),
        Field::text("letter", said("site-field-letter"), filled.text("letter")).help(said("site-letter-help")).required(),
        Field::choice("island", said("site-field-island"), filled.text("island"), islands.to_vec()).required(),
    ];
    let (title, action, back) = match site {
        Some(site) => ("site-correct", format!("/site/{}/correct", site.id()), format!("/site/{}", site.id())),
        None => ("site-new", "/site".into(), "/site".into()),
    };
    let mut form = Form::new(action, said("save"), vec![Part::new(fields)]);
    form.revision = site.map(|site| site.head.revision);
    form.problems = problems;
    form.cancel = Some(back.clone());
    let mut frame = frame(asking, Some(view), said(title))?.crumb(said("site-many"), "/site");
    frame.path = if site.is_some() { format!("{back}/correct") } else { "/site/new".into() };
    Ok(form_page(&frame, &form))
}

fn read(filled: &Filled) -> Site {
    Site { name: filled.text("name"), letter: filled.text("letter").to_uppercase(), island: filled.text("island"), ..Site::default() }
}

async fn make(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    let sent = read(&filled);
    match actor.act("site.enter", move |work| sent.enter(work)).await {
        Ok((site, _)) => Ok(see_other(&done(&format!("/site/{}", site.id()), "site-saved"))),
        Err(problem) => {
            let problems = wrongs(&asking.tongue, problem)?;
            Ok(unacceptable(actor.read(move |view| form(&asking, view, None, &filled, problems)).await?))
        }
    }
}

async fn correct(asking: Asking, actor: Actor, Path(name): Path<String>, filled: Filled) -> Result<Response> {
    let (sent, wanted) = (filled.clone(), name.clone());
    let corrected = actor.act("site.correct", move |work| {
        let site: Site = work.find(&wanted)?;
        work.expect(&site, sent.revision())?;
        site.correct(work, read(&sent))
    });
    match corrected.await {
        Ok((site, _)) => Ok(see_other(&done(&format!("/site/{}", site.id()), "site-saved"))),
        Err(problem) => {
            let problems = wrongs(&asking.tongue, problem)?;
            Ok(unacceptable(actor.read(move |view| form(&asking, view, Some(&view.find(&name)?), &filled, problems)).await?))
        }
    }
}
