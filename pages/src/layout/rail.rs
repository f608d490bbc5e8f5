//! The left rail, grouped as the unit's own page groups its work. A number stands beside a place only when this person
//! must act there. On a narrow screen the rail is a drawer that opens by an ordinary link, so it needs no script.

use maud::{Markup, html};

use super::Frame;
use crate::icon::icon;

/// At most seven links: what does not fit belongs on a page of its own.
#[derive(Clone, Debug, Default)]
pub struct RailGroup {
    /// Empty for the first group, which needs no name.
    pub label: String,
    pub links: Vec<RailLink>,
}

#[derive(Clone, Debug, Default)]
pub struct RailLink {
    pub label: String,
    pub href: String,
    pub icon: &'static str,
    /// How many things here wait for this person. Never a total.
    pub waiting: Option<usize>,
    /// The keys that lead here: `g m` is g, then m.
    pub key: Option<&'static str>,
    pub is_current: bool,
}

impl RailLink {
    pub fn new(label: impl Into<String>, href: impl Into<String>, icon: &'static str) -> Self {
        Self { label: label.into(), href: href.into(), icon, ..Self::default() }
    }

    #[must_use]
    pub const fn key(mut self, keys: &'static str) -> Self {
        self.key = Some(keys);
        self
    }

    #[must_use]
    pub const fn waiting(mut self, count: usize) -> Self {
        self.waiting = if count == 0 { None } else { Some(count) };
        self
    }

    #[must_use]
    pub const fn current(mut self, is_current: bool) -> Self {
        self.is_current = is_current;
        self
    }
}

pub(super) fn rail(frame: &Frame) -> Markup {
    let tongue = &frame.tongue;
    html! {
        @if !frame.rail.is_empty() {
            nav #menu.rail aria-label=(tongue.say("frame-places")) {
                a.menu-close."button"."is-plain" href="#sheet" { (icon("x")) (tongue.say("frame-menu-close")) }
                @for group in &frame.rail { (drawn_group(frame, group)) }
            }
            a.menu-shade href="#sheet" aria-hidden="true" tabindex="-1" {}
        } @else {
            span {}
        }
    }
}

fn drawn_group(frame: &Frame, group: &RailGroup) -> Markup {
    html! {
        div.rail-group {
            @if !group.label.is_empty() { h2 { (group.label) } }
            ul { @for link in &group.links { li { (drawn_link(frame, link)) } } }
        }
    }
}

fn drawn_link(frame: &Frame, link: &RailLink) -> Markup {
    html! {
        a href=(link.href) aria-current=[link.is_current.then_some("page")] data-key=[link.key] {
            (icon(link.icon))
            span { (link.label) }
            @if let Some(key) = link.key { kbd aria-hidden="true" { (key) } }
            @if let Some(count) = link.waiting {
                span.count {
                    span aria-hidden="true" { (count) }
                    span.sr { (frame.tongue.with("frame-needs-you", &[("count", count.into())])) }
                }
            }
        }
    }
}
