//! The unit's day at a glance: a strip of figures, then lists of what waits, is late, or is down.

use kernel::words::Tongue;
use maud::{Markup, html};

use crate::chart::{Beat, heartbeat, sparkline};
use crate::icon::icon;
use crate::tone::{Tone, state};

/// One number and what to think of it.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    pub label: String,
    pub value: String,
    pub unit: Option<String>,
    /// A remark under the number, with its tone: *3 zimechelewa*.
    pub note: Option<(String, Tone)>,
    pub href: Option<String>,
    /// The last days, oldest first; readers hear the first and last.
    pub trend: Vec<f64>,
}

pub fn figures(tongue: &Tongue, figures: &[Figure]) -> Markup {
    html! {
        div.figures {
            @for figure in figures {
                @match &figure.href {
                    Some(href) => a.figure href=(href) { (inside(tongue, figure)) },
                    None => div.figure { (inside(tongue, figure)) },
                }
            }
        }
    }
}

fn inside(tongue: &Tongue, figure: &Figure) -> Markup {
    html! {
        span.figure-label { (figure.label) }
        span.figure-value { (figure.value) @if let Some(unit) = &figure.unit { small { (unit) } } }
        @if let Some((note, tone)) = &figure.note {
            @let class = if *tone == Tone::Quiet { "" } else { tone.class() };
            span class={ "figure-note " (class) } {
                @if *tone != Tone::Quiet { (icon(tone.icon())) }
                (note)
            }
        }
        @if figure.trend.len() > 1 { (sparkline(tongue, &figure.label, &figure.trend)) }
    }
}

/// A list of things to do, under the word for why they are here.
#[derive(Clone, Debug, Default)]
pub struct Work {
    pub title: String,
    pub icon: &'static str,
    pub items: Vec<WorkItem>,
    /// Said when nothing waits. Good news deserves a sentence.
    pub nothing: String,
    /// The whole list: its label and address.
    pub more: Option<(String, String)>,
}

#[derive(Clone, Debug, Default)]
pub struct WorkItem {
    pub title: String,
    pub number: String,
    pub href: String,
    pub tone: Tone,
    /// What the tone means here, for readers: *Imechelewa*.
    pub state: String,
    /// When it is due, or how long it has waited.
    pub due: String,
    pub due_tone: Tone,
}

/// The lists side by side.
pub fn board(works: &[Work]) -> Markup {
    html! { div.board { @for work in works { (drawn_work(work)) } } }
}

fn drawn_work(work: &Work) -> Markup {
    html! {
        section.work {
            div.section-head {
                h2 { (icon(work.icon)) (work.title) @if !work.items.is_empty() { span.count { (work.items.len()) } } }
                @if let Some((label, href)) = &work.more { a.more href=(href) { (label) } }
            }
            @if work.items.is_empty() { p { (work.nothing) } }
            ul { @for item in &work.items { li { (drawn_item(item)) } } }
        }
    }
}

fn drawn_item(item: &WorkItem) -> Markup {
    html! {
        a class={ "work-item " (item.tone.class()) } href=(item.href) {
            (icon(item.tone.icon()))
            span.work-title { span.sr { (item.state) ": " } (item.title) small { (item.number) } }
            span class={ "work-due" @if item.due_tone != Tone::Quiet { " " (item.due_tone.class()) } } { (item.due) }
        }
    }
}

/// A link or service that is watched: how it is now, how its last days went, and its share of time up.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    pub name: String,
    pub href: String,
    pub state: (String, Tone),
    /// Oldest first.
    pub beats: Vec<Beat>,
    /// *99.9%*
    pub share: String,
}

pub fn watches(tongue: &Tongue, watches: &[Watch]) -> Markup {
    html! {
        ul.watches {
            @for watch in watches {
                li {
                    a.watch href=(watch.href) {
                        span.watch-name { (watch.name) }
                        (state(&watch.state.0, watch.state.1))
                        (heartbeat(tongue, &watch.name, &watch.beats))
                        span.watch-share { (watch.share) }
                    }
                }
            }
        }
    }
}
