//! What was promised, with its whole reckoning printed: whoever doubts it can count it again on paper.

use super::duration;
use crate::clock::Promise;
use crate::request::{Request, State};
use kernel::actor::View;
use kernel::time::moment;
use kernel::words::{EAT, Tongue};
use maud::{Markup, html};
use pages::icon::icon;

/// The promise in one line, and folded behind it how it came about. Nothing once the request is closed or withdrawn.
pub fn promise(view: &View, request: &Request) -> Markup {
    let (Some(due), true) = (request.due_at, request.is_open() || request.state == State::Resolved) else { return html! {} };
    let Some(reckoned) = request.promise(&view.actor().app.settings) else { return html! {} };
    let tongue = view.tongue();
    html! {
        details.fold.promise {
            summary { (icon("chevron-right")) (tongue.with("promise-until", &[("at", tongue.time(moment(due)).into())])) }
            div.promise-why {
                ol {
                    li { (asked(tongue, request, &reckoned)) }
                    @for line in waits(view, request) { li { (line) } }
                    li {
                        (tongue.say("promise-steps"))
                        (steps(tongue, &reckoned))
                    }
                    @if let Some(court) = reckoned.bound_by_hearing {
                        li { (tongue.with("promise-hearing", &[("court", tongue.time(moment(court)).into()), ("at", tongue.time(moment(reckoned.resolve_by)).into())])) }
                    }
                    @if request.state == State::Waiting { li { (tongue.say("promise-stands")) } }
                    @if due != reckoned.resolve_by {
                        li { (tongue.with("promise-differs", &[("now", tongue.time(moment(reckoned.resolve_by)).into()), ("then", tongue.time(moment(due)).into())])) }
                    }
                }
            }
        }
    }
}

fn asked(tongue: &Tongue, request: &Request, reckoned: &Promise) -> String {
    let key = if request.reopened_at.is_some() { "promise-reopened" } else { "promise-asked" };
    tongue.with(
        key,
        &[
            ("at", tongue.time(moment(request.clock().0)).into()),
            ("urgency", tongue.say(&format!("request-urgency-{}", request.urgency.name())).into()),
            ("time", duration(tongue, reckoned.target.resolve_minutes).into()),
        ],
    )
}

/// Each stretch in which the clock stood still, in the office time that it added.
fn waits(view: &View, request: &Request) -> Vec<String> {
    let tongue = view.tongue();
    let calendar = kernel::calendar::Calendar::of(&view.actor().app.settings);
    let ended = request.clock().1.into_iter().filter_map(|(from, to)| Some((from, to?)));
    let said = |(from, to)| {
        let added = duration(tongue, calendar.minutes_between(from, to));
        tongue.with("promise-waited", &[("from", tongue.time(moment(from)).into()), ("to", tongue.time(moment(to)).into()), ("time", added.into())])
    };
    ended.map(said).collect()
}

/// The stretches of office time and the days passed over, in the order of time.
fn steps(tongue: &Tongue, reckoned: &Promise) -> Markup {
    let mut lines: Vec<(jiff::civil::Date, String, String)> = Vec::new();
    for step in &reckoned.steps {
        let (from, to) = (EAT.to_datetime(step.from), EAT.to_datetime(step.to));
        let hours = format!("{}–{}", from.strftime("%H:%M"), to.strftime("%H:%M"));
        lines.push((from.date(), hours, duration(tongue, step.minutes)));
    }
    for (day, holiday) in &reckoned.skipped {
        let why = match holiday {
            Some(name) => tongue.with("promise-holiday", &[("name", name.into())]),
            None => tongue.say("promise-weekend"),
        };
        lines.push((*day, why, String::new()));
    }
    // A day has its stretches in order already, and is never both worked and passed over.
    lines.sort_by_key(|(day, ..)| *day);
    html! {
        table.steps {
            @for (day, hours, time) in lines {
                tr { th scope="row" { (day_name(tongue, day)) } td { (hours) } td.is-number { (time) } }
            }
        }
    }
}

fn day_name(tongue: &Tongue, day: jiff::civil::Date) -> String {
    EAT.to_timestamp(day.at(12, 0, 0, 0)).map_or_else(|_| day.to_string(), |noon| tongue.long_date(noon))
}
