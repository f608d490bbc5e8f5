//! Words in one or two languages. A paper speaks Swahili first; where English
//! is wanted too it stands beneath, smaller, and is marked as English for
//! those who have the file read to them.

/// The language or languages of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Swahili.
    Sw,
    /// English.
    En,
    /// Swahili, with English beneath or beside it.
    Both,
}

impl Language {
    /// The language tag of the first words (RFC 5646).
    pub(crate) fn first(self) -> &'static str {
        match self {
            Language::Sw | Language::Both => "sw-TZ",
            Language::En => "en",
        }
    }

    /// Of two ways to say one thing, the one in the paper's first language.
    pub(crate) fn pick(self, sw: &'static str, en: &'static str) -> &'static str {
        match self {
            Language::Sw | Language::Both => sw,
            Language::En => en,
        }
    }

    /// The page label as a pattern in which `{x}` is the page and `{y}` the
    /// number of pages.
    pub fn page_of(self) -> &'static str {
        match self {
            Language::Sw => "Ukurasa {x} kati ya {y}",
            Language::En => "Page {x} of {y}",
            Language::Both => "Ukurasa {x} kati ya {y} · Page {x} of {y}",
        }
    }
}

/// Words on a paper: the first language and, if wanted, English beneath it.
///
/// Made from a `&str` or `String` (one language) or from a pair `(sw, en)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub first: String,
    /// English beneath the first words; `None` prints nothing.
    pub second: Option<String>,
}

impl From<&str> for Words {
    fn from(first: &str) -> Self {
        first.to_owned().into()
    }
}

impl From<String> for Words {
    fn from(first: String) -> Self {
        Words { first, second: None }
    }
}

impl<A: Into<String>, B: Into<String>> From<(A, B)> for Words {
    fn from((first, second): (A, B)) -> Self {
        Words { first: first.into(), second: Some(second.into()) }
    }
}
