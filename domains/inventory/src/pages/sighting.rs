//! The queue of contradictions: what was reported beside what is known, which of it agrees and which contradicts, and the person's decision.

use super::{band, icon_of, tone};
use crate::device::Device;
use crate::sighting::Sighting;
use agents::Evidence;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::{get, post};
use kernel::actor::{Actor, Stored, View};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::time::moment;
use kernel::vals;
use kernel::web::Asking;
use kernel::words::Tongue;
use maud::{Markup, html};
use pages::action::Action;
use pages::cell::When;
use pages::described::{ListPage, Values, done, export, frame, head_facts, linked, list_page, see_other, story};
use pages::empty::Empty;
use pages::layout::{Frame, page};
use pages::notice::notice;
use pages::record::{facts, links, record, section};
use pages::table::table;
use pages::timeline::timeline;
use pages::tone::{Tone, state};
use std::sync::Arc;

type Pairs = Query<Vec<(String, String)>>;

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/sighting", get(list))
        .route("/sighting/export.csv", get(|actor: Actor, pairs: Pairs| file(actor, pairs, "csv")))
        .route("/sighting/export.xlsx", get(|actor: Actor, pairs: Pairs| file(actor, pairs, "xlsx")))
        .route("/sighting/{name}", get(show))
        .route("/sighting/{name}/same", post(same))
        .route("/sighting/{name}/different", post(different))
        .route("/sighting/{name}/register", post(register))
        .route("/sighting/{name}/ignore", post(ignore))
}

async fn list(asking: Asking, actor: Actor, Query(pairs): Pairs) -> Result<Markup> {
    actor
        .read(move |view| {
            let tongue = view.tongue();
            let frame = frame(&asking, Some(view), tongue.say("sighting-many"))?;
            let views = [("sighting-view-open", "state=open"), ("sighting-view-found", "state=open&why=discovered"), ("sighting-view-same", "state=same")];
            let described = ListPage {
                kind: "sighting",
                views: views.iter().map(|(key, query)| (tongue.say(key), *query)).collect(),
                tone,
                is_done: |stored| stored.text("state") != "open",
                bulk: None,
                empty: Empty { icon: Some("circle-check"), sentence: tongue.say("sighting-none"), action: None, import: None },
            };
            Ok(page(&frame, table(tongue, &list_page(view, described, &pairs)?)))
        })
        .await
}

async fn file(actor: Actor, Query(pairs): Pairs, form: &'static str) -> Result<Response> {
    actor.read(move |view| export(view, "sighting", &pairs, form)).await
}

async fn show(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    let (stored, page) = actor
        .read(move |view| {
            let tongue = view.tongue();
            let stored = view.find_stored("sighting", &name)?;
            let sighting: Sighting = stored.clone().typed()?;
            let frame = head(&asking, view, &stored, &sighting)?;
            let mut values = Values::new(view, tone);
            let described = view.kind("sighting")?;
            let events = story(&mut values, described, &stored)?;
            let about = head_facts(&mut values, described, &stored)?;
            let groups = linked(&mut values, &stored, 10, icon_of)?;
            let main = html! {
                (notice(Tone::Warn, &html! { p { strong { (tongue.say(&format!("sighting-why-{}", sighting.why))) } } p { (tongue.say(&format!("sighting-about-{}", sighting.why))) } }))
                (compared(view, &sighting)?)
                (section(&tongue.say("device-story"), timeline(tongue, &events)))
            };
            let side = html! { (links(tongue, &groups)) (section(&tongue.say("device-part-record"), facts(tongue, &about))) };
            Ok((stored, page(&frame, record(main, side))))
        })
        .await?;
    kernel::look::at(&actor, &stored).await?;
    Ok(page)
}

fn head(asking: &Asking, view: &View, stored: &Stored, sighting: &Sighting) -> Result<Frame> {
    let tongue = view.tongue();
    let mut frame = frame(asking, Some(view), sighting.title.clone())?.crumb(tongue.say("sighting-many"), "/sighting?state=open");
    frame.number = Some(sighting.head.number.clone());
    frame.state = Some((tongue.say(&format!("sighting-state-{}", sighting.state)), tone("state", &sighting.state)));
    frame.class = band(tongue, sighting.head.class);
    let path = stored.path();
    if !view.may("sighting.settle", sighting) {
        return Ok(frame);
    }
    let act = |key: &str, icon: &'static str| Action::post(tongue.say(&format!("sighting-{key}")), format!("{path}/{key}")).icon(icon);
    Ok(match (sighting.state.as_str(), sighting.device) {
        ("open", Some(_)) => frame.action(act("ignore", "x")).action(act("different", "copy")).action(act("same", "link").primary()),
        ("open", None) => frame.action(act("ignore", "x")).action(act("register", "plus").primary()),
        ("same", Some(device)) => frame.action(Action::post(tongue.say("device-part"), format!("/device/{device}/part")).icon("undo-2")),
        _ => frame,
    })
}

/// Both sides, a line for each kind of evidence.
fn compared(view: &View, sighting: &Sighting) -> Result<Markup> {
    let tongue = view.tongue();
    let reported = sighting.device.map(|id| view.fetch::<Device>(id)).transpose()?;
    let Some(reported) = reported else { return Ok(found(tongue, sighting)) };
    let known = sighting.known.map(|id| view.fetch::<Device>(id)).transpose()?;
    let said: Evidence = sighting.evidence.clone().and_then(|evidence| serde_json::from_value(evidence).ok()).unwrap_or_default();
    let before = known.as_ref().and_then(|known| known.evidence.clone()).unwrap_or_default();
    let seen = |device: &Device| heard_of(view, device);
    let mut rows = vec![
        Pair::of("device-field-uuid", &before.system_uuid, &said.system_uuid),
        Pair::of("device-field-serial", &before.serial, &said.serial),
        Pair::of("device-field-model", &before.model, &said.model),
        Pair::of("device-field-name", &before.name, &said.name),
        Pair::cards(&before.macs, &said.macs),
        Pair::of("sighting-agent", &before.agent_uuid, &said.agent_uuid),
        Pair::of("sighting-agent-folder", &before.device_id, &said.device_id),
    ];
    if let Some(known) = &known {
        rows.push(Pair::of("device-field-os_name", &known.os_name, &reported.os_name));
        rows.push(Pair::of("device-field-addresses", &known.addresses, &reported.addresses));
        rows.push(Pair::quiet("device-field-holder", holder(view, known)?, holder(view, &reported)?));
        rows.push(Pair::quiet("device-seen", seen(known)?, seen(&reported)?));
    }
    rows.retain(|row| row.known.is_some() || row.said.is_some());
    Ok(html! {
        (section(&tongue.say("sighting-compared"), html! {
            table.table.compared {
                thead { tr {
                    th scope="col" { (tongue.say("sighting-evidence")) }
                    th scope="col" { (tongue.say("sighting-field-known")) }
                    th scope="col" { (tongue.say("sighting-reported")) }
                    th scope="col" { (tongue.say("sighting-verdict")) }
                } }
                tbody {
                    tr {
                        td {}
                        td data-title=(tongue.say("sighting-field-known")) { @if let Some(known) = &known { (device_link(known)) } }
                        td data-title=(tongue.say("sighting-reported")) { (device_link(&reported)) }
                        td {}
                    }
                    @for row in &rows { (row.show(tongue)) }
                }
            }
        }))
    })
}

fn device_link(device: &Device) -> Markup {
    html! { a.quiet-link href={ "/device/" (device.head.number) } { (device.name) " " span.lead-number { (device.head.number) } } }
}

fn holder(view: &View, device: &Device) -> Result<Option<String>> {
    device.holder.map(|holder| view.person_name(holder)).transpose()
}

fn heard_of(view: &View, device: &Device) -> Result<Option<String>> {
    let at = view.number("SELECT coalesce(max(at), 0) FROM work_seen WHERE device = ?1", vals![device.head.id])?;
    Ok((at > 0).then(|| When::new(view.tongue(), moment(at), moment(view.now())).exact))
}

/// A thing found on the network by a scan: all that is known of it.
fn found(tongue: &Tongue, sighting: &Sighting) -> Markup {
    let fields = sighting.evidence.as_ref().and_then(|evidence| evidence.as_object()).cloned().unwrap_or_default();
    html! {
        dl.facts {
            @for (name, value) in &fields {
                @let key = format!("found-{name}");
                @if tongue.has(&key) && !value.is_null() {
                    div.fact { dt { (tongue.say(&key)) } dd { (value.as_str().map_or_else(|| value.to_string(), str::to_owned)) } }
                }
            }
        }
    }
}

/// One kind of evidence on both sides.
struct Pair {
    key: &'static str,
    known: Option<String>,
    said: Option<String>,
    verdict: Verdict,
}

#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    Agrees,
    Differs,
    OneSide,
    /// Shown for the eye; no evidence.
    Quiet,
}

impl Pair {
    fn of(key: &'static str, known: &Option<String>, said: &Option<String>) -> Self {
        let plain = |text: &String| text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
        let verdict = match (known, said) {
            (Some(known), Some(said)) if plain(known) == plain(said) => Verdict::Agrees,
            (Some(_), Some(_)) => Verdict::Differs,
            _ => Verdict::OneSide,
        };
        Self { key, known: known.clone(), said: said.clone(), verdict }
    }

    fn cards(known: &[String], said: &[String]) -> Self {
        let verdict = match () {
            () if known.is_empty() || said.is_empty() => Verdict::OneSide,
            () if known.iter().any(|mac| said.contains(mac)) => Verdict::Agrees,
            () => Verdict::Differs,
        };
        let joined = |macs: &[String]| (!macs.is_empty()).then(|| macs.join(" "));
        Self { key: "hw-mac", known: joined(known), said: joined(said), verdict }
    }

    fn quiet(key: &'static str, known: Option<String>, said: Option<String>) -> Self {
        Self { key, known, said, verdict: Verdict::Quiet }
    }

    fn show(&self, tongue: &Tongue) -> Markup {
        let verdict = match self.verdict {
            Verdict::Agrees => Some(("sighting-agrees", Tone::Good)),
            Verdict::Differs => Some(("sighting-differs", Tone::Bad)),
            Verdict::OneSide => Some(("sighting-one-side", Tone::Quiet)),
            Verdict::Quiet => None,
        };
        html! {
            tr {
                th scope="row" { (tongue.say(self.key)) }
                td data-title=(tongue.say("sighting-field-known")) { (self.known.as_deref().unwrap_or("—")) }
                td data-title=(tongue.say("sighting-reported")) { (self.said.as_deref().unwrap_or("—")) }
                td { @if let Some((key, tone)) = verdict { (state(&tongue.say(key), tone)) } }
            }
        }
    }
}

async fn same(actor: Actor, Path(name): Path<String>) -> Result<Response> {
    settle(actor, "sighting.same", name, |sighting, work| sighting.is_same(work).map(|_| ())).await
}

async fn different(actor: Actor, Path(name): Path<String>) -> Result<Response> {
    settle(actor, "sighting.different", name, |sighting, work| sighting.is_different(work).map(|_| ())).await
}

async fn register(actor: Actor, Path(name): Path<String>) -> Result<Response> {
    settle(actor, "sighting.register", name, |sighting, work| {
        if !work.actor().may("device.edit") {
            return Err(Problem::Forbidden { act: "device.edit".into() });
        }
        sighting.register(work).map(|_| ())
    })
    .await
}

async fn ignore(actor: Actor, Path(name): Path<String>, filled: Filled) -> Result<Response> {
    settle(actor, "sighting.ignore", name, move |sighting, work| sighting.ignore(work, &filled.text("reason")).map(|_| ())).await
}

async fn settle(
    actor: Actor,
    verb: &'static str,
    name: String,
    decide: impl FnOnce(&Sighting, &mut kernel::work::Work) -> Result<()> + Send + 'static,
) -> Result<Response> {
    let (number, _) = actor
        .act(verb, move |work| {
            let sighting: Sighting = work.find(&name)?;
            decide(&sighting, work)?;
            Ok(sighting.head.number)
        })
        .await?;
    Ok(see_other(&done(&format!("/sighting/{number}"), "sighting-settled")))
}
