//! When a person leaves: the page first shows what is still in their hands, then closes the account. And when they come back.

use super::people::{LINKED, icon_of};
use super::{unacceptable, wrongs};
use crate::person::Person;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::record::Record;
use kernel::web::Asking;
use maud::{Markup, html};
use pages::described::{Values, done, frame, linked, see_other};
use pages::form::{Field, Form, Part, Problem as Wrong, form};
use pages::record::{links, record};
use pages::tone::Tone;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/person/{name}/leave", get(show).post(leave)).route("/person/{name}/return", post(come_back))
}

async fn show(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    actor.read(move |view| page(&asking, view, &name, "", Vec::new())).await
}

fn page(asking: &Asking, view: &View, name: &str, why: &str, problems: Vec<Wrong>) -> Result<Markup> {
    let tongue = view.tongue();
    let stored = view.find_stored(Person::KIND, name)?;
    let person: Person = stored.clone().typed()?;
    if !view.may("person.edit", &person) {
        return Err(Problem::Forbidden { act: "person.edit".into() });
    }
    let path = format!("/person/{}", person.id());
    let reason = Field::text("why", tongue.say("person-leave-why"), why).help(tongue.say("person-leave-why-help")).required();
    let mut leaving = Form::new(format!("{path}/leave"), tongue.say("person-leave-submit"), vec![Part::new(vec![reason])]);
    leaving.problems = problems;
    leaving.cancel = Some(path.clone());
    let groups = linked(&mut Values::new(view, |_, _| Tone::Quiet), &stored, LINKED, icon_of)?;
    let frame = frame(asking, Some(view), tongue.say("person-leave"))?.crumb(tongue.say("person-many"), "/person").crumb(&person.name, &path);
    let main = html! { p { (tongue.say("person-leave-about")) } (form(tongue, &leaving)) };
    Ok(pages::layout::page(&frame, record(main, html! { (links(tongue, &groups)) })))
}

async fn leave(asking: Asking, actor: Actor, Path(name): Path<String>, filled: Filled) -> Result<Response> {
    let (wanted, why) = (name.clone(), filled.text("why"));
    let left = actor.act("person.leave", move |work| {
        if why.is_empty() {
            return Err(Problem::on("why", "problem-required"));
        }
        work.find::<Person>(&wanted)?.leave(work, &why)
    });
    match left.await {
        Ok((person, _)) => Ok(see_other(&done(&format!("/person/{}", person.id()), "person-left"))),
        Err(problem) => {
            let (problems, why) = (wrongs(&asking.tongue, problem)?, filled.text("why"));
            Ok(unacceptable(actor.read(move |view| page(&asking, view, &name, &why, problems)).await?))
        }
    }
}

async fn come_back(actor: Actor, Path(name): Path<String>) -> Result<Response> {
    let (person, _) = actor.act("person.return", move |work| work.find::<Person>(&name)?.come_back(work)).await?;
    Ok(see_other(&done(&format!("/person/{}", person.id()), "person-back")))
}
