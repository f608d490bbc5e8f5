//! Pictures of numbers as inline SVG, drawn here: they print, need no script, and each carries its table for readers.
//! Widths are percentages, so text keeps its size on every screen.

mod bars;
mod beats;
mod line;
mod scale;
mod spark;
mod spread;

use kernel::words::Tongue;
use maud::{Markup, html};

pub use bars::{Bar, bars};
pub use beats::{Beat, heartbeat};
pub use line::{columns, line};
pub use spark::sparkline;
pub use spread::{Spread, spread};

/// Some series over the same steps of time.
#[derive(Clone, Debug, Default)]
pub struct Chart {
    pub title: String,
    /// What the numbers are and over what time: *saa, kwa mwezi*.
    pub note: String,
    /// The steps, oldest first: *Jul*, *Ago*, …
    pub labels: Vec<String>,
    pub series: Vec<Series>,
}

#[derive(Clone, Debug, Default)]
pub struct Series {
    pub name: String,
    /// One value a step; `None` where nothing was measured, which leaves a gap and no guess.
    pub values: Vec<Option<f64>>,
}

fn caption(title: &str, note: &str) -> Markup {
    html! { figcaption { (title) @if !note.is_empty() { " " small { (note) } } } }
}

/// The chart's numbers as a table, folded away for eyes and open to readers.
fn as_table(tongue: &Tongue, heads: &[String], rows: &[(String, Vec<String>)]) -> Markup {
    html! {
        details.as-table {
            summary { (tongue.say("chart-as-table")) }
            table {
                thead { tr { td {} @for head in heads { th scope="col" { (head) } } } }
                tbody {
                    @for (label, values) in rows {
                        tr { th scope="row" { (label) } @for value in values { td { (value) } } }
                    }
                }
            }
        }
    }
}
