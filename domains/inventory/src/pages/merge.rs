//! Saying that two records are one machine, and taking that back.

use super::{again, said};
use crate::device::Device;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::web::Asking;
use maud::{Markup, html};
use pages::described::{done, frame, see_other};
use pages::form::{Field, Form, Kind, Part, Problem as Said, form};
use pages::layout::page;
use pages::notice::notice;
use pages::tone::Tone;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/device/{name}/merge", get(ask).post(merge)).route("/device/{name}/part", post(part))
}

async fn ask(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    actor
        .read(move |view| {
            let (frame, content) = sheet(&asking, view, &name, "", Vec::new())?;
            Ok(page(&frame, content))
        })
        .await
}

async fn merge(asking: Asking, actor: Actor, Path(name): Path<String>, filled: Filled) -> Result<Response> {
    let (found, into) = (name.clone(), filled.text("into"));
    let merged = actor
        .act("device.merge", move |work| {
            let device: Device = work.find(&found)?;
            let other: Device = work.find(&filled.text("into")).map_err(|_| Problem::on("into", "problem-merge-no-device"))?;
            work.because(&filled.text("reason"));
            device.merge_into(work, &other)?;
            Ok(other.head.number)
        })
        .await;
    match merged {
        Ok((number, _)) => Ok(see_other(&done(&format!("/device/{number}"), "device-merged"))),
        Err(problem) => match said(&actor.tongue, &problem) {
            Some(problems) => {
                let redraw = move |view: &View| sheet(&asking, view, &name, &into, problems).map(|(frame, content)| again(&frame, content));
                actor.read(redraw).await
            }
            None => Err(problem),
        },
    }
}

async fn part(actor: Actor, Path(name): Path<String>) -> Result<Response> {
    let (number, _) = actor
        .act("device.part", move |work| {
            let device: Device = work.find(&name)?;
            Ok(device.part_again(work)?.head.number)
        })
        .await?;
    Ok(see_other(&done(&format!("/device/{number}"), "device-parted")))
}

fn sheet(asking: &Asking, view: &View, name: &str, into: &str, problems: Vec<Said>) -> Result<(pages::layout::Frame, Markup)> {
    let tongue = view.tongue();
    let device: Device = view.find(name)?;
    if !view.may("device.edit", &device) {
        return Err(Problem::Forbidden { act: "device.edit".into() });
    }
    let path = format!("/device/{}", device.head.number);
    let frame = frame(asking, Some(view), tongue.say("device-merge"))?.crumb(tongue.say("device-many"), "/device").crumb(device.name.clone(), path.clone());
    // Without a script the record's number is typed into the same field.
    let field = Field::text("into", tongue.say("device-merge-into"), into).required().help(tongue.say("device-merge-help"));
    let lookup = Field::new(
        "into",
        tongue.say("device-merge-into"),
        Kind::Lookup { url: "/lookup/device".into(), value: into.into(), choices: similar(view, &device)? },
    );
    let field = if similar(view, &device)?.is_empty() { field } else { lookup.required().help(tongue.say("device-merge-help")) };
    let parts = vec![Part::new(vec![field, Field::text("reason", tongue.say("device-reason"), "")])];
    let asked = Form { problems, cancel: Some(path.clone()), ..Form::new(format!("{path}/merge"), tongue.say("device-merge"), parts) };
    let content = html! {
        (notice(Tone::Quiet, &html! { p { (tongue.with("device-merge-about", &[("name", (&device.name).into())])) } }))
        (form(tongue, &asked))
    };
    Ok((frame, content))
}

/// Records that share the name, the serial or the model: the likely ones.
fn similar(view: &View, device: &Device) -> Result<Vec<pages::form::Choice>> {
    let near: Vec<Device> = view.all(
        "id <> ?1 AND state NOT IN ('merged', 'disposed') AND (name = ?2 OR serial = ?3 OR model = ?4) ORDER BY name = ?2 DESC, key DESC LIMIT 50",
        kernel::vals![device.head.id, &device.name, device.serial.clone(), device.model.clone()],
    )?;
    let seen = near.into_iter().filter(|other| view.may("device.see", other));
    Ok(seen.map(|other| pages::form::Choice::new(other.head.id.to_string(), format!("{} {}", other.name, other.head.number))).collect())
}
