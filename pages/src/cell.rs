//! One value as a list, a fact sheet or a card shows it: text, number, time, state, person. Values come in resolved and
//! translated; this decides only how they look.

use jiff::Timestamp;
use kernel::words::Tongue;
use maud::{Markup, html};

use crate::icon::icon;
use crate::tone::{Tone, state};

/// A moment, in words people say and in the exact form for hover, readers and machines.
#[derive(Clone, Debug)]
pub struct When {
    pub relative: String,
    pub exact: String,
    /// ISO 8601, for `datetime`.
    pub iso: String,
}

impl When {
    pub fn new(tongue: &Tongue, then: Timestamp, now: Timestamp) -> Self {
        Self { relative: tongue.relative(then, now), exact: tongue.time(then), iso: then.to_string() }
    }

    pub(crate) fn show(&self) -> Markup {
        html! {
            time datetime=(self.iso) title=(self.exact) { (self.relative) }
            // A title reaches only the mouse; readers and paper get this.
            " " span.sr.exact { (self.exact) }
        }
    }
}

#[derive(Clone, Debug)]
pub enum Cell {
    /// What a record is called, and its number or tag after it in a quieter tone. Meant for the first column.
    Lead {
        title: String,
        number: Option<String>,
    },
    Text(String),
    Link {
        text: String,
        href: String,
    },
    Number(i64),
    /// A number that is text already: `TZS 27,000,000`, `98.4%`, `3.2 GB`.
    Amount(String),
    Time(When),
    State(String, Tone),
    Person {
        name: String,
        href: Option<String>,
    },
    Tags(Vec<String>),
    /// A serial number, hash or address that people copy.
    Code(String),
    Empty,
    Html(Markup),
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn lead(title: impl Into<String>, number: impl Into<String>) -> Self {
        Self::Lead { title: title.into(), number: Some(number.into()) }
    }

    pub fn state(word: impl Into<String>, tone: Tone) -> Self {
        Self::State(word.into(), tone)
    }

    pub fn person(name: impl Into<String>) -> Self {
        Self::Person { name: name.into(), href: None }
    }

    /// Empty text shows as "none", not as a hole.
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    pub(crate) const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// Says itself without its column's name, when a row becomes a card.
    pub(crate) const fn speaks_alone(&self) -> bool {
        matches!(self, Self::Lead { .. } | Self::State(..) | Self::Person { .. } | Self::Time(_) | Self::Tags(_))
    }

    /// How the value is called in a sentence, such as the label of a row's checkbox.
    pub(crate) fn plain(&self) -> &str {
        match self {
            Self::Lead { title, .. } => title,
            Self::Text(text) | Self::Amount(text) | Self::Code(text) | Self::Link { text, .. } => text,
            Self::State(word, _) => word,
            Self::Person { name, .. } => name,
            _ => "",
        }
    }

    pub fn show(&self, tongue: &Tongue) -> Markup {
        match self {
            Self::Lead { .. } => html! { span.lead { (self.inner_lead()) } },
            Self::Text(text) | Self::Amount(text) => html! { (text) },
            Self::Link { text, href } => html! { a.quiet-link href=(href) { (text) } },
            Self::Number(number) => html! { (tongue.number(*number)) },
            Self::Time(when) => when.show(),
            Self::State(word, tone) => state(word, *tone),
            Self::Person { name, href } => person(name, href.as_deref()),
            Self::Tags(tags) => html! { @for tag in tags { span.tag { (tag) } } },
            Self::Code(text) => code(tongue, text),
            Self::Empty => html! { span.none { "—" span.sr { (tongue.say("table-none")) } } },
            Self::Html(markup) => markup.clone(),
        }
    }

    /// The value as the link that opens the row.
    pub(crate) fn show_as_link(&self, tongue: &Tongue, href: &str) -> Markup {
        match self {
            Self::Lead { .. } => html! { a.lead href=(href) { (self.inner_lead()) } },
            _ => html! { a.lead href=(href) { span.lead-title { (self.show(tongue)) } } },
        }
    }

    fn inner_lead(&self) -> Markup {
        let Self::Lead { title, number } = self else { return html! {} };
        html! {
            span.lead-title { (title) }
            @if let Some(number) = number { " " span.lead-number { (number) } }
        }
    }
}

/// A person's full name with a small monogram, so that eyes find the same person again down a list.
pub fn person(name: &str, href: Option<&str>) -> Markup {
    let inside = html! { span.person-mark aria-hidden="true" { (initials(name)) } span { (name) } };
    match href {
        Some(href) => html! { a.person href=(href) { (inside) } },
        None => html! { span.person { (inside) } },
    }
}

/// A code with a button that copies it, where the browser allows.
pub fn code(tongue: &Tongue, text: &str) -> Markup {
    html! {
        copy-text.copy data-text=(text) {
            span.code { (text) }
            button type="button" aria-label=(tongue.with("copy-text", &[("text", text.into())])) { (icon("copy")) }
        }
    }
}

/// First letters of the first and last name: `Asha Juma Haji` gives `AH`.
fn initials(name: &str) -> String {
    let mut names = name.split_whitespace().filter_map(|part| part.chars().next());
    let first = names.next();
    first.into_iter().chain(names.next_back()).flat_map(char::to_uppercase).collect()
}
