//! The register of changes as its readers turn its pages: newest first, within what each may see, and the signed root under which all of it
//! stands. Looks at secret records are changes like any other and have a view of their own.

use super::visible::{Visible, links};
use super::{Pairs, asked};
use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use kernel::actor::{Actor, View, off_the_loop};
use kernel::app::App;
use kernel::change::Change;
use kernel::problem::{Problem, Result};
use kernel::time::moment;
use kernel::vals;
use kernel::web::Asking;
use kernel::words::Tongue;
use ledger::checkpoint::Checkpoint;
use ledger::note::Note;
use maud::{Markup, html};
use pages::action::Action;
use pages::cell::{Cell, When};
use pages::described::frame;
use pages::empty::Empty;
use pages::record::{Fact, facts, section};
use pages::table::{Column, Row, Table, View as Saved, table};
use std::sync::Arc;

/// Changes on one page.
const SHOWN: usize = 50;
/// Changes gone through for one page; whoever may see few of them turns more pages.
const READ: i64 = 300;
/// Records named in one line.
const NAMED: usize = 3;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/ledger", get(show))
}

async fn show(asking: Asking, actor: Actor, Query(pairs): Pairs) -> Result<Markup> {
    if !actor.may("ledger.see") {
        return Err(Problem::NotFound);
    }
    let app = Arc::clone(&actor.app);
    let note = off_the_loop(move || app.checkpoint()).await?;
    actor.read(move |view| page(&asking, view, &pairs, &note)).await
}

fn page(asking: &Asking, view: &View, pairs: &[(String, String)], note: &str) -> Result<Markup> {
    let tongue = view.tongue();
    let only_looks = asked(pairs, "looks") == "yes";
    let before = asked(pairs, "before").parse().unwrap_or(i64::MAX);
    let Turned { told, next } = read(view, only_looks, before)?;
    let kept = if only_looks { "looks=yes&" } else { "" };
    let rows = told.iter().map(|(seq, change)| row(view, *seq, change)).collect::<Result<_>>()?;
    let views = [("ledger-all", "/ledger", !only_looks), ("ledger-looks", "/ledger?looks=yes", only_looks)];
    let list = Table {
        caption: tongue.say("rail-ledger"),
        path: "/ledger".into(),
        columns: ["ledger-seq", "ledger-at", "ledger-who", "ledger-what", "ledger-records"].map(|key| Column::new(tongue.say(key))).to_vec(),
        rows,
        views: views.into_iter().map(|(key, href, is_current)| Saved { label: tongue.say(key), href: href.into(), count: None, is_current }).collect(),
        next: next.map(|seq| format!("/ledger?{kept}before={seq}")),
        previous: (before != i64::MAX).then(|| if only_looks { "/ledger?looks=yes".into() } else { "/ledger".into() }),
        empty: Empty { icon: Some("scroll-text"), sentence: tongue.say("ledger-empty"), action: None, import: None },
        ..Table::default()
    };
    let mut frame = frame(asking, Some(view), tongue.say("rail-ledger"))?;
    frame.actions.push(Action::link(tongue.say("ledger-checkpoint"), "/ledger/checkpoint").icon("fingerprint"));
    Ok(pages::layout::page(
        &frame,
        html! {
            p { (tongue.say("ledger-about")) }
            (section(&tongue.say("ledger-checkpoint"), facts(tongue, &signed(view, note)?)))
            (table(tongue, &list))
        },
    ))
}

/// One page: changes with their places, and where the next page begins.
struct Turned {
    told: Vec<(i64, Change)>,
    next: Option<i64>,
}

fn read(view: &View, only_looks: bool, before: i64) -> Result<Turned> {
    let sql = if only_looks {
        "SELECT seq, body FROM ledger_change WHERE seq < ?1 AND verb = 'record.look' ORDER BY seq DESC LIMIT ?2"
    } else {
        "SELECT seq, body FROM ledger_change WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2"
    };
    let bodies = view.rows(sql, vals![before, READ], |row| Ok((row.int("seq")?, row.text("body")?)))?;
    let went_through_all = i64::try_from(bodies.len()).unwrap_or(READ) < READ;
    let mut visible = Visible::new(view)?;
    let (mut told, mut last) = (Vec::new(), None);
    for (seq, body) in bodies {
        if told.len() == SHOWN {
            return Ok(Turned { told, next: last });
        }
        let change = Change::from_body(&body).map_err(|error| Problem::Store(format!("change {seq}: {error}")))?;
        if visible.shows(&change)? {
            told.push((seq, change));
        }
        last = Some(seq);
    }
    Ok(Turned { told, next: last.filter(|_| !went_through_all) })
}

fn row(view: &View, seq: i64, change: &Change) -> Result<Row> {
    let tongue = view.tongue();
    let links = links(change);
    let mut names = Vec::new();
    for link in links.iter().filter(|link| !matches!(link.kind.as_str(), "comment" | "file")).take(NAMED) {
        if let Some(name) = view.name_of(link)? {
            let text = if name.number.is_empty() { name.title } else { name.number };
            names.push((text, name.path));
        }
    }
    let more = links.len().saturating_sub(NAMED);
    let records = html! {
        span.wraps { @for (at, (text, path)) in names.iter().enumerate() { @if at > 0 { ", " } a.quiet-link href=(path) { (text) } }
        @if more > 0 { " " (tongue.with("ledger-more", &[("count", more.into())])) } }
    };
    let cells = vec![
        Cell::text(seq.to_string()),
        Cell::Time(When::new(tongue, moment(change.at), moment(view.now()))),
        Cell::person(view.person_name(change.actor)?),
        Cell::text(did(tongue, &change.verb)),
        Cell::Html(records),
    ];
    Ok(Row::new(seq.to_string(), format!("/ledger/change/{seq}"), cells))
}

/// The act in words; a verb without any is shown as it is written.
pub fn did(tongue: &Tongue, verb: &str) -> String {
    let key = format!("verb-{}", verb.replace('.', "-"));
    if tongue.has(&key) { tongue.say(&key) } else { verb.to_owned() }
}

/// The signed root in parts.
fn signed(view: &View, note: &str) -> Result<Vec<Fact>> {
    let tongue = view.tongue();
    let unreadable = |error: &dyn std::fmt::Display| Problem::Store(error.to_string());
    let text = Note::parse(note).map_err(|error| unreadable(&error))?.text;
    let checkpoint = Checkpoint::from_text(&text).map_err(|error| unreadable(&error))?;
    let root = text.lines().nth(2).unwrap_or_default();
    Ok(vec![
        Fact::new(tongue.say("ledger-size"), Cell::Number(i64::try_from(checkpoint.size).unwrap_or(i64::MAX))),
        Fact::new(tongue.say("ledger-origin"), Cell::Code(checkpoint.origin)),
        Fact::new(tongue.say("ledger-root"), Cell::Code(root.into())).wide(),
        Fact::new(tongue.say("ledger-key"), Cell::Code(view.actor().app.log.verifier().to_string())).wide(),
    ])
}
