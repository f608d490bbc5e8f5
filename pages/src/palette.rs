//! The command palette: one box that finds records, verbs and places. `GET /palette?q=&here=` answers with [`results`];
//! the same list serves the search page, where no script is.

use kernel::words::Tongue;
use maud::{Markup, html};

use crate::icon::icon;
use crate::tone::{Tone, state};

#[derive(Clone, Debug, Default)]
pub struct Group {
    pub title: String,
    pub items: Vec<Item>,
}

#[derive(Clone, Debug, Default)]
pub struct Item {
    pub label: String,
    /// Number, tag or place: what tells it apart.
    pub detail: String,
    pub href: String,
    pub icon: &'static str,
    pub state: Option<(String, Tone)>,
    /// The key that does the same, printed at the end.
    pub key: Option<&'static str>,
}

/// What matches, in groups: records, then verbs, then places. The page's own actions are put first by the script.
pub fn results(tongue: &Tongue, groups: &[Group]) -> Markup {
    let is_empty = groups.iter().all(|group| group.items.is_empty());
    html! {
        div.palette-group role="group" aria-label=(tongue.say("palette-here")) data-here hidden { h3 aria-hidden="true" { (tongue.say("palette-here")) } }
        (groups_of(groups))
        @if is_empty { p.palette-none { (tongue.say("palette-none")) } }
    }
}

/// The same list as an ordinary page shows it: headings and links.
pub fn found(tongue: &Tongue, groups: &[Group]) -> Markup {
    let is_empty = groups.iter().all(|group| group.items.is_empty());
    html! {
        div.palette-results {
            @for group in groups.iter().filter(|group| !group.items.is_empty()) {
                section.palette-group { h2 { (group.title) } ul { @for item in &group.items { li { (drawn_item(item, None)) } } } }
            }
            @if is_empty { p.palette-none { (tongue.say("palette-none")) } }
        }
    }
}

fn groups_of(groups: &[Group]) -> Markup {
    html! {
        @for group in groups.iter().filter(|group| !group.items.is_empty()) {
            div.palette-group role="group" aria-label=(group.title) {
                h3 aria-hidden="true" { (group.title) }
                @for item in &group.items { (drawn_item(item, Some("option"))) }
            }
        }
    }
}

fn drawn_item(item: &Item, role: Option<&str>) -> Markup {
    html! {
        a.palette-item href=(item.href) role=[role] {
            (icon(item.icon))
            span.palette-label { (item.label) }
            span.palette-detail { (item.detail) }
            @if let Some((word, tone)) = &item.state { (state(word, *tone)) }
            @if let Some(key) = item.key { kbd aria-hidden="true" { (key) } }
        }
    }
}

/// The closed dialogs every page carries: the palette, and the list of keys that `?` opens.
pub(crate) fn boxes(tongue: &Tongue) -> Markup {
    html! {
        palette-box data-url="/palette" {
            dialog.palette aria-label=(tongue.say("palette-title")) {
                div.palette-field {
                    (icon("search"))
                    input type="text" role="combobox" aria-expanded="true" aria-controls="palette-results" aria-autocomplete="list"
                        autocomplete="off" spellcheck="false" aria-label=(tongue.say("palette-title")) placeholder=(tongue.say("palette-hint"));
                    kbd { "Esc" }
                }
                div #palette-results.palette-results role="listbox" aria-label=(tongue.say("palette-results")) {}
                p.palette-foot aria-hidden="true" {
                    span { kbd { "↑" } kbd { "↓" } (tongue.say("palette-move")) }
                    span { kbd { "↵" } (tongue.say("palette-open")) }
                    span { kbd { "Esc" } (tongue.say("palette-close")) }
                }
            }
        }
        (keys(tongue))
    }
}

/// The script adds the keys of the page at hand.
fn keys(tongue: &Tongue) -> Markup {
    let fixed = [("keys-palette", &["Ctrl K", "/"][..]), ("keys-walk", &["j", "k"]), ("keys-choose", &["x"]), ("keys-open", &["o"]), ("keys-help", &["?"])];
    html! {
        dialog.palette.keys aria-label=(tongue.say("frame-keys")) {
            div.palette-title {
                h2 { (tongue.say("frame-keys")) }
                button.dialog-close.button.is-plain.is-icon type="button" aria-label=(tongue.say("close")) { (icon("x")) }
            }
            dl.keys-list {
                @for (key, caps) in fixed { div { dt { (tongue.say(key)) } dd { @for cap in caps { kbd { (cap) } } } } }
            }
        }
    }
}
