//! When a person's phone is lost and the recovery codes with it: whoever may reset the password takes the second factor away at the counter,
//! and says why. Knows nothing of codes.

use super::{form_page, unacceptable, wrongs};
use crate::person::Person;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::record::Record;
use kernel::web::Asking;
use maud::Markup;
use pages::described::{done, frame, see_other};
use pages::form::{Field, Form, Part, Problem as Wrong};
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/person/{name}/second-factor", get(show).post(take))
}

async fn show(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    actor.read(move |view| page(&asking, view, &name, "", Vec::new())).await
}

fn page(asking: &Asking, view: &View, name: &str, why: &str, problems: Vec<Wrong>) -> Result<Markup> {
    let tongue = view.tongue();
    let person: Person = view.find(name)?;
    if !view.may("person.reset", &person) || person.is_above(view.actor()) {
        return Err(Problem::Forbidden { act: "person.reset".into() });
    }
    let path = format!("/person/{}", person.id());
    let reason = Field::text("why", tongue.say("person-leave-why"), why).help(tongue.say("person-factor-why-help")).required();
    let mut taking = Form::new(format!("{path}/second-factor"), tongue.say("person-factor"), vec![Part::new(vec![reason])]);
    taking.problems = problems;
    taking.cancel = Some(path.clone());
    let frame = frame(asking, Some(view), tongue.say("person-factor"))?.crumb(tongue.say("person-many"), "/person").crumb(&person.name, &path);
    Ok(form_page(&frame, &taking))
}

async fn take(asking: Asking, actor: Actor, Path(name): Path<String>, filled: Filled) -> Result<Response> {
    let (wanted, why) = (name.clone(), filled.text("why"));
    let taken = actor.act("person.factor_taken", move |work| {
        if why.is_empty() {
            return Err(Problem::on("why", "problem-required"));
        }
        let person: Person = work.find(&wanted)?;
        person.take_factor(work, &why)?;
        Ok(person)
    });
    match taken.await {
        Ok((person, _)) => Ok(see_other(&done(&format!("/person/{}", person.id()), "factor-taken"))),
        Err(problem) => {
            let (problems, why) = (wrongs(&asking.tongue, problem)?, filled.text("why"));
            Ok(unacceptable(actor.read(move |view| page(&asking, view, &name, &why, problems)).await?))
        }
    }
}
