//! The list an officer lives in all day: saved views as tabs, late ones said loudly, several taken or given at once. An address is a view.

use super::{dressed, is_open, people, tone};
use crate::request::Request;
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use kernel::actor::{Actor, Stored, View};
use kernel::filled::Filled;
use kernel::id::Id;
use kernel::problem::{Problem, Result};
use kernel::web::Asking;
use maud::{Markup, html};
use pages::action::Action;
use pages::cell::Cell;
use pages::described::{ListPage, Values, done, export, frame, list_page_with, see_other};
use pages::empty::Empty;
use pages::form::{Field, Form, Kind, Part, form};
use pages::table::{Bulk, BulkAct, table};

const UNIT_VIEWS: &[(&str, &str)] = &[
    ("desk-view-mine", "assignee=me&state=new,assigned,waiting"),
    ("desk-view-unassigned", "assignee=none&state=new,assigned,waiting"),
    ("desk-view-overdue", "state=new,assigned&due_at=past&sort=due_at"),
    ("desk-view-court", "court_at=today,future&state=new,assigned,waiting&sort=court_at"),
    ("desk-view-open", "state=new,assigned,waiting"),
    ("desk-view-all", ""),
];
const STAFF_VIEWS: &[(&str, &str)] = &[("desk-view-my-open", "state=new,assigned,waiting"), ("desk-view-confirm", "state=resolved"), ("desk-view-my-all", "")];
/// Where the work goes on after taking or giving.
const MINE: &str = "/request?assignee=me&state=new,assigned,waiting";
const OPEN: &str = "/request?state=new,assigned,waiting";

/// `GET /request`
pub async fn list(asking: Asking, actor: Actor, Query(pairs): Query<Vec<(String, String)>>) -> Result<Markup> {
    actor.read(move |view| page(&asking, view, &pairs)).await
}

fn page(asking: &Asking, view: &View, pairs: &[(String, String)]) -> Result<Markup> {
    let tongue = view.tongue();
    if view.actor().reach("request").is_empty() {
        return Err(Problem::NotFound);
    }
    let is_unit = view.actor().is_of_the_unit();
    let views = if is_unit { UNIT_VIEWS } else { STAFF_VIEWS };
    let ask = Action::link(tongue.say("desk-act-ask"), "/request/new");
    let listed = ListPage {
        kind: "request",
        views: views.iter().map(|(key, query)| (tongue.say(key), *query)).collect(),
        tone,
        is_done: |stored| !is_open(stored),
        bulk: is_unit.then(|| bulk(view)),
        empty: Empty { icon: Some("life-buoy"), sentence: tongue.say("request-empty"), action: Some(ask.clone().primary()), import: None },
    };
    let drawn = list_page_with(view, listed, pairs, in_list)?;
    let frame = frame(asking, Some(view), tongue.say("request-many"))?.action(ask.icon("plus").key('n').primary());
    Ok(pages::layout::page(&frame, table(tongue, &drawn)))
}

/// One monogram a row is enough for the eye, and the officer's is the one looked for.
fn in_list(values: &Values, column: &str, stored: &Stored, cell: Cell) -> Cell {
    match (column, cell) {
        ("requester", Cell::Person { name, href: Some(href) }) => Cell::Link { text: name, href },
        (_, cell) => dressed(values, column, stored, cell),
    }
}

fn bulk(view: &View) -> Bulk {
    let tongue = view.tongue();
    let act = |value: &str, key: &str, icon| BulkAct { name: "act".into(), value: value.into(), label: tongue.say(key), icon };
    Bulk { path: "/request/many".into(), acts: vec![act("take", "request-act-take", "user-round"), act("assign", "request-act-assign", "user-plus")] }
}

/// `POST /request/many`: takes the chosen ones, or gives them to an officer; without an officer named it asks for one.
pub async fn many(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    let chosen = filled.many("id");
    if chosen.is_empty() {
        return Ok(see_other(OPEN));
    }
    if filled.text("act") == "take" {
        let me = actor.person.id;
        return assigned(&actor, chosen, me, "request.take", MINE).await;
    }
    match filled.id("assignee")? {
        Some(officer) => assigned(&actor, chosen, officer, "request.assign", OPEN).await,
        None => Ok(actor.read(move |view| to_whom(&asking, view, &chosen)).await?.into_response()),
    }
}

/// Gives each to the officer; those closed in the meantime are left as they are, and that is said.
async fn assigned(actor: &Actor, chosen: Vec<String>, officer: Id, verb: &'static str, back: &str) -> Result<Response> {
    let (left, _) = actor
        .act(verb, move |work| {
            let mut left = 0;
            for name in &chosen {
                let request: Request = work.find(name)?;
                match request.assign(work, officer) {
                    Ok(_) => {}
                    Err(Problem::Refused { .. }) => left += 1,
                    Err(other) => return Err(other),
                }
            }
            Ok(left)
        })
        .await?;
    Ok(see_other(&done(back, if left == 0 { "request-assigned-many" } else { "request-assigned-some" })))
}

fn to_whom(asking: &Asking, view: &View, chosen: &[String]) -> Result<Markup> {
    let tongue = view.tongue();
    let mut subjects = Vec::new();
    for name in chosen {
        let request: Request = view.find(name)?;
        subjects.push((request.head.number, request.subject));
    }
    let title = tongue.with("request-assign-many", &[("count", subjects.len().into())]);
    let frame = frame(asking, Some(view), title)?.crumb(tongue.say("request-many"), "/request");
    let list = html! { ul.plain-list { @for (number, subject) in &subjects { li { (subject) " " span.lead-number { (number) } } } } };
    let fields = vec![
        Field::new("chosen", tongue.say("request-many"), Kind::Fixed(list)),
        Field::choice("assignee", tongue.say("request-act-assign-asks"), "", people::officers(view)?).required(),
    ];
    let mut asked = Form { cancel: Some(OPEN.into()), ..Form::new("/request/many", tongue.say("request-act-assign-send"), vec![Part::new(fields)]) };
    asked.hidden = chosen.iter().map(|id| ("id".to_owned(), id.clone())).collect();
    asked.hidden.push(("act".into(), "assign".into()));
    Ok(pages::layout::page(&frame, form(tongue, &asked)))
}

pub async fn csv(actor: Actor, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response> {
    actor.read(move |view| file(view, &pairs, "csv")).await
}

pub async fn xlsx(actor: Actor, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response> {
    actor.read(move |view| file(view, &pairs, "xlsx")).await
}

fn file(view: &View, pairs: &[(String, String)], form: &str) -> Result<Response> {
    if view.actor().reach("request").is_empty() {
        return Err(Problem::NotFound);
    }
    export(view, "request", pairs, form)
}
