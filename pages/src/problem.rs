//! A page for when something went wrong: what to do now, in the reader's language, with nothing internal.

use maud::{Markup, html};

use crate::action::Action;

#[derive(Clone, Debug, Default)]
pub struct Trouble {
    /// What to do now, one sentence or two.
    pub advice: String,
    /// What a person can tell the unit: a number that the log carries too.
    pub reference: Option<String>,
    pub actions: Vec<Action>,
}

/// The inside of an error page, for `layout::bare` or `layout::page`; the frame's title says what happened.
pub fn trouble(trouble: &Trouble) -> Markup {
    html! {
        div.trouble {
            p { (trouble.advice) }
            @if !trouble.actions.is_empty() {
                div.actions { @for action in &trouble.actions { (action.button()) } }
            }
            @if let Some(reference) = &trouble.reference { p.trouble-code { (reference) } }
        }
    }
}
