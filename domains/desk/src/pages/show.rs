//! One request: what it is and where it stands, what was promised and why, its story, and what this reader may do with it.

use super::acts::{self, Tried};
use super::{dressed, promise, side, tone};
use crate::request::{Request, State};
use axum::extract::Path;
use kernel::actor::{Actor, Stored, View};
use kernel::look;
use kernel::problem::Result;
use kernel::record::RecordType;
use kernel::web::Asking;
use maud::{Markup, html};
use pages::action::Action;
use pages::cell::Cell;
use pages::described::{Values, class_band, field_facts, field_label, frame, story};
use pages::notice::notice;
use pages::record::{self, CommentBox, Fact, Step};
use pages::timeline::{Event, timeline};
use pages::tone::Tone;

const FACTS: &[&str] = &[
    "requester",
    "assignee",
    "unit",
    "due_at",
    "urgency",
    "answer_due_at",
    "court_at",
    "answered_at",
    "device",
    "resolved_at",
    "kind",
    "closed_at",
    "category",
    "channel",
    "waiting_for",
    "times_reopened",
    "class",
    "made_by",
    "made_at",
    "happened_at",
];
/// Fields whose changes the sentence tells already, or that follow from it.
const TOLD: &[&str] = &["state", "answered_at", "answer_due_at", "resolved_at", "closed_at", "reopened_at", "times_reopened"];

/// `GET /request/{name}`
pub async fn show(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    drawn(asking, actor, name, None).await
}

/// The page, with an act that did not succeed still open and as it was typed.
pub async fn drawn(asking: Asking, actor: Actor, name: String, tried: Option<Tried>) -> Result<Markup> {
    let (stored, page) = actor
        .read(move |view| {
            let stored = view.find_stored("request", &name)?;
            let page = page(&asking, view, &stored, tried.as_ref())?;
            Ok((stored, page))
        })
        .await?;
    look::at(&actor, &stored).await?;
    Ok(page)
}

fn page(asking: &Asking, view: &View, stored: &Stored, tried: Option<&Tried>) -> Result<Markup> {
    let tongue = view.tongue();
    let record = view.kind("request")?.clone();
    let request: Request = stored.clone().typed()?;
    let mut values = Values::new(view, tone);
    let mut frame = frame(asking, Some(view), request.subject.clone())?.crumb(tongue.say("request-many"), "/request");
    frame.number = Some(stored.head.number.clone());
    frame.state = Some((tongue.say(&format!("request-state-{}", request.state.name())), tone("state", request.state.name())));
    frame.class = class_band(tongue, stored.head.class);
    if view.may("request.work", &request) {
        frame.actions.push(Action::link(tongue.say("request-act-edit"), format!("{}/edit", stored.path())).icon("pencil").key('e'));
    }
    let main = main(view, &mut values, &record, stored, &request, tried)?;
    let side = side::side(&mut values, &record, stored, &request)?;
    Ok(pages::layout::page(&frame, record::record(main, side)))
}

fn main(view: &View, values: &mut Values, record: &RecordType, stored: &Stored, request: &Request, tried: Option<&Tried>) -> Result<Markup> {
    let tongue = view.tongue();
    let may_comment = view.may("request.comment", request);
    let comment = CommentBox {
        path: format!("{}/comment", stored.path()),
        text: tried.filter(|tried| tried.act == "comment").map(|tried| tried.filled.text("text")).unwrap_or_default(),
        may_be_internal: view.actor().is_of_the_unit() && view.may("request.work", request),
        may_attach: true,
    };
    Ok(html! {
        @if let Some(said) = tried.and_then(|tried| tried.whole(tongue)) { (notice(Tone::Bad, &html! { p { (said) } })) }
        div.way {
            (record::path(tongue, &way(view, request)))
            (acts::acts(view, stored, request, tried)?)
        }
        @if let (State::Waiting, Some(whom)) = (request.state, &request.waiting_for) {
            (notice(Tone::Warn, &html! { p { (tongue.with("request-waits", &[("whom", whom.into())])) } }))
        }
        (record::facts(tongue, &facts(values, record, stored)?))
        (promise::promise(view, request))
        @if let Some(text) = &request.description { (record::section(&tongue.say("request-field-description"), record::prose(text))) }
        @if let Some(text) = &request.solution { (record::section(&tongue.say("request-field-solution"), record::prose(text))) }
        (record::section(&tongue.say("request-story"), timeline(tongue, &told(values, record, stored)?)))
        @if may_comment { (record::comment_box(tongue, &comment)) }
    })
}

/// The states on the way, as far as this request goes them.
fn way(view: &View, request: &Request) -> Vec<(String, Step)> {
    let states: &[State] = match request.state {
        State::Withdrawn => &[State::New, State::Withdrawn],
        State::Waiting => &[State::New, State::Assigned, State::Waiting, State::Resolved, State::Closed],
        _ => &[State::New, State::Assigned, State::Resolved, State::Closed],
    };
    let now = states.iter().position(|state| *state == request.state).unwrap_or(0);
    let step = |at: usize| match at.cmp(&now) {
        std::cmp::Ordering::Less => Step::Past,
        std::cmp::Ordering::Equal => Step::Now,
        std::cmp::Ordering::Greater => Step::Ahead,
    };
    states.iter().enumerate().map(|(at, state)| (view.tongue().say(&format!("request-state-{}", state.name())), step(at))).collect()
}

/// A mark stands only beside what is loud; plain choices are plain words here.
fn facts(values: &mut Values, record: &RecordType, stored: &Stored) -> Result<Vec<Fact>> {
    let mut facts = Vec::new();
    for column in FACTS {
        for mut fact in field_facts(values, record, stored, &[column])? {
            fact.value = match fact.value {
                Cell::State(word, Tone::Quiet) => Cell::Text(word),
                other => dressed(values, column, stored, other),
            };
            facts.push(fact);
        }
    }
    Ok(facts)
}

/// The story without what its sentences say already; how it was solved stands there as it was written.
fn told(values: &mut Values, record: &RecordType, stored: &Stored) -> Result<Vec<Event>> {
    let mut events = story(values, record, stored)?;
    let tongue = values.view.tongue();
    let hidden: Vec<String> = TOLD.iter().map(|name| field_label(tongue, record, name)).collect();
    let solution = field_label(tongue, record, "solution");
    for event in &mut events {
        event.diffs.retain(|diff| !hidden.contains(&diff.field));
        if let Some(at) = event.diffs.iter().position(|diff| diff.field == solution).filter(|_| event.comment.is_none()) {
            event.comment = event.diffs.remove(at).after;
        }
    }
    Ok(events)
}
