//! The office's hours, settled by the head: weekdays, Friday prayer, holidays and Ramadhan. The arithmetic over them is the kernel's; this
//! refuses hours that end before they begin.

use crate::setting::keep;
use jiff::civil::Date;
use kernel::calendar::{Calendar, Holiday, SETTING, Season, Span};
use kernel::problem::{Problem, Result};
use kernel::work::Work;

fn save(work: &mut Work, calendar: &Calendar) -> Result<()> {
    let value = serde_json::to_value(calendar).map_err(|error| Problem::Store(error.to_string()))?;
    keep(work, SETTING, value)
}

fn forward(span: Span, field: &str) -> Result<()> {
    if span.from < span.to { Ok(()) } else { Err(Problem::on(field, "problem-hours-backward")) }
}

/// Sets the weekly hours; what is not named (holidays, seasons) stays.
pub fn set_week(work: &mut Work, hours: Span, weekdays: Vec<i8>, friday_prayer: Option<Span>) -> Result<()> {
    forward(hours, "to")?;
    if let Some(prayer) = friday_prayer {
        forward(prayer, "prayer_to")?;
    }
    if weekdays.is_empty() {
        return Err(Problem::on("weekdays", "problem-required"));
    }
    let now = Calendar::of(&work.actor().app.settings);
    save(work, &Calendar { hours, weekdays, friday_prayer, ..now })
}

/// Adds a holiday, or renames the one on that day.
pub fn add_holiday(work: &mut Work, day: Date, name: &str) -> Result<()> {
    if name.is_empty() {
        return Err(Problem::on("holiday_name", "problem-required"));
    }
    let mut now = Calendar::of(&work.actor().app.settings);
    now.holidays.retain(|holiday| holiday.day != day);
    now.holidays.push(Holiday { day, name: name.into() });
    now.holidays.sort_by_key(|holiday| holiday.day);
    save(work, &now)
}

pub fn remove_holiday(work: &mut Work, day: Date) -> Result<()> {
    let mut now = Calendar::of(&work.actor().app.settings);
    now.holidays.retain(|holiday| holiday.day != day);
    save(work, &now)
}

/// Adds days with other hours; two seasons share no day.
pub fn add_season(work: &mut Work, season: Season) -> Result<()> {
    if season.name.is_empty() {
        return Err(Problem::on("season_name", "problem-required"));
    }
    if season.last < season.first {
        return Err(Problem::on("last", "problem-hours-backward"));
    }
    forward(season.hours, "season_to")?;
    let mut now = Calendar::of(&work.actor().app.settings);
    if now.seasons.iter().any(|other| other.first <= season.last && season.first <= other.last) {
        return Err(Problem::on("first", "problem-seasons-meet"));
    }
    now.seasons.push(season);
    now.seasons.sort_by_key(|season| season.first);
    save(work, &now)
}

pub fn remove_season(work: &mut Work, first: Date) -> Result<()> {
    let mut now = Calendar::of(&work.actor().app.settings);
    now.seasons.retain(|season| season.first != first);
    save(work, &now)
}
