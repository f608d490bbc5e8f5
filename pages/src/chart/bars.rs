//! Bars of named things, longest first as the caller gives them. A real table, so readers need nothing beside it.

use maud::{Markup, html};

use super::caption;
use super::scale::percent;

#[derive(Clone, Debug, Default)]
pub struct Bar {
    pub label: String,
    pub value: f64,
    /// The value as people read it: *12*, *98.4%*.
    pub shown: String,
    pub href: Option<String>,
}

pub fn bars(title: &str, note: &str, bars: &[Bar]) -> Markup {
    let largest = bars.iter().map(|bar| bar.value).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    html! {
        figure.chart {
            (caption(title, note))
            table.bars {
                tbody {
                    @for bar in bars {
                        tr {
                            th scope="row" {
                                @match &bar.href {
                                    Some(href) => a.quiet-link href=(href) { (bar.label) },
                                    None => (bar.label),
                                }
                            }
                            td.bars-bar aria-hidden="true" {
                                svg width="100%" height="8" { rect.bar width=(percent(bar.value.max(0.0) / largest)) height="8" rx="2" {} }
                            }
                            td.bars-value { (bar.shown) }
                        }
                    }
                }
            }
        }
    }
}
