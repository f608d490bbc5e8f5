//! A form that loses nothing: label above, help below, problems beside their fields and listed on top with links.
//! The caller gives back what was typed; this neither checks nor saves.

mod field;
mod kind;

use kernel::words::Tongue;
use maud::{Markup, html};

use crate::icon::icon;

pub use field::{Field, Width};
pub(crate) use kind::options;
pub use kind::{Choice, Kind, lookup_options};

#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Where it posts.
    pub action: String,
    pub parts: Vec<Part>,
    pub problems: Vec<Problem>,
    /// The words on the button that sends.
    pub submit: String,
    /// Other ways to send, such as *Hifadhi kama rasimu*; each is a button with its own name.
    pub other_submits: Vec<Submit>,
    /// Where Cancel leads; `None` leaves it out.
    pub cancel: Option<String>,
    /// The revision the person read, so that a stale save is noticed. Sent as `revision`.
    pub revision: Option<i64>,
    pub hidden: Vec<(String, String)>,
}

/// Fields that belong together, under a name of their own or none.
#[derive(Clone, Debug, Default)]
pub struct Part {
    pub title: Option<String>,
    pub help: Option<String>,
    pub fields: Vec<Field>,
}

impl Part {
    pub fn new(fields: Vec<Field>) -> Self {
        Self { fields, ..Self::default() }
    }

    pub fn titled(title: impl Into<String>, fields: Vec<Field>) -> Self {
        Self { title: Some(title.into()), help: None, fields }
    }
}

#[derive(Clone, Debug)]
pub struct Submit {
    pub name: String,
    pub value: String,
    pub label: String,
}

/// What is wrong, of one field or of the whole.
#[derive(Clone, Debug)]
pub struct Problem {
    pub field: Option<String>,
    pub text: String,
}

impl Problem {
    pub fn on(field: impl Into<String>, text: impl Into<String>) -> Self {
        Self { field: Some(field.into()), text: text.into() }
    }

    pub fn whole(text: impl Into<String>) -> Self {
        Self { field: None, text: text.into() }
    }
}

impl Form {
    pub fn new(action: impl Into<String>, submit: impl Into<String>, parts: Vec<Part>) -> Self {
        Self { action: action.into(), submit: submit.into(), parts, ..Self::default() }
    }

    fn problem_of(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|problem| problem.field.as_deref() == Some(field)).map(|problem| problem.text.as_str())
    }

    fn sends_files(&self) -> bool {
        self.parts.iter().flat_map(|part| &part.fields).any(|field| matches!(field.kind, Kind::File { .. }))
    }
}

pub fn form(tongue: &Tongue, form: &Form) -> Markup {
    html! {
        form-keeper {
            // The browser's own bubbles speak its language, not the person's; the server answers in theirs.
            form.form method="post" action=(form.action) enctype=[form.sends_files().then_some("multipart/form-data")] novalidate {
                (problems(tongue, form))
                @for (name, value) in &form.hidden { input type="hidden" name=(name) value=(value); }
                @if let Some(revision) = form.revision { input type="hidden" name="revision" value=(revision); }
                @for (at, part) in form.parts.iter().enumerate() { (drawn_part(tongue, form, part, at)) }
                (foot(tongue, form))
            }
        }
    }
}

fn problems(tongue: &Tongue, form: &Form) -> Markup {
    html! {
        @if !form.problems.is_empty() {
            div.problems role="alert" tabindex="-1" {
                h2 { (icon("octagon-alert")) (tongue.with("form-problems", &[("count", form.problems.len().into())])) }
                ul {
                    @for problem in &form.problems {
                        li {
                            @match &problem.field {
                                Some(field) => a href={ "#field-" (field) } { (problem.text) },
                                None => (problem.text),
                            }
                        }
                    }
                }
            }
        }
    }
}

fn drawn_part(tongue: &Tongue, form: &Form, part: &Part, at: usize) -> Markup {
    let id = format!("part-{at}");
    html! {
        section.form-part aria-labelledby=[part.title.as_ref().map(|_| &id)] {
            @if let Some(title) = &part.title {
                div.form-title {
                    h2 #(id) { (title) }
                    @if let Some(help) = &part.help { p { (help) } }
                }
            }
            @for field in &part.fields { (field.show(tongue, form.problem_of(&field.name))) }
        }
    }
}

fn foot(tongue: &Tongue, form: &Form) -> Markup {
    html! {
        div.form-foot {
            button.button.is-primary.is-large { (form.submit) }
            @for submit in &form.other_submits {
                button.button.is-large name=(submit.name) value=(submit.value) { (submit.label) }
            }
            @if let Some(href) = &form.cancel { a.button.is-plain.is-large href=(href) { (tongue.say("cancel")) } }
            @if form.cancel.is_some() {
                span.form-keys aria-hidden="true" { kbd { "Ctrl ↵" } (tongue.say("form-send-key")) }
            }
        }
    }
}
