//! Correcting a request. When someone else saved first, nothing typed is lost: what stands now is shown beside it.

use super::{fields, told, tone};
use crate::request::Request;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::actor::{Actor, Stored, View};
use kernel::filled::Filled;
use kernel::look;
use kernel::problem::{FieldProblem, Problem, Result};
use kernel::time::to_form;
use kernel::web::Asking;
use maud::{Markup, html};
use pages::described::{Values, done, field_label, frame, see_other, show};
use pages::form::{Form, Part, form as drawn_form};
use pages::notice::notice;
use pages::tone::Tone;

const EDITED: &[&str] = &["subject", "description", "urgency", "court_at", "device", "kind", "category", "class"];

/// `GET /request/{name}/edit`
pub async fn form(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    let (stored, page) = actor
        .read(move |view| {
            let stored = view.find_stored("request", &name)?;
            let page = page(&asking, view, &stored, &saved(&stored), &Wrong::default())?;
            Ok((stored, page))
        })
        .await?;
    look::at(&actor, &stored).await?;
    Ok(page)
}

/// `POST /request/{name}/edit`
pub async fn save(asking: Asking, actor: Actor, Path(name): Path<String>, filled: Filled) -> Result<Response> {
    let (typed, of) = (filled.clone(), name.clone());
    let saving = move |work: &mut kernel::work::Work| {
        let request: Request = work.find(&of)?;
        work.allow("request.work", &request)?;
        work.expect(&request, typed.revision())?;
        let amended = request.amend(work, fields::asked(work, &typed)?)?;
        Ok(work.may("request.see", &amended))
    };
    let (status, wrong) = match actor.act("request.amend", saving).await {
        Ok((true, _)) => return Ok(see_other(&done(&format!("/request/{name}"), "request-amended"))),
        // Raised to a class that its editor does not reach.
        Ok((false, _)) => return Ok(see_other(&done("/request", "request-amended"))),
        Err(Problem::Fields(problems)) => (StatusCode::UNPROCESSABLE_ENTITY, Wrong { problems, ..Wrong::default() }),
        Err(Problem::Refused { key }) => (StatusCode::CONFLICT, Wrong { refused: Some(key), ..Wrong::default() }),
        Err(Problem::Stale { .. }) => (StatusCode::CONFLICT, Wrong { is_stale: true, ..Wrong::default() }),
        Err(other) => return Err(other),
    };
    let (stored, page) = actor
        .read(move |view| {
            let stored = view.find_stored("request", &name)?;
            let page = page(&asking, view, &stored, &filled, &wrong)?;
            Ok((stored, page))
        })
        .await?;
    look::at(&actor, &stored).await?;
    Ok((status, page).into_response())
}

#[derive(Default)]
struct Wrong {
    problems: Vec<FieldProblem>,
    refused: Option<String>,
    is_stale: bool,
}

/// What stands in the record, as the form would send it.
fn saved(stored: &Stored) -> Filled {
    let mut values: Vec<(String, String)> = EDITED.iter().map(|name| ((*name).to_owned(), stored.text(name).to_owned())).collect();
    for (name, value) in &mut values {
        match name.as_str() {
            "class" => stored.head.class.name().clone_into(value),
            "court_at" => *value = stored.fields.get("court_at").and_then(serde_json::Value::as_i64).map(to_form).unwrap_or_default(),
            _ => {}
        }
    }
    Filled { values, uploads: Vec::new() }
}

fn page(asking: &Asking, view: &View, stored: &Stored, typed: &Filled, wrong: &Wrong) -> Result<Markup> {
    let request: Request = stored.clone().typed()?;
    if !view.may("request.work", &request) {
        return Err(Problem::Forbidden { act: "request.work".into() });
    }
    let tongue = view.tongue();
    let mut frame = frame(asking, Some(view), tongue.with("request-edit-title", &[("number", (&stored.head.number).into())]))?
        .crumb(tongue.say("request-many"), "/request")
        .crumb(request.subject.clone(), stored.path());
    // The language is switched on the form, not on the address it was sent to.
    frame.path = format!("{}/edit", stored.path());
    let mut what = vec![fields::subject(view, typed), fields::description(view, typed), fields::urgency(view, typed), fields::hearing(view, typed)];
    what.extend(fields::devices(view, typed, request.requester)?);
    what.push(fields::more(view, typed, &wrong.problems));
    let asked = Form {
        problems: told(tongue, &wrong.problems),
        cancel: Some(stored.path()),
        revision: Some(stored.head.revision),
        ..Form::new(format!("{}/edit", stored.path()), tongue.say("save"), vec![Part::new(what)])
    };
    let body = html! {
        @if let Some(key) = &wrong.refused { (notice(Tone::Bad, &html! { p { (tongue.say(key)) } })) }
        @if wrong.is_stale { (notice(Tone::Warn, &html! { p { (tongue.say("problem-stale")) } (both(view, stored, typed)?) })) }
        (drawn_form(tongue, &asked))
    };
    Ok(pages::layout::page(&frame, body))
}

/// Field by field where they differ: what is saved now, and what was typed.
fn both(view: &View, stored: &Stored, typed: &Filled) -> Result<Markup> {
    let tongue = view.tongue();
    let record = view.kind("request")?;
    let mut values = Values::new(view, tone);
    let (now, mut rows) = (saved(stored), Vec::new());
    for name in EDITED {
        let (saved, mut sent) = (now.text(name), typed.text(name));
        if *name == "court_at" {
            sent = typed.moment(name).ok().flatten().map(to_form).unwrap_or(sent);
        }
        if *name == "device" && sent == "none" {
            sent.clear();
        }
        if saved == sent {
            continue;
        }
        let mut word = |text: &str| -> Result<String> {
            match (*name, text) {
                (_, "") => return Ok("—".into()),
                ("class", class) => return Ok(tongue.say(&format!("class-{class}"))),
                ("court_at", at) => return Ok(at.replace('T', " ")),
                _ => {}
            }
            Ok(show(&values.value(record, name, &text.into())?).unwrap_or_else(|| text.to_owned()))
        };
        rows.push((field_label(tongue, record, name), word(&saved)?, word(&sent)?));
    }
    Ok(html! {
        table.both {
            thead { tr { th scope="col" { span.sr { (tongue.say("request-edit-field")) } } th scope="col" { (tongue.say("request-edit-now")) } th scope="col" { (tongue.say("request-edit-typed")) } } }
            tbody { @for (label, now, typed) in rows { tr { th scope="row" { (label) } td { (now) } td { (typed) } } } }
        }
    })
}
