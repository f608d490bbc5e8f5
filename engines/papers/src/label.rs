//! The few words a paper brings itself: beside the reference, the date and the
//! places for signing. Everything else is said by the caller.

use crate::words::Language;

pub(crate) struct Label {
    sw: &'static str,
    en: &'static str,
}

pub(crate) const REFERENCE: Label = label("Kumb. Nam.", "Ref. No.");
pub(crate) const DATE: Label = label("Tarehe", "Date");
pub(crate) const NAME: Label = label("Jina", "Name");
pub(crate) const SIGNATURE: Label = label("Saini", "Signature");
pub(crate) const SIGNED: Label = label("Imesainiwa", "Signed");

const fn label(sw: &'static str, en: &'static str) -> Label {
    Label { sw, en }
}

impl Label {
    pub(crate) fn on(&self, language: Language) -> String {
        match language {
            Language::Sw => self.sw.to_owned(),
            Language::En => self.en.to_owned(),
            Language::Both => format!("{} / {}", self.sw, self.en),
        }
    }
}
