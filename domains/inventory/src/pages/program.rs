//! The catalogue of programs: what is installed in the office, in how many places, and on which devices that the reader may see.

use super::grid::{Grid, grid};
use crate::program::{PAGE, catalogue, with_devices};
use axum::Router;
use axum::extract::{Path, Query};
use axum::routing::get;
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::problem::{Problem, Result};
use kernel::web::Asking;
use maud::{Markup, html};
use pages::cell::Cell;
use pages::described::frame;
use pages::empty::Empty;
use pages::layout::page;
use pages::record::{Fact, facts, section};
use pages::table::{Column, Row, Table, table};
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/program", get(list)).route("/program/{key}", get(show))
}

/// Devices shown of one program; the count tells of the rest.
const SHOWN: i64 = 200;

fn may_read(view: &View) -> Result<()> {
    if view.actor().may("program.see") { Ok(()) } else { Err(Problem::Forbidden { act: "program.see".into() }) }
}

async fn list(asking: Asking, actor: Actor, Query(pairs): Query<Vec<(String, String)>>) -> Result<Markup> {
    actor
        .read(move |view| {
            may_read(view)?;
            let tongue = view.tongue();
            let asked = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone()).unwrap_or_default();
            let words = asked("q");
            let mut found = catalogue(view, &words, after(&asked("after")))?;
            let more = i64::try_from(found.len()).is_ok_and(|count| count > PAGE);
            found.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
            let next = found.last().filter(|_| more).map(|last| address(&words, &format!("{}-{}", last.installs, last.key)));
            let maybe = |text: &str| Cell::maybe((!text.is_empty()).then(|| text.to_owned()));
            let rows = found
                .iter()
                .map(|line| {
                    let cells =
                        vec![Cell::text(line.name.clone()), maybe(&line.version), maybe(&line.publisher), maybe(&line.arch), Cell::Number(line.installs)];
                    Row::new(line.key.to_string(), format!("/program/{}", line.key), cells)
                })
                .collect();
            let drawn = Table {
                caption: tongue.say("program-many"),
                path: "/program".into(),
                columns: vec![
                    Column::new(tongue.say("program")),
                    Column::new(tongue.say("hw-version")),
                    Column::new(tongue.say("program-publisher")),
                    Column::new(tongue.say("program-arch")),
                    Column::number(tongue.say("program-installs")),
                ],
                rows,
                search: Some(words.clone()),
                clear_href: (!words.is_empty()).then(|| "/program".to_owned()),
                previous: (!asked("after").is_empty()).then(|| address(&words, "")),
                next,
                empty: Empty { icon: Some("package"), sentence: tongue.say("program-none"), action: None, import: None },
                ..Table::default()
            };
            Ok(page(&frame(&asking, Some(view), tongue.say("program-many"))?, table(tongue, &drawn)))
        })
        .await
}

fn address(words: &str, after: &str) -> String {
    let pairs: Vec<(&str, &str)> = [("q", words), ("after", after)].into_iter().filter(|(_, value)| !value.is_empty()).collect();
    format!("/program?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
}

/// Installs and key of the last line before, `12-345`.
fn after(text: &str) -> Option<(i64, i64)> {
    let (installs, key) = text.split_once('-')?;
    Some((installs.parse().ok()?, key.parse().ok()?))
}

async fn show(asking: Asking, actor: Actor, Path(key): Path<i64>) -> Result<Markup> {
    actor
        .read(move |view| {
            may_read(view)?;
            let tongue = view.tongue();
            let (program, devices) = with_devices(view, key, SHOWN)?;
            let mut rows = Vec::new();
            for id in devices {
                let Ok(stored) = view.find_stored("device", &id.to_string()) else { continue };
                let holder = match stored.id("holder") {
                    Some(holder) => Cell::person(view.person_name(holder)?),
                    None => Cell::Empty,
                };
                let name = Cell::Link { text: stored.text("name").to_owned(), href: stored.path() };
                rows.push(vec![name, Cell::Code(stored.head.number.clone()), holder, Cell::maybe(stored.fields.get("os_name").and_then(|os| os.as_str()))]);
            }
            let mut frame = frame(&asking, Some(view), program.name.clone())?.crumb(tongue.say("program-many"), "/program");
            frame.number = (!program.version.is_empty()).then(|| program.version.clone());
            let told = [("program-publisher", &program.publisher), ("program-arch", &program.arch)];
            let mut about: Vec<Fact> =
                told.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| Fact::new(tongue.say(key), Cell::text(text.clone()))).collect();
            about.push(Fact::new(tongue.say("program-installs"), Cell::Number(program.installs)));
            let titles = ["device", "head-number", "device-field-holder", "device-field-os_name"].map(|key| tongue.say(key)).to_vec();
            let content = html! {
                (facts(tongue, &about))
                @if !rows.is_empty() { (section(&tongue.say("program-devices"), grid(tongue, &Grid { titles, rows }))) }
            };
            Ok(page(&frame, content))
        })
        .await
}
