//! How a person likes their pages: language, light or dark, roomy or compact. A cookie remembers; the server draws.
//! Every switch is one form that posts to `/preferences` with `back` (the page to return to) and one of `lang`
//! (`sw`, `en`), `theme` (`system`, `light`, `dark`), `density` (`roomy`, `compact`).

use kernel::words::Lang;
use maud::{Markup, html};

use super::Frame;
use crate::icon::icon;

/// Where the switches post.
pub const PREFERENCES: &str = "/preferences";

#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// As the machine is set.
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }

    /// The theme that holds whatever the machine says.
    pub(super) fn forced(self) -> Option<&'static str> {
        (self != Self::System).then_some(self.code())
    }

    const fn icon(self) -> &'static str {
        match self {
            Self::System => "monitor",
            Self::Light => "sun",
            Self::Dark => "moon",
        }
    }
}

#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum Density {
    /// Rows of 40 px.
    #[default]
    Roomy,
    /// Rows of 32 px.
    Compact,
}

impl Density {
    pub const ALL: [Self; 2] = [Self::Roomy, Self::Compact];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Roomy => "roomy",
            Self::Compact => "compact",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|density| density.code() == code)
    }

    const fn icon(self) -> &'static str {
        match self {
            Self::Roomy => "rows-3",
            Self::Compact => "rows-4",
        }
    }
}

struct Choice {
    code: &'static str,
    /// Needed where the inside is only an icon.
    label: Option<String>,
    title: String,
    inside: Markup,
    is_on: bool,
}

/// The language switch: the same page in the other language. Each language is named in itself.
pub(super) fn language(frame: &Frame) -> Markup {
    let choices = Lang::ALL.map(|lang| {
        let name = match lang {
            Lang::Sw => "Kiswahili",
            Lang::En => "English",
        };
        let short = lang.code().to_uppercase();
        Choice { code: lang.code(), label: None, title: name.to_owned(), inside: html! { (short) }, is_on: lang == frame.tongue.lang }
    });
    segments(frame, "lang", "frame-language", &choices)
}

pub(super) fn theme(frame: &Frame) -> Markup {
    let choices = Theme::ALL.map(|theme| {
        let title = frame.tongue.say(&format!("frame-theme-{}", theme.code()));
        Choice { code: theme.code(), label: Some(title.clone()), title, inside: icon(theme.icon()), is_on: theme == frame.theme }
    });
    segments(frame, "theme", "frame-theme", &choices)
}

pub(super) fn density(frame: &Frame) -> Markup {
    let choices = Density::ALL.map(|density| {
        let title = frame.tongue.say(&format!("frame-density-{}", density.code()));
        Choice { code: density.code(), label: Some(title.clone()), title, inside: icon(density.icon()), is_on: density == frame.density }
    });
    segments(frame, "density", "frame-density", &choices)
}

fn segments(frame: &Frame, name: &str, group_key: &str, choices: &[Choice]) -> Markup {
    html! {
        form.preference method="post" action=(PREFERENCES) {
            input type="hidden" name="back" value=(frame.path);
            div.segments role="group" aria-label=(frame.tongue.say(group_key)) {
                @for choice in choices {
                    button name=(name) value=(choice.code) aria-label=[&choice.label] title=(choice.title)
                        aria-pressed=(choice.is_on) { (choice.inside) }
                }
            }
        }
    }
}
