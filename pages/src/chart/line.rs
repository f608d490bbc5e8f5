//! Lines over time, and columns over time.

use kernel::words::Tongue;
use maud::{Markup, html};

use super::scale::{percent, short, steps};
use super::{Chart, as_table, caption};

const TOP: f64 = 16.0;
const HEIGHT: f64 = 148.0;
const BASE: f64 = TOP + HEIGHT;
const WHOLE: f64 = BASE + 24.0;
/// More labels than this would touch; then every second, third … is written.
const MOST_LABELS: usize = 12;

/// One to three lines. Gaps stay gaps.
pub fn line(tongue: &Tongue, chart: &Chart) -> Markup {
    let top = top_of(chart);
    let last = chart.labels.len().saturating_sub(1).max(1) as f64;
    html! {
        figure.chart {
            (caption(&chart.title, &chart.note))
            (legend(chart))
            div.chart-plot { svg width="100%" height=(WHOLE) aria-hidden="true" {
                (grid(top))
                svg x="0" y=(TOP) width="100%" height=(HEIGHT) viewBox="0 0 100 100" preserveAspectRatio="none" {
                    @for (at, series) in chart.series.iter().enumerate() {
                        path class={ "stroke series-" (at % 3 + 1) } d=(trace(&series.values, last, top)) {}
                    }
                }
                @for (at, label) in written(&chart.labels) {
                    (step_label(label, at as f64 / last, is_between(chart, at)))
                }
            } }
            (table_of(tongue, chart))
        }
    }
}

/// Columns of the first series; a second series is drawn behind as the year before.
pub fn columns(tongue: &Tongue, chart: &Chart) -> Markup {
    let top = top_of(chart);
    let steps = chart.labels.len().max(1) as f64;
    let count = chart.series.len().clamp(1, 2) as f64;
    // A third of each step stays empty.
    let width = 0.66 / steps / count;
    html! {
        figure.chart {
            (caption(&chart.title, &chart.note))
            @if chart.series.len() > 1 { (legend(chart)) }
            div.chart-plot { svg width="100%" height=(WHOLE) aria-hidden="true" {
                (grid(top))
                @for (which, series) in chart.series.iter().take(2).enumerate() {
                    // The past stands left of the present.
                    @let place = if which == 0 { count - 1.0 } else { 0.0 };
                    @for (at, value) in series.values.iter().enumerate() {
                        @if let Some(value) = value {
                            @let tall = HEIGHT * value / top;
                            rect.bar.is-past[which == 1] x=(percent((at as f64 + 0.17) / steps + width * place)) width=(percent(width))
                                y=(format!("{:.1}", BASE - tall)) height=(format!("{tall:.1}")) rx="1.5" {}
                        }
                    }
                }
                line.base x1="0" x2="100%" y1=(BASE) y2=(BASE) {}
                @for (at, label) in written(&chart.labels) {
                    text.is-between[is_between(chart, at)] x=(percent((at as f64 + 0.5) / steps)) y=(BASE + 17.0) text-anchor="middle" { (label) }
                }
            } }
            (table_of(tongue, chart))
        }
    }
}

fn top_of(chart: &Chart) -> f64 {
    let largest = chart.series.iter().flat_map(|series| &series.values).flatten().copied().fold(0.0, f64::max);
    steps(largest).last().copied().unwrap_or(1.0)
}

fn grid(top: f64) -> Markup {
    html! {
        @for step in steps(top) {
            @let y = BASE - HEIGHT * step / top;
            line.grid x1="0" x2="100%" y1=(format!("{y:.1}")) y2=(format!("{y:.1}")) {}
            text.measure x="-8" y=(format!("{:.1}", y + 4.0)) { (short(step)) }
        }
    }
}

/// The path of one line in a box of 100 by 100, broken where a value is missing.
fn trace(values: &[Option<f64>], last: f64, top: f64) -> String {
    let mut path = String::new();
    let mut is_down = false;
    for (at, value) in values.iter().enumerate() {
        if let Some(value) = value {
            let verb = if is_down { 'L' } else { 'M' };
            path += &format!("{verb}{:.2} {:.2}", at as f64 / last * 100.0, 100.0 - value / top * 100.0);
        }
        is_down = value.is_some();
    }
    path
}

fn written(labels: &[String]) -> impl Iterator<Item = (usize, &String)> {
    labels.iter().enumerate().step_by(labels.len().div_ceil(MOST_LABELS).max(1))
}

/// A narrow screen leaves out every second label of a long row.
fn is_between(chart: &Chart, at: usize) -> bool {
    chart.labels.len() > MOST_LABELS / 2 && at % 2 == 1
}

/// The first label starts at the left edge and the last ends at the right one.
fn step_label(label: &str, part: f64, is_between: bool) -> Markup {
    let anchor = match part {
        part if part < 0.01 => "start",
        part if part > 0.99 => "end",
        _ => "middle",
    };
    html! { text.is-between[is_between] x=(percent(part)) y=(BASE + 17.0) text-anchor=(anchor) { (label) } }
}

fn legend(chart: &Chart) -> Markup {
    html! {
        @if chart.series.len() > 1 {
            ul.legend aria-hidden="true" {
                @for (at, series) in chart.series.iter().enumerate() {
                    li {
                        svg width="20" height="8" { line class={ "stroke series-" (at % 3 + 1) } x1="0" x2="20" y1="4" y2="4" {} }
                        (series.name)
                    }
                }
            }
        }
    }
}

fn table_of(tongue: &Tongue, chart: &Chart) -> Markup {
    let heads: Vec<String> = chart.series.iter().map(|series| series.name.clone()).collect();
    let value = |value: Option<&Option<f64>>| value.copied().flatten().map_or_else(|| "—".to_owned(), short);
    let rows: Vec<_> =
        chart.labels.iter().enumerate().map(|(at, label)| (label.clone(), chart.series.iter().map(|series| value(series.values.get(at))).collect())).collect();
    as_table(tongue, &heads, &rows)
}
