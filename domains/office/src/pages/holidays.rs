//! Days on which other hours hold: public holidays and Ramadhan, added and removed one by one. Religious holidays follow the moon and are
//! entered when they are announced.

use super::settings::{Returned, change, hour, typed, with_problems};
use crate::hours::{add_holiday, add_season, remove_holiday, remove_season};
use axum::Router;
use axum::response::Response;
use axum::routing::post;
use jiff::civil::Date;
use kernel::actor::{Actor, View};
use kernel::app::App;
use kernel::calendar::{Calendar, Season, Span};
use kernel::filled::Filled;
use kernel::problem::{Problem, Result};
use kernel::web::Asking;
use kernel::words::{EAT, Tongue};
use maud::{Markup, html};
use pages::action::Action;
use pages::form::{Field, Form, Kind, Part, form};
use pages::record::section;
use std::sync::Arc;

const HOLIDAY: &str = "/settings/holiday";
const SEASON: &str = "/settings/season";

pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(HOLIDAY, post(add))
        .route("/settings/holiday/remove", post(remove))
        .route(SEASON, post(begin_season))
        .route("/settings/season/remove", post(end_season))
}

/// The two parts of the settings page.
pub fn sections(view: &View, calendar: &Calendar, returned: Option<&Returned>) -> Markup {
    let tongue = view.tongue();
    let holidays = html! { div.stack {
        p { (tongue.say(if calendar.holidays.is_empty() { "settings-holidays-none" } else { "settings-holidays-help" })) }
        ul.days {
            @for holiday in &calendar.holidays {
                li {
                    span { (long(tongue, holiday.day)) } strong { (holiday.name) }
                    (Action::post(tongue.say("settings-remove"), "/settings/holiday/remove").field("day", holiday.day.to_string()).button())
                }
            }
        }
        (form(tongue, &with_problems(holiday_form(tongue, returned), returned)))
    } };
    let seasons = html! { div.stack {
        p { (tongue.say("settings-seasons-help")) }
        @if !calendar.seasons.is_empty() { ul.days {
            @for season in &calendar.seasons {
                li {
                    span { (long(tongue, season.first)) " – " (long(tongue, season.last)) }
                    strong { (season.name) " " (super::settings::shown(season.hours.from)) "–" (super::settings::shown(season.hours.to)) }
                    (Action::post(tongue.say("settings-remove"), "/settings/season/remove").field("first", season.first.to_string()).button())
                }
            }
        } }
        (form(tongue, &with_problems(season_form(tongue, returned), returned)))
    } };
    html! {
        (section(&tongue.say("settings-holidays"), holidays))
        (section(&tongue.say("settings-seasons"), seasons))
    }
}

fn long(tongue: &Tongue, day: Date) -> String {
    EAT.to_timestamp(day.at(12, 0, 0, 0)).map_or_else(|_| day.to_string(), |at| tongue.long_date(at))
}

fn holiday_form(tongue: &Tongue, returned: Option<&Returned>) -> Form {
    let typed = |name: &str| typed(returned, HOLIDAY, name, String::new());
    let fields = vec![
        Field::date("day", tongue.say("settings-day"), typed("day")).half().required(),
        Field::text("holiday_name", tongue.say("settings-holiday_name"), typed("holiday_name")).half().required(),
    ];
    Form::new(HOLIDAY, tongue.say("settings-holiday-add"), vec![Part::new(fields)])
}

fn season_form(tongue: &Tongue, returned: Option<&Returned>) -> Form {
    let said = |key: &str| tongue.say(key);
    let typed = |name: &str, now: &str| typed(returned, SEASON, name, now.into());
    let hour = |name: &str, now: &str| {
        let kind = Kind::Text { value: typed(name, now), autocomplete: None, hint: Some("07:30".into()) };
        Field::new(name, said(&format!("settings-{name}")), kind).half().required()
    };
    let fields = vec![
        Field::text("season_name", said("settings-season_name"), typed("season_name", &said("settings-ramadhan"))).required(),
        Field::date("first", said("settings-first"), typed("first", "")).half().required(),
        Field::date("last", said("settings-last"), typed("last", "")).half().required(),
        hour("season_from", "07:30"),
        hour("season_to", "14:00"),
    ];
    Form::new(SEASON, said("settings-season-add"), vec![Part::new(fields)])
}

fn day(filled: &Filled, name: &str) -> Result<Date> {
    filled.text(name).parse().map_err(|_| Problem::on(name, "problem-day"))
}

async fn add(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    change(asking, actor, "setting.holiday", HOLIDAY, filled, |work, filled| add_holiday(work, day(filled, "day")?, &filled.text("holiday_name"))).await
}

async fn remove(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    change(asking, actor, "setting.holiday", HOLIDAY, filled, |work, filled| remove_holiday(work, day(filled, "day")?)).await
}

async fn begin_season(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    change(asking, actor, "setting.season", SEASON, filled, |work, filled| {
        let hours = Span { from: hour(filled, "season_from")?, to: hour(filled, "season_to")? };
        add_season(work, Season { name: filled.text("season_name"), first: day(filled, "first")?, last: day(filled, "last")?, hours })
    })
    .await
}

async fn end_season(asking: Asking, actor: Actor, filled: Filled) -> Result<Response> {
    change(asking, actor, "setting.season", SEASON, filled, |work, filled| remove_season(work, day(filled, "first")?)).await
}
