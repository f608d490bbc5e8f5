//! Changing one's own password: the present one is asked again, and everywhere else the person is signed out.

use super::{form_page, unacceptable, wrongs};
use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use kernel::actor::{Actor, View, off_the_loop};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::sign_in::{is_password_of, session, set_password};
use kernel::web::{Asking, session_secret};
use maud::Markup;
use pages::described::{done, frame, see_other};
use pages::form::{Field, Form, Part, Problem as Wrong};
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/me/password", get(show).post(change))
}

async fn show(asking: Asking, actor: Actor) -> Result<Markup> {
    actor.read(move |view| page(&asking, view, Vec::new())).await
}

fn page(asking: &Asking, view: &View, problems: Vec<Wrong>) -> Result<Markup> {
    let said = |key: &str| view.tongue().say(key);
    let fields = vec![
        Field::password("current", said("password-current"), "current-password").required(),
        Field::password("password", said("password-new"), "new-password").help(said("password-help")).required(),
        Field::password("again", said("password-again"), "new-password").required(),
    ];
    let mut form = Form::new("/me/password", said("password-submit"), vec![Part::new(fields)]);
    form.problems = problems;
    form.cancel = Some("/me".into());
    Ok(form_page(&frame(asking, Some(view), said("me-password"))?.crumb(said("me"), "/me"), &form))
}

async fn change(State(app): State<Arc<App>>, asking: Asking, actor: Actor, headers: HeaderMap, filled: Filled) -> Result<Response> {
    let secret = session_secret(&app, &headers).ok_or(Problem::SignInFirst)?.to_owned();
    match changed(&app, &actor, &filled, secret).await {
        Ok(()) => Ok(see_other(&done("/me", "password-changed"))),
        Err(problem) => {
            let problems = wrongs(&asking.tongue, problem)?;
            Ok(unacceptable(actor.read(move |view| page(&asking, view, problems)).await?))
        }
    }
}

async fn changed(app: &Arc<App>, actor: &Actor, filled: &Filled, secret: String) -> Result<()> {
    let (current, new, me) = (filled.text("current"), filled.text("password"), actor.person.id);
    if new != filled.text("again") {
        return Err(Problem::on("again", "problem-passwords-differ"));
    }
    let office = Arc::clone(app);
    if !off_the_loop(move || is_password_of(&office, me, &current)).await? {
        return Err(Problem::on("current", "problem-password-not-current"));
    }
    actor.act("person.password", move |work| set_password(work, me, &new)).await?;
    let office = Arc::clone(app);
    off_the_loop(move || session::end_others(&office, me, &secret)).await
}
