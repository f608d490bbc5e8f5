//! Rust sources: what a file may speak of, what it opens with, and the names it may bear.

use super::rust::{has_word, part};
use super::{Complaint, Rule, Tree, numbered};

pub const WEB: Rule =
    Rule { name: "edge", reason: "in a domain only api.rs and pages speak of the web, so that verbs and rules can be read and tested without it" };
pub const DATABASE: Rule = Rule { name: "database", reason: "only kernel/db and kernel/search know which database there is" };
pub const OPENING: Rule = Rule { name: "opening", reason: "a module opens with `//!`: what it is for in the office, what it refuses to know" };
pub const NAMES: Rule = Rule { name: "names", reason: "such a name says nothing about the office; use its own nouns and verbs" };
pub const UNFINISHED: Rule = Rule { name: "unfinished", reason: "what is not done is not there; an issue says so instead" };
pub const BUDGET: Rule = Rule { name: "budget", reason: "a kernel above 8,000 lines is doing a domain's work" };

const KERNEL_LINES: usize = 8_000;
const EMPTY_NAMES: [&str; 8] = ["manager", "service", "helper", "util", "handler", "process", "data", "processor"];

pub fn web_at_the_edge(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (path, text) in tree.rust() {
        let Some(inner) = inside_src(path).filter(|_| path.starts_with("domains/")) else {
            continue;
        };
        if inner == "api.rs" || inner.starts_with("api/") || inner == "pages.rs" || inner.starts_with("pages/") {
            continue;
        }
        for (line, code) in numbered(&part(text).code) {
            // In lib.rs, the table of contents, `pages::` is the domain's own module.
            let own = code.replace("crate::pages::", "").replace("self::pages::", "");
            if has_word(code, "axum") || (inner != "lib.rs" && own.contains("pages::") && has_word(&own, "pages")) {
                complaints.push(WEB.broken(path, line, code.trim()));
            }
        }
    }
    complaints
}

pub fn database_in_one_place(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (path, text) in tree.rust().filter(|(path, _)| inside_src(path).is_some()) {
        let home = ["kernel/src/db", "kernel/src/search"];
        if home.iter().any(|home| path == format!("{home}.rs") || path.starts_with(&format!("{home}/"))) {
            continue;
        }
        for (line, code) in numbered(&part(text).code) {
            if has_word(code, "rusqlite") {
                complaints.push(DATABASE.broken(path, line, code.trim()));
            }
        }
    }
    complaints
}

pub fn opening_words(tree: &Tree) -> Vec<Complaint> {
    let modules = tree.rust().filter(|(path, _)| inside_src(path).is_some());
    let silent = modules.filter(|(_, text)| !text.trim_start().starts_with("//!"));
    silent.map(|(path, _)| OPENING.broken(path, 1, "opens without `//!`")).collect()
}

pub fn names(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (path, text) in tree.rust() {
        let inner = inside_src(path).unwrap_or(path);
        for name in inner.trim_end_matches(".rs").split('/').filter(|name| is_empty_name(name)) {
            complaints.push(NAMES.broken(path, 0, format!("a file or folder named {name}")));
        }
        for (line, code) in numbered(&part(text).code) {
            for name in declared(code).filter(|name| is_empty_name(name)) {
                complaints.push(NAMES.broken(path, line, format!("named {name}")));
            }
        }
    }
    complaints
}

pub fn unfinished(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (path, text) in tree.rust() {
        for (line, code) in numbered(&part(text).code) {
            for word in ["todo!", "unimplemented!", "dbg!"].iter().filter(|word| has_word(code, word)) {
                complaints.push(UNFINISHED.broken(path, line, *word));
            }
        }
    }
    complaints
}

pub fn kernel_budget(tree: &Tree) -> Vec<Complaint> {
    let kernel = tree.rust().filter(|(path, _)| path.starts_with("kernel/src/"));
    let lines: usize = kernel.map(|(_, text)| text.lines().count()).sum();
    if lines <= KERNEL_LINES {
        return Vec::new();
    }
    vec![BUDGET.broken("kernel/src", 0, format!("{lines} lines"))]
}

/// The part of a path below the `src` of its crate.
fn inside_src(path: &str) -> Option<&str> {
    path.strip_prefix("src/").or_else(|| path.split_once("/src/").map(|(_, inner)| inner))
}

/// Names that a line gives to types and modules.
fn declared(code: &str) -> impl Iterator<Item = &str> {
    let mut words = code.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty());
    std::iter::from_fn(move || {
        let before = words.by_ref().find(|word| matches!(*word, "struct" | "enum" | "trait" | "type" | "mod"));
        before.and_then(|_| words.next())
    })
}

/// Its last word is an empty one, in whatever case and number: `UserManager`, `date_utils`.
fn is_empty_name(name: &str) -> bool {
    let snake: String = name.chars().flat_map(|c| if c.is_uppercase() { vec!['_', c] } else { vec![c] }).collect();
    let last = snake.rsplit('_').next().unwrap_or_default().to_lowercase();
    EMPTY_NAMES.iter().any(|empty| last == *empty || last.strip_suffix('s') == Some(empty))
}
