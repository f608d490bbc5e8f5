//! Coming in and going out. Wrong name and wrong password are answered alike; the second step asks for a code; the session's secret goes out
//! in a cookie and nowhere else.

use super::{Pairs, asked, bare_form, browser, cookie, go_in, local, outside, unacceptable};
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use kernel::actor::off_the_loop;
use kernel::app::App;
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::sign_in::{SignedIn, second_factor, session, sign_in};
use kernel::web::{Asking, session_cookie, session_secret};
use maud::{Markup, html};
use pages::described::see_other;
use pages::form::{Field, Form, Kind, Part, Problem as Wrong};
use pages::notice::notice;
use pages::tone::Tone;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/sign-in", get(show).post(enter)).route("/sign-in/code", get(show_code).post(enter_code)).route("/sign-out", post(leave))
}

async fn show(State(app): State<Arc<App>>, asking: Asking, Query(pairs): Pairs) -> Result<Response> {
    let next = local(asked(&pairs, "next"));
    if asking.actor.is_some() {
        return Ok(see_other(next));
    }
    Ok(page(&app, &asking, "", next, Vec::new())?.into_response())
}

fn page(app: &App, asking: &Asking, name: &str, next: &str, problems: Vec<Wrong>) -> Result<Markup> {
    let tongue = &asking.tongue;
    let user = Kind::Text { value: name.into(), autocomplete: Some("username"), hint: None };
    let fields = vec![
        Field::new("name", tongue.say("sign-in-name"), user).required(),
        Field::password("password", tongue.say("sign-in-password"), "current-password").required(),
    ];
    let mut form = Form::new("/sign-in", tongue.say("sign-in-submit"), vec![Part::new(fields)]);
    form.hidden.push(("next".into(), next.into()));
    form.problems = problems;
    let consent = notice(Tone::Quiet, &html! { (tongue.say("sign-in-recorded")) });
    Ok(bare_form(&outside(app, asking, "sign-in")?, &consent, &form))
}

async fn enter(State(app): State<Arc<App>>, asking: Asking, headers: HeaderMap, filled: Filled) -> Result<Response> {
    let (name, next) = (filled.text("name"), filled.text("next"));
    let (office, user, password) = (Arc::clone(&app), name.clone(), filled.text("password"));
    let (address, browser) = (asking.address.clone(), browser(&headers));
    let old = session_secret(&app, &headers).map(str::to_owned);
    let signed_in = off_the_loop(move || {
        let signed_in = sign_in(&office, &user, &password, &address, &browser)?;
        // On a shared computer the one before may have gone without signing out.
        old.map_or(Ok(()), |old| session::end(&office, &old))?;
        Ok(signed_in)
    });
    let next = local(&next);
    match signed_in.await {
        Ok(SignedIn::Whole(secret)) => Ok(go_in(&app, &secret, next)),
        Ok(SignedIn::CodeNeeded(secret)) => Ok(go_in(&app, &secret, &code_path(next))),
        Err(problem @ (Problem::Unreadable { .. } | Problem::Slower { .. })) => {
            refused(&problem, page(&app, &asking, &name, next, vec![Wrong::whole(said(&asking, &problem))])?)
        }
        Err(other) => Err(other),
    }
}

fn code_path(next: &str) -> String {
    let next = serde_urlencoded::to_string([("next", next)]).unwrap_or_default();
    format!("/sign-in/code?{next}")
}

fn said(asking: &Asking, problem: &Problem) -> String {
    match problem {
        Problem::Slower { seconds } => asking.tongue.with("sign-in-wait", &[("seconds", (*seconds).into())]),
        other => asking.tongue.say(other.key()),
    }
}

/// The page again; after too many tries with the seconds to wait.
fn refused(problem: &Problem, page: Markup) -> Result<Response> {
    let Problem::Slower { seconds } = problem else { return Ok(unacceptable(page)) };
    let mut response = (StatusCode::TOO_MANY_REQUESTS, page).into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    Ok(response)
}

async fn show_code(State(app): State<Arc<App>>, asking: Asking, headers: HeaderMap, Query(pairs): Pairs) -> Result<Response> {
    let Some(secret) = session_secret(&app, &headers).map(str::to_owned) else { return Ok(see_other("/sign-in")) };
    let office = Arc::clone(&app);
    match off_the_loop(move || session::half(&office, &secret)).await {
        Ok(_) => Ok(code_page(&app, &asking, local(asked(&pairs, "next")), Vec::new())?.into_response()),
        Err(Problem::SignInFirst) => Ok(see_other("/sign-in")),
        Err(other) => Err(other),
    }
}

fn code_page(app: &App, asking: &Asking, next: &str, problems: Vec<Wrong>) -> Result<Markup> {
    let tongue = &asking.tongue;
    let code = Kind::Text { value: String::new(), autocomplete: Some("one-time-code"), hint: Some("123 456".into()) };
    let field = Field::new("code", tongue.say("sign-in-code"), code).help(tongue.say("sign-in-code-help")).required();
    let mut form = Form::new("/sign-in/code", tongue.say("sign-in-submit"), vec![Part::new(vec![field])]);
    form.hidden.push(("next".into(), next.into()));
    form.problems = problems;
    form.cancel = Some("/sign-in".into());
    let mut frame = outside(app, asking, "sign-in-second")?;
    frame.path = code_path(next);
    Ok(bare_form(&frame, &html! {}, &form))
}

async fn enter_code(State(app): State<Arc<App>>, asking: Asking, headers: HeaderMap, filled: Filled) -> Result<Response> {
    let Some(secret) = session_secret(&app, &headers).map(str::to_owned) else { return Ok(see_other("/sign-in")) };
    let (office, code, address, browser) = (Arc::clone(&app), filled.text("code"), asking.address.clone(), browser(&headers));
    let accepted = off_the_loop(move || {
        let person = session::half(&office, &secret)?;
        if !second_factor::accept(&office, person, &code)? {
            return Err(Problem::Unreadable { key: "problem-wrong-code".into(), detail: String::new() });
        }
        // A secret that was out before the code is no longer good after it.
        session::end(&office, &secret)?;
        session::begin(&office, person, &address, &browser, true)
    });
    let next = filled.text("next");
    match accepted.await {
        Ok(secret) => Ok(go_in(&app, &secret, local(&next))),
        Err(Problem::SignInFirst) => Ok(see_other("/sign-in")),
        Err(problem @ (Problem::Unreadable { .. } | Problem::Slower { .. })) => {
            refused(&problem, code_page(&app, &asking, local(&next), vec![Wrong::whole(said(&asking, &problem))])?)
        }
        Err(other) => Err(other),
    }
}

async fn leave(State(app): State<Arc<App>>, headers: HeaderMap) -> Result<Response> {
    if let Some(secret) = session_secret(&app, &headers).map(str::to_owned) {
        let office = Arc::clone(&app);
        off_the_loop(move || session::end(&office, &secret)).await?;
    }
    let mut response = see_other("/sign-in?done=signed-out");
    response.headers_mut().insert(header::SET_COOKIE, cookie(&app, session_cookie(&app), "", "Strict", Some(0)));
    Ok(response)
}
