//! Guarding one's account with codes of an authenticator app. The password is asked before a seed is shown, a code before it counts or goes;
//! recovery codes are shown once, to be printed.

use super::{form_page, qr, unacceptable, wrongs};
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use kernel::actor::{Actor, View, off_the_loop};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::sign_in::is_password_of;
use kernel::sign_in::second_factor::{Offer, accept, confirm, is_confirmed, offer, remove};
use kernel::vals;
use kernel::web::Asking;
use kernel::words::Tongue;
use maud::{Markup, html};
use pages::cell::code as copied;
use pages::described::{done, frame, see_other};
use pages::form::{Field, Form, Kind, Part, Problem as Wrong, form};
use pages::layout::Frame;
use pages::notice::notice;
use pages::tone::Tone;
use std::sync::Arc;

const PATH: &str = "/me/second-factor";

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(show))
        .route("/me/second-factor/offer", post(begin))
        .route("/me/second-factor/confirm", post(finish))
        .route("/me/second-factor/remove", post(take_away))
}

async fn show(asking: Asking, actor: Actor) -> Result<Markup> {
    let (app, me) = (Arc::clone(&actor.app), actor.person.id);
    let guarded = off_the_loop(move || is_confirmed(&app, me)).await?;
    again(&asking, &actor, if guarded { removal } else { start }, Vec::new()).await
}

fn start(tongue: &Tongue) -> Form {
    let field = Field::password("password", tongue.say("password-current"), "current-password").help(tongue.say("factor-password-help")).required();
    Form::new("/me/second-factor/offer", tongue.say("me-factor-begin"), vec![Part::new(vec![field])])
}

fn confirmation(tongue: &Tongue) -> Form {
    Form::new("/me/second-factor/confirm", tongue.say("factor-confirm"), vec![Part::new(vec![code_field(tongue)])])
}

fn removal(tongue: &Tongue) -> Form {
    Form::new("/me/second-factor/remove", tongue.say("factor-remove"), vec![Part::new(vec![code_field(tongue).help(tongue.say("sign-in-code-help"))])])
}

fn code_field(tongue: &Tongue) -> Field {
    let code = Kind::Text { value: String::new(), autocomplete: Some("one-time-code"), hint: Some("123 456".into()) };
    Field::new("code", tongue.say("sign-in-code"), code).required()
}

fn framed(asking: &Asking, view: &View) -> Result<Frame> {
    let tongue = view.tongue();
    let mut frame = frame(asking, Some(view), tongue.say("me-factor"))?.crumb(tongue.say("me"), "/me");
    frame.path = PATH.into();
    Ok(frame)
}

/// A page with one of the forms.
async fn again(asking: &Asking, actor: &Actor, make: fn(&Tongue) -> Form, problems: Vec<Wrong>) -> Result<Markup> {
    let asking = asking.clone();
    let draw = move |view: &View| {
        let form = Form { problems, cancel: Some("/me".into()), ..make(view.tongue()) };
        Ok(form_page(&framed(&asking, view)?, &form))
    };
    actor.read(draw).await
}

async fn begin(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    match offered(&actor, &filled).await {
        Ok(offer) => Ok(actor.read(move |view| Ok(offer_page(&framed(&asking, view)?, &offer))).await?.into_response()),
        Err(problem) => {
            let problems = wrongs(&asking.tongue, problem)?;
            Ok(unacceptable(again(&asking, &actor, start, problems).await?))
        }
    }
}

async fn offered(actor: &Actor, filled: &Filled) -> Result<Offer> {
    let (app, me, password) = (Arc::clone(&actor.app), actor.person.id, filled.text("password"));
    off_the_loop(move || {
        if is_confirmed(&app, me)? {
            return Err(Problem::refused("problem-factor-set"));
        }
        if !is_password_of(&app, me, &password)? {
            return Err(Problem::on("password", "problem-password-not-current"));
        }
        let login = app.readers.snapshot()?.one("SELECT login FROM rec_person WHERE id = ?1", vals![me], |row| row.text("login"))?;
        offer(&app, me, &login.unwrap_or_default())
    })
    .await
}

fn offer_page(frame: &Frame, offer: &Offer) -> Markup {
    let tongue = &frame.tongue;
    let confirm = Form { cancel: Some("/me".into()), ..confirmation(tongue) };
    pages::layout::page(
        frame,
        html! {
            p { (tongue.say("factor-scan")) }
            (qr::drawn(&offer.address, &tongue.say("factor-scan")))
            p { (tongue.say("factor-type")) " " (copied(tongue, &offer.seed)) }
            (form(tongue, &confirm))
        },
    )
}

async fn finish(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    let (app, me, code) = (Arc::clone(&actor.app), actor.person.id, filled.text("code"));
    let accepted = off_the_loop(move || {
        if is_confirmed(&app, me)? {
            return Err(Problem::refused("problem-factor-set"));
        }
        accept(&app, me, &code)
    });
    if !accepted.await? {
        let problems = vec![Wrong::on("code", asking.tongue.say("problem-wrong-code"))];
        return Ok(unacceptable(again(&asking, &actor, confirmation, problems).await?));
    }
    let (codes, _) = actor.act("person.second_factor", move |work| Ok(confirm(work, me))).await?;
    Ok(actor.read(move |view| Ok(codes_page(&framed(&asking, view)?, &codes))).await?.into_response())
}

/// Shown this once.
fn codes_page(frame: &Frame, codes: &[String]) -> Markup {
    let tongue = &frame.tongue;
    pages::layout::page(
        frame,
        html! {
            div.slip {
                (notice(Tone::Warn, &html! { (tongue.say("factor-codes-once")) }))
                p { (tongue.say("factor-codes-about")) }
                ol.recovery { @for code in codes { li { span.code { (in_fours(code)) } } } }
                p { a.button.is-primary href="/me?done=factor-set" { (tongue.say("factor-codes-kept")) } }
            }
        },
    )
}

/// Easier to copy by hand; blanks do not count when typed.
fn in_fours(code: &str) -> String {
    code.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}

async fn take_away(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    let (app, me, code) = (Arc::clone(&actor.app), actor.person.id, filled.text("code"));
    if !off_the_loop(move || accept(&app, me, &code)).await? {
        let problems = vec![Wrong::on("code", asking.tongue.say("problem-wrong-code"))];
        return Ok(unacceptable(again(&asking, &actor, removal, problems).await?));
    }
    let away = move |work: &mut kernel::work::Work| {
        remove(work, me);
        Ok(())
    };
    actor.act("person.second_factor_removed", away).await?;
    Ok(see_other(&done("/me", "factor-removed")))
}
