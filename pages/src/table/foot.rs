//! What stands below a list: the bar for the chosen rows, and the way to the next page.

use kernel::words::Tongue;
use maud::{Markup, html};

use super::{Bulk, ONLY_THE_LIST, Table};
use crate::icon::icon;

/// Without script the bar is always there; with it, only when something is chosen.
pub(super) fn selection(tongue: &Tongue, bulk: &Bulk) -> Markup {
    html! {
        div.selection {
            span { output {} " " (tongue.say("table-selected")) }
            @for act in &bulk.acts {
                button.button.is-small name=(act.name) value=(act.value) { (icon(act.icon)) (act.label) }
            }
            button.selection-clear.button.is-small.is-plain.is-icon type="button" aria-label=(tongue.say("table-selection-clear")) { (icon("x")) }
        }
    }
}

pub(super) fn pager(tongue: &Tongue, table: &Table) -> Markup {
    html! {
        div.pager {
            span.pager-keys aria-hidden="true" {
                span { kbd { "j" } " " kbd { "k" } " " (tongue.say("table-keys-walk")) }
                @if table.bulk.is_some() { span { kbd { "x" } " " (tongue.say("table-keys-choose")) } }
                span { kbd { "o" } " " (tongue.say("table-keys-open")) }
            }
            @if table.previous.is_some() || table.next.is_some() {
                nav aria-label=(tongue.say("table-pages")) {
                    (turn(table.previous.as_deref(), "prev", "chevron-left", &tongue.say("table-previous")))
                    (turn(table.next.as_deref(), "next", "chevron-right", &tongue.say("table-next")))
                }
            }
        }
    }
}

fn turn(href: Option<&str>, rel: &str, icon_name: &str, label: &str) -> Markup {
    let is_next = rel == "next";
    html! {
        @if let Some(href) = href {
            a.button.is-small href=(href) rel=(rel) hx-boost=(ONLY_THE_LIST) {
                @if !is_next { (icon(icon_name)) }
                span { (label) }
                @if is_next { (icon(icon_name)) }
            }
        }
    }
}
