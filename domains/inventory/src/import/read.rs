//! Cells of a register as a device's values: words of both languages for kinds and states, days as people write them, money with its marks.

use kernel::search::fold;

/// Words for each kind; the wire name itself and the interface's own words are among them.
const KINDS: &[(&str, &[&str])] = &[
    ("laptop", &["laptop", "notebook", "kompyuta mpakato", "laptop computer", "mpakato"]),
    ("desktop", &["desktop", "desktop computer", "computer", "pc", "cpu", "kompyuta", "kompyuta ya mezani", "all in one", "system unit", "workstation"]),
    ("server", &["server", "seva"]),
    ("tablet", &["tablet", "ipad", "kompyuta kibao", "kishikwambi"]),
    ("phone", &["phone", "simu", "mobile phone", "telephone", "smartphone", "ip phone"]),
    ("printer", &["printer", "printa", "mashine ya kuchapia", "photocopier", "mashine ya kunakilia", "copier", "mfp"]),
    ("scanner", &["scanner", "skana"]),
    ("switch", &["switch", "swichi", "network switch"]),
    ("router", &["router", "ruta", "firewall"]),
    ("access_point", &["access point", "access_point", "kituo cha wi fi", "wifi", "wireless access point", "ap"]),
    ("ups", &["ups", "betri ya akiba"]),
    ("monitor", &["monitor", "screen", "skrini", "display"]),
    ("virtual", &["virtual", "virtual machine", "mashine pepe"]),
    ("other", &["other", "nyengine", "kingine"]),
];

const STATES: &[(&str, &[&str])] = &[
    ("in_use", &["in use", "in_use", "kinatumika", "inatumika", "active", "hai", "in service"]),
    ("in_store", &["in store", "in_store", "kipo stoo", "ipo stoo", "stoo", "store", "spare", "idle"]),
    ("under_repair", &["under repair", "under_repair", "katika matengenezo", "kipo kwenye matengenezo", "repair", "matengenezo"]),
    ("lost", &["lost", "kimepotea", "imepotea", "stolen", "kimeibiwa"]),
    ("disposed", &["disposed", "kimeondoshwa", "imeondoshwa", "written off", "condemned"]),
];

const CONDITIONS: &[(&str, &[&str])] = &[
    ("good", &["good", "nzuri", "kizuri", "new", "mpya", "kipya", "excellent", "working", "kinafanya kazi"]),
    ("worn", &["worn", "kimechakaa", "imechakaa", "chakavu", "fair", "wastani", "poor", "old"]),
    ("broken", &["broken", "kibovu", "mbovu", "kimeharibika", "imeharibika", "faulty", "not working", "damaged", "bad"]),
];

fn word(words: &[(&'static str, &[&str])], cell: &str) -> Option<&'static str> {
    let said = fold(cell);
    words.iter().find(|(name, all)| fold(name) == said || all.iter().any(|word| fold(word) == said)).map(|(name, _)| *name)
}

pub fn kind(cell: &str) -> Option<&'static str> {
    word(KINDS, cell)
}

pub fn state(cell: &str) -> Option<&'static str> {
    word(STATES, cell)
}

pub fn condition(cell: &str) -> Option<&'static str> {
    word(CONDITIONS, cell)
}

/// The kind that a name or model gives away, `Laptop HP 250`; else `other`.
pub fn kind_within(text: &str) -> &'static str {
    let text = format!(" {} ", fold(text));
    let hit = KINDS.iter().find(|(_, words)| words.iter().any(|word| text.contains(&format!(" {} ", fold(word)))));
    hit.map_or("other", |(name, _)| *name)
}

/// `2026-11-24`, `24/11/2026`, `24-11-2026`, `24.11.2026`, a time behind it or not; a year alone is its first day. As `YYYY-MM-DD`.
pub fn day(cell: &str) -> Option<String> {
    let date = cell.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<i16> = date.split(['/', '-', '.']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (year, month, day) = match parts[..] {
        [year] => (year, 1, 1),
        [year, month, day] if year > 31 => (year, month, day),
        [day, month, year] => (if year < 100 { 2_000 + year } else { year }, month, day),
        _ => return None,
    };
    let made = jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (1980..2100).contains(&year).then(|| made.to_string())
}

/// `TZS 1,250,000.00`, `27,000,000/-`, `3,000/=`: whole shillings.
pub fn money(cell: &str) -> Option<i64> {
    let bare = cell.to_lowercase().replace("tzs", "").replace("tshs", "").replace("tsh", "").replace("sh", "");
    let bare = bare.trim().trim_end_matches(['/', '-', '=', ' ']).trim_start_matches(['.', ':', ' ']);
    let plain: String = bare.chars().filter(|letter| !matches!(letter, ',' | ' ' | '\u{a0}')).collect();
    let shillings: f64 = plain.parse().ok()?;
    // Beyond what a double counts exactly no device costs.
    (0.0..9e15).contains(&shillings).then_some(shillings.round() as i64)
}

#[cfg(test)]
mod tests {
    use super::{day, kind, kind_within, money};

    #[test]
    fn cells_are_read_as_people_write_them() {
        assert_eq!(day("24/11/2026").as_deref(), Some("2026-11-24"));
        assert_eq!(day("2026-11-24 00:00:00").as_deref(), Some("2026-11-24"));
        assert_eq!(day("2019").as_deref(), Some("2019-01-01"));
        assert_eq!((day("31/02/2026"), day("jana")), (None, None));
        assert_eq!(
            (money("TZS 1,250,000.00"), money("27,000,000/-"), money("3,000/="), money("ghali")),
            (Some(1_250_000), Some(27_000_000), Some(3_000), None)
        );
        assert_eq!((kind("Kompyuta Mpakato"), kind("gari"), kind_within("Laptop HP 250 G8")), (Some("laptop"), None, "laptop"));
    }
}
