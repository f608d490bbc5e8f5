//! Moments in the house: microseconds since 1970 in UTC inside, East Africa Time outside.

use crate::words::EAT;
use jiff::Timestamp;

/// A stored moment as a timestamp; out of range (no clock gives that) becomes 1970.
pub fn moment(at_us: i64) -> Timestamp {
    Timestamp::from_microsecond(at_us).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The calendar year in East Africa Time.
pub fn year_of(at_us: i64) -> i64 {
    EAT.to_datetime(moment(at_us)).year().into()
}

/// The day in East Africa Time, `YYYY-MM-DD`.
pub fn day_of(at_us: i64) -> String {
    EAT.to_datetime(moment(at_us)).date().to_string()
}

/// Where the day of a moment begins and where the next one does, in East Africa Time.
pub fn day_around(at_us: i64) -> (i64, i64) {
    const DAY_US: i64 = 86_400_000_000;
    const EAST_US: i64 = 3 * 3_600_000_000;
    let begins = (at_us + EAST_US).div_euclid(DAY_US) * DAY_US - EAST_US;
    (begins, begins + DAY_US)
}

/// Reads what a form's date-and-time field sends (`2026-11-24T14:05`), in East Africa Time.
pub fn from_form(text: &str) -> Option<i64> {
    let local: jiff::civil::DateTime = text.trim().parse().ok()?;
    Some(EAT.to_timestamp(local).ok()?.as_microsecond())
}

/// What a form's date-and-time field shows.
pub fn to_form(at_us: i64) -> String {
    EAT.to_datetime(moment(at_us)).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// ISO 8601 with +03:00, as evidence writes it.
pub fn evidence(at_us: i64) -> String {
    EAT.to_datetime(moment(at_us)).strftime("%Y-%m-%dT%H:%M:%S+03:00").to_string()
}
