//! What the office's people read, in Swahili and in English: whole sentences by key, each domain bringing its two texts.
//! A key that only one language knows stops the program at the start, not a page in front of a citizen. Knows nothing of
//! pages or records, and never glues a sentence from pieces.

mod dates;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

pub use dates::EAT;

/// A language of the interface. Swahili is the office's own and so the default.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Lang {
    #[default]
    Sw,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::Sw, Self::En];

    /// The code used in addresses, cookies and `<html lang>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sw => "sw",
            Self::En => "en",
        }
    }

    /// Reads a code such as `sw`, `en` or `sw-TZ`; anything else is `None`.
    pub fn parse(code: &str) -> Option<Self> {
        match code.split(['-', '_']).next()? {
            "sw" => Some(Self::Sw),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The language the switch beside a person's name leads to.
    pub const fn other(self) -> Self {
        match self {
            Self::Sw => Self::En,
            Self::En => Self::Sw,
        }
    }

    /// Chooses the plural rules.
    fn locale(self) -> LanguageIdentifier {
        self.code().parse().expect("a language code of ours")
    }
}

/// One domain's two Fluent texts, as `include_str!` brings them.
#[derive(Copy, Clone, Debug)]
pub struct Source {
    pub name: &'static str,
    pub sw: &'static str,
    pub en: &'static str,
}

impl Source {
    const fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sw => self.sw,
            Lang::En => self.en,
        }
    }
}

/// Why the texts cannot be used. Found at the start, for whoever edits a `.ftl` file.
#[derive(Debug, thiserror::Error)]
pub enum WordsProblem {
    #[error("words/{}.ftl of {source_name} is not Fluent: {what}", .lang.code())]
    Unreadable { source_name: &'static str, lang: Lang, what: String },
    #[error("\"{key}\" in words/{}.ftl of {source_name} is taken already; keys are shared by all domains", .lang.code())]
    Twice { source_name: &'static str, lang: Lang, key: String },
    #[error("\"{key}\" of {source_name} has no text in words/{}.ftl", .lang.code())]
    OneLanguage { source_name: &'static str, lang: Lang, key: String },
}

/// All texts of the program in both languages, shared by every thread.
pub struct Words {
    sw: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl Words {
    /// Reads the texts of all domains.
    ///
    /// # Errors
    /// The first syntax error, key used twice, or key that one language lacks.
    pub fn new(sources: &[Source]) -> Result<Self, WordsProblem> {
        for source in sources {
            same_keys(source)?;
        }
        Ok(Self { sw: bundle(sources, Lang::Sw)?, en: bundle(sources, Lang::En)? })
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        match lang {
            Lang::Sw => &self.sw,
            Lang::En => &self.en,
        }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Words")
    }
}

/// The texts as one person reads them. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Tongue {
    words: Arc<Words>,
    pub lang: Lang,
}

impl Tongue {
    pub const fn new(words: Arc<Words>, lang: Lang) -> Self {
        Self { words, lang }
    }

    /// The same texts in another language: for the switch, and for mail to somebody else.
    pub fn in_lang(&self, lang: Lang) -> Self {
        Self { words: Arc::clone(&self.words), lang }
    }

    /// The text of a key that takes no values. An unknown key comes back as `⟦key⟧`, so that it is seen and reported.
    pub fn say(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text of a key with its values, numbers choosing the plural: `with("devices-registered", &[("count", 3.into())])`.
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let bundle = self.words.bundle(self.lang);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("⟦{key}⟧");
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(*name, value.fluent());
        }
        // A value the text asks for and nobody gave shows as {$name}: readable, and `every_word` finds it.
        bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    pub fn has(&self, key: &str) -> bool {
        self.words.bundle(self.lang).has_message(key)
    }

    /// A whole number with comma groups, the CLDR form of both languages: `1,250,000`.
    pub fn number(&self, number: i64) -> String {
        grouped(&number.to_string())
    }
}

/// A value put into a text.
#[derive(Clone, PartialEq, Debug)]
pub enum Arg {
    Text(String),
    Number(i64),
}

impl Arg {
    fn fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_str()),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg {
            fn from(number: $kind) -> Self {
                // No count an office shows comes near the end of i64.
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
numbers!(i64, i32, u32, u64, usize);

fn bundle(sources: &[Source], lang: Lang) -> Result<FluentBundle<FluentResource>, WordsProblem> {
    let mut bundle = FluentBundle::new_concurrent(vec![lang.locale()]);
    // Isolating marks are for mixed directions; here they would only break searches and copied text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped_number));
    for source in sources {
        let resource = FluentResource::try_new(source.text(lang).to_owned()).map_err(|(_, errors)| {
            let what = errors.first().map_or_else(String::new, |error| {
                let line = source.text(lang)[..error.pos.start].lines().count().max(1);
                format!("line {line}: {error}")
            });
            WordsProblem::Unreadable { source_name: source.name, lang, what }
        })?;
        let taken = keys(resource.source()).into_iter().find(|key| bundle.has_message(key)).map(str::to_owned);
        match (bundle.add_resource(resource), taken) {
            (Ok(()), None) => {}
            (_, taken) => {
                let key = taken.or_else(|| twice(source.text(lang))).unwrap_or_default();
                return Err(WordsProblem::Twice { source_name: source.name, lang, key });
            }
        }
    }
    Ok(bundle)
}

fn same_keys(source: &Source) -> Result<(), WordsProblem> {
    let (sw, en): (BTreeSet<_>, BTreeSet<_>) = (keys(source.sw).into_iter().collect(), keys(source.en).into_iter().collect());
    for (have, miss, lang) in [(&sw, &en, Lang::En), (&en, &sw, Lang::Sw)] {
        if let Some(key) = have.difference(miss).next() {
            return Err(WordsProblem::OneLanguage { source_name: source.name, lang, key: (*key).to_owned() });
        }
    }
    Ok(())
}

/// The keys of a Fluent text in order. By the grammar only a message, a term or a comment can begin at a line's start.
fn keys(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('='))
        .map(|(key, _)| key.trim_end())
        .collect()
}

fn twice(text: &str) -> Option<String> {
    let mut seen = BTreeMap::new();
    keys(text).into_iter().find(|key| seen.insert(*key, ()).is_some()).map(str::to_owned)
}

fn grouped_number(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(&number.as_string())),
        _ => None,
    }
}

fn grouped(digits: &str) -> String {
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEVICES: Source = Source {
        name: "inventory",
        sw: "save = Hifadhi\nregistered =\n    { $count ->\n        [one] Kifaa { $count } kimesajiliwa\n       *[other] Vifaa { $count } vimesajiliwa\n    }\ngreeting = Habari, { $name }\n",
        en: "save = Save\nregistered =\n    { $count ->\n        [one] { $count } device registered\n       *[other] { $count } devices registered\n    }\ngreeting = Hello, { $name }\n",
    };

    fn tongue(lang: Lang) -> Tongue {
        Tongue::new(Arc::new(Words::new(&[DEVICES]).unwrap()), lang)
    }

    #[test]
    fn a_sentence_agrees_with_its_number() {
        let sw = tongue(Lang::Sw);
        let said = |count: i64| sw.with("registered", &[("count", count.into())]);
        assert_eq!(said(1), "Kifaa 1 kimesajiliwa");
        assert_eq!(said(0), "Vifaa 0 vimesajiliwa");
        assert_eq!(said(1250), "Vifaa 1,250 vimesajiliwa");
        assert_eq!(tongue(Lang::En).with("registered", &[("count", 2.into())]), "2 devices registered");
    }

    #[test]
    fn values_come_out_as_they_went_in() {
        assert_eq!(tongue(Lang::Sw).with("greeting", &[("name", "Asha Juma Haji".into())]), "Habari, Asha Juma Haji");
    }

    #[test]
    fn an_unknown_key_shows_itself() {
        let sw = tongue(Lang::Sw);
        assert_eq!(sw.say("svae"), "⟦svae⟧");
        assert!(sw.has("save") && !sw.has("svae"));
    }

    #[test]
    fn both_languages_must_know_a_key() {
        let half = Source { en: "save = Save\n", ..DEVICES };
        let told = Words::new(&[half]).unwrap_err().to_string();
        assert_eq!(told, "\"greeting\" of inventory has no text in words/en.ftl");
    }

    #[test]
    fn a_key_belongs_to_one_text() {
        let other = Source { name: "desk", sw: "save = Hifadhi\n", en: "save = Save\n" };
        let told = Words::new(&[DEVICES, other]).unwrap_err().to_string();
        assert!(told.starts_with("\"save\" in words/sw.ftl of desk is taken already"), "{told}");
        let double = Source { name: "desk", sw: "a = 1\na = 2\n", en: "a = 1\n" };
        let told = Words::new(&[double]).unwrap_err().to_string();
        assert!(told.starts_with("\"a\" in words/sw.ftl of desk is taken"), "{told}");
    }

    #[test]
    fn broken_text_names_its_line() {
        let broken = Source { name: "desk", sw: "a = A\nb = { $x\n", en: "a = A\nb = B\n" };
        let told = Words::new(&[broken]).unwrap_err().to_string();
        assert!(told.starts_with("words/sw.ftl of desk is not Fluent: line 2"), "{told}");
    }

    #[test]
    fn numbers_are_grouped_by_commas() {
        let sw = tongue(Lang::Sw);
        let said: Vec<_> = [0, 999, 1000, 1_250_000, -27_000_000].map(|number| sw.number(number)).into();
        assert_eq!(said, ["0", "999", "1,000", "1,250,000", "-27,000,000"]);
    }

    #[test]
    fn codes_of_languages() {
        assert_eq!(Lang::parse("sw-TZ"), Some(Lang::Sw));
        assert_eq!(Lang::parse("fr"), None);
        assert_eq!(Lang::En.other().code(), "sw");
    }
}
