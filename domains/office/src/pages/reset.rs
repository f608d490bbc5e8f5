//! Setting a password by a link that was handed over: for a new colleague, or for one who has forgotten. The head makes the link on the
//! person's page and prints it; opening it changes nothing, sending it takes it.

use super::{bare_form, outside, qr, unacceptable, wrongs};
use crate::account::{LINK_MINUTES, reset, reset_for, reset_link};
use crate::person::Person;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use axum::routing::{get, post};
use kernel::actor::{Actor, off_the_loop};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::record::Record;
use kernel::web::Asking;
use maud::{Markup, html};
use pages::cell::Cell;
use pages::described::{done, frame, see_other};
use pages::form::{Field, Form, Part, Problem as Wrong};
use pages::notice::notice;
use pages::record::{Fact, facts};
use pages::tone::Tone;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/reset/{token}", get(show).post(set)).route("/person/{name}/reset", post(offer))
}

/// The slip, shown this once.
async fn offer(asking: Asking, actor: Actor, Path(name): Path<String>, headers: HeaderMap) -> Result<Markup> {
    let (person, _) = actor
        .act("person.reset", move |work| {
            let person: Person = work.find(&name)?;
            person.offer_reset(work)?;
            Ok(person)
        })
        .await?;
    let (app, id) = (Arc::clone(&actor.app), person.id());
    let link = off_the_loop(move || reset_link(&app, id)).await?;
    let address = format!("{}{link}", origin(&actor.app, &headers));
    actor.read(move |view| slip(&asking, view, &person, &address)).await
}

fn slip(asking: &Asking, view: &kernel::actor::View, person: &Person, address: &str) -> Result<Markup> {
    let tongue = view.tongue();
    let path = format!("/person/{}", person.id());
    let mut frame = frame(asking, Some(view), tongue.say("reset-slip"))?.crumb(tongue.say("person-many"), "/person").crumb(&person.name, &path);
    frame.path = path;
    let rows = [
        Fact::new(tongue.say("person-field-name"), Cell::text(&person.name)),
        Fact::new(tongue.say("person-field-login"), Cell::Code(person.login.clone().unwrap_or_default())),
        Fact::new(tongue.say("reset-address"), Cell::Code(address.into())).wide(),
    ];
    Ok(pages::layout::page(
        &frame,
        html! {
            div.slip {
                (notice(Tone::Warn, &html! { (tongue.with("reset-slip-once", &[("minutes", LINK_MINUTES.into())])) }))
                (facts(tongue, &rows))
                (qr::drawn(address, &tongue.say("reset-address")))
                p { (tongue.say("reset-slip-how")) }
            }
        },
    ))
}

/// How this browser reaches the office, so that the slip says the same.
fn origin(app: &App, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if host.is_empty() { String::new() } else { format!("{}://{host}", if app.secure { "https" } else { "http" }) }
}

async fn show(State(app): State<Arc<App>>, asking: Asking, Path(secret): Path<String>) -> Result<Markup> {
    page(&app, &asking, &secret, Vec::new()).await
}

async fn page(app: &Arc<App>, asking: &Asking, secret: &str, problems: Vec<Wrong>) -> Result<Markup> {
    let (office, link) = (Arc::clone(app), secret.to_owned());
    let (person, _) = off_the_loop(move || reset_for(&office, &link)).await?;
    let said = |key: &str| asking.tongue.say(key);
    let fields = vec![
        Field::password("password", said("password-new"), "new-password").help(said("password-help")).required(),
        Field::password("again", said("password-again"), "new-password").required(),
    ];
    let mut form = Form::new(format!("/reset/{secret}"), said("password-submit"), vec![Part::new(fields)]);
    form.problems = problems;
    Ok(bare_form(&outside(app, asking, "reset")?, &html! { p { (asking.tongue.with("reset-for", &[("name", person.name.into())])) } }, &form))
}

async fn set(State(app): State<Arc<App>>, asking: Asking, Path(secret): Path<String>, filled: Filled) -> Result<Response> {
    let (office, link, from) = (Arc::clone(&app), secret.clone(), asking.address.clone());
    let (new, again) = (filled.text("password"), filled.text("again"));
    let was_set = off_the_loop(move || {
        if new != again {
            return Err(Problem::on("again", "problem-passwords-differ"));
        }
        reset(&office, &link, &new, &from)
    });
    match was_set.await {
        Ok(()) => Ok(see_other(&done("/sign-in", "password-set"))),
        Err(problem) => Ok(unacceptable(page(&app, &asking, &secret, wrongs(&asking.tongue, problem)?).await?)),
    }
}
