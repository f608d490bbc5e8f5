//! A line the size of a word, beside a figure.

use kernel::words::Tongue;
use maud::{Markup, html};

use super::scale::short;

const WIDTH: f64 = 96.0;
const HEIGHT: f64 = 24.0;
/// Keeps the ink of the line inside the box.
const MARGIN: f64 = 2.0;

/// `values` oldest first, at least two. Readers hear the first and the last.
pub fn sparkline(tongue: &Tongue, label: &str, values: &[f64]) -> Markup {
    let (low, high) = values.iter().fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
    let room = (high - low).max(f64::MIN_POSITIVE);
    let last = values.len().saturating_sub(1).max(1) as f64;
    let point = |(at, value): (usize, &f64)| {
        let x = at as f64 / last * (WIDTH - 2.0 * MARGIN) + MARGIN;
        let y = HEIGHT - MARGIN - (value - low) / room * (HEIGHT - 2.0 * MARGIN);
        (x, y)
    };
    let points: Vec<(f64, f64)> = values.iter().enumerate().map(point).collect();
    let trace: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let told = format!(
        "{label}: {} {} {}",
        values.first().map_or_else(String::new, |value| short(*value)),
        tongue.say("timeline-changed-to"),
        values.last().map_or_else(String::new, |value| short(*value))
    );
    html! {
        svg.spark viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-label=(told) {
            polyline.stroke.series-1 points=(trace.join(" ")) {}
            @if let Some((x, y)) = points.last() { circle.dot cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="2" {} }
        }
    }
}
