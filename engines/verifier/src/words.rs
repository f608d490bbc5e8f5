//! The findings in whole sentences, Swahili and English. Values are printed so that no control sign
//! in them can rewrite what stands on the reader's screen.

use crate::finding::{Fault, Statement};
use crate::hashes::{Hash, sha256};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Swahili,
    English,
}

/// The statement as one line (a value's line is indented).
pub fn sentence(statement: &Statement, language: Language) -> String {
    match language {
        Language::Swahili => swahili(statement),
        Language::English => english(statement),
    }
}

fn swahili(statement: &Statement) -> String {
    match statement {
        Statement::Question(question) => {
            format!("Swali kama lilivyoandikwa kwenye dondoo: {}", visible(question))
        }
        Statement::Demo => "DONDOO HILI NI LA MAONYESHO: ufunguo wake hauthibitishi chochote nje ya maonyesho.".into(),
        Statement::Signed { name, size, root } => {
            format!("Imethibitika: ufunguo uliouleta wa {} umetia saini daftari (idadi ya maingizo: {size}; mzizi: {}).", visible(name), hex(root))
        }
        Statement::SignedByOwn { key, size, root } => format!(
            "Saini ya daftari (idadi ya maingizo: {size}; mzizi: {}) ni sahihi, lakini kwa ufunguo uliomo ndani ya dondoo lenyewe: {}. Hii inaonyesha tu kwamba dondoo halikuharibika. Linganisha ufunguo huu na ule uliotangazwa na ofisi.",
            hex(root),
            visible(key)
        ),
        Statement::NotSigned(why) => format!("IMEKATALIWA: {}.", fault_swahili(*why)),
        Statement::Cosigned { name, at } => format!(
            "Imethibitika: shahidi {} alitia saini daftari hili tarehe {}; kwa kadiri alivyoliona, lilikuwa limeongezwa tu na halikuandikwa upya.",
            visible(name),
            time(*at as i64)
        ),
        Statement::CosignedByOwn { name, at } => {
            format!("Saini ya shahidi {} ya tarehe {} ni sahihi, lakini kwa ufunguo uliomo ndani ya dondoo lenyewe.", visible(name), time(*at as i64))
        }
        Statement::NotCosigned { name } => {
            format!("Haijathibitika: shahidi {} hakutia saini daftari hili.", visible(name))
        }
        Statement::FalseCosignature { name } => {
            format!("IMEKATALIWA: saini ya shahidi {} ni ya uongo.", visible(name))
        }
        Statement::TooFewWitnesses { have, want } => {
            format!("IMEKATALIWA: idadi ya mashahidi waliotia saini ni {have}; wanaotakiwa ni {want}.")
        }
        Statement::NoWitness => {
            "Haijathibitika: hakuna shahidi unayemwamini aliyetia saini. Mwenye ufunguo wa daftari angeweza kuandika daftari lingine.".into()
        }
        Statement::Proved { index, seq, source, at_us } => format!(
            "Imethibitika: ingizo namba {index} (mfuatano {seq}, chanzo {source}, lililoandikwa tarehe {}) limo kwenye daftari na halijabadilishwa tangu liandikwe.",
            time_us(*at_us)
        ),
        Statement::Shown { tag, value } => format!("    {} = {}", visible(tag), value_in(value, "baiti")),
        Statement::Withheld { parts: 1 } => {
            "    Sehemu moja ya ingizo hili imezuiwa au imefutwa kwa amri; haisomeki hapa, lakini alama yake inalingana.".into()
        }
        Statement::Withheld { parts } => {
            format!("    Sehemu {parts} za ingizo hili zimezuiwa au zimefutwa kwa amri; hazisomeki hapa, lakini alama zake zinalingana.")
        }
        Statement::Refuted { index, why } => {
            format!("IMEKATALIWA: ingizo namba {index}: {}.", fault_swahili(*why))
        }
        Statement::NoEntries => "Dondoo hili halina ingizo lolote.".into(),
        Statement::NeverProved => {
            "Haithibitiki hapa: kwamba yaliyoandikwa ni ya kweli, kwamba jibu ni kamili, wala kwamba swali liliulizwa kama lilivyoandikwa.".into()
        }
        Statement::Outcome { sound: true } => "MATOKEO: kila kilichomo kwenye dondoo kinalingana.".into(),
        Statement::Outcome { sound: false } => "MATOKEO: dondoo HALILINGANI. Usilitegemee.".into(),
    }
}

fn english(statement: &Statement) -> String {
    match statement {
        Statement::Question(question) => {
            format!("The question as the extract words it: {}", visible(question))
        }
        Statement::Demo => "THIS EXTRACT IS A DEMO'S: its key proves nothing outside the demo.".into(),
        Statement::Signed { name, size, root } => {
            format!("Proved: the key you brought of {} signed the log (entries: {size}; root: {}).", visible(name), hex(root))
        }
        Statement::SignedByOwn { key, size, root } => format!(
            "The signature under the log (entries: {size}; root: {}) is true, but by the key in the extract itself: {}. This shows only that the extract was not damaged. Compare this key with the one the office published.",
            hex(root),
            visible(key)
        ),
        Statement::NotSigned(why) => format!("REFUTED: {}.", fault_english(*why)),
        Statement::Cosigned { name, at } => format!(
            "Proved: the witness {} cosigned this log on {}; as far as it saw, the log had only been added to and never rewritten.",
            visible(name),
            time(*at as i64)
        ),
        Statement::CosignedByOwn { name, at } => {
            format!("The cosignature of the witness {} of {} is true, but by a key in the extract itself.", visible(name), time(*at as i64))
        }
        Statement::NotCosigned { name } => {
            format!("Not proved: the witness {} did not cosign this log.", visible(name))
        }
        Statement::FalseCosignature { name } => {
            format!("REFUTED: the cosignature of the witness {} is false.", visible(name))
        }
        Statement::TooFewWitnesses { have, want } => {
            format!("REFUTED: {have} of the required {want} witnesses cosigned.")
        }
        Statement::NoWitness => "Not proved: no witness that you trust cosigned. Whoever holds the log's key could have written another log.".into(),
        Statement::Proved { index, seq, source, at_us } => format!(
            "Proved: entry {index} (sequence {seq}, source {source}, written {}) is in the log and was not altered since it was written.",
            time_us(*at_us)
        ),
        Statement::Shown { tag, value } => format!("    {} = {}", visible(tag), value_in(value, "bytes")),
        Statement::Withheld { parts: 1 } => {
            "    One part of this entry is withheld or was erased by order; it cannot be read here, but its digest fits.".into()
        }
        Statement::Withheld { parts } => {
            format!("    {parts} parts of this entry are withheld or were erased by order; they cannot be read here, but their digests fit.")
        }
        Statement::Refuted { index, why } => {
            format!("REFUTED: entry {index}: {}.", fault_english(*why))
        }
        Statement::NoEntries => "This extract holds no entry.".into(),
        Statement::NeverProved => {
            "Never proved here: that what was written is true, that the answer is complete, or that the question was asked as worded.".into()
        }
        Statement::Outcome { sound: true } => "OUTCOME: everything in the extract fits together.".into(),
        Statement::Outcome { sound: false } => "OUTCOME: the extract does NOT hold. Do not rely on it.".into(),
    }
}

fn fault_swahili(why: Fault) -> &'static str {
    match why {
        Fault::OtherKey => "daftari halikutiwa saini kwa ufunguo uliouleta, bali dondoo linataja ufunguo mwingine",
        Fault::FalseSignature => "saini ya daftari ni ya uongo; maandishi au saini imebadilishwa",
        Fault::NotSigned => "daftari halina saini ya ufunguo wake",
        Fault::OtherName => "jina la daftari silo jina la ufunguo uliotia saini",
        Fault::DemoMark => "alama ya maonyesho hailingani na jina la daftari",
        Fault::BrokenEntry => "rekodi yake haisomeki",
        Fault::UnknownVersion => "rekodi yake ni ya toleo lisilojulikana; tumia kihakiki kipya zaidi",
        Fault::BrokenPart => "sehemu yake mojawapo haisomeki",
        Fault::RepeatedTag => "sehemu mbili zina jina moja",
        Fault::OtherParts => "sehemu zake sizo zilizoandikwa; thamani imebadilishwa, imeongezwa au imeondolewa",
        Fault::BrokenProof => "njia ya uthibitisho haisomeki au urefu wake haulingani",
        Fault::OtherRoot => "halimo kwenye daftari lililotiwa saini mahali hapo; rekodi, nafasi au njia imebadilishwa",
        Fault::RepeatedIndex => "limetajwa mara mbili",
    }
}

fn fault_english(why: Fault) -> &'static str {
    match why {
        Fault::OtherKey => "the log is not signed by the key you brought; the extract names another key",
        Fault::FalseSignature => "the log's signature is false; text or signature were altered",
        Fault::NotSigned => "the log does not carry its key's signature",
        Fault::OtherName => "the log's name is not the name of the key that signed",
        Fault::DemoMark => "the mark of a demo does not fit the log's name",
        Fault::BrokenEntry => "its record cannot be read",
        Fault::UnknownVersion => "its record is of an unknown version; use a newer verifier",
        Fault::BrokenPart => "one of its parts cannot be read",
        Fault::RepeatedTag => "two parts have the same name",
        Fault::OtherParts => "its parts are not those that were written; a value was altered, added or removed",
        Fault::BrokenProof => "the path of the proof cannot be read or has the wrong length",
        Fault::OtherRoot => "it is not in the signed log at that place; record, place or path were altered",
        Fault::RepeatedIndex => "it is given twice",
    }
}

fn value_in(value: &[u8], bytes: &str) -> String {
    match std::str::from_utf8(value) {
        Ok(text) => visible(text),
        Err(_) => format!("[{} {bytes}, SHA-256 {}]", value.len(), hex(&sha256(&[value]))),
    }
}

/// The text with control signs and signs that turn the writing direction spelled out.
fn visible(text: &str) -> String {
    let turns = |sign| matches!(sign, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let spelled = |sign: char| {
        if sign.is_control() || turns(sign) { sign.escape_unicode().to_string() } else { sign.to_string() }
    };
    text.chars().map(spelled).collect()
}

fn hex(hash: &Hash) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn time_us(at_us: i64) -> String {
    let fraction = at_us.rem_euclid(1_000_000);
    let seconds = time(at_us.div_euclid(1_000_000));
    seconds.replace("+03:00", &format!(".{fraction:06}+03:00"))
}

/// Seconds since 1970 UTC as ISO 8601 in Zanzibar's time, which has no summer time.
fn time(seconds: i64) -> String {
    let local = i128::from(seconds) + 3 * 3600;
    let (days, second) = (local.div_euclid(86_400), local.rem_euclid(86_400));
    let (year, month, day) = date(days);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+03:00")
}

/// Days since 1970-01-01 as a date. Source: H. Hinnant, "chrono-compatible low-level date
/// algorithms" (civil_from_days); years begin in March, so that the leap day comes last.
fn date(days: i128) -> (i128, i128, i128) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (era * 400 + year + next, month, day)
}
