//! How a person likes the pages: light or dark, roomy or compact, Swahili or English. Cookies remember for whoever sits at this computer;
//! the language of someone signed in is a fact of theirs and a change.

use super::{cookie, local};
use crate::person::Person;
use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::Response;
use axum::routing::post;
use kernel::actor::Actor;
use kernel::app::App;
use kernel::filled::Filled;
use kernel::problem::Result;
use kernel::web::Asking;
use kernel::words::Lang;
use pages::described::see_other;
use pages::layout::{Density, Theme};
use std::sync::Arc;

const YEAR_SECONDS: i64 = 365 * 24 * 3_600;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route(pages::layout::PREFERENCES, post(prefer))
}

async fn prefer(State(app): State<Arc<App>>, asking: Asking, filled: Filled) -> Result<Response> {
    let mut response = see_other(local(&filled.text("back")));
    let mut remember = |name: &str, code: &str| {
        response.headers_mut().append(header::SET_COOKIE, cookie(&app, name, code, "Lax", Some(YEAR_SECONDS)));
    };
    if let Some(theme) = Theme::parse(&filled.text("theme")) {
        remember("theme", theme.code());
    }
    if let Some(density) = Density::parse(&filled.text("density")) {
        remember("density", density.code());
    }
    if let Some(lang) = Lang::parse(&filled.text("lang")) {
        remember("lang", lang.code());
        if let Some(actor) = asking.actor {
            read_in(&actor, lang).await?;
        }
    }
    Ok(response)
}

async fn read_in(actor: &Actor, lang: Lang) -> Result<()> {
    let me = actor.person.id;
    actor.act("person.read_in", move |work| work.fetch::<Person>(me)?.read_in(work, lang.code())).await.map(|_| ())
}
