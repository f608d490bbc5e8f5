//! Numbers with a unit behind them: `1600 MT/s`, `4194MB`, `43.7456 Wh`, `274877.906944`.

use crate::quarantine::{Why, is_unknown};

/// A number with a unit behind it, times the unit's factor, rounded.
pub(crate) fn scaled(text: &str, factor: impl Fn(&str) -> Option<f64>) -> Result<Option<u64>, Why> {
    let text = text.trim();
    if text.is_empty() || is_unknown(text) {
        return Ok(None);
    }
    let exponent = |at: usize| text.as_bytes()[at].eq_ignore_ascii_case(&b'e');
    let end = text
        .char_indices()
        .find(|(at, c)| {
            let in_exponent = *at > 0 && exponent(*at - 1) && matches!(c, '+' | '-');
            !(c.is_ascii_digit()
                || *c == '.'
                || in_exponent
                || (*at == 0 && matches!(c, '-' | '+'))
                || (matches!(c, 'e' | 'E') && text[at + 1..].starts_with(|next: char| next.is_ascii_digit() || next == '+')))
        })
        .map_or(text.len(), |(at, _)| at);
    let number: f64 = text[..end].parse().map_err(|_| Why::NotANumber)?;
    let scale = factor(text[end..].trim()).ok_or(Why::NotANumber)?;
    match (number * scale).round() {
        n if (-1.0..0.0).contains(&n) => Ok(None),
        n if !(0.0..=9_007_199_254_740_992.0).contains(&n) => Err(Why::OutOfRange),
        n => Ok(Some(n as u64)),
    }
}

pub(crate) fn megabytes_in(unit: &str) -> Option<f64> {
    match unit.to_ascii_lowercase().as_str() {
        "" | "mb" | "mib" | "m" | "mo" => Some(1.0),
        "kb" | "kib" | "k" | "ko" => Some(1.0 / 1024.0),
        "gb" | "gib" | "g" | "go" => Some(1024.0),
        "tb" | "tib" | "t" | "to" => Some(1024.0 * 1024.0),
        "b" | "bytes" => Some(1.0 / (1024.0 * 1024.0)),
        _ => None,
    }
}

pub(crate) fn megabits_in(unit: &str) -> Option<f64> {
    match unit.to_ascii_lowercase().as_str() {
        "gb/s" | "gbps" | "gbit/s" => Some(1000.0),
        "kb/s" | "kbps" => Some(0.001),
        _ => Some(1.0),
    }
}
