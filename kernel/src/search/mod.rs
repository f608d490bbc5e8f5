//! Finding records of all kinds by words. What may not be seen is not found: the index carries each record's kind, class and nearest persons,
//! and a question is asked within what the asker sees.

mod fold;
mod sqlite;

pub use fold::fold;
pub use sqlite::{CLEAR, TABLES, gap, index, is_index};

use crate::actor::View;
use crate::db::Val;
use crate::id::Id;
use crate::permission::Reach;
use crate::problem::Result;

/// One find.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub kind: String,
    pub id: Id,
    pub number: String,
    pub title: String,
}

/// Finds at most `limit` records of `kinds` (all when empty) that hold every word; the last word may be unfinished.
/// Matches in numbers and titles stand before matches in the text, newer before older.
pub fn find(view: &View, words: &str, kinds: &[&str], limit: usize) -> Result<Vec<Hit>> {
    let terms = terms(words);
    if terms.is_empty() {
        return Ok(Vec::new());
    }
    let reaches: Vec<(&str, Reach)> = view
        .registry()
        .records()
        .filter(|record| !record.search.is_empty() && (kinds.is_empty() || kinds.contains(&record.kind)))
        .map(|record| (record.kind, view.actor().reach(record.kind)))
        .collect();
    sqlite::find(view, &terms, &reaches, limit)
}

/// The records of one kind that hold every word, as a query for their ids with its values; the newest `limit` of them. None when nothing can fit.
pub fn ids(words: &str, kind: &str, reach: &Reach, limit: usize) -> Option<(&'static str, [Val; 2])> {
    let terms = terms(words);
    if terms.is_empty() { None } else { sqlite::ids(&terms, kind, reach, limit) }
}

/// The folded words of a question; at most eight count.
pub fn terms(words: &str) -> Vec<String> {
    fold(words).split_whitespace().take(8).map(str::to_owned).collect()
}
