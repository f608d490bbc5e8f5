//! The page of one device: what it is, who answers for it, what is inside it, who reported it and when, through whose hands it went. Also
//! remarks on it.

use super::hardware::{binary, decimal, inside};
use super::programs::program_grid;
use super::{band, device_icon, icon_of, tone};
use crate::device::Device;
use crate::handover;
use crate::program::of_device;
use crate::report::sections;
use agents::{Quarantined, Volatile};
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kernel::actor::{Actor, Stored, View};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::id::{Id, Link};
use kernel::problem::Result;
use kernel::time::moment;
use kernel::vals;
use kernel::web::Asking;
use maud::{Markup, html};
use pages::action::Action;
use pages::cell::{Cell, When};
use pages::described::{Values, attachments, done, field_facts, frame, head_facts, linked, see_other, story};
use pages::layout::{Frame, page};
use pages::notice::notice;
use pages::record::{CommentBox, Fact, comment_box, facts, links, record, section};
use pages::timeline::{files, timeline};
use pages::tone::Tone;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/device/{name}", get(show)).route("/device/{name}/comment", post(comment))
}

const IDENTITY: &[&str] = &["kind", "tag", "serial", "manufacturer", "model", "uuid", "holder", "unit", "place", "condition"];
const MACHINE: &[&str] = &["os_name", "os_version", "processor", "memory_mb", "disk_mb", "addresses", "reporter"];
const BOUGHT: &[&str] = &["bought_on", "price_tzs", "funder", "supplier", "warranty_until", "merged_into", "note"];
/// Programs on the page itself.
const FIRST_PROGRAMS: usize = 20;
const LINKED: usize = 30;

async fn show(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    let (stored, page) = actor
        .read(move |view| {
            let stored = view.find_stored("device", &name)?;
            let device: Device = stored.clone().typed()?;
            let mut values = Values::new(view, tone);
            let frame = head(&asking, view, &stored, &device)?;
            let main = main_part(&mut values, &stored, &device)?;
            let side = side_part(&mut values, &stored, &device)?;
            Ok((stored, page(&frame, record(main, side))))
        })
        .await?;
    kernel::look::at(&actor, &stored).await?;
    Ok(page)
}

fn head(asking: &Asking, view: &View, stored: &Stored, device: &Device) -> Result<Frame> {
    let tongue = view.tongue();
    let mut frame = frame(asking, Some(view), device.name.clone())?.crumb(tongue.say("device-many"), "/device");
    frame.number = Some(device.head.number.clone());
    frame.state = Some((tongue.say(&format!("device-state-{}", device.state)), tone("state", &device.state)));
    frame.class = band(tongue, device.head.class);
    let path = stored.path();
    let (may_edit, may_hand) = (view.may("device.edit", device), view.may("device.hand_over", device));
    if may_edit && device.state != "merged" {
        frame = frame.action(Action::link(tongue.say("device-correct"), format!("{path}/edit")).icon("pencil").key('e'));
    }
    frame = frame.action(report_problem(view, device));
    if may_edit {
        frame = frame.action(Action::link(tongue.say("device-label"), format!("{path}/label")).icon("qr-code"));
        frame = match device.merged_into {
            Some(_) => frame.action(Action::post(tongue.say("device-part"), format!("{path}/part")).icon("undo-2")),
            None if device.is_gone() => frame,
            None => frame.action(Action::link(tongue.say("device-merge"), format!("{path}/merge")).icon("copy")),
        };
    }
    if may_hand && !device.is_gone() {
        let (direction, icon) = if device.is_in_custody() { ("back", "undo-2") } else { ("out", "handshake") };
        let href = format!("/handover/new?direction={direction}&device={}", device.head.id);
        frame = frame.action(Action::link(tongue.say(&format!("handover-{direction}")), href).icon(icon).key('h').primary());
    }
    Ok(frame)
}

/// For whoever only holds it, this is what the page is for.
fn report_problem(view: &View, device: &Device) -> Action {
    let action = Action::link(view.tongue().say("device-report-problem"), format!("/request/new?device={}", device.head.id)).icon("life-buoy");
    if view.may("device.hand_over", device) { action } else { action.primary() }
}

fn main_part(values: &mut Values, stored: &Stored, device: &Device) -> Result<Markup> {
    let view = values.view;
    let tongue = view.tongue();
    let described = view.kind("device")?;
    let known = sections(view, device.head.id)?;
    let (told, now) = reports(view, device)?;
    let events = story(values, described, stored)?;
    let comment =
        CommentBox { path: format!("{}/comment", stored.path()), may_be_internal: view.actor().is_of_the_unit(), may_attach: true, ..CommentBox::default() };
    let mut identity = facts_of(values, stored, device, IDENTITY)?;
    identity.extend(facts_of(values, stored, device, BOUGHT)?);
    let machine = facts_of(values, stored, device, MACHINE)?;
    Ok(html! {
        (facts(tongue, &identity))
        @if !machine.is_empty() { (section(&tongue.say("device-part-machine"), facts(tongue, &machine))) }
        (told)
        (first_programs(view, stored, device)?)
        (inside(tongue, &known, &now))
        (custody(values, device)?)
        (section(&tongue.say("device-story"), html! {
            (timeline(tongue, &events))
            @if view.may("device.comment", device) { (comment_box(tongue, &comment)) }
        }))
    })
}

fn side_part(values: &mut Values, stored: &Stored, device: &Device) -> Result<Markup> {
    let view = values.view;
    let tongue = view.tongue();
    let described = view.kind("device")?;
    let head = head_facts(values, described, stored)?;
    let groups = linked(values, stored, LINKED, icon_of)?;
    let attached = attachments(values, stored)?;
    Ok(html! {
        p.device-kind { (pages::icon::icon(device_icon(&device.kind))) " " (tongue.say(&format!("device-kind-{}", device.kind))) }
        (links(tongue, &groups))
        @if !attached.is_empty() { (section(&tongue.say("file-many"), files(&attached))) }
        (section(&tongue.say("device-part-record"), facts(tongue, &head)))
    })
}

/// The described facts, dressed: what people copy as codes, sizes with their units.
fn facts_of(values: &mut Values, stored: &Stored, device: &Device, fields: &[&str]) -> Result<Vec<Fact>> {
    let view = values.view;
    let tongue = view.tongue();
    let described = view.kind("device")?;
    let mb = |mb: Option<i64>| mb.and_then(|mb| u64::try_from(mb).ok());
    let mut all = Vec::new();
    for name in fields {
        for mut fact in field_facts(values, described, stored, &[name])? {
            fact.value = match (*name, fact.value) {
                ("tag" | "serial" | "uuid", Cell::Text(text)) => Cell::Code(text),
                ("kind", Cell::State(word, _)) => Cell::Text(word),
                ("memory_mb", Cell::Number(_)) => binary(tongue, mb(device.memory_mb)),
                ("disk_mb", Cell::Number(_)) => decimal(tongue, mb(device.disk_mb)),
                ("price_tzs", Cell::Number(price)) => Cell::Amount(format!("TZS {}", tongue.number(price))),
                (_, other) => other,
            };
            all.push(fact);
        }
    }
    Ok(all)
}

/// Which agents told of it and when they were heard of last, and what of their words was not understood.
fn reports(view: &View, device: &Device) -> Result<(Markup, Volatile)> {
    let tongue = view.tongue();
    let rows = view.rows(
        "SELECT r.source, r.version, r.at, r.quarantined, s.at AS seen, s.address, s.readings FROM fact_report r \
         LEFT JOIN work_seen s ON s.device = r.device AND s.source = r.source WHERE r.device = ?1 ORDER BY coalesce(s.at, r.at) DESC",
        vals![device.head.id],
        |row| {
            Ok((
                row.text("source")?,
                row.text("version")?,
                row.int("at")?,
                row.text("quarantined")?,
                row.opt_int("seen")?,
                row.text("address")?,
                row.text("readings")?,
            ))
        },
    )?;
    let now: Volatile = rows.iter().find(|row| !row.6.is_empty()).and_then(|row| serde_json::from_str(&row.6).ok()).unwrap_or_default();
    let when = |at: i64| Cell::Time(When::new(tongue, moment(at), moment(view.now())));
    let mut odd: Vec<Quarantined> = Vec::new();
    let mut lines = Vec::new();
    for (source, version, at, quarantined, seen, address, _) in rows {
        odd.extend(serde_json::from_str::<Vec<Quarantined>>(&quarantined).unwrap_or_default());
        let version = version.rsplit_once("_v").map_or(version.clone(), |(_, number)| number.to_owned());
        lines.push(vec![
            Cell::text(source),
            Cell::text(version),
            seen.map_or(Cell::Empty, when),
            when(at),
            if address.is_empty() { Cell::Empty } else { Cell::Code(address) },
        ]);
    }
    let titles = ["device-agent", "hw-version", "device-seen", "device-changed", "device-seen-from"].map(|key| tongue.say(key)).to_vec();
    let body = html! {
        @if !odd.is_empty() { (notice(Tone::Warn, &quarantined(view, &odd))) }
        @if !lines.is_empty() { (section(&tongue.say("device-reports"), super::grid::grid(tongue, &super::grid::Grid { titles, rows: lines }))) }
    };
    Ok((body, now))
}

/// What was set aside, plainly: the rest of the report stands.
fn quarantined(view: &View, odd: &[Quarantined]) -> Markup {
    const SHOWN: usize = 10;
    let tongue = view.tongue();
    let why =
        |odd: &Quarantined| serde_json::to_value(odd.why).ok().and_then(|why| why.as_str().map(|why| tongue.say(&format!("odd-{why}")))).unwrap_or_default();
    html! {
        p { (tongue.with("device-odd", &[("count", odd.len().into())])) }
        ul {
            @for one in odd.iter().take(SHOWN) {
                li { span.code { (one.section) @if let Some(field) = &one.field { "." (field) } } ": " (why(one)) " " span.code { (one.sample) } }
            }
        }
    }
}

fn first_programs(view: &View, stored: &Stored, device: &Device) -> Result<Markup> {
    let tongue = view.tongue();
    let programs = of_device(view, device.head.id)?;
    if programs.is_empty() {
        return Ok(html! {});
    }
    let title = tongue.with("device-programs", &[("count", programs.len().into())]);
    Ok(section(
        &title,
        html! {
            (program_grid(view, &programs[..programs.len().min(FIRST_PROGRAMS)]))
            @if programs.len() > FIRST_PROGRAMS { p { a href={ (stored.path()) "/programs" } { (tongue.with("device-programs-all", &[("count", programs.len().into())])) } } }
        },
    ))
}

fn custody(values: &mut Values, device: &Device) -> Result<Markup> {
    let view = values.view;
    let tongue = view.tongue();
    let mut rows = Vec::new();
    for handover in handover::of_device(view, device.head.id)? {
        let happened = handover.head.happened_at.unwrap_or(handover.head.made_at);
        rows.push(vec![
            Cell::Link { text: handover.head.number.clone(), href: format!("/handover/{}", handover.head.number) },
            Cell::text(tongue.say(&format!("handover-direction-{}", handover.direction))),
            Cell::person(view.person_name(handover.person)?),
            values.when(happened),
            Cell::state(tongue.say(&format!("handover-signed-{}", handover.signed)), tone("signed", &handover.signed)),
        ]);
    }
    let titles =
        ["handover", "handover-field-direction", "handover-field-person", "handover-when", "handover-field-signed"].map(|key| tongue.say(key)).to_vec();
    Ok(html! { @if !rows.is_empty() { (section(&tongue.say("device-custody"), super::grid::grid(tongue, &super::grid::Grid { titles, rows }))) } })
}

async fn comment(actor: Actor, Path(name): Path<String>, filled: Filled) -> Result<Response> {
    let app = Arc::clone(&actor.app);
    let (path, _) = actor
        .act("device.comment", move |work| {
            let stored = work.find_stored("device", &name)?;
            let device: Device = stored.clone().typed()?;
            work.allow("device.comment", &device)?;
            let internal = filled.is_on("internal") && work.actor().is_of_the_unit();
            say(work, &app, &stored, &filled, internal)?;
            Ok(stored.path())
        })
        .await?;
    Ok(see_other(&done(&path, "device-commented")))
}

/// A remark and the files with it, on any record of this domain.
pub fn say(work: &mut kernel::work::Work, app: &App, stored: &Stored, filled: &Filled, internal: bool) -> Result<()> {
    let kept = filled.keep(app, "files")?;
    if kept.is_empty() || filled.opt("text").is_some() {
        kernel::attached::comment(work, stored, &filled.text("text"), internal)?;
    }
    for file in kept {
        kernel::attached::attach(work, stored, file, internal)?;
    }
    Ok(())
}

/// A device as a line elsewhere: a link when the reader may see it.
pub fn line(view: &View, id: Id) -> Result<Option<Stored>> {
    match view.name_of(&Link::new("device", id))? {
        Some(_) => view.find_stored("device", &id.to_string()).map(Some),
        None => Ok(None),
    }
}
