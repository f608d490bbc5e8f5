//! Bringing in the office's own register: the file, its columns, the dry run with every bad row, and the writing. The file is kept by its hash
//! between the steps, so nothing is sent twice.

use super::again;
use super::grid::{Grid, grid};
use crate::import::columns::{FIELDS, guess, named};
use crate::import::sheet::{Sheet, sheet};
use crate::import::{Plan, plan, write};
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::attached::{keep, path_of};
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::web::Asking;
use maud::{Markup, html};
use pages::cell::Cell;
use pages::described::{done, frame, see_other};
use pages::form::{Choice, Field, Form, Kind, Part, Problem as Said, form};
use pages::layout::{Frame, page};
use pages::notice::notice;
use pages::record::section;
use pages::today::{Figure, figures};
use pages::tone::Tone;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/device/import", get(ask).post(take))
        .route("/device/import/{sha256}", get(columns))
        .route("/device/import/{sha256}/check", post(check))
        .route("/device/import/{sha256}/write", post(confirm))
}

/// Rows of a kind shown on the dry run's page; the bad ones are all shown up to a thousand.
const SHOWN: usize = 30;
const BAD_SHOWN: usize = 1_000;

fn framed(asking: &Asking, view: &View) -> Result<Frame> {
    if !view.actor().may("device.edit") {
        return Err(Problem::Forbidden { act: "device.edit".into() });
    }
    let tongue = view.tongue();
    Ok(frame(asking, Some(view), tongue.say("device-import"))?.crumb(tongue.say("device-many"), "/device"))
}

async fn ask(asking: Asking, actor: Actor) -> Result<Markup> {
    actor.read(move |view| Ok(page(&framed(&asking, view)?, upload(view, Vec::new())))).await
}

fn upload(view: &View, problems: Vec<Said>) -> Markup {
    let tongue = view.tongue();
    let file = Field::new("file", tongue.say("device-import-file"), Kind::File { is_many: false, accept: Some(".csv,.txt,.xlsx") })
        .required()
        .help(tongue.say("device-import-file-help"));
    let asked = Form { problems, cancel: Some("/device".into()), ..Form::new("/device/import", tongue.say("device-import-next"), vec![Part::new(vec![file])]) };
    html! { (notice(Tone::Quiet, &html! { p { (tongue.say("device-import-about")) } })) (form(tongue, &asked)) }
}

async fn take(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    if !actor.may("device.edit") {
        return Err(Problem::Forbidden { act: "device.edit".into() });
    }
    let app = Arc::clone(&actor.app);
    let kept = kernel::actor::off_the_loop(move || {
        let file = filled.uploads.iter().find(|file| file.field == "file").ok_or_else(|| Problem::on("file", "problem-required"))?;
        sheet(&file.bytes)?;
        keep(&app, &file.name, &file.media_type, &file.bytes)
    })
    .await;
    match kept {
        Ok(kept) => Ok(see_other(&format!("/device/import/{}", kept.sha256))),
        Err(problem) => match super::said(&actor.tongue, &problem) {
            Some(problems) => actor.read(move |view| Ok(again(&framed(&asking, view)?, upload(view, problems)))).await,
            None => Err(problem),
        },
    }
}

/// The kept file, read again. Its name is its hash and nothing else.
fn kept(view: &View, sha256: &str) -> Result<Sheet> {
    let is_hash = sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    if !is_hash || !view.actor().may("device.edit") {
        return Err(Problem::NotFound);
    }
    let bytes = std::fs::read(path_of(&view.actor().app, sha256)).map_err(|_| Problem::NotFound)?;
    sheet(&bytes)
}

async fn columns(asking: Asking, actor: Actor, Path(sha256): Path<String>) -> Result<Markup> {
    actor
        .read(move |view| {
            let sheet = kept(view, &sha256)?;
            let fields = guess(view, &sheet.columns);
            Ok(page(&framed(&asking, view)?, mapping(view, &sheet, &sha256, &fields)))
        })
        .await
}

fn mapping(view: &View, sheet: &Sheet, sha256: &str, fields: &[Option<&'static str>]) -> Markup {
    let tongue = view.tongue();
    let label = |field: &str| if field == "site" { tongue.say("head-site") } else { tongue.say(&format!("device-field-{field}")) };
    let mut offered = vec![Choice::new("-", tongue.say("device-import-leave"))];
    offered.extend(FIELDS.iter().map(|(field, _)| Choice::new(*field, label(field))));
    let asked = sheet.columns.iter().enumerate().filter(|(_, heading)| !heading.is_empty()).map(|(at, heading)| {
        let sample: Vec<&str> = sheet.rows.iter().filter_map(|(_, cells)| cells.get(at)).map(String::as_str).filter(|cell| !cell.is_empty()).take(3).collect();
        Field::choice(format!("c{at}"), heading.clone(), fields[at].unwrap_or("-"), offered.clone()).help(sample.join(" · ")).required().half()
    });
    let title = tongue.with("device-import-rows", &[("count", sheet.rows.len().into())]);
    let parts = vec![Part { help: Some(tongue.say("device-import-columns-help")), ..Part::titled(title, asked.collect()) }];
    form(tongue, &Form { cancel: Some("/device/import".into()), ..Form::new(format!("/device/import/{sha256}/check"), tongue.say("device-import-try"), parts) })
}

/// The field of each column, as it was chosen.
fn chosen(sheet: &Sheet, filled: &Filled) -> Vec<Option<&'static str>> {
    let mut fields: Vec<Option<&'static str>> = Vec::new();
    for at in 0..sheet.columns.len() {
        let field = named(&filled.text(&format!("c{at}"))).filter(|field| !fields.contains(&Some(field)));
        fields.push(field);
    }
    fields
}

async fn check(asking: Asking, actor: Actor, Path(sha256): Path<String>, filled: Filled) -> Result<Response> {
    actor
        .read(move |view| {
            let sheet = kept(view, &sha256)?;
            let fields = chosen(&sheet, &filled);
            let frame = framed(&asking, view)?;
            if !fields.iter().any(|field| matches!(field, Some("tag" | "serial"))) {
                let tongue = view.tongue();
                let content =
                    html! { (notice(Tone::Bad, &html! { p { (tongue.say("problem-import-no-key-column")) } })) (mapping(view, &sheet, &sha256, &fields)) };
                return Ok(again(&frame, content));
            }
            let plan = plan(view, &sheet, &fields)?;
            Ok(page(&frame, dry_run(view, &plan, &sha256, &fields)).into_response())
        })
        .await
}

fn dry_run(view: &View, plan: &Plan, sha256: &str, fields: &[Option<&'static str>]) -> Markup {
    let tongue = view.tongue();
    let figure =
        |key: &str, count: usize| Figure { label: tongue.say(key), value: tongue.number(i64::try_from(count).unwrap_or(i64::MAX)), ..Figure::default() };
    let counts = [
        figure("device-import-made", plan.made()),
        figure("device-import-changed", plan.changed()),
        figure("device-import-same", plan.same),
        figure("device-import-bad", plan.bad_rows()),
    ];
    let hidden = fields.iter().enumerate().filter_map(|(at, field)| Some((format!("c{at}"), (*field)?.to_owned()))).collect();
    let good = plan.lines.len();
    let label = if plan.bad.is_empty() { "device-import-write" } else { "device-import-write-good" };
    let confirm = Form {
        hidden,
        cancel: Some(format!("/device/import/{sha256}")),
        ..Form::new(format!("/device/import/{sha256}/write"), tongue.with(label, &[("count", good.into()), ("bad", plan.bad_rows().into())]), Vec::new())
    };
    html! {
        (figures(tongue, &counts))
        @if !plan.bad.is_empty() { (section(&tongue.say("device-import-bad"), bad(view, plan))) }
        @if good > 0 { (section(&tongue.say("device-import-would"), lines(view, plan))) }
        @if good > 0 { (form(tongue, &confirm)) } @else { p { a.button href={ "/device/import/" (sha256) } { (tongue.say("back")) } } }
    }
}

/// Every bad row by its number, column, value and reason.
fn bad(view: &View, plan: &Plan) -> Markup {
    let tongue = view.tongue();
    let titles = ["device-import-row", "device-import-column", "device-import-value", "device-import-reason"].map(|key| tongue.say(key));
    html! {
        table.table {
            thead { tr { @for title in &titles { th scope="col" { (title) } } } }
            tbody {
                @for bad in plan.bad.iter().take(BAD_SHOWN) {
                    tr {
                        td data-title=(titles[0]) { (bad.row) }
                        td data-title=(titles[1]) { (bad.column) }
                        td data-title=(titles[2]) { (bad.value) }
                        td data-title=(titles[3]) { (tongue.say(bad.key)) }
                    }
                }
            }
        }
        @if plan.bad.len() > BAD_SHOWN { p { (tongue.with("device-grid-more", &[("count", (plan.bad.len() - BAD_SHOWN).into())])) } }
    }
}

fn lines(view: &View, plan: &Plan) -> Markup {
    let tongue = view.tongue();
    let label = |field: &String| if field == "site" { tongue.say("head-site") } else { tongue.say(&format!("device-field-{field}")) };
    let rows = plan
        .lines
        .iter()
        .take(SHOWN)
        .map(|line| {
            let what = match &line.before {
                None => Cell::state(tongue.say("device-import-new"), Tone::Good),
                Some(_) => Cell::text(line.fields.iter().map(label).collect::<Vec<_>>().join(", ")),
            };
            let number = i64::try_from(line.row).unwrap_or(i64::MAX);
            vec![Cell::Number(number), Cell::text(line.after.name.clone()), Cell::maybe(line.after.tag.clone()), Cell::maybe(line.after.serial.clone()), what]
        })
        .collect();
    let titles =
        ["device-import-row", "device-field-name", "device-field-tag", "device-field-serial", "device-import-what"].map(|key| tongue.say(key)).to_vec();
    html! {
        (grid(tongue, &Grid { titles, rows }))
        @if plan.lines.len() > SHOWN { p { (tongue.with("device-grid-more", &[("count", (plan.lines.len() - SHOWN).into())])) } }
    }
}

async fn confirm(actor: Actor, Path(sha256): Path<String>, filled: Filled) -> Result<Response> {
    let acting = actor.clone();
    kernel::actor::off_the_loop(move || {
        let view = acting.view()?;
        let sheet = kept(&view, &sha256)?;
        let fields = chosen(&sheet, &filled);
        let plan = plan(&view, &sheet, &fields)?;
        drop(view);
        write(&acting, &plan, &sheet, &fields, &sha256)
    })
    .await?;
    Ok(see_other(&done("/device", "device-imported")))
}
