//! Which column of an office's register is which field of a device, guessed from its heading in Swahili or English, and remembered.

use kernel::actor::View;
use kernel::problem::Result;
use kernel::search::fold;
use kernel::settings;
use kernel::work::Work;
use serde_json::{Map, Value};

/// Fields that a register can fill, each with words that head its column. The longer word wins, so `namba ya mali` is not `namba`.
pub const FIELDS: &[(&str, &[&str])] = &[
    ("tag", &["namba ya mali", "asset tag", "asset number", "asset no", "asset code", "tag", "namba ya kifaa", "barcode", "kumb nam", "inventory number"]),
    (
        "name",
        &["jina la kifaa", "jina", "name", "kifaa", "device", "host name", "hostname", "computer name", "maelezo ya kifaa", "item", "description", "maelezo"],
    ),
    ("kind", &["aina ya kifaa", "aina", "type", "kind", "category", "asset type", "device type"]),
    ("serial", &["namba ya mfululizo", "serial number", "serial no", "serial", "s n", "sn", "mfululizo"]),
    ("manufacturer", &["mtengenezaji", "manufacturer", "make", "brand", "maker", "vendor", "chapa"]),
    ("model", &["modeli", "model", "toleo", "model number", "model no"]),
    ("holder", &["anayekitumia", "mtumiaji", "mtumishi", "aliyekabidhiwa", "user", "holder", "assigned to", "custodian", "mtunzaji", "issued to", "employee"]),
    ("unit", &["idara", "kitengo", "department", "unit", "division", "section", "idara kitengo"]),
    ("site", &["kituo", "site", "office", "afisi", "branch", "mkoa", "region"]),
    ("place", &["chumba", "mahali", "kilipo", "location", "room", "place", "eneo"]),
    ("state", &["hali ya matumizi", "status", "state", "kinatumika"]),
    ("condition", &["hali", "hali ya kifaa", "condition"]),
    (
        "bought_on",
        &["tarehe ya kununuliwa", "tarehe ya ununuzi", "tarehe", "purchase date", "date of purchase", "date purchased", "acquired", "date acquired", "bought"],
    ),
    ("price_tzs", &["bei", "thamani", "gharama", "price", "cost", "value", "amount", "purchase price", "bei tzs"]),
    ("funder", &["mfadhili", "chanzo cha fedha", "funder", "source of funds", "donor", "fund", "project"]),
    ("supplier", &["msambazaji", "mzabuni", "supplier", "seller", "muuzaji"]),
    ("warranty_until", &["mwisho wa dhamana", "dhamana", "warranty", "warranty until", "warranty end", "warranty expiry"]),
    ("note", &["maoni", "remarks", "note", "notes", "comment", "comments", "nyengine", "other"]),
];

const SETTING: &str = "inventory.import.columns";

/// A field for each column; what this office chose the last time goes before what the words suggest, and no field is given twice.
pub fn guess(view: &View, columns: &[String]) -> Vec<Option<&'static str>> {
    let remembered = view.actor().app.settings.get(SETTING).unwrap_or_default();
    let mut given: Vec<Option<&'static str>> = vec![None; columns.len()];
    let mut take = |at: usize, field: Option<&'static str>| {
        if let Some(field) = field.filter(|field| given[at].is_none() && !given.contains(&Some(field))) {
            given[at] = Some(field);
        }
    };
    for (at, heading) in columns.iter().enumerate() {
        take(at, remembered[fold(heading)].as_str().and_then(named));
    }
    // Whole headings first, then headings that merely hold a word.
    for is_whole in [true, false] {
        for (at, heading) in columns.iter().enumerate() {
            take(at, by_words(&fold(heading), is_whole));
        }
    }
    given
}

/// The wire name of a field that can be filled.
pub fn named(name: &str) -> Option<&'static str> {
    FIELDS.iter().map(|(field, _)| *field).find(|field| *field == name)
}

fn by_words(heading: &str, is_whole: bool) -> Option<&'static str> {
    let fits = |words: &str| {
        let words = fold(words);
        if is_whole { heading == words } else { format!(" {heading} ").contains(&format!(" {words} ")) }
    };
    let fitting = FIELDS.iter().flat_map(|(field, all)| all.iter().filter(|words| fits(words)).map(move |words| (words.len(), *field)));
    fitting.max_by_key(|(length, _)| *length).map(|(_, field)| field)
}

/// Remembers which column was which, for the next register with the same headings.
pub fn remember(work: &mut Work, columns: &[String], fields: &[Option<&'static str>]) -> Result<()> {
    let mut map = match work.actor().app.settings.get(SETTING) {
        Some(Value::Object(map)) => map,
        _ => Map::new(),
    };
    for (heading, field) in columns.iter().zip(fields) {
        map.insert(fold(heading), field.map_or(Value::Null, Value::from));
    }
    settings::set(work, SETTING, Value::Object(map))
}

#[cfg(test)]
mod tests {
    use super::by_words;

    #[test]
    fn headings_in_both_languages_are_known() {
        let known = |heading: &str| by_words(&kernel::search::fold(heading), true).or_else(|| by_words(&kernel::search::fold(heading), false));
        for (heading, field) in [
            ("Namba ya Mali", "tag"),
            ("S/N", "serial"),
            ("Tarehe ya kununuliwa", "bought_on"),
            ("Bei (TZS)", "price_tzs"),
            ("Hali", "condition"),
            ("Assigned To", "holder"),
        ] {
            assert_eq!(known(heading), Some(field), "{heading}");
        }
        assert_eq!(known("Rangi"), None);
    }
}
