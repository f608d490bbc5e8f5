//! How urgent a thing is, in five tones. A tone never speaks by colour alone: each has its own shape, and a word stands beside.

use maud::{Markup, html};

use crate::icon::icon;

#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum Tone {
    /// Nothing to do: drafts, closed things, plain facts.
    #[default]
    Quiet,
    /// Well, finished, healthy.
    Good,
    /// Will need someone soon.
    Warn,
    /// Needs someone now.
    Bad,
    /// Under way, in somebody's hands.
    Accent,
}

impl Tone {
    /// The class that sets the tone's colours for what stands inside.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Quiet => "tone-quiet",
            Self::Good => "tone-good",
            Self::Warn => "tone-warn",
            Self::Bad => "tone-bad",
            Self::Accent => "tone-accent",
        }
    }

    /// The shape that carries the tone where colour cannot: on paper, for colour-blind eyes.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Quiet => "circle-dashed",
            Self::Good => "circle-check",
            Self::Warn => "triangle-alert",
            Self::Bad => "octagon-alert",
            Self::Accent => "circle-dot",
        }
    }
}

/// A state word with its shape.
pub fn state(word: &str, tone: Tone) -> Markup {
    html! { span class={ "state " (tone.class()) } { (icon(tone.icon())) (word) } }
}
