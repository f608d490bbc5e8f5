//! What a field takes, and the control that takes it. Values are the text as typed, so that a wrong date comes back as it
//! was written.

use kernel::words::Tongue;
use maud::{Markup, html};

use crate::icon::icon;

/// Up to so many choices show as radios, where all are seen at once; more become a select.
const RADIOS: usize = 5;

#[derive(Clone, Debug)]
pub enum Kind {
    /// `autocomplete` as HTML names it: `username`, `name`, `tel`.
    Text {
        value: String,
        autocomplete: Option<&'static str>,
        hint: Option<String>,
    },
    LongText {
        value: String,
    },
    /// One of few or many.
    Choice {
        value: String,
        choices: Vec<Choice>,
    },
    /// Any number of few.
    Many {
        values: Vec<String>,
        choices: Vec<Choice>,
    },
    /// One of very many. `url` answers `GET ?q=` with [`lookup_options`]; `choices` serve without script and hold at least
    /// the present one.
    Lookup {
        url: String,
        value: String,
        choices: Vec<Choice>,
    },
    /// `2026-11-24`
    Date {
        value: String,
    },
    /// A day (`2026-11-24`) and an hour (`14:05`), in East Africa Time. Sent as `<name>` and `<name>_time`: a browser set
    /// to American English would ask for AM and PM, and hours are entered in 24 here, always.
    DateTime {
        date: String,
        time: String,
    },
    Number {
        value: String,
        min: Option<i64>,
        max: Option<i64>,
        step: Option<&'static str>,
        unit: Option<String>,
    },
    Check {
        is_on: bool,
    },
    /// `accept` as HTML takes it: `image/*,.pdf`.
    File {
        is_many: bool,
        accept: Option<&'static str>,
    },
    /// Never given back. `autocomplete`: `current-password`, `new-password`, `one-time-code`.
    Password {
        autocomplete: &'static str,
    },
    Hidden {
        value: String,
    },
    /// A drawn signature, sent as a PNG data URL.
    Signature,
    /// Shown, not asked.
    Fixed(Markup),
}

/// One thing to choose.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    pub value: String,
    pub label: String,
    /// A word of explanation, beside a radio or in a lookup.
    pub detail: Option<String>,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), detail: None }
    }

    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}

/// What a control must say about itself.
pub(super) struct Told<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub label: &'a str,
    pub described_by: Option<String>,
    pub is_wrong: bool,
    pub is_required: bool,
}

impl Told<'_> {
    fn invalid(&self) -> Option<&'static str> {
        self.is_wrong.then_some("true")
    }
}

impl Kind {
    pub(super) fn is_group(&self) -> bool {
        match self {
            Self::Choice { choices, .. } => choices.len() <= RADIOS,
            Self::Many { .. } | Self::Fixed(_) | Self::Signature => true,
            _ => false,
        }
    }

    pub(super) const fn may_be_empty(&self) -> bool {
        !matches!(self, Self::Check { .. } | Self::Fixed(_) | Self::Password { .. })
    }

    pub(super) fn show(&self, tongue: &Tongue, told: &Told) -> Markup {
        match self {
            Self::Text { value, autocomplete, hint } => html! {
                input.input #(told.id) name=(told.name) value=(value) placeholder=[hint] autocomplete=(autocomplete.unwrap_or("off"))
                    required[told.is_required] aria-describedby=[&told.described_by] aria-invalid=[told.invalid()];
            },
            Self::LongText { value } => html! {
                textarea.input #(told.id) name=(told.name) rows="4" required[told.is_required]
                    aria-describedby=[&told.described_by] aria-invalid=[told.invalid()] { "\n" (value) }
            },
            Self::Choice { value, choices } if choices.len() <= RADIOS => boxes("radio", "radiogroup", choices, std::slice::from_ref(value), told),
            Self::Choice { value, choices } => select(tongue, choices, value, told),
            Self::Many { values, choices } => boxes("checkbox", "group", choices, values, told),
            Self::Lookup { url, value, choices } => html! {
                lookup-box.lookup data-url=(url) data-hint=(tongue.say("form-lookup-hint")) data-label=(told.label) {
                    (select(tongue, choices, value, told))
                }
            },
            Self::Date { value } => one_line("date", value, None, told),
            Self::DateTime { date, time } => html! {
                div.input-unit {
                    (one_line("date", date, None, told))
                    input.input.is-time name={ (told.name) "_time" } value=(time) inputmode="numeric" placeholder="14:05" maxlength="5"
                        pattern="([01][0-9]|2[0-3]):[0-5][0-9]" autocomplete="off" aria-label={ (told.label) ": " (tongue.say("form-hour")) };
                }
            },
            Self::Number { value, min, max, step, unit } => html! {
                div.input-unit {
                    input.input #(told.id) type="number" inputmode="decimal" name=(told.name) value=(value) min=[min] max=[max] step=[step]
                        required[told.is_required] aria-describedby=[&told.described_by] aria-invalid=[told.invalid()];
                    @if let Some(unit) = unit { span { (unit) } }
                }
            },
            Self::Check { is_on } => html! {
                label.check-field {
                    input #(told.id) type="checkbox" name=(told.name) value="yes" checked[*is_on]
                        aria-describedby=[&told.described_by] aria-invalid=[told.invalid()];
                    span { (told.label) }
                }
            },
            Self::File { is_many, accept } => html! {
                input.input #(told.id) type="file" name=(told.name) multiple[*is_many] accept=[accept] required[told.is_required]
                    aria-describedby=[&told.described_by] aria-invalid=[told.invalid()];
            },
            Self::Password { autocomplete } => one_line("password", "", Some(autocomplete), told),
            Self::Hidden { .. } => html! {},
            Self::Signature => signature(tongue, told),
            Self::Fixed(markup) => html! { div.fixed { (markup) } },
        }
    }
}

fn one_line(input_type: &str, value: &str, autocomplete: Option<&str>, told: &Told) -> Markup {
    html! {
        input.input #(told.id) type=(input_type) name=(told.name) value=[(!value.is_empty()).then_some(value)] autocomplete=[autocomplete]
            required[told.is_required] aria-describedby=[&told.described_by] aria-invalid=[told.invalid()];
    }
}

fn select(tongue: &Tongue, choices: &[Choice], value: &str, told: &Told) -> Markup {
    html! {
        div.select {
            select.input #(told.id) name=(told.name) required[told.is_required]
                aria-describedby=[&told.described_by] aria-invalid=[told.invalid()] {
                option value="" { (tongue.say("form-choose")) }
                (options(choices, value))
            }
            (icon("chevron-down"))
        }
    }
}

/// The choices as `<option>`s, the present one chosen.
pub(crate) fn options(choices: &[Choice], value: &str) -> Markup {
    html! {
        @for choice in choices { option value=(choice.value) selected[choice.value == value] { (choice.label) } }
    }
}

fn boxes(input_type: &str, role: &str, choices: &[Choice], values: &[String], told: &Told) -> Markup {
    html! {
        div.choices role=(role) aria-labelledby={ (told.id) "-label" } aria-describedby=[&told.described_by]
            aria-invalid=[told.invalid().filter(|_| role == "radiogroup")] aria-required=[(told.is_required && role == "radiogroup").then_some("true")] {
            @for (at, choice) in choices.iter().enumerate() {
                // The first carries the field's id, so that the list of problems can lead here.
                @let id = (at == 0).then_some(told.id);
                label.choice {
                    input id=[id] type=(input_type) name=(told.name) value=(choice.value) checked[values.contains(&choice.value)];
                    span {
                        (choice.label)
                        @if let Some(detail) = &choice.detail { small { (detail) } }
                    }
                }
            }
        }
    }
}

fn signature(tongue: &Tongue, told: &Told) -> Markup {
    html! {
        signature-pad {
            input #(told.id) type="hidden" name=(told.name);
            div.signature {
                canvas role="img" aria-labelledby={ (told.id) "-label" } {}
                div.signature-line {
                    span { (tongue.say("form-signature-hint")) }
                    button.button.is-small type="button" { (tongue.say("form-signature-clear")) }
                }
            }
            p.signature-paper { (tongue.say("form-signature-paper")) }
        }
    }
}

/// The answer to a lookup's `GET <url>?q=`: what matches, best first. At most some ten are worth showing.
pub fn lookup_options(tongue: &Tongue, choices: &[Choice]) -> Markup {
    html! {
        @for choice in choices {
            div role="option" data-value=(choice.value) data-text=(choice.label) {
                (choice.label)
                @if let Some(detail) = &choice.detail { small { (detail) } }
            }
        }
        @if choices.is_empty() { p.lookup-none { (tongue.say("form-lookup-none")) } }
    }
}
