//! The page of one record: facts in two columns, its story below, what it is linked with at the right.

use kernel::words::Tongue;
use maud::{Markup, html};

use crate::action::{Action, To};
use crate::cell::Cell;
use crate::icon::icon;
use crate::tone::{Tone, state};

/// The two columns of a record's page.
pub fn record(main: Markup, side: Markup) -> Markup {
    html! {
        div.record {
            div.record-main { (main) }
            aside.record-side { (side) }
        }
    }
}

/// A titled part of a page.
pub fn section(title: &str, body: Markup) -> Markup {
    html! { section.section { h2 { (title) } (body) } }
}

#[derive(Clone, Debug)]
pub struct Fact {
    pub label: String,
    pub value: Cell,
    /// Takes both columns.
    pub is_wide: bool,
}

impl Fact {
    pub fn new(label: impl Into<String>, value: Cell) -> Self {
        Self { label: label.into(), value, is_wide: false }
    }

    #[must_use]
    pub const fn wide(mut self) -> Self {
        self.is_wide = true;
        self
    }
}

pub fn facts(tongue: &Tongue, facts: &[Fact]) -> Markup {
    html! {
        dl.facts {
            @for fact in facts {
                div.fact.is-wide[fact.is_wide] { dt { (fact.label) } dd { (fact.value.show(tongue)) } }
            }
        }
    }
}

/// Text a person wrote, its paragraphs kept.
pub fn prose(text: &str) -> Markup {
    html! { div.prose { (paragraphs(text)) } }
}

pub(crate) fn paragraphs(text: &str) -> Markup {
    html! {
        @for part in text.split("\n\n").filter(|part| !part.trim().is_empty()) {
            p { @for (at, line) in part.trim().lines().enumerate() { @if at > 0 { br; } (line) } }
        }
    }
}

/// A step of the record's way: behind it, where it stands, or ahead.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Step {
    Past,
    Now,
    Ahead,
}

/// The states a record goes through, and where it stands.
pub fn path(tongue: &Tongue, steps: &[(String, Step)]) -> Markup {
    html! {
        ol.path aria-label=(tongue.say("path-label")) {
            @for (word, step) in steps {
                @let (name, told) = match step {
                    Step::Past => ("circle-check", "path-done"),
                    Step::Now => ("circle-dot", "path-now"),
                    Step::Ahead => ("circle", "path-ahead"),
                };
                li.is-past[*step == Step::Past] aria-current=[(*step == Step::Now).then_some("step")] {
                    (icon(name)) span { (word) } span.sr { " (" (tongue.say(told)) ")" }
                }
            }
        }
    }
}

/// Records linked with this one, under the word for what they are to it.
#[derive(Clone, Debug, Default)]
pub struct LinkGroup {
    pub title: String,
    pub links: Vec<RecordLink>,
    /// Makes or ties another one.
    pub add: Option<Action>,
}

#[derive(Clone, Debug, Default)]
pub struct RecordLink {
    pub href: String,
    pub icon: &'static str,
    pub title: String,
    /// Its number, and what else tells it apart.
    pub detail: String,
    pub state: Option<(String, Tone)>,
}

pub fn links(tongue: &Tongue, groups: &[LinkGroup]) -> Markup {
    html! {
        @for group in groups {
            section.links {
                div.section-head {
                    h2 { (group.title) }
                    @if let Some(add) = &group.add { (small_add(add)) }
                }
                @if group.links.is_empty() { p { (tongue.say("record-links-none")) } }
                ul {
                    @for link in &group.links {
                        li {
                            a href=(link.href) {
                                (icon(link.icon))
                                span {
                                    (link.title)
                                    small {
                                        span { (link.detail) }
                                        @if let Some((word, tone)) = &link.state { " " (state(word, *tone)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn small_add(add: &Action) -> Markup {
    match &add.to {
        To::Link(href) => html! {
            a.button.is-plain.is-icon.is-small href=(href) aria-label=(add.label) title=(add.label) { (icon("plus")) }
        },
        _ => add.button(),
    }
}

/// Where people write about a record. Posts `text`, `internal` (`yes`) and `files`.
#[derive(Clone, Debug, Default)]
pub struct CommentBox {
    pub path: String,
    /// What was typed when sending failed.
    pub text: String,
    /// The person may speak to the unit alone.
    pub may_be_internal: bool,
    pub may_attach: bool,
}

pub fn comment_box(tongue: &Tongue, comment: &CommentBox) -> Markup {
    html! {
        form.comment-box method="post" action=(comment.path) enctype=[comment.may_attach.then_some("multipart/form-data")] {
            textarea name="text" rows="2" required aria-label=(tongue.say("comment-label"))
                placeholder=(tongue.say("comment-hint")) data-key="c" data-label=(tongue.say("comment-label")) { "\n" (comment.text) }
            div.comment-foot {
                @if comment.may_attach { input type="file" name="files" multiple aria-label=(tongue.say("comment-files")); }
                @if comment.may_be_internal {
                    label.check-field { input type="checkbox" name="internal" value="yes"; span { (tongue.say("comment-internal")) } }
                }
                button.button.is-small { (icon("send")) (tongue.say("comment-send")) }
            }
        }
    }
}
