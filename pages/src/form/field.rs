//! One field: its name in words, what it takes, help below, and what was wrong with what was typed.

use kernel::words::Tongue;
use maud::{Markup, html};

use super::kind::{Choice, Kind, Told};
use crate::icon::icon;

/// How much of the form's line a field takes on a wide screen.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum Width {
    #[default]
    Full,
    Half,
    Third,
}

#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub label: String,
    pub help: Option<String>,
    pub is_required: bool,
    pub width: Width,
    pub kind: Kind,
}

impl Field {
    pub fn new(name: impl Into<String>, label: impl Into<String>, kind: Kind) -> Self {
        Self { name: name.into(), label: label.into(), help: None, is_required: false, width: Width::Full, kind }
    }

    pub fn text(name: impl Into<String>, label: impl Into<String>, value: impl Into<String>) -> Self {
        Self::new(name, label, Kind::Text { value: value.into(), autocomplete: None, hint: None })
    }

    pub fn long_text(name: impl Into<String>, label: impl Into<String>, value: impl Into<String>) -> Self {
        Self::new(name, label, Kind::LongText { value: value.into() })
    }

    pub fn choice(name: impl Into<String>, label: impl Into<String>, value: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Kind::Choice { value: value.into(), choices })
    }

    pub fn date(name: impl Into<String>, label: impl Into<String>, value: impl Into<String>) -> Self {
        Self::new(name, label, Kind::Date { value: value.into() })
    }

    pub fn check(name: impl Into<String>, label: impl Into<String>, is_on: bool) -> Self {
        Self::new(name, label, Kind::Check { is_on })
    }

    pub fn password(name: impl Into<String>, label: impl Into<String>, autocomplete: &'static str) -> Self {
        Self::new(name, label, Kind::Password { autocomplete })
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    #[must_use]
    pub const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    #[must_use]
    pub const fn half(mut self) -> Self {
        self.width = Width::Half;
        self
    }

    #[must_use]
    pub const fn third(mut self) -> Self {
        self.width = Width::Third;
        self
    }

    pub(super) fn show(&self, tongue: &Tongue, problem: Option<&str>) -> Markup {
        if let Kind::Hidden { value } = &self.kind {
            return html! { input type="hidden" name=(self.name) value=(value); };
        }
        let id = format!("field-{}", self.name);
        let help_id = self.help.as_ref().map(|_| format!("{id}-help"));
        let problem_id = problem.map(|_| format!("{id}-problem"));
        let described: Vec<&str> = [&problem_id, &help_id].into_iter().flatten().map(String::as_str).collect();
        let told = Told {
            id: &id,
            name: &self.name,
            label: &self.label,
            described_by: (!described.is_empty()).then(|| described.join(" ")),
            is_wrong: problem.is_some(),
            is_required: self.is_required,
        };
        let width = match self.width {
            Width::Full => "",
            Width::Half => " is-half",
            Width::Third => " is-third",
        };
        html! {
            div class={ "field" (width) @if problem.is_some() { " is-wrong" } } data-field=(self.name) {
                (self.drawn_label(tongue, &id))
                (self.kind.show(tongue, &told))
                @if let (Some(text), Some(id)) = (problem, &problem_id) {
                    p.field-problem #(id) { (icon("octagon-alert")) span { (text) } }
                }
                @if let (Some(text), Some(id)) = (&self.help, &help_id) { p.field-help #(id) { (text) } }
            }
        }
    }

    /// A checkbox carries its own label; a group is named by `aria-labelledby`; all else by `<label for>`.
    fn drawn_label(&self, tongue: &Tongue, id: &str) -> Markup {
        let inside = html! {
            (self.label)
            @if !self.is_required && self.kind.may_be_empty() { span.optional { " (" (tongue.say("optional")) ")" } }
        };
        match &self.kind {
            Kind::Check { .. } => html! {},
            kind if kind.is_group() => html! { span.label #{ (id) "-label" } { (inside) } },
            _ => html! { label for=(id) { (inside) } },
        }
    }
}
