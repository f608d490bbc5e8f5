//! What the desk shows on the first page: for whoever asked, what waits for them; for the unit, what cannot wait first; for leadership, the
//! figures. Each line leads to its request, each heading to the list it was taken from.

use super::{duration, is_open};
use crate::figures;
use kernel::actor::{Stored, View};
use kernel::domain::{FigureCard, Line, Section, Weight};
use kernel::list::{Asked, how_many, list, seen};
use kernel::permission::Role;
use kernel::problem::Result;
use kernel::record::RecordType;
use kernel::vals;

/// Lines of one section; the rest stand in the list.
const LINES: usize = 6;

const COURT: &str = "court_at=today&state=new,assigned,waiting&sort=court_at";
const OVERDUE: &str = "state=new,assigned&due_at=past&sort=due_at";
const MINE: &str = "assignee=me&state=new,assigned&sort=due_at";
const UNASSIGNED: &str = "assignee=none&state=new,assigned,waiting";
const WAITING: &str = "state=waiting";
const OLDEST: &str = "state=new,assigned,waiting&sort=made_at";
const MY_OPEN: &str = "requester=me&state=new,assigned,waiting";
const TO_CONFIRM: &str = "requester=me&state=resolved";
const OPEN: &str = "state=new,assigned,waiting";

/// The sections for whoever looks.
pub fn sections(view: &View) -> Result<Vec<Section>> {
    let actor = view.actor();
    if actor.reach("request").is_empty() {
        return Ok(Vec::new());
    }
    let mut all = Vec::new();
    if actor.is_of_the_unit() {
        all.push(numbers(view, actor.has(Role::Head))?);
        all.extend(filled(lines(view, "desk-today-court", COURT, 10, "landmark")?));
        all.push(lines(view, "desk-today-overdue", OVERDUE, 20, "clock")?);
        all.push(lines(view, "desk-today-mine", MINE, 21, "user-round")?);
        all.push(lines(view, "desk-today-unassigned", UNASSIGNED, 22, "inbox")?);
        all.extend(filled(lines(view, "desk-today-waiting", WAITING, 23, "circle-dashed")?));
        if actor.has(Role::Head) {
            all.extend(filled(loads(view)?));
            all.extend(filled(oldest(view)?));
        }
    } else if actor.has(Role::Director) || actor.has(Role::Auditor) {
        all.push(numbers(view, false)?);
    }
    all.extend(filled(lines(view, "desk-today-confirm", TO_CONFIRM, 11, "circle-check")?));
    let own = lines(view, "desk-today-my-open", MY_OPEN, 30, "life-buoy")?;
    let is_asker = !actor.is_of_the_unit() && !actor.has(Role::Director) && !actor.has(Role::Auditor);
    all.extend(if is_asker { Some(own) } else { filled(own) });
    if actor.has(Role::DepartmentHead) && !actor.is_of_the_unit() {
        all.extend(filled(lines(view, "desk-today-department", OPEN, 31, "users")?));
    }
    Ok(all)
}

/// How many wait for this person: for the unit what nobody has taken, for whoever asked what they have to confirm.
pub fn waiting(view: &View) -> Result<i64> {
    let query = if view.actor().is_of_the_unit() { UNASSIGNED } else { TO_CONFIRM };
    how_many(view, "request", &asked(view.kind("request")?, query)?)
}

fn filled(section: Section) -> Option<Section> {
    (!section.lines.is_empty()).then_some(section)
}

fn asked(record: &RecordType, query: &str) -> Result<Asked> {
    let pairs: Vec<(String, String)> = query.split('&').filter_map(|pair| pair.split_once('=')).map(|(name, value)| (name.into(), value.into())).collect();
    Ok(Asked { limit: LINES, ..Asked::read(record, &pairs)? })
}

fn lines(view: &View, key: &str, query: &str, order: i32, icon: &'static str) -> Result<Section> {
    let listed = list(view, "request", &asked(view.kind("request")?, query)?)?;
    drawn(view, &listed.rows, key, query, order, icon)
}

/// Open longest. Read past the list, which would walk all that was ever asked from its oldest end to find those still open.
fn oldest(view: &View) -> Result<Section> {
    let record = view.kind("request")?;
    let (seen, mut values) = seen(view, "request")?;
    values.extend_from_slice(vals![LINES]);
    let sql = format!("SELECT * FROM ({seen}) WHERE state IN ('new', 'assigned', 'waiting') ORDER BY +made_at LIMIT ?");
    let rows = view.rows(&sql, &values, |row| Stored::read(record, row))?;
    drawn(view, &rows, "desk-today-oldest", OLDEST, 25, "history")
}

fn drawn(view: &View, rows: &[Stored], key: &str, query: &str, order: i32, icon: &'static str) -> Result<Section> {
    let tongue = view.tongue();
    let lines = rows.iter().map(|stored| line(view, stored, query)).collect::<Result<_>>()?;
    Ok(Section {
        title: tongue.say(key),
        href: format!("/request?{query}"),
        order,
        icon,
        lines,
        empty: tongue.say(&format!("{key}-none")),
        ..Section::default()
    })
}

fn line(view: &View, stored: &Stored, query: &str) -> Result<Line> {
    let moment = |name: &str| stored.fields.get(name).and_then(serde_json::Value::as_i64);
    let state = stored.text("state");
    let is_late = is_open(stored) && state != "waiting" && moment("due_at").is_some_and(|due| due < view.now());
    let weight = match (stored.text("urgency"), state) {
        _ if is_late => Weight::Bad,
        (_, "resolved") => Weight::Good,
        ("court", _) => Weight::Bad,
        ("high", _) | (_, "waiting") => Weight::Warn,
        _ => Weight::Quiet,
    };
    let at = match query {
        COURT => moment("court_at"),
        WAITING => Some(stored.head.changed_at),
        OLDEST => Some(stored.head.made_at),
        TO_CONFIRM => moment("resolved_at"),
        _ => moment("due_at"),
    };
    let other = if query.starts_with("requester=me") { "assignee" } else { "requester" };
    let who = stored.id(other).map_or(Ok(String::new()), |id| view.person_name(id))?;
    let word = if is_late { "request-late".to_owned() } else { format!("request-state-{state}") };
    Ok(Line { number: stored.head.number.clone(), title: stored.text("subject").into(), href: stored.path(), state: view.tongue().say(&word), weight, who, at })
}

fn numbers(view: &View, with_curve: bool) -> Result<Section> {
    let tongue = view.tongue();
    let (open, overdue) = (figures::open(view)?, figures::overdue(view)?);
    let trend = if with_curve { figures::open_by_day(view, open)? } else { Vec::new() };
    let in_time = figures::answered_in_time(view)?;
    let none = || tongue.say("desk-figure-none");
    let (late_weight, late_note) = if overdue > 0 { (Weight::Bad, "desk-figure-overdue-some") } else { (Weight::Good, "desk-figure-overdue-none") };
    let card = |key: &str, value: String| FigureCard { label: tongue.say(key), value, ..FigureCard::default() };
    let figures = vec![
        FigureCard { href: format!("/request?{OPEN}"), trend, ..card("desk-figure-open", tongue.number(open)) },
        FigureCard {
            href: format!("/request?{OVERDUE}"),
            weight: late_weight,
            note: Some(tongue.say(late_note)),
            ..card("desk-figure-overdue", tongue.number(overdue))
        },
        FigureCard { note: Some(tongue.say("desk-figure-month")), ..card("desk-figure-in-time", in_time.map_or_else(none, |percent| format!("{percent}%"))) },
        FigureCard {
            note: Some(tongue.say("desk-figure-lately")),
            ..card("desk-figure-median", figures::median_minutes(view)?.map_or_else(none, |minutes| duration(tongue, minutes)))
        },
    ];
    Ok(Section { title: tongue.say("desk-figures"), order: 0, icon: "chart-column", figures, ..Section::default() })
}

/// What each officer has in hand, for whoever divides the work.
fn loads(view: &View) -> Result<Section> {
    let tongue = view.tongue();
    let mut lines = Vec::new();
    for load in figures::loads(view)? {
        let late = tongue.with("desk-load-overdue", &[("count", load.overdue.into())]);
        lines.push(Line {
            number: tongue.with("desk-load-open", &[("count", load.open.into())]),
            title: view.person_name(load.officer)?,
            href: format!("/request?assignee={}&state=new,assigned,waiting", load.officer),
            state: if load.overdue > 0 { late.clone() } else { tongue.say("desk-load-none-late") },
            weight: if load.overdue > 0 { Weight::Warn } else { Weight::Quiet },
            who: if load.overdue > 0 { late } else { String::new() },
            at: None,
        });
    }
    Ok(Section { title: tongue.say("desk-today-loads"), order: 24, icon: "users", lines, ..Section::default() })
}
