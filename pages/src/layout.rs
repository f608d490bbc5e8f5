//! The frame of every page: the office's name, the rail of places, the person at the keyboard, and the sheet on which a
//! page's own content lies. Knows who reads and where they are; not what they may do: the caller gives links and actions.

mod bare;
mod preference;
mod rail;
mod top;

use kernel::words::Tongue;
use maud::{DOCTYPE, Markup, html};

use crate::action::{Action, actions};
use crate::icon::icon;
use crate::notice::{Flash, flash};
use crate::tone::{Tone, state};
use crate::{assets, palette};

pub use bare::bare;
pub use preference::{Density, PREFERENCES, Theme};
pub use rail::{RailGroup, RailLink};

/// The office whose page it is, as it writes its own name.
#[derive(Clone, Debug, Default)]
pub struct Office {
    /// *Afisi ya Mkurugenzi wa Mashtaka Zanzibar*
    pub name: String,
    /// *Kitengo cha TEHAMA*
    pub unit: String,
    /// At most four letters, for the mark: *DPP*.
    pub short: String,
}

/// The person signed in. The name is always in sight, for computers are shared.
#[derive(Clone, Debug, Default)]
pub struct Person {
    pub name: String,
    pub post: String,
    /// Their own page.
    pub href: String,
}

#[derive(Clone, Debug)]
pub struct Crumb {
    pub label: String,
    pub href: String,
}

/// Everything a page needs around its content. `Frame::new`, then set what differs.
#[derive(Clone, Debug)]
pub struct Frame {
    pub tongue: Tongue,
    pub office: Office,
    /// The page's own address with its query, to come back to after a switch of language or look.
    pub path: String,
    pub title: String,
    /// The record's number, quieter after the title.
    pub number: Option<String>,
    pub breadcrumb: Vec<Crumb>,
    pub state: Option<(String, Tone)>,
    pub actions: Vec<Action>,
    pub rail: Vec<RailGroup>,
    pub person: Option<Person>,
    pub theme: Theme,
    pub density: Density,
    pub is_demo: bool,
    /// The class of secrecy of a record above internal, in words: *Ya siri*.
    pub class: Option<(String, Tone)>,
    pub flash: Option<Flash>,
    /// Boards that hang on a wall ask again after so many seconds.
    pub refresh_seconds: Option<u32>,
    /// A greeting rather than a record's name: the title may be larger.
    pub is_today: bool,
}

impl Frame {
    pub fn new(tongue: Tongue, office: Office, path: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            tongue,
            office,
            path: path.into(),
            title: title.into(),
            number: None,
            breadcrumb: Vec::new(),
            state: None,
            actions: Vec::new(),
            rail: Vec::new(),
            person: None,
            theme: Theme::default(),
            density: Density::default(),
            is_demo: false,
            class: None,
            flash: None,
            refresh_seconds: None,
            is_today: false,
        }
    }

    #[must_use]
    pub fn crumb(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.breadcrumb.push(Crumb { label: label.into(), href: href.into() });
        self
    }

    #[must_use]
    pub fn action(mut self, action: Action) -> Self {
        self.actions.push(action);
        self
    }
}

/// A whole page inside the frame.
pub fn page(frame: &Frame, content: Markup) -> Markup {
    let tongue = &frame.tongue;
    document(
        frame,
        &html! {
            body {
                a.skip href="#sheet" { (tongue.say("frame-skip")) }
                div.waiting {}
                div.frame {
                    @if frame.is_demo { aside.demo aria-label=(tongue.say("frame-demo-label")) { (icon("info")) (tongue.say("frame-demo")) } }
                    (top::top(frame))
                    (rail::rail(frame))
                    (sheet(frame, &content))
                }
                (flash(tongue, frame.flash.as_ref()))
                (palette::boxes(tongue))
            }
        },
    )
}

fn sheet(frame: &Frame, content: &Markup) -> Markup {
    let trigger = frame.refresh_seconds.map(|seconds| format!("every {seconds}s"));
    html! {
        main #sheet.sheet tabindex="-1" {
            (class_band(frame, false))
            div #sheet-body.sheet-body.is-today[frame.is_today]
                hx-get=[trigger.as_ref().map(|_| &frame.path)] hx-trigger=[&trigger]
                hx-select=[trigger.as_ref().map(|_| "#sheet-body")] hx-swap=[trigger.as_ref().map(|_| "outerMorph")] {
                (heading(frame))
                (content)
                (printed(frame))
            }
            (class_band(frame, true))
        }
    }
}

fn heading(frame: &Frame) -> Markup {
    html! {
        header.heading {
            @if !frame.breadcrumb.is_empty() {
                nav.crumbs aria-label=(frame.tongue.say("frame-crumbs")) {
                    ol { @for crumb in &frame.breadcrumb { li { a href=(crumb.href) { (crumb.label) } } } }
                }
            }
            div.heading-title {
                h1 { (frame.title) }
                @if let Some(number) = &frame.number { span.heading-number { (number) } }
                @if let Some((word, tone)) = &frame.state { (state(word, *tone)) }
            }
            @if !frame.actions.is_empty() { (actions(&frame.tongue, &frame.actions)) }
        }
    }
}

/// Paper says who made it: a print-out of a record is a copy that walks.
fn printed(frame: &Frame) -> Markup {
    html! {
        @if let Some(person) = &frame.person {
            p.only-print.printed { (frame.tongue.with("frame-printed", &[("name", (&person.name).into()), ("path", (&frame.path).into())])) }
        }
    }
}

/// On the screen at the top; on paper at top and foot, as the office's stamps stand.
fn class_band(frame: &Frame, at_foot: bool) -> Markup {
    html! {
        @if let Some((word, tone)) = &frame.class {
            @let whole = frame.tongue.with("frame-secrecy", &[("class", word.into())]);
            @if at_foot {
                div class={ "class-band at-foot " (tone.class()) } aria-hidden="true" { (icon("lock")) (whole) }
            } @else {
                div class={ "class-band " (tone.class()) } { (icon("lock")) (whole) }
            }
        }
    }
}

fn document(frame: &Frame, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(frame.tongue.lang.code()) data-theme=[frame.theme.forced()] data-density=(frame.density.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content=(frame.theme.forced().unwrap_or("light dark"));
                meta name="referrer" content="same-origin";
                title { (frame.title) " · " (frame.office.unit) }
                link rel="icon" type="image/svg+xml" href=(assets::href("mark.svg"));
                link rel="stylesheet" href=(assets::href("app.css"));
                script src=(assets::href("app.js")) defer {}
            }
            (body)
        }
    }
}
