//! The first page of a new office, behind the link that the server has printed: what the office is called, and who heads its ICT unit.

use super::{bare_form, browser, go_in, outside, unacceptable, wrongs};
use crate::account::{Founding, found};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use kernel::actor::off_the_loop;
use kernel::app::App;
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::sign_in::{session, token};
use kernel::web::Asking;
use maud::{Markup, html};
use pages::form::{Choice, Field, Form, Kind, Part, Problem as Wrong};
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/first/{token}", get(show).post(make))
}

async fn show(State(app): State<Arc<App>>, asking: Asking, Path(secret): Path<String>) -> Result<Markup> {
    let (office, asked) = (Arc::clone(&app), secret.clone());
    off_the_loop(move || token::subject(&office, token::FIRST_ACCOUNT, &asked)?.ok_or(Problem::NotFound)).await?;
    let said = |key: &str| asking.tongue.say(key);
    let proposed = [("office", said("office-name")), ("unit", said("office-unit")), ("site", said("first-site-proposed")), ("island", "unguja".into())];
    let filled = Filled { values: proposed.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(), uploads: Vec::new() };
    page(&app, &asking, &secret, &filled, Vec::new())
}

fn page(app: &App, asking: &Asking, secret: &str, filled: &Filled, problems: Vec<Wrong>) -> Result<Markup> {
    let said = |key: &str| asking.tongue.say(key);
    let text = |name: &str| Field::text(name, said(&format!("first-{name}")), filled.text(name)).required();
    let islands = ["unguja", "pemba"].map(|island| Choice::new(island, said(&format!("site-island-{island}"))));
    let login = Kind::Text { value: filled.text("login"), autocomplete: Some("username"), hint: None };
    let office = vec![
        text("office"),
        text("unit"),
        text("site"),
        Field::choice("island", said("site-field-island"), filled.text("island"), islands.to_vec()).required(),
    ];
    let you = vec![
        text("name").help(said("person-name-help")),
        Field::new("login", said("person-field-login"), login).help(said("person-login-help")).required(),
        Field::password("password", said("password-new"), "new-password").help(said("password-help")).required(),
        Field::password("again", said("password-again"), "new-password").required(),
    ];
    let parts = vec![Part::titled(said("first-part-office"), office), Part::titled(said("first-part-you"), you)];
    let mut form = Form::new(format!("/first/{secret}"), said("first-submit"), parts);
    form.problems = problems;
    Ok(bare_form(&outside(app, asking, "first")?, &html! { p { (said("first-about")) } }, &form))
}

async fn make(State(app): State<Arc<App>>, asking: Asking, Path(secret): Path<String>, headers: HeaderMap, filled: Filled) -> Result<Response> {
    let (office, link, from, sent, browser) = (Arc::clone(&app), secret.clone(), asking.address.clone(), filled.clone(), browser(&headers));
    let lang = asking.tongue.lang;
    let made = off_the_loop(move || {
        let text = |name: &str| sent.text(name);
        if text("password") != text("again") {
            return Err(Problem::on("again", "problem-passwords-differ"));
        }
        let founding = Founding {
            office: text("office"),
            unit: text("unit"),
            site: text("site"),
            island: text("island"),
            name: text("name"),
            login: text("login"),
            password: text("password"),
            language: lang.code().into(),
        };
        let person = found(&office, &link, &founding, &from)?;
        session::begin(&office, person, &from, &browser, true)
    });
    match made.await {
        Ok(session) => Ok(go_in(&app, &session, "/")),
        Err(problem) => Ok(unacceptable(page(&app, &asking, &secret, &filled, wrongs(&asking.tongue, problem)?)?)),
    }
}
