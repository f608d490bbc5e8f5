//! The form by which a person takes a device into the register or corrects what it says. What agents report is not asked.

use super::{again, choices, named, said};
use crate::device::{CONDITIONS, Device, KINDS, STATES, Typed, register};
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::filled::Filled;
use kernel::problem::{FieldProblem, Problem, Result};
use kernel::web::Asking;
use kernel::words::Tongue;
use maud::Markup;
use pages::described::{Values, done, frame, see_other, show};
use pages::form::{Choice, Field, Form, Kind, Part, Problem as Said, form};
use pages::layout::{Frame, page};
use std::collections::BTreeMap;
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/device/new", get(new)).route("/device", post(make)).route("/device/{name}/edit", get(edit).post(save))
}

/// Field names, in the order of the form.
const FIELDS: &[&str] = &[
    "name",
    "tag",
    "kind",
    "state",
    "manufacturer",
    "model",
    "serial",
    "unit",
    "site",
    "place",
    "condition",
    "bought_on",
    "price_tzs",
    "funder",
    "supplier",
    "warranty_until",
    "note",
];

async fn new(asking: Asking, actor: Actor) -> Result<Markup> {
    actor
        .read(move |view| {
            if !view.actor().may("device.edit") {
                return Err(Problem::Forbidden { act: "device.edit".into() });
            }
            let typed = BTreeMap::from([("state".to_owned(), "in_store".to_owned())]);
            let sheet = sheet(&Sheet { view, typed: &typed, device: None, problems: Vec::new() })?;
            Ok(page(&new_frame(&asking, view)?, form(view.tongue(), &sheet)))
        })
        .await
}

async fn make(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    let typed = typed(&filled);
    let made = match typed {
        Ok(typed) => actor.act("device.register", move |work| register(work, typed)).await,
        Err(problem) => Err(problem),
    };
    match made {
        Ok((_, committed)) => Ok(see_other(&done(&format!("/device/{}", committed.number()), "device-registered"))),
        Err(problem) => match said(&actor.tongue, &problem) {
            Some(problems) => {
                let redraw = move |view: &View| {
                    let sheet = sheet(&Sheet { view, typed: &as_typed(&filled), device: None, problems })?;
                    Ok(again(&new_frame(&asking, view)?, form(view.tongue(), &sheet)))
                };
                actor.read(redraw).await
            }
            None => Err(problem),
        },
    }
}

async fn edit(asking: Asking, actor: Actor, Path(name): Path<String>) -> Result<Markup> {
    actor
        .read(move |view| {
            let device: Device = view.find(&name)?;
            if !view.may("device.edit", &device) {
                return Err(Problem::Forbidden { act: "device.edit".into() });
            }
            let sheet = sheet(&Sheet { view, typed: &as_saved(&device), device: Some(&device), problems: Vec::new() })?;
            Ok(page(&edit_frame(&asking, view, &device)?, form(view.tongue(), &sheet)))
        })
        .await
}

async fn save(asking: Asking, actor: Actor, Path(name): Path<String>, filled: Filled) -> Result<Response> {
    let (revision, found) = (filled.revision(), name.clone());
    let saved = match typed(&filled) {
        Ok(typed) => {
            let correct = move |work: &mut kernel::work::Work| {
                let device: Device = work.find(&found)?;
                work.expect(&device, revision)?;
                device.correct(work, typed)
            };
            actor.act("device.correct", correct).await
        }
        Err(problem) => Err(problem),
    };
    let problem = match saved {
        Ok((device, _)) => return Ok(see_other(&done(&format!("/device/{}", device.head.number), "device-corrected"))),
        Err(problem) => problem,
    };
    let stale = matches!(problem, Problem::Stale { .. });
    let problems = said(&actor.tongue, &problem);
    if !stale && problems.is_none() {
        return Err(problem);
    }
    actor
        .read(move |view| {
            let device: Device = view.find(&name)?;
            let typed = as_typed(&filled);
            let problems = if stale { differing(view, &device, &typed)? } else { problems.unwrap_or_default() };
            let sheet = sheet(&Sheet { view, typed: &typed, device: Some(&device), problems })?;
            Ok(again(&edit_frame(&asking, view, &device)?, form(view.tongue(), &sheet)))
        })
        .await
}

fn new_frame(asking: &Asking, view: &View) -> Result<Frame> {
    let tongue = view.tongue();
    Ok(frame(asking, Some(view), tongue.say("device-register"))?.crumb(tongue.say("device-many"), "/device"))
}

fn edit_frame(asking: &Asking, view: &View, device: &Device) -> Result<Frame> {
    let tongue = view.tongue();
    let mut frame = frame(asking, Some(view), tongue.say("device-correct"))?.crumb(tongue.say("device-many"), "/device");
    frame = frame.crumb(device.name.clone(), format!("/device/{}", device.head.number));
    frame.class = super::band(tongue, device.head.class);
    Ok(frame)
}

/// Both versions of a form that someone else was faster with: what is saved now stands beside each field that was typed otherwise.
fn differing(view: &View, device: &Device, typed: &BTreeMap<String, String>) -> Result<Vec<Said>> {
    let tongue = view.tongue();
    let mut problems = vec![Said::whole(tongue.say("problem-stale"))];
    let stored = view.find_stored("device", &device.head.id.to_string())?;
    let record = view.kind("device")?;
    let mut values = Values::new(view, super::tone);
    let saved = as_saved(device);
    for name in FIELDS {
        let (now, then) = (saved.get(*name), typed.get(*name).filter(|text| !text.is_empty()));
        if now != then {
            let shown = show(&values.cell(record, &stored, name)?).unwrap_or_else(|| tongue.say("none"));
            problems.push(Said::on(*name, tongue.with("device-saved-now", &[("value", shown.into())])));
        }
    }
    Ok(problems)
}

/// What was typed, as the verb takes it.
fn typed(filled: &Filled) -> Result<Typed> {
    let mut problems: Vec<FieldProblem> = Vec::new();
    let price_tzs = keep(filled.number("price_tzs"), &mut problems)?;
    let unit = keep(filled.id("unit"), &mut problems)?;
    let site = keep(filled.id("site"), &mut problems)?;
    if !problems.is_empty() {
        return Err(Problem::Fields(problems));
    }
    Ok(Typed {
        name: filled.text("name"),
        tag: filled.opt("tag"),
        kind: filled.text("kind"),
        state: filled.text("state"),
        place: filled.opt("place"),
        manufacturer: filled.opt("manufacturer"),
        model: filled.opt("model"),
        serial: filled.opt("serial"),
        bought_on: filled.opt("bought_on"),
        price_tzs,
        funder: filled.opt("funder"),
        supplier: filled.opt("supplier"),
        warranty_until: filled.opt("warranty_until"),
        condition: filled.opt("condition"),
        note: filled.opt("note"),
        unit,
        site,
    })
}

/// Puts problems of single fields aside, so that all are told together.
fn keep<T>(read: Result<Option<T>>, problems: &mut Vec<FieldProblem>) -> Result<Option<T>> {
    match read {
        Ok(value) => Ok(value),
        Err(Problem::Fields(fields)) => {
            problems.extend(fields);
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

fn as_typed(filled: &Filled) -> BTreeMap<String, String> {
    FIELDS.iter().map(|name| ((*name).to_owned(), filled.text(name))).collect()
}

fn as_saved(device: &Device) -> BTreeMap<String, String> {
    let fields = kernel::record::fields_of(device);
    let text = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut saved: BTreeMap<String, String> = FIELDS.iter().filter_map(|name| Some(((*name).to_owned(), text(fields.get(*name)?)))).collect();
    if let Some(site) = device.head.site {
        saved.insert("site".into(), site.to_string());
    }
    saved
}

struct Sheet<'a> {
    view: &'a View,
    typed: &'a BTreeMap<String, String>,
    /// The device that is corrected; none for a new one.
    device: Option<&'a Device>,
    problems: Vec<Said>,
}

fn sheet(sheet: &Sheet) -> Result<Form> {
    let (view, tongue) = (sheet.view, sheet.view.tongue());
    let draw = Draw { tongue, typed: sheet.typed };
    let states: Vec<&str> = STATES.iter().copied().filter(|state| *state != "merged").collect();
    let what = vec![
        draw.text("name").required(),
        draw.text("tag").half(),
        draw.text("serial").half(),
        draw.choice("kind", choices(tongue, "device-kind", KINDS)).required().half(),
        draw.choice("state", choices(tongue, "device-state", &states)).required().half(),
        draw.text("manufacturer").half(),
        draw.text("model").half(),
    ];
    let units = named(view, "rec_unit")?;
    let unit = Kind::Lookup { url: "/lookup/unit".into(), value: draw.value("unit"), choices: units };
    let place = vec![
        Field::new("unit", draw.label("unit"), unit),
        Field::choice("site", tongue.say("head-site"), draw.value("site"), named(view, "rec_site")?).half(),
        draw.text("place").half(),
        draw.choice("condition", choices(tongue, "device-condition", CONDITIONS)),
    ];
    let price = Kind::Number { value: draw.value("price_tzs"), min: Some(0), max: None, step: None, unit: Some("TZS".into()) };
    let bought = vec![
        Field::date("bought_on", draw.label("bought_on"), draw.value("bought_on")).half(),
        Field::date("warranty_until", draw.label("warranty_until"), draw.value("warranty_until")).half(),
        Field::new("price_tzs", draw.label("price_tzs"), price).half(),
        draw.text("funder").half(),
        draw.text("supplier"),
        Field::long_text("note", draw.label("note"), draw.value("note")),
    ];
    let parts = vec![Part::new(what), Part::titled(tongue.say("device-part-place"), place), Part::titled(tongue.say("device-part-bought"), bought)];
    let back = sheet.device.map_or("/device".to_owned(), |device| format!("/device/{}", device.head.number));
    let action = sheet.device.map_or("/device".to_owned(), |device| format!("/device/{}/edit", device.head.number));
    Ok(Form {
        problems: sheet.problems.clone(),
        cancel: Some(back),
        revision: sheet.device.map(|device| device.head.revision),
        ..Form::new(action, tongue.say("save"), parts)
    })
}

struct Draw<'a> {
    tongue: &'a Tongue,
    typed: &'a BTreeMap<String, String>,
}

impl Draw<'_> {
    fn label(&self, name: &str) -> String {
        self.tongue.say(&format!("device-field-{name}"))
    }

    fn value(&self, name: &str) -> String {
        self.typed.get(name).cloned().unwrap_or_default()
    }

    fn text(&self, name: &str) -> Field {
        Field::text(name, self.label(name), self.value(name))
    }

    fn choice(&self, name: &str, choices: Vec<Choice>) -> Field {
        Field::choice(name, self.label(name), self.value(name), choices)
    }
}
