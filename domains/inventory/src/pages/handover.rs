//! Hand-overs: the list, the page of one with its devices and signature, the printed slip and its scan, and the place where a person signs
//! later for what he received.

use super::handover_form::signature;
use super::{band, base, icon_of, tone};
use crate::handover::Handover;
use crate::slip;
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use kernel::actor::{Actor, Stored, View};
use kernel::app::App;
use kernel::attached::path_of;
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::web::Asking;
use maud::{Markup, html};
use pages::action::Action;
use pages::cell::Cell;
use pages::described::{ListPage, Values, attachments, done, export, field_facts, frame, head_facts, linked, list_page, see_other, story};
use pages::empty::Empty;
use pages::form::{Field, Form, Kind, Part, form};
use pages::layout::{Frame, page};
use pages::record::{CommentBox, comment_box, facts, links, record, section};
use pages::table::table;
use pages::timeline::{files, timeline};
use std::sync::Arc;

type Pairs = Query<Vec<(String, String)>>;

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/handover", get(list))
        .route("/handover/export.csv", get(|actor: Actor, pairs: Pairs| file(actor, pairs, "csv")))
        .route("/handover/export.xlsx", get(|actor: Actor, pairs: Pairs| file(actor, pairs, "xlsx")))
        .route("/handover/{name}", get(show))
        .route("/handover/{name}/slip.pdf", get(paper))
        .route("/handover/{name}/signature.png", get(drawn))
        .route("/handover/{name}/scan", post(scan))
        .route("/handover/{name}/sign", post(sign))
        .route("/handover/{name}/comment", post(comment))
}

async fn list(asking: Asking, actor: Actor, Query(pairs): Pairs) -> Result<Markup> {
    actor
        .read(move |view| {
            let tongue = view.tongue();
            let may = view.actor().may("device.hand_over");
            let mut frame = frame(&asking, Some(view), tongue.say("handover-many"))?;
            if may {
                frame = frame
                    .action(Action::link(tongue.say("handover-back"), "/handover/new?direction=back").icon("undo-2"))
                    .action(Action::link(tongue.say("handover-out"), "/handover/new?direction=out").icon("handshake").key('n').primary());
            }
            let views = [("handover-view-pending", "signed=pending"), ("handover-view-out", "direction=out"), ("handover-view-back", "direction=back")];
            let described = ListPage {
                kind: "handover",
                views: views.iter().map(|(key, query)| (tongue.say(key), *query)).collect(),
                tone,
                is_done: |_| false,
                bulk: None,
                empty: Empty { icon: Some("handshake"), sentence: tongue.say("handover-none"), action: None, import: None },
            };
            Ok(page(&frame, table(tongue, &list_page(view, described, &pairs)?)))
        })
        .await
}

async fn file(actor: Actor, Query(pairs): Pairs, form: &'static str) -> Result<Response> {
    actor.read(move |view| export(view, "handover", &pairs, form)).await
}

const FACTS: &[&str] = &["direction", "person", "officer", "condition", "reason", "signed", "signed_at"];

async fn show(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    let (stored, page) = actor
        .read(move |view| {
            let stored = view.find_stored("handover", &name)?;
            let handover: Handover = stored.clone().typed()?;
            let frame = head(&asking, view, &stored, &handover)?;
            let mut values = Values::new(view, tone);
            let main = main_part(&mut values, &stored, &handover)?;
            let side = side_part(&mut values, &stored)?;
            Ok((stored, page(&frame, record(main, side))))
        })
        .await?;
    kernel::look::at(&actor, &stored).await?;
    Ok(page)
}

fn head(asking: &Asking, view: &View, stored: &Stored, handover: &Handover) -> Result<Frame> {
    let tongue = view.tongue();
    let mut frame = frame(asking, Some(view), handover.title.clone())?.crumb(tongue.say("handover-many"), "/handover");
    frame.number = Some(handover.head.number.clone());
    frame.state = Some((tongue.say(&format!("handover-signed-{}", handover.signed)), tone("signed", &handover.signed)));
    frame.class = band(tongue, handover.head.class);
    Ok(frame.action(Action::download(tongue.say("handover-slip"), format!("{}/slip.pdf", stored.path())).icon("file-text").key('p').primary()))
}

fn main_part(values: &mut Values, stored: &Stored, handover: &Handover) -> Result<Markup> {
    let view = values.view;
    let tongue = view.tongue();
    let described = view.kind("handover")?;
    let told = field_facts(values, described, stored, FACTS)?;
    let events = story(values, described, stored)?;
    let may_sign = handover.is_pending() && view.may("handover.sign", handover);
    let comment =
        CommentBox { path: format!("{}/comment", stored.path()), may_be_internal: view.actor().is_of_the_unit(), may_attach: true, ..CommentBox::default() };
    Ok(html! {
        (facts(tongue, &told))
        (section(&tongue.say("handover-field-devices"), devices(view, handover)?))
        @if handover.signed == "on_screen" {
            (section(&tongue.say("handover-field-signature"), html! {
                img.signature-drawn src={ (stored.path()) "/signature.png" } alt=(tongue.with("handover-signature-of", &[("name", view.person_name(handover.person)?.into())])) width="300";
            }))
        }
        @if may_sign { (signing(view, stored, handover)) }
        (section(&tongue.say("device-story"), html! { (timeline(tongue, &events)) @if view.actor().is_of_the_unit() { (comment_box(tongue, &comment)) } }))
    })
}

fn devices(view: &View, handover: &Handover) -> Result<Markup> {
    let tongue = view.tongue();
    let mut rows = Vec::new();
    for id in &handover.devices {
        let device: crate::device::Device = view.fetch(*id)?;
        let code = |text: &Option<String>| text.clone().map_or(Cell::Empty, Cell::Code);
        let name = match super::device::line(view, *id)? {
            Some(seen) => Cell::Link { text: device.name.clone(), href: seen.path() },
            // Whoever gave it back sees the slip he signed, not what became of the device since.
            None => Cell::text(device.name.clone()),
        };
        rows.push(vec![name, code(&device.tag), code(&device.serial), Cell::maybe(device.model.clone())]);
    }
    let titles = ["device", "device-field-tag", "device-field-serial", "device-field-model"].map(|key| tongue.say(key)).to_vec();
    Ok(super::grid::grid(tongue, &super::grid::Grid { titles, rows }))
}

/// On the screen by whoever receives or gives, or on paper that is scanned.
fn signing(view: &View, stored: &Stored, handover: &Handover) -> Markup {
    let tongue = view.tongue();
    let role = if handover.direction == "out" { "slip-receiver" } else { "slip-giver" };
    let pad = Field::new("signature", tongue.say(role), Kind::Signature).help(tongue.say("handover-sign-help"));
    let on_screen = Form::new(format!("{}/sign", stored.path()), tongue.say("handover-sign"), vec![Part::new(vec![pad])]);
    let scan =
        Field::new("scan", tongue.say("handover-scan"), Kind::File { is_many: false, accept: Some("image/*,.pdf") }).help(tongue.say("handover-scan-help"));
    let on_paper = Form::new(format!("{}/scan", stored.path()), tongue.say("handover-scan-send"), vec![Part::new(vec![scan])]);
    html! {
        (section(&tongue.say("handover-sign"), form(tongue, &on_screen)))
        @if view.actor().may("device.hand_over") { (section(&tongue.say("handover-signed-on_paper"), form(tongue, &on_paper))) }
    }
}

fn side_part(values: &mut Values, stored: &Stored) -> Result<Markup> {
    let view = values.view;
    let tongue = view.tongue();
    let head = head_facts(values, view.kind("handover")?, stored)?;
    let groups = linked(values, stored, 20, icon_of)?;
    let attached = attachments(values, stored)?;
    Ok(html! {
        (links(tongue, &groups))
        @if !attached.is_empty() { (section(&tongue.say("file-many"), files(&attached))) }
        (section(&tongue.say("device-part-record"), facts(tongue, &head)))
    })
}

async fn paper(actor: Actor, Path(name): Path<String>, headers: HeaderMap) -> Result<Response> {
    let (stored, bytes) = actor
        .read(move |view| {
            let stored = view.find_stored("handover", &name)?;
            let app = &view.actor().app;
            let address = format!("{}{}", base(app, &headers), stored.path());
            let paper = slip::paper(view, &stored.clone().typed()?, &address, &app.checkpoint()?)?;
            Ok((stored, slip::write(&paper)?))
        })
        .await?;
    kernel::look::at(&actor, &stored).await?;
    let name = format!("inline; filename=\"{}.pdf\"", stored.head.number);
    Ok(([(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}

async fn drawn(actor: Actor, Path(name): Path<String>) -> Result<Response> {
    let bytes = actor
        .read(move |view| {
            let handover: Handover = view.find(&name)?;
            let sha256 = handover.signature.filter(|_| handover.signed == "on_screen").ok_or(Problem::NotFound)?;
            std::fs::read(path_of(&view.actor().app, &sha256)).map_err(|error| Problem::Store(error.to_string()))
        })
        .await?;
    Ok(([(header::CONTENT_TYPE, "image/png"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")], bytes).into_response())
}

async fn scan(actor: Actor, Path(name): Path<String>, filled: Filled) -> Result<Response> {
    let app = Arc::clone(&actor.app);
    let (number, _) = actor
        .act("handover.sign_on_paper", move |work| {
            let handover: Handover = work.find(&name)?;
            handover.may_be_signed(work)?;
            let Some(scan) = filled.keep(&app, "scan")?.into_iter().next() else { return Err(Problem::on("scan", "problem-required")) };
            Ok(handover.sign_on_paper(work, &scan)?.head.number)
        })
        .await?;
    Ok(see_other(&done(&format!("/handover/{number}"), "handover-signed")))
}

async fn sign(actor: Actor, Path(name): Path<String>, filled: Filled) -> Result<Response> {
    let app = Arc::clone(&actor.app);
    let url = filled.opt("signature").ok_or_else(|| Problem::on("signature", "problem-signature"))?;
    let (number, _) = actor
        .act("handover.sign_on_screen", move |work| {
            let handover: Handover = work.find(&name)?;
            handover.may_be_signed(work)?;
            Ok(handover.sign_on_screen(work, &signature(&app, &url)?)?.head.number)
        })
        .await?;
    Ok(see_other(&done(&format!("/handover/{number}"), "handover-signed")))
}

async fn comment(actor: Actor, Path(name): Path<String>, filled: Filled) -> Result<Response> {
    let app = Arc::clone(&actor.app);
    let (path, _) = actor
        .act("handover.comment", move |work| {
            let stored = work.find_stored("handover", &name)?;
            if !work.actor().is_of_the_unit() {
                return Err(Problem::Forbidden { act: "handover.comment".into() });
            }
            super::device::say(work, &app, &stored, &filled, filled.is_on("internal"))?;
            Ok(stored.path())
        })
        .await?;
    Ok(see_other(&done(&path, "device-commented")))
}
