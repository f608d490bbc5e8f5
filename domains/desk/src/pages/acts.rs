//! What can be done with a request, each act a small form of its own that needs no script, and what happens when it is sent. An act that does
//! not succeed comes back on the same page, open, with what was typed and what was wrong.

use super::{people, show};
use crate::request::{Request, State};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::actor::{Actor, Stored, View};
use kernel::attached;
use kernel::filled::Filled;
use kernel::problem::{FieldProblem, Problem, Result};
use kernel::web::Asking;
use kernel::words::Tongue;
use kernel::work::Work;
use maud::{Markup, html};
use pages::action::Action;
use pages::described::{done, see_other};
use pages::icon::icon;

/// An act that came back.
pub struct Tried {
    pub act: String,
    pub filled: Filled,
    pub problems: Vec<FieldProblem>,
    /// Why the request as it now stands does not allow it.
    pub refused: Option<String>,
}

impl Tried {
    /// What is said above everything: a refusal, or what was wrong with a comment, which has no field to say it beside.
    pub fn whole(&self, tongue: &Tongue) -> Option<String> {
        let of_comment = self.problems.first().filter(|_| self.act == "comment").map(|problem| problem.key.clone());
        self.refused.clone().or(of_comment).map(|key| tongue.say(&key))
    }
}

/// What is done, with what was typed and the files beside it, which are kept only once the record and the right are found.
type Run = fn(&mut Work, &Request, &Filled, &Filled) -> Result<()>;

/// The acts: last part of the address, verb as the story tells it, word of success, and what is done.
const ACTS: &[(&str, &str, &str, Run)] = &[
    ("take", "request.take", "request-taken", |work, request, _, _| request.assign(work, work.actor().person.id).map(drop)),
    ("assign", "request.assign", "request-assigned", |work, request, filled, _| {
        let officer = filled.id("assignee")?.ok_or_else(|| Problem::on("assignee", "problem-required"))?;
        request.assign(work, officer).map(drop)
    }),
    ("wait", "request.wait", "request-waits", |work, request, filled, _| request.wait_for(work, &filled.text("waiting_for")).map(drop)),
    ("resume", "request.resume", "request-resumed", |work, request, _, _| request.resume(work).map(drop)),
    ("resolve", "request.resolve", "request-resolved", |work, request, filled, _| request.resolve(work, &filled.text("solution")).map(drop)),
    ("confirm", "request.confirm", "request-confirmed", |work, request, _, _| request.confirm(work).map(drop)),
    ("reopen", "request.reopen", "request-reopened", |work, request, filled, _| request.reopen(work, &filled.text("why")).map(drop)),
    ("withdraw", "request.withdraw", "request-withdrawn", |work, request, filled, _| request.withdraw(work, &filled.text("why")).map(drop)),
    ("comment", "request.comment", "request-commented", comment),
];

fn comment(work: &mut Work, request: &Request, filled: &Filled, uploads: &Filled) -> Result<()> {
    let internal = filled.is_on("internal");
    request.comment(work, &filled.text("text"), internal)?;
    let stored = work.find_stored("request", &request.head.id.to_string())?;
    for file in uploads.keep(&work.actor().app, "files")? {
        attached::attach(work, &stored, file, internal)?;
    }
    Ok(())
}

/// `POST /request/{name}/{act}`
pub async fn act(asking: Asking, actor: Actor, Path((name, act)): Path<(String, String)>, mut filled: Filled) -> Result<Response> {
    let (_, verb, said, run) = *ACTS.iter().find(|(known, ..)| *known == act).ok_or(Problem::NotFound)?;
    let uploads = Filled { values: Vec::new(), uploads: std::mem::take(&mut filled.uploads) };
    let (typed, of) = (filled.clone(), name.clone());
    let doing = move |work: &mut Work| {
        let request: Request = work.find(&of)?;
        run(work, &request, &typed, &uploads)
    };
    let (status, problems, refused) = match actor.act(verb, doing).await {
        Ok(_) => return Ok(see_other(&done(&format!("/request/{name}"), said))),
        Err(Problem::Fields(problems)) => (StatusCode::UNPROCESSABLE_ENTITY, problems, None),
        Err(Problem::Refused { key }) => (StatusCode::CONFLICT, Vec::new(), Some(key)),
        Err(other) => return Err(other),
    };
    let page = show::drawn(asking, actor, name, Some(Tried { act, filled, problems, refused })).await?;
    Ok((status, page).into_response())
}

/// One act as it is drawn.
struct Offer {
    act: &'static str,
    icon: &'static str,
    key: char,
    asks: Asks,
}

/// What an act needs to be told.
enum Asks {
    Nothing,
    /// A line, in this field.
    Line(&'static str),
    /// Several lines, in this field; may be left empty.
    Lines(&'static str, bool),
    Officer,
}

/// All that this reader may do now, the likeliest last and loudest.
pub fn acts(view: &View, stored: &Stored, request: &Request, tried: Option<&Tried>) -> Result<Markup> {
    let (offers, primary) = offers(view, request);
    let last = offers.len().wrapping_sub(1);
    let mut drawn = Vec::new();
    for (at, offer) in offers.iter().enumerate() {
        drawn.push(draw(view, stored, offer, primary && at == last, tried)?);
    }
    Ok(html! { @if !drawn.is_empty() { div.acts { @for act in drawn { (act) } } } })
}

fn offers(view: &View, request: &Request) -> (Vec<Offer>, bool) {
    let me = view.actor().person.id;
    let (assigns, works, confirms) = (view.may("request.assign", request), view.may("request.work", request), view.may("request.confirm", request));
    let is_mine = request.assignee == Some(me);
    let offer = |is_offered: bool, act, icon, key, asks| is_offered.then_some(Offer { act, icon, key, asks });
    let resolve = |is_offered| offer(is_offered && works, "resolve", "check", 't', Asks::Lines("solution", true));
    let open = [
        offer(confirms, "withdraw", "x", 'w', Asks::Lines("why", false)),
        offer(assigns, "assign", "user-plus", 'a', Asks::Officer),
        offer(works && request.state != State::Waiting, "wait", "clock", 'u', Asks::Line("waiting_for")),
        resolve(!is_mine || request.state == State::Waiting),
        offer(works && request.state == State::Waiting, "resume", "rotate-ccw", 's', Asks::Nothing),
        offer(assigns && !is_mine, "take", "user-round", 'm', Asks::Nothing),
        resolve(is_mine && request.state != State::Waiting),
    ];
    let solved = [
        offer(confirms, "reopen", "undo-2", 'r', Asks::Lines("why", true)),
        offer(confirms && request.state == State::Resolved, "confirm", "circle-check", 't', Asks::Nothing),
    ];
    match request.state {
        State::New | State::Assigned | State::Waiting => (open.into_iter().flatten().collect(), works && (is_mine || request.assignee.is_none())),
        State::Resolved => (solved.into_iter().flatten().collect(), true),
        State::Closed => (solved.into_iter().flatten().collect(), false),
        State::Withdrawn => (Vec::new(), false),
    }
}

fn draw(view: &View, stored: &Stored, offer: &Offer, is_primary: bool, tried: Option<&Tried>) -> Result<Markup> {
    let tongue = view.tongue();
    let path = format!("{}/{}", stored.path(), offer.act);
    let for_another = offer.act == "confirm" && stored.id("requester") != Some(view.actor().person.id);
    let label = tongue.say(&if for_another { "request-act-confirm-for".to_owned() } else { format!("request-act-{}", offer.act) });
    if matches!(offer.asks, Asks::Nothing) {
        let action = Action::post(label, path).icon(offer.icon).key(offer.key);
        return Ok(if is_primary { action.primary() } else { action }.button());
    }
    let tried = tried.filter(|tried| tried.act == offer.act);
    let field = field(view, offer, tried)?;
    Ok(html! {
        details.menu open[tried.is_some()] {
            summary.button.is-primary[is_primary] data-key=(offer.key) data-label=(label) { (icon(offer.icon)) span { (label) } kbd aria-hidden="true" { (offer.key) } }
            div.menu-panel {
                form.act-form method="post" action=(path) {
                    (field)
                    button.button.is-primary { (tongue.say(&format!("request-act-{}-send", offer.act))) }
                }
            }
        }
    })
}

fn field(view: &View, offer: &Offer, tried: Option<&Tried>) -> Result<Markup> {
    let tongue = view.tongue();
    let (name, is_required) = match offer.asks {
        Asks::Lines(name, is_required) => (name, is_required),
        Asks::Line(name) => (name, true),
        Asks::Nothing | Asks::Officer => ("assignee", true),
    };
    let id = format!("field-{}-{name}", offer.act);
    let typed = tried.map(|tried| tried.filled.text(name)).unwrap_or_default();
    let problem = tried.and_then(|tried| tried.problems.iter().find(|problem| problem.field == name)).map(|problem| tongue.say(&problem.key));
    let control = match offer.asks {
        Asks::Line(_) => html! { input.input #(id) type="text" name=(name) value=(typed) required autocomplete="off"; },
        Asks::Lines(..) => html! { textarea.input #(id) name=(name) rows="4" required[is_required] { "\n" (typed) } },
        Asks::Nothing | Asks::Officer => officers(view, &id, &typed)?,
    };
    Ok(html! {
        div.field."is-wrong"[problem.is_some()] {
            label for=(id) {
                (tongue.say(&format!("request-act-{}-asks", offer.act)))
                @if !is_required { span.optional { " (" (tongue.say("optional")) ")" } }
            }
            (control)
            @if let Some(problem) = problem { p.field-problem { (icon("octagon-alert")) span { (problem) } } }
        }
    })
}

fn officers(view: &View, id: &str, chosen: &str) -> Result<Markup> {
    let choices = people::officers(view)?;
    Ok(html! {
        div.select {
            select.input #(id) name="assignee" required {
                option value="" { (view.tongue().say("form-choose")) }
                @for choice in &choices { option value=(choice.value) selected[choice.value == chosen] { (choice.label) } }
            }
            (icon("chevron-down"))
        }
    })
}
