//! The form of a request: which fields it has, and how what was typed becomes what the verbs ask for. New requests and corrections share it;
//! values stand as text until here, so that a wrong one comes back as it was written.

use super::{duration, people};
use crate::clock::{Targets, Urgency};
use crate::request::{Asked, CATEGORIES, CHANNELS, KINDS};
use kernel::actor::View;
use kernel::class::Class;
use kernel::filled::Filled;
use kernel::id::Id;
use kernel::problem::{FieldProblem, Problem, Result};
use maud::{Markup, html};
use pages::form::{Choice, Field, Kind};
use pages::icon::icon;

/// What the form offers: nobody may give a request a class above their own sight of it.
const HIGHEST: Class = Class::Secret;

/// Problems gathered while reading, so that all are told at once.
#[derive(Default)]
struct Gathered(Vec<FieldProblem>);

impl Gathered {
    fn or_note<T: Default>(&mut self, read: Result<T>) -> Result<T> {
        match read {
            Ok(value) => Ok(value),
            Err(Problem::Fields(problems)) => {
                self.0.extend(problems);
                Ok(T::default())
            }
            Err(other) => Err(other),
        }
    }
}

/// Reads the form.
///
/// # Errors
/// `Problem::Fields` with everything that must be mended.
pub fn asked(view: &View, filled: &Filled) -> Result<Asked> {
    let mut wrong = Gathered::default();
    let subject = wrong.or_note(filled.opt("subject").ok_or_else(|| Problem::on("subject", "problem-required")))?;
    let urgency = wrong.or_note(one_of(filled, "urgency", Urgency::parse))?.unwrap_or_default();
    let court_at = if urgency == Urgency::Court { wrong.or_note(court_at(filled))? } else { None };
    let requester = match filled.opt("requester") {
        Some(text) => wrong.or_note(people::person(view, &text).map(Some))?,
        None => None,
    };
    let asked = Asked {
        subject,
        description: filled.text("description"),
        kind: wrong.or_note(one_of(filled, "kind", |name| name_in(KINDS, name)))?.unwrap_or_else(|| KINDS[0].into()),
        category: wrong.or_note(one_of(filled, "category", |name| name_in(CATEGORIES, name)))?,
        urgency,
        court_at,
        channel: channel(view, filled, requester, &mut wrong)?,
        requester,
        device: wrong.or_note(device(view, filled, requester))?,
        class: wrong.or_note(one_of(filled, "class", |name| Class::parse(name).filter(|class| *class <= HIGHEST)))?.unwrap_or_default(),
        happened_at: wrong.or_note(filled.moment("happened_at"))?,
    };
    if wrong.0.is_empty() { Ok(asked) } else { Err(Problem::Fields(wrong.0)) }
}

fn court_at(filled: &Filled) -> Result<Option<i64>> {
    match filled.moment("court_at")? {
        None => Err(Problem::on("court_at", "problem-court-when")),
        at => Ok(at),
    }
}

/// How it came. What one types for oneself came by oneself, whatever the form had chosen beforehand.
fn channel(view: &View, filled: &Filled, requester: Option<Id>, wrong: &mut Gathered) -> Result<String> {
    let chosen = wrong.or_note(one_of(filled, "channel", |name| name_in(CHANNELS, name)))?;
    let is_own = requester.is_none_or(|id| id == view.actor().person.id);
    Ok(chosen.filter(|_| !is_own || filled.opt("happened_at").is_some()).unwrap_or_else(|| CHANNELS[usize::from(!is_own)].into()))
}

fn device(view: &View, filled: &Filled, requester: Option<Id>) -> Result<Option<Id>> {
    if let Some(typed) = filled.opt("device_tag") {
        return people::device_by_tag(view, &typed, people::asking_for(view, requester)?).map(Some);
    }
    filled.opt("device").filter(|chosen| chosen != "none").map(|chosen| people::device(view, &chosen)).transpose()
}

fn name_in(names: &'static [&'static str], name: &str) -> Option<String> {
    names.contains(&name).then(|| name.to_owned())
}

fn one_of<T>(filled: &Filled, field: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>> {
    filled.opt(field).map(|name| parse(&name).ok_or_else(|| Problem::on(field, "problem-choice"))).transpose()
}

pub fn subject(view: &View, typed: &Filled) -> Field {
    let tongue = view.tongue();
    Field::text("subject", tongue.say("request-field-subject"), typed.text("subject")).help(tongue.say("request-subject-help")).required()
}

pub fn description(view: &View, typed: &Filled) -> Field {
    let tongue = view.tongue();
    Field::long_text("description", tongue.say("request-field-description"), typed.text("description")).help(tongue.say("request-description-help"))
}

/// Each urgency with the office time it promises.
pub fn urgency(view: &View, typed: &Filled) -> Field {
    let tongue = view.tongue();
    let targets = Targets::of(&view.actor().app.settings);
    let choices = Urgency::ALL.into_iter().map(|urgency| {
        let detail = match urgency {
            Urgency::Court => tongue.say("request-urgency-court-detail"),
            other => tongue.with("request-urgency-within", &[("time", duration(tongue, targets.of_urgency(other).resolve_minutes).into())]),
        };
        Choice::new(urgency.name(), tongue.say(&format!("request-urgency-{}", urgency.name()))).detail(detail)
    });
    let value = typed.opt("urgency").unwrap_or_else(|| Urgency::default().name().into());
    Field::choice("urgency", tongue.say("request-field-urgency"), value, choices.collect()).required()
}

pub fn hearing(view: &View, typed: &Filled) -> Field {
    let tongue = view.tongue();
    moment_field("court_at", tongue.say("request-field-court_at"), typed).help(tongue.say("request-court-help"))
}

/// A day and an hour, as typed; an address may bring both in one.
pub fn moment_field(name: &str, label: String, typed: &Filled) -> Field {
    let whole = typed.text(name);
    let (date, time) = whole.split_once(['T', ' ']).map_or((whole.as_str(), typed.text(&format!("{name}_time"))), |(date, time)| (date, time.to_owned()));
    Field::new(name, label, Kind::DateTime { date: date.into(), time })
}

/// The person's own devices to choose from, and the one chosen already.
pub fn devices(view: &View, typed: &Filled, holder: Id) -> Result<Vec<Field>> {
    let tongue = view.tongue();
    let mut choices = people::devices(view, holder)?;
    let chosen = typed.text("device");
    if let Some(id) = Id::parse(&chosen).filter(|_| !choices.iter().any(|choice| choice.value == chosen)) {
        choices.push(people::device_choice(view, id)?);
    }
    let tag = Field::text("device_tag", tongue.say("request-device-tag"), typed.text("device_tag")).help(tongue.say("request-device-tag-help")).half();
    if choices.is_empty() {
        return Ok(vec![tag]);
    }
    choices.push(Choice::new("none", tongue.say("request-device-none")));
    let value = if chosen.is_empty() { "none".into() } else { chosen };
    Ok(vec![Field::choice("device", tongue.say("request-field-device"), value, choices), tag])
}

/// What few requests need, folded away: kind, category, class of secrecy.
pub fn more(view: &View, typed: &Filled, problems: &[FieldProblem]) -> Field {
    let tongue = view.tongue();
    let is_open = problems.iter().any(|problem| ["kind", "category", "class"].contains(&problem.field.as_str()))
        || ["kind", "category", "class"].iter().any(|name| typed.opt(name).is_some());
    let words = |field: &str, names: &[&str]| names.iter().map(|name| Choice::new(*name, tongue.say(&format!("request-{field}-{name}")))).collect::<Vec<_>>();
    let classes = Class::ALL[..=HIGHEST as usize].iter().map(|class| Choice::new(class.name(), tongue.say(&format!("class-{}", class.name()))));
    let or = |name: &str, other: &str| typed.opt(name).unwrap_or_else(|| other.to_owned());
    let problem = |name: &str| problems.iter().find(|problem| problem.field == name).map(|problem| tongue.say(&problem.key));
    let body = html! {
        details.fold open[is_open] {
            summary { (icon("chevron-right")) (tongue.say("request-more-what")) }
            div.fold-fields {
                (select("kind", &tongue.say("request-field-kind"), None, &words("kind", KINDS), &or("kind", KINDS[0]), problem("kind")))
                (select("category", &tongue.say("request-field-category"), Some(&tongue.say("request-category-any")), &words("category", CATEGORIES), &or("category", ""), problem("category")))
                (select("class", &tongue.say("head-class"), None, &classes.collect::<Vec<_>>(), &or("class", Class::default().name()), problem("class")))
                p.field-help { (tongue.say("request-class-help")) }
            }
        }
    };
    Field::new("more", tongue.say("request-more"), Kind::Fixed(body))
}

fn select(name: &str, label: &str, none: Option<&str>, choices: &[Choice], value: &str, problem: Option<String>) -> Markup {
    html! {
        div.field."is-wrong"[problem.is_some()] data-field=(name) {
            label for={ "field-" (name) } { (label) }
            div.select {
                select.input #{ "field-" (name) } name=(name) {
                    @if let Some(none) = none { option value="" { (none) } }
                    @for choice in choices { option value=(choice.value) selected[choice.value == value] { (choice.label) } }
                }
                (icon("chevron-down"))
            }
            @if let Some(problem) = problem { p.field-problem { (icon("octagon-alert")) span { (problem) } } }
        }
    }
}
