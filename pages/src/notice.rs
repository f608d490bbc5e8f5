//! Things said to a person: the message after an act, with its Undo, and a standing remark on a page.

use kernel::words::Tongue;
use maud::{Markup, html};

use crate::action::Action;
use crate::icon::icon;
use crate::tone::Tone;

/// What an act did, shown once on the next page. Undo stands here instead of a question before the act.
#[derive(Clone, Debug)]
pub struct Flash {
    pub text: String,
    pub tone: Tone,
    pub undo: Option<Action>,
}

pub fn flash(tongue: &Tongue, flash: Option<&Flash>) -> Markup {
    html! {
        div.flash role="status" {
            @if let Some(flash) = flash {
                div class=(flash.tone.class()) {
                    (icon(flash.tone.icon()))
                    p { (flash.text) }
                    @if let Some(undo) = &flash.undo { (undo.button()) }
                    button.flash-close."button"."is-plain"."is-icon" type="button" aria-label=(tongue.say("close")) { (icon("x")) }
                }
            }
        }
    }
}

/// A remark that stays: a stale copy, a record entered later, a backup never tested.
pub fn notice(tone: Tone, body: &Markup) -> Markup {
    html! {
        div class={ "notice " (tone.class()) } {
            (icon(if tone == Tone::Quiet { "info" } else { tone.icon() }))
            div { (body) }
        }
    }
}
