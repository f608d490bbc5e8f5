//! Dates and times of agents, as ISO 8601 text. Each agent writes its own form; a form that could
//! be read two ways is read by the order its section is known for. It knows no calendar beyond
//! the length of months, no clock and no zone.

/// Which number stands first in `05/06/2024`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Firmware: MM/DD/YYYY.
    MonthFirst,
    /// FusionInventory's programs: DD/MM/YYYY.
    DayFirst,
}

/// A date as `YYYY-MM-DD`. `Ok(None)`: the agent says that it does not know.
pub(crate) fn day(text: &str, order: Order) -> Result<Option<String>, ()> {
    Ok(split(text, order)?.map(|(date, _)| date))
}

/// A date and time as `YYYY-MM-DDTHH:MM:SS` with the zone as sent, or a date alone.
pub(crate) fn moment(text: &str, order: Order) -> Result<Option<String>, ()> {
    let Some((date, rest)) = split(text, order)? else {
        return Ok(None);
    };
    let rest = rest.trim();
    if rest.is_empty() {
        return Ok(Some(date));
    }
    let (clock, zone) = rest.split_at(rest.find(['Z', '+', '-', '.', ' ']).unwrap_or(rest.len()));
    let zone = zone.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit()).trim();
    Ok(Some(format!("{date}T{}{}", time(clock)?, checked_zone(zone)?)))
}

/// Date and what follows it.
fn split(text: &str, order: Order) -> Result<Option<(String, &str)>, ()> {
    let text = text.trim();
    if text.is_empty() || crate::quarantine::is_unknown(text) {
        return Ok(None);
    }
    let end = text.find(|c: char| c == 'T' || c.is_whitespace()).unwrap_or(text.len());
    let (date, rest) = text.split_at(end);
    let rest = rest.strip_prefix('T').unwrap_or(rest);
    let (year, month, day) = numbers(date, order)?;
    // 1970-01-01 and OCS's 1970-00-01 or 0000-00-00 are clocks that were never set.
    if year <= 1970 {
        return Ok(None);
    }
    if year > 9999 || !(1..=12).contains(&month) || !(1..=length(year, month)).contains(&day) {
        return Err(());
    }
    Ok(Some((format!("{year:04}-{month:02}-{day:02}"), rest)))
}

fn numbers(date: &str, order: Order) -> Result<(u32, u32, u32), ()> {
    if date.len() == 8 && date.bytes().all(|b| b.is_ascii_digit()) {
        return Ok((number(&date[..4])?, number(&date[4..6])?, number(&date[6..])?));
    }
    let mut parts = date.split(['-', '/', '.']);
    let (Some(a), Some(b), Some(c), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return Err(());
    };
    if a.len() == 4 {
        return Ok((number(a)?, number(b)?, number(c)?));
    }
    let (first, second, year) = (number(a)?, number(b)?, full_year(c)?);
    match order {
        Order::MonthFirst if first > 12 => Ok((year, second, first)),
        Order::MonthFirst => Ok((year, first, second)),
        Order::DayFirst if second > 12 => Ok((year, first, second)),
        Order::DayFirst => Ok((year, second, first)),
    }
}

fn number(text: &str) -> Result<u32, ()> {
    if text.is_empty() || text.len() > 4 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(());
    }
    text.parse().map_err(|_| ())
}

/// Old firmware writes two digits.
fn full_year(text: &str) -> Result<u32, ()> {
    match (text.len(), number(text)?) {
        (4, year) => Ok(year),
        (2, year) if year >= 71 => Ok(1900 + year),
        (2, year) => Ok(2000 + year),
        _ => Err(()),
    }
}

fn length(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn time(text: &str) -> Result<String, ()> {
    let mut parts = text.split(':');
    let hour = number(parts.next().ok_or(())?)?;
    let minute = number(parts.next().ok_or(())?)?;
    let second = parts.next().map_or(Ok(0), number)?;
    if hour > 23 || minute > 59 || second > 60 {
        return Err(());
    }
    Ok(format!("{hour:02}:{minute:02}:{second:02}"))
}

fn checked_zone(text: &str) -> Result<&str, ()> {
    let fits =
        text.len() <= 6 && (text.is_empty() || text == "Z" || (text.starts_with(['+', '-']) && text[1..].bytes().all(|b| b.is_ascii_digit() || b == b':')));
    if fits { Ok(text) } else { Err(()) }
}
