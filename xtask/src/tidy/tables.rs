//! The kinds of table. What a table may be used for is told by how its name begins, so a table
//! that begins otherwise belongs nowhere. Read from the SQL in strings and in .sql files.

use super::rust::part;
use super::{Complaint, Rule, Tree};

pub const KINDS: Rule =
    Rule { name: "tables", reason: "rec_ only by changes, fact_ follows from them, work_ is no fact, secret_ stays out of changes, ledger_ holds the changes" };

const KINDS_OF_TABLE: [&str; 5] = ["rec_", "fact_", "work_", "secret_", "ledger_"];
const PARTS: [&str; 5] = ["program/src/", "domains/", "kernel/src/", "pages/src/", "testkit/src/"];

/// A word of a string and the line it stands on.
type Word<'a> = (usize, &'a str);

pub fn kinds(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (path, text) in tree.files() {
        let inside = PARTS.iter().any(|part| path.starts_with(part)) && !path.contains("/tests/");
        let texts = match path.rsplit_once('.') {
            Some((_, "rs")) if inside => part(text).strings,
            Some((_, "sql")) if inside => text.to_owned(),
            _ => continue,
        };
        let mut line = 1;
        for literal in texts.split('\0') {
            complaints.extend(
                tables(literal, line).filter(|(_, name)| !is_of_a_kind(name)).map(|(line, name)| KINDS.broken(path, line, format!("the table {name}"))),
            );
            line += literal.matches('\n').count();
        }
    }
    complaints
}

/// Tables that a piece of SQL makes or writes. Only statements that can hardly be prose count.
fn tables(sql: &str, first_line: usize) -> impl Iterator<Item = (usize, String)> {
    let lines = sql.split('\n').enumerate();
    let words: Vec<Word> = lines.flat_map(|(n, line)| line.split_whitespace().map(move |word| (first_line + n, word))).collect();
    let named: Vec<(usize, String)> = (0..words.len()).filter_map(|at| table_at(&words[at..])).collect();
    named.into_iter()
}

fn table_at(words: &[Word]) -> Option<(usize, String)> {
    let is = |n: usize, wanted: &str| words.get(n).is_some_and(|(_, word)| word.eq_ignore_ascii_case(wanted));
    let name = |n: usize| words.get(n).map(|(line, word)| (*line, plain(word)));
    let opens = |n: usize| words.get(n).is_some_and(|(_, w)| w.contains('(')) || words.get(n + 1).is_some_and(|(_, w)| w.starts_with('('));
    if is(0, "create") {
        let mut n = 1;
        while ["temp", "temporary", "virtual"].iter().any(|kind| is(n, kind)) {
            n += 1;
        }
        let n = if is(n, "table") { n + 1 } else { return None };
        let n = if is(n, "if") { n + 3 } else { n };
        return (opens(n) || is(n + 1, "using") || is(n + 1, "as")).then(|| name(n))?;
    }
    if is(0, "insert") || is(0, "replace") {
        let into = (1..4).find(|n| is(*n, "into"))?;
        let goes_on = ["values", "select", "default"].iter().any(|word| is(into + 2, word));
        return (opens(into + 1) || goes_on).then(|| name(into + 1))?;
    }
    if is(0, "update") {
        return is(2, "set").then(|| name(1))?;
    }
    let deletes = words.first().is_some_and(|(_, word)| *word == "DELETE") && is(1, "from");
    deletes.then(|| name(2))?
}

fn plain(word: &str) -> String {
    let name = word.split('(').next().unwrap_or_default();
    name.trim_matches(|c: char| "\\\"'`;,".contains(c)).to_owned()
}

/// A name that is filled in when it runs cannot be judged here.
fn is_of_a_kind(name: &str) -> bool {
    name.starts_with('{') || name.starts_with("sqlite_") || KINDS_OF_TABLE.iter().any(|kind| name.starts_with(kind))
}
