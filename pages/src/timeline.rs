//! A record's story, newest last: what was changed, said and attached, by whom and when, each with the way to its proof.

use kernel::words::Tongue;
use maud::{Markup, html};

use crate::cell::When;
use crate::icon::icon;
use crate::record::paragraphs;
use crate::tone::Tone;

#[derive(Clone, Debug)]
pub struct Event {
    pub who: String,
    /// The whole rest of the sentence: *ameikabidhi kompyuta kwa Bi. Zuhura*.
    pub did: String,
    pub when: When,
    pub icon: &'static str,
    pub tone: Tone,
    pub diffs: Vec<Diff>,
    /// As the person wrote it.
    pub comment: Option<String>,
    pub files: Vec<File>,
    /// The entry's place in the ledger.
    pub proof: Option<String>,
    /// Said to the unit alone.
    pub is_internal: bool,
}

/// A field before and after, as people read its values.
#[derive(Clone, Debug)]
pub struct Diff {
    pub field: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

#[derive(Clone, Debug)]
pub struct File {
    pub name: String,
    /// *1.2 MB*
    pub size: String,
    pub href: String,
}

impl Event {
    pub fn new(who: impl Into<String>, did: impl Into<String>, when: When) -> Self {
        Self {
            who: who.into(),
            did: did.into(),
            when,
            icon: "pencil",
            tone: Tone::Quiet,
            diffs: Vec::new(),
            comment: None,
            files: Vec::new(),
            proof: None,
            is_internal: false,
        }
    }
}

pub fn timeline(tongue: &Tongue, events: &[Event]) -> Markup {
    html! { ol.timeline { @for event in events { (drawn_event(tongue, event)) } } }
}

fn drawn_event(tongue: &Tongue, event: &Event) -> Markup {
    let tone = (event.tone != Tone::Quiet).then_some(event.tone.class());
    html! {
        li class={ "event" @if let Some(tone) = tone { " " (tone) } @if event.is_internal { " is-internal" } } {
            span.event-mark { (icon(event.icon)) }
            div {
                p.event-line {
                    strong { (event.who) } " " (event.did) " "
                    span.event-when {
                        "· " (event.when.show())
                        @if let Some(href) = &event.proof {
                            " " a.proof href=(href) aria-label=(tongue.say("timeline-proof")) title=(tongue.say("timeline-proof")) { (icon("fingerprint")) }
                        }
                    }
                    @if event.is_internal { " " span.event-internal { (icon("lock")) (tongue.say("timeline-internal")) } }
                }
                @if !event.diffs.is_empty() { dl.diffs { @for diff in &event.diffs { (drawn_diff(tongue, diff)) } } }
                @if let Some(comment) = &event.comment { div.event-comment { (paragraphs(comment)) } }
                @if !event.files.is_empty() { (files(&event.files)) }
            }
        }
    }
}

fn drawn_diff(tongue: &Tongue, diff: &Diff) -> Markup {
    let none = tongue.say("timeline-empty-value");
    html! {
        div {
            dt { (diff.field) }
            dd {
                del { (diff.before.as_ref().unwrap_or(&none)) }
                (icon("arrow-right")) span.sr { " " (tongue.say("timeline-changed-to")) " " }
                ins { (diff.after.as_ref().unwrap_or(&none)) }
            }
        }
    }
}

/// Attached files, to open or keep.
pub fn files(files: &[File]) -> Markup {
    html! {
        ul.files {
            @for file in files {
                li { a.file href=(file.href) { (icon("paperclip")) span { (file.name) } small { (file.size) } } }
            }
        }
    }
}
