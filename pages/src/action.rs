//! What can be done here: a link that leads to a form, or a button that posts. Printed with its key, found by the palette.

use kernel::words::Tongue;
use maud::{Markup, html};

use crate::icon::icon;

#[derive(Clone, Debug)]
pub struct Action {
    pub label: String,
    pub to: To,
    pub icon: Option<&'static str>,
    /// Pressed alone, when nobody types.
    pub key: Option<char>,
    pub is_primary: bool,
    pub is_danger: bool,
}

#[derive(Clone, Debug)]
pub enum To {
    Link(String),
    /// A form of hidden fields and one button.
    Post {
        path: String,
        fields: Vec<(String, String)>,
    },
    /// A file for the person to keep.
    Download(String),
}

impl Action {
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self::new(label, To::Link(href.into()))
    }

    pub fn post(label: impl Into<String>, path: impl Into<String>) -> Self {
        Self::new(label, To::Post { path: path.into(), fields: Vec::new() })
    }

    pub fn download(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self::new(label, To::Download(href.into()))
    }

    fn new(label: impl Into<String>, to: To) -> Self {
        Self { label: label.into(), to, icon: None, key: None, is_primary: false, is_danger: false }
    }

    /// A hidden field that a post carries.
    #[must_use]
    pub fn field(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        if let To::Post { fields, .. } = &mut self.to {
            fields.push((name.into(), value.into()));
        }
        self
    }

    #[must_use]
    pub const fn icon(mut self, name: &'static str) -> Self {
        self.icon = Some(name);
        self
    }

    #[must_use]
    pub const fn key(mut self, key: char) -> Self {
        self.key = Some(key);
        self
    }

    /// The one act most people came for. A page has one.
    #[must_use]
    pub const fn primary(mut self) -> Self {
        self.is_primary = true;
        self
    }

    /// Hard to take back.
    #[must_use]
    pub const fn danger(mut self) -> Self {
        self.is_danger = true;
        self
    }

    /// The action as a button.
    pub fn button(&self) -> Markup {
        let class = format!("button{}{}", if self.is_primary { " is-primary" } else { "" }, if self.is_danger { " is-danger" } else { "" });
        self.drawn(Some(&class))
    }

    /// The action as a line of a menu.
    pub fn menu_line(&self) -> Markup {
        self.drawn(self.is_danger.then_some("is-danger"))
    }

    fn drawn(&self, class: Option<&str>) -> Markup {
        let key = self.key.map(String::from);
        let inside = html! {
            @if let Some(name) = self.icon { (icon(name)) }
            span { (self.label) }
            @if let Some(key) = &key { kbd aria-hidden="true" { (key) } }
        };
        html! {
            @match &self.to {
                To::Link(href) => a class=[class] href=(href) data-key=[&key] data-verb=(self.label) { (inside) },
                To::Download(href) => a class=[class] href=(href) download data-key=[&key] data-verb=(self.label) { (inside) },
                To::Post { path, fields } => form method="post" action=(path) {
                    @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
                    button class=[class] data-key=[&key] data-verb=(self.label) { (inside) }
                },
            }
        }
    }
}

/// Beside the primary action so many stand open; the rest go into a menu.
const OPEN_ACTIONS: usize = 3;

/// The actions of a page: the primary one last, where the eye and the hand end.
pub fn actions(tongue: &Tongue, actions: &[Action]) -> Markup {
    let (primary, others): (Vec<_>, Vec<_>) = actions.iter().partition(|action| action.is_primary);
    let open = if others.len() > OPEN_ACTIONS { OPEN_ACTIONS - 1 } else { others.len() };
    let (open, in_menu) = others.split_at(open);
    html! {
        div.actions {
            @for action in open { (action.button()) }
            @if !in_menu.is_empty() {
                details.menu {
                    summary.button.is-icon aria-label=(tongue.say("frame-actions-more")) { (icon("ellipsis")) }
                    div.menu-panel { @for action in in_menu { (action.menu_line()) } }
                }
            }
            @for action in primary { (action.button()) }
        }
    }
}
