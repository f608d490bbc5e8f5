//! A place where nothing is yet: one sentence on what belongs here, one button, and a way to bring it in from a file.

use maud::{Markup, html};

use crate::action::Action;
use crate::icon::icon;

#[derive(Clone, Debug, Default)]
pub struct Empty {
    pub icon: Option<&'static str>,
    pub sentence: String,
    pub action: Option<Action>,
    pub import: Option<Action>,
}

pub fn empty(empty: &Empty) -> Markup {
    html! {
        div.empty {
            @if let Some(name) = empty.icon { (icon(name)) }
            p { (empty.sentence) }
            @if empty.action.is_some() || empty.import.is_some() {
                div.actions {
                    @if let Some(action) = &empty.action { (action.button()) }
                    @if let Some(import) = &empty.import { (import.button()) }
                }
            }
        }
    }
}
