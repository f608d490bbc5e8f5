//! The desk in numbers, within what the reader may see: how much is open, how much is late, how soon people are answered and helped.
//! Knows nothing of pages; a report reads the same numbers.

use kernel::actor::View;
use kernel::calendar::Calendar;
use kernel::db::Val;
use kernel::id::Id;
use kernel::list::seen;
use kernel::problem::Result;
use kernel::time::{day_around, moment};
use kernel::vals;
use kernel::words::EAT;

const DAY_US: i64 = 86_400_000_000;
/// Days of a curve, and of what "lately" means.
pub const DAYS: i64 = 30;
/// Requests that a median is taken from: the newest, so that the first page costs the same in the tenth year.
const SAMPLE: i64 = 500;

/// Open requests: somebody still has to do something.
pub fn open(view: &View) -> Result<i64> {
    ask(view, "state IN ('new', 'assigned', 'waiting')", vals![])
}

/// Open, past what was promised, and not waiting for somebody else.
pub fn overdue(view: &View) -> Result<i64> {
    ask(view, "state IN ('new', 'assigned') AND due_at < ?", vals![view.now()])
}

fn ask(view: &View, condition: &str, values: &[Val]) -> Result<i64> {
    let (seen, mut all) = seen(view, "request")?;
    all.extend_from_slice(values);
    view.number(&format!("SELECT count(*) FROM ({seen}) WHERE {condition}"), &all)
}

/// Of the requests of this month whose first answer was given or has fallen due: how many percent were answered in time. What was entered
/// later is left out: its answer was given on the telephone. None while there is none.
pub fn answered_in_time(view: &View) -> Result<Option<i64>> {
    let first = EAT.to_datetime(moment(view.now())).date().first_of_month();
    let from = EAT.to_timestamp(first.at(0, 0, 0, 0)).map_or(0, |at| at.as_microsecond());
    let (seen, mut values) = seen(view, "request")?;
    values.extend_from_slice(vals![from, view.now()]);
    let sql = format!(
        "SELECT count(*) AS due, sum(answered_at <= answer_due_at) AS kept FROM ({seen}) WHERE made_at >= ? AND happened_at IS NULL \
         AND answer_due_at IS NOT NULL AND state <> 'withdrawn' AND (answered_at IS NOT NULL OR answer_due_at < ?)"
    );
    let (due, kept) = view.one(&sql, &values, |row| Ok((row.int("due")?, row.int("kept")?)))?.unwrap_or_default();
    Ok((due > 0).then(|| kept * 100 / due))
}

/// Office minutes from asking to solving, the middle of what was solved lately. None while nothing was.
pub fn median_minutes(view: &View) -> Result<Option<i64>> {
    let calendar = Calendar::of(&view.actor().app.settings);
    let (seen, mut values) = seen(view, "request")?;
    values.extend_from_slice(vals![view.now() - DAYS * DAY_US, SAMPLE]);
    let sql = format!(
        "SELECT coalesce(reopened_at, happened_at, made_at) AS asked_at, resolved_at FROM ({seen}) WHERE resolved_at >= ? ORDER BY resolved_at DESC LIMIT ?"
    );
    let mut minutes = view.rows(&sql, &values, |row| Ok(calendar.minutes_between(row.int("asked_at")?, row.int("resolved_at")?)))?;
    minutes.sort_unstable();
    Ok(minutes.get(minutes.len() / 2).copied())
}

/// How many were open at the end of each of the last days, oldest first, today last: counted back from what is open now.
pub fn open_by_day(view: &View, open_now: i64) -> Result<Vec<f64>> {
    let (today, _) = day_around(view.now());
    let from = today - (DAYS - 1) * DAY_US;
    let came = by_day(view, "made_at", "made_at >= ?", from)?;
    let solved = by_day(view, "resolved_at", "resolved_at >= ?", from)?;
    let left = by_day(view, "closed_at", "state = 'withdrawn' AND closed_at >= ?", from)?;
    let mut open = open_now;
    let mut days = Vec::new();
    for day in (0..DAYS as usize).rev() {
        days.push(open.max(0) as f64);
        open -= came[day] - solved[day] - left[day];
    }
    days.reverse();
    Ok(days)
}

/// Counts by the day of a moment, from `from_us` on.
fn by_day(view: &View, column: &str, condition: &str, from_us: i64) -> Result<Vec<i64>> {
    let (seen, seen_values) = seen(view, "request")?;
    let mut values = vals![from_us].to_vec();
    values.extend(seen_values);
    values.push(from_us.into());
    let sql = format!("SELECT ({column} - ?) / {DAY_US} AS day, count(*) AS many FROM ({seen}) WHERE {condition} GROUP BY 1");
    let mut days = vec![0; DAYS as usize];
    for (day, many) in view.rows(&sql, &values, |row| Ok((row.int("day")?, row.int("many")?)))? {
        if let Some(slot) = usize::try_from(day).ok().and_then(|day| days.get_mut(day)) {
            *slot += many;
        }
    }
    Ok(days)
}

/// What one officer has in hand.
pub struct Load {
    pub officer: Id,
    pub open: i64,
    pub overdue: i64,
}

/// Open requests by officer, the most burdened first.
pub fn loads(view: &View) -> Result<Vec<Load>> {
    let (seen, seen_values) = seen(view, "request")?;
    let mut values = vals![view.now()].to_vec();
    values.extend(seen_values);
    let sql = format!(
        "SELECT assignee, count(*) AS open, sum(state <> 'waiting' AND due_at < ?) AS overdue FROM ({seen}) \
         WHERE state IN ('new', 'assigned', 'waiting') AND assignee IS NOT NULL GROUP BY assignee ORDER BY open DESC LIMIT 20"
    );
    view.rows(&sql, &values, |row| Ok(Load { officer: row.id("assignee")?.unwrap_or_default(), open: row.int("open")?, overdue: row.int("overdue")? }))
}
