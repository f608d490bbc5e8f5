//! Asking for help: one short form, the same for whoever asks and for the officer who takes a call. It must be sent in under a minute.

use super::{fields, people, told};
use crate::request::{self, CHANNELS};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::actor::{Actor, Stored, View};
use kernel::attached;
use kernel::filled::Filled;
use kernel::id::Id;
use kernel::problem::{FieldProblem, Problem, Result};
use kernel::record::{Record, fields_of};
use kernel::web::Asking;
use maud::Markup;
use pages::described::{done, frame, see_other};
use pages::form::{Choice, Field, Form, Kind, Part, form};

/// `GET /request/new`: the address may bring values along, such as `device` and `requester`.
pub async fn blank(asking: Asking, actor: Actor, Query(pairs): Query<Vec<(String, String)>>) -> Result<Markup> {
    let typed = Filled { values: pairs, uploads: Vec::new() };
    actor.read(move |view| page(&asking, view, &typed, &[])).await
}

/// `POST /request`
pub async fn open(asking: Asking, actor: Actor, mut filled: Filled) -> Result<Response> {
    let uploads = Filled { values: Vec::new(), uploads: std::mem::take(&mut filled.uploads) };
    let has_files = !uploads.uploads.is_empty();
    let typed = filled.clone();
    match opened(&actor, filled, uploads).await {
        Ok(number) => Ok(see_other(&done(&format!("/request/{number}"), "opened"))),
        Err(Problem::Fields(mut problems)) => {
            if has_files {
                problems.push(FieldProblem { field: "files".into(), key: "problem-files-again".into() });
            }
            let page = actor.read(move |view| page(&asking, view, &typed, &problems)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other),
    }
}

/// Opens the request with its files; gives its number.
async fn opened(actor: &Actor, filled: Filled, uploads: Filled) -> Result<String> {
    let app = std::sync::Arc::clone(&actor.app);
    let (request, committed) = actor
        .act("request.open", move |work| {
            let asked = fields::asked(work, &filled)?;
            let request = request::open(work, asked)?;
            let stored = Stored { kind: "request", head: request.head.clone(), fields: fields_of(&request) };
            for file in uploads.keep(&app, "files")? {
                attached::attach(work, &stored, file, false)?;
            }
            Ok(request)
        })
        .await?;
    let number = committed.numbers.into_iter().find(|(id, _)| *id == request.id()).map(|(_, number)| number);
    Ok(number.unwrap_or_else(|| request.id().to_string()))
}

fn page(asking: &Asking, view: &View, typed: &Filled, problems: &[FieldProblem]) -> Result<Markup> {
    if !view.actor().may("request.open") {
        return Err(Problem::Forbidden { act: "request.open".into() });
    }
    let tongue = view.tongue();
    let frame = frame(asking, Some(view), tongue.say("desk-act-ask"))?.crumb(tongue.say("request-many"), "/request");
    let mut parts = Vec::new();
    if view.actor().may("request.open_for_others") {
        parts.push(for_whom(view, typed)?);
    }
    parts.push(Part::new(what(view, typed, problems)?));
    let asked = Form { problems: told(tongue, problems), cancel: Some("/request".into()), ..Form::new("/request", tongue.say("request-send"), parts) };
    Ok(pages::layout::page(&frame, form(tongue, &asked)))
}

/// For the unit: who asks, how it came, and when, if that was earlier.
fn for_whom(view: &View, typed: &Filled) -> Result<Part> {
    let tongue = view.tongue();
    let chosen = typed.text("requester");
    let mut choices = people::requesters(view, &chosen)?;
    let value = match people::person(view, &chosen) {
        Ok(id) => id.to_string(),
        Err(Problem::Fields(_)) if chosen.is_empty() => String::new(),
        // A name that is nobody's, or two people's, stays in sight to be mended.
        Err(Problem::Fields(_)) => {
            choices.push(Choice::new(&chosen, &chosen));
            chosen
        }
        Err(other) => return Err(other),
    };
    let lookup = Kind::Lookup { url: "/lookup/person".into(), value, choices };
    // What one types for oneself came by oneself: that needs no choice.
    let channels = CHANNELS[1..].iter().map(|name| Choice::new(*name, tongue.say(&format!("request-channel-{name}")))).collect();
    let channel = typed.opt("channel").unwrap_or_else(|| CHANNELS[1].into());
    Ok(Part::new(vec![
        Field::new("requester", tongue.say("request-field-requester"), lookup).help(tongue.say("request-requester-help")).half(),
        fields::moment_field("happened_at", tongue.say("request-happened"), typed).help(tongue.say("request-happened-help")).half(),
        Field::choice("channel", tongue.say("request-field-channel"), channel, channels).required(),
    ]))
}

fn what(view: &View, typed: &Filled, problems: &[FieldProblem]) -> Result<Vec<Field>> {
    let tongue = view.tongue();
    let holder = people::asking_for(view, Id::parse(&typed.text("requester")))?;
    let mut asked = vec![fields::subject(view, typed), fields::description(view, typed), fields::urgency(view, typed), fields::hearing(view, typed)];
    asked.extend(fields::devices(view, typed, holder)?);
    asked.push(Field::new("files", tongue.say("file-many"), Kind::File { is_many: true, accept: None }).help(tongue.say("request-files-help")).half());
    asked.push(fields::more(view, typed, problems));
    Ok(asked)
}
