//! Handing devices over and taking them back at the counter: who, what, in which condition, signed here or later on paper.

use super::{again, ids, people, said};
use crate::device::Device;
use crate::handover::{Handover, Said as Spoken, hand_over, take_back};
use crate::slip;
use axum::Router;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::attached::{Kept, keep};
use kernel::filled::Filled;
use kernel::id::Id;
use kernel::problem::{Problem, Result};
use kernel::web::Asking;
use kernel::work::Work;
use maud::Markup;
use pages::described::{done, frame, see_other};
use pages::form::{Choice, Field, Form, Kind, Part, Problem as Said, form};
use pages::layout::{Frame, page};
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/handover/new", get(new)).route("/handover", post(make))
}

/// A drawn signature is some kilobytes; more is no signature.
const MAX_SIGNATURE_BYTES: usize = 512 << 10;

async fn new(asking: Asking, actor: Actor, Query(values): Query<Vec<(String, String)>>) -> Result<Markup> {
    actor
        .read(move |view| {
            let filled = Filled { values, uploads: Vec::new() };
            let sheet = sheet(view, &filled, Vec::new())?;
            Ok(page(&framed(&asking, view, &filled)?, form(view.tongue(), &sheet)))
        })
        .await
}

async fn make(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    if !actor.may("device.hand_over") {
        return Err(Problem::Forbidden { act: "device.hand_over".into() });
    }
    let (app, given) = (Arc::clone(&actor.app), filled.clone());
    let is_back = filled.text("direction") == "back";
    let prepared = kernel::actor::off_the_loop(move || spoken(&app, &given)).await;
    let made = match prepared {
        Ok(spoken) => {
            let given = filled.clone();
            let act = move |work: &mut Work| written(work, &given, spoken);
            actor.act(if is_back { "handover.take_back" } else { "handover.hand_over" }, act).await
        }
        Err(problem) => Err(problem),
    };
    match made {
        Ok((handover, committed)) => {
            let number = committed.numbers.iter().find(|(id, _)| *id == handover.head.id).map_or_else(String::new, |(_, number)| number.clone());
            Ok(see_other(&done(&format!("/handover/{number}"), if is_back { "taken-back" } else { "handed-over" })))
        }
        Err(problem) => match said(&actor.tongue, &problem) {
            Some(problems) => {
                let redraw = move |view: &View| {
                    let sheet = sheet(view, &filled, problems)?;
                    Ok(again(&framed(&asking, view, &filled)?, form(view.tongue(), &sheet)))
                };
                actor.read(redraw).await
            }
            None => Err(problem),
        },
    }
}

/// What was said at the counter; the signature's picture is on the disk before the change names it.
fn spoken(app: &App, filled: &Filled) -> Result<Spoken> {
    Ok(Spoken {
        condition: filled.opt("condition"),
        reason: filled.opt("reason"),
        happened_at: filled.moment("happened_at")?,
        signature: filled.opt("signature").map(|url| signature(app, &url)).transpose()?,
    })
}

/// Reads a drawn signature, `data:image/png;base64,…`, and keeps its picture.
pub fn signature(app: &App, url: &str) -> Result<Kept> {
    let refused = || Problem::on("signature", "problem-signature");
    let encoded = url.strip_prefix("data:image/png;base64,").ok_or_else(refused)?;
    if encoded.len() > MAX_SIGNATURE_BYTES * 4 / 3 {
        return Err(refused());
    }
    let png = STANDARD.decode(encoded).map_err(|_| refused())?;
    if !slip::can_be_set(&png) {
        return Err(refused());
    }
    keep(app, "signature.png", "image/png", &png)
}

fn written(work: &mut Work, filled: &Filled, spoken: Spoken) -> Result<Handover> {
    let mut devices: Vec<Device> = Vec::new();
    for id in ids(&filled.many("device")) {
        devices.push(work.find(&id.to_string())?);
    }
    if filled.text("direction") == "back" {
        return take_back(work, &devices, spoken);
    }
    let person = filled.id("person")?.ok_or_else(|| Problem::on("person", "problem-required"))?;
    hand_over(work, &devices, person, spoken)
}

fn framed(asking: &Asking, view: &View, filled: &Filled) -> Result<Frame> {
    let tongue = view.tongue();
    let key = if filled.text("direction") == "back" { "handover-back" } else { "handover-out" };
    Ok(frame(asking, Some(view), tongue.say(key))?.crumb(tongue.say("handover-many"), "/handover"))
}

fn sheet(view: &View, filled: &Filled, problems: Vec<Said>) -> Result<Form> {
    if !view.actor().may("device.hand_over") {
        return Err(Problem::Forbidden { act: "device.hand_over".into() });
    }
    let tongue = view.tongue();
    let is_back = filled.text("direction") == "back";
    let chosen = chosen(view, &ids(&filled.many("device")))?;
    let mut what = Vec::new();
    if !chosen.is_empty() {
        let values = chosen.iter().map(|choice| choice.value.clone()).collect();
        what.push(Field::new("device", tongue.say("handover-field-devices"), Kind::Many { values, choices: chosen.clone() }));
    }
    let more = Kind::Lookup { url: "/lookup/device".into(), value: String::new(), choices: offered(view, is_back)? };
    what.push(match chosen.is_empty() {
        true => Field::new("device", tongue.say("device"), more).required(),
        false => Field::new("device", tongue.say("handover-one-more"), more),
    });
    if !is_back {
        let person = Kind::Lookup { url: "/lookup/person".into(), value: filled.text("person"), choices: people(view)? };
        what.push(Field::new("person", tongue.say("handover-field-person"), person).required());
    }
    let how = vec![
        Field::text("condition", tongue.say("handover-field-condition"), filled.text("condition")).help(tongue.say("handover-condition-help")),
        Field::text("reason", tongue.say("handover-field-reason"), filled.text("reason")),
        Field::new("happened_at", tongue.say("handover-when"), Kind::DateTime { date: filled.text("happened_at"), time: filled.text("happened_at_time") })
            .help(tongue.say("handover-when-help")),
    ];
    let sign =
        Field::new("signature", tongue.say(if is_back { "slip-giver" } else { "slip-receiver" }), Kind::Signature).help(tongue.say("handover-signature-help"));
    let parts = vec![Part::new(what), Part::new(how), Part::titled(tongue.say("handover-field-signature"), vec![sign])];
    let hidden = vec![("direction".to_owned(), if is_back { "back" } else { "out" }.to_owned())];
    Ok(Form {
        problems,
        hidden,
        cancel: Some("/handover".into()),
        ..Form::new("/handover", tongue.say(if is_back { "handover-back" } else { "handover-out" }), parts)
    })
}

fn chosen(view: &View, ids: &[Id]) -> Result<Vec<Choice>> {
    let mut choices = Vec::new();
    for id in ids {
        let device: Device = view.find(&id.to_string())?;
        let holder = device.holder.map(|holder| view.person_name(holder)).transpose()?;
        let marks = [device.tag.clone(), device.serial.clone(), holder];
        let detail = marks.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        choices.push(Choice::new(id.to_string(), device.name.clone()).detail(detail));
    }
    Ok(choices)
}

/// Devices to choose from without a script: those in somebody's hands, or those in the store.
fn offered(view: &View, is_back: bool) -> Result<Vec<Choice>> {
    let condition = if is_back { "holder IS NOT NULL AND state <> 'merged'" } else { "holder IS NULL AND state IN ('in_store', 'found', 'in_use')" };
    let devices: Vec<Device> = view.all(&format!("{condition} ORDER BY name LIMIT 200"), kernel::vals![])?;
    let seen = devices.into_iter().filter(|device| view.may("device.see", device));
    Ok(seen
        .map(|device| {
            Choice::new(device.head.id.to_string(), [Some(device.name), device.tag, device.serial].into_iter().flatten().collect::<Vec<_>>().join(" · "))
        })
        .collect())
}
