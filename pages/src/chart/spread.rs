//! How times or sizes spread: smallest, quarter, middle, three quarters, largest. Says more than an average, which one
//! forgotten request would spoil.

use kernel::words::Tongue;
use maud::{Markup, html};

use super::scale::{percent, short};
use super::{as_table, caption};

/// Five numbers, rising.
#[derive(Copy, Clone, Debug, Default)]
pub struct Spread {
    pub smallest: f64,
    pub quarter: f64,
    pub middle: f64,
    pub three_quarters: f64,
    pub largest: f64,
}

/// Each named spread is a row on one scale from zero to the largest of all.
pub fn spread(tongue: &Tongue, title: &str, note: &str, rows: &[(String, Spread)]) -> Markup {
    let top = rows.iter().map(|(_, spread)| spread.largest).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    html! {
        figure.chart.spread {
            (caption(title, note))
            @for (label, spread) in rows {
                div.spread-row aria-hidden="true" { span { (label) } (drawn(spread, top)) }
            }
            (table_of(tongue, rows))
        }
    }
}

fn drawn(spread: &Spread, top: f64) -> Markup {
    let at = |value: f64| percent(value / top);
    html! {
        svg width="100%" height="34" {
            line.whisker x1=(at(spread.smallest)) x2=(at(spread.largest)) y1="10" y2="10" {}
            @for end in [spread.smallest, spread.largest] { line.whisker x1=(at(end)) x2=(at(end)) y1="6" y2="14" {} }
            rect.box x=(at(spread.quarter)) width=(at(spread.three_quarters - spread.quarter)) y="3" height="14" rx="2" {}
            line.middle x1=(at(spread.middle)) x2=(at(spread.middle)) y1="3" y2="17" {}
            text.value x=(at(spread.middle)) y="31" text-anchor="middle" { (short(spread.middle)) }
            text x=(at(spread.largest)) y="31" text-anchor="end" { (short(spread.largest)) }
        }
    }
}

fn table_of(tongue: &Tongue, rows: &[(String, Spread)]) -> Markup {
    let heads = ["smallest", "quarter", "middle", "three-quarters", "largest"].map(|name| tongue.say(&format!("chart-{name}")));
    let rows: Vec<_> = rows
        .iter()
        .map(|(label, spread)| {
            let values = [spread.smallest, spread.quarter, spread.middle, spread.three_quarters, spread.largest];
            (label.clone(), values.map(short).into())
        })
        .collect();
    as_table(tongue, &heads, &rows)
}
