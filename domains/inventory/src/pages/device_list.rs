//! The list of devices where officers look things up, what is done to several at once, those that have fallen silent, and the lookup by name,
//! tag or serial that other pages ask.

use super::{device_icon, tone};
use axum::Router;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::{get, post};
use kernel::actor::{Actor, Stored};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::list::{Asked, list};
use kernel::problem::{Problem, Result};
use kernel::time::moment;
use kernel::vals;
use kernel::web::Asking;
use maud::{Markup, html};
use pages::action::Action;
use pages::cell::{Cell, When};
use pages::described::{ListPage, Values, export, frame, list_page_with, see_other};
use pages::empty::Empty;
use pages::form::{Choice, lookup_options};
use pages::layout::page;
use pages::table::{Bulk, BulkAct, table};
use std::sync::Arc;

type Pairs = Query<Vec<(String, String)>>;

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/device", get(show))
        .route("/device/silent", get(silent))
        .route("/device/selected", post(selected))
        .route("/device/export.csv", get(|actor: Actor, pairs: Pairs| file(actor, pairs, "csv")))
        .route("/device/export.xlsx", get(|actor: Actor, pairs: Pairs| file(actor, pairs, "xlsx")))
        .route("/lookup/device", get(lookup))
}

async fn show(asking: Asking, actor: Actor, Query(pairs): Pairs) -> Result<Markup> {
    actor
        .read(move |view| {
            let (tongue, actor) = (view.tongue(), view.actor());
            let may_edit = actor.may("device.edit");
            let mut frame = frame(&asking, Some(view), tongue.say("device-many"))?;
            if may_edit {
                frame = frame
                    .action(Action::link(tongue.say("device-import"), "/device/import").icon("upload"))
                    .action(Action::link(tongue.say("device-register"), "/device/new").icon("plus").key('n').primary());
            }
            let bulk = actor.may("device.hand_over").then(|| Bulk {
                path: "/device/selected".into(),
                acts: [("out", "handover-out", "handshake"), ("back", "handover-back", "undo-2")]
                    .into_iter()
                    .map(|(value, key, icon)| BulkAct { name: "direction".into(), value: value.into(), label: tongue.say(key), icon })
                    .collect(),
            });
            let views = [
                ("device-view-in-use", "state=in_use"),
                ("device-view-in-store", "state=in_store"),
                ("device-view-found", "state=found"),
                ("device-view-no-holder", "state=in_use&holder=none"),
                ("device-view-repair", "state=under_repair"),
            ];
            let views = if actor.is_of_the_unit() { &views[..] } else { &[] };
            let described = ListPage {
                kind: "device",
                views: views.iter().map(|(key, query)| (tongue.say(key), *query)).collect(),
                tone,
                is_done: |stored| matches!(stored.text("state"), "disposed" | "merged"),
                bulk,
                empty: Empty {
                    icon: Some("laptop"),
                    sentence: tongue.say(if may_edit { "device-none" } else { "today-my-devices-none" }),
                    action: may_edit.then(|| Action::link(tongue.say("enrolment-new"), "/enrolment/new").primary()),
                    import: may_edit.then(|| Action::link(tongue.say("device-import"), "/device/import")),
                },
            };
            Ok(page(&frame, table(tongue, &list_page_with(view, described, &pairs, dress)?)))
        })
        .await
}

/// A kind is no state: a word without a mark.
fn dress(_: &Values, column: &str, _: &Stored, cell: Cell) -> Cell {
    match (column, cell) {
        ("kind", Cell::State(word, _)) => Cell::Text(word),
        (_, other) => other,
    }
}

/// The chosen rows go to the form of a hand-over.
async fn selected(actor: Actor, filled: Filled) -> Result<Response> {
    if !actor.may("device.hand_over") {
        return Err(Problem::Forbidden { act: "device.hand_over".into() });
    }
    let direction = if filled.text("direction") == "back" { "back" } else { "out" };
    let devices: String = super::ids(&filled.many("id")).iter().map(|id| format!("&device={id}")).collect();
    Ok(see_other(&format!("/handover/new?direction={direction}{devices}")))
}

async fn file(actor: Actor, Query(pairs): Pairs, form: &'static str) -> Result<Response> {
    actor.read(move |view| export(view, "device", &pairs, form)).await
}

/// What matches, best first: `<div role=option>` for the lookup box.
async fn lookup(actor: Actor, Query(pairs): Pairs) -> Result<Markup> {
    const SHOWN: usize = 10;
    actor
        .read(move |view| {
            let words = pairs.iter().find(|(name, _)| name == "q").map(|(_, value)| value.clone()).unwrap_or_default();
            let asked = Asked { words, limit: SHOWN, ..Asked::default() };
            let found = list(view, "device", &asked)?.rows;
            let choices: Vec<Choice> = found
                .iter()
                .filter(|stored| !matches!(stored.text("state"), "disposed" | "merged"))
                .map(|stored| {
                    let marks = [stored.text("tag"), stored.text("serial"), stored.text("model")];
                    let detail = marks.into_iter().filter(|mark| !mark.is_empty()).collect::<Vec<_>>().join(" · ");
                    Choice::new(stored.head.id.to_string(), stored.text("name")).detail(detail)
                })
                .collect();
            Ok(lookup_options(view.tongue(), &choices))
        })
        .await
}

/// Machines in use that have not reported for a month, those silent longest first.
async fn silent(asking: Asking, actor: Actor) -> Result<Markup> {
    const SILENT_US: i64 = 30 * 86_400_000_000;
    const SHOWN: i64 = 200;
    actor
        .read(move |view| {
            if !view.actor().may("device.edit") {
                return Err(Problem::Forbidden { act: "device.edit".into() });
            }
            let tongue = view.tongue();
            let rows = view.rows(
                "SELECT s.device AS device, max(s.at) AS at FROM work_seen s JOIN rec_device d ON d.id = s.device WHERE d.state IN ('in_use', 'found') \
                 GROUP BY s.device HAVING max(s.at) < ?1 ORDER BY 2 LIMIT ?2",
                vals![view.now() - SILENT_US, SHOWN],
                |row| Ok((row.text("device")?, row.int("at")?)),
            )?;
            let mut lines = Vec::new();
            for (id, at) in rows {
                let Ok(stored) = view.find_stored("device", &id) else { continue };
                let holder = match stored.id("holder") {
                    Some(holder) => Cell::person(view.person_name(holder)?),
                    None => Cell::Empty,
                };
                let name = Cell::Link { text: stored.text("name").to_owned(), href: stored.path() };
                lines.push(vec![
                    name,
                    Cell::text(tongue.say(&format!("device-kind-{}", stored.text("kind")))),
                    holder,
                    Cell::Time(When::new(tongue, moment(at), moment(view.now()))),
                ]);
            }
            let frame = frame(&asking, Some(view), tongue.say("today-silent"))?.crumb(tongue.say("device-many"), "/device");
            let titles = ["device-field-name", "device-field-kind", "device-field-holder", "device-seen"].map(|key| tongue.say(key)).to_vec();
            let content = html! {
                @if lines.is_empty() {
                    (pages::empty::empty(&Empty { icon: Some(device_icon("laptop")), sentence: tongue.say("device-none-silent"), action: None, import: None }))
                } @else {
                    (super::grid::grid(tongue, &super::grid::Grid { titles, rows: lines }))
                }
            };
            Ok(page(&frame, content))
        })
        .await
}
