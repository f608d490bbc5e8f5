//! The house rules that a compiler cannot know, as ordinary functions over the project's texts.
//! Each complaint names the place, the rule and its reason. The rules run as a step and as a test,
//! and each is shown to fail on a sample that breaks it.

mod imports;
mod manifests;
mod rust;
mod sources;
mod tables;
mod texts;

#[cfg(test)]
mod samples;

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fmt;

use crate::place::Place;

/// Every text that git tracks or would track, by its path from the root.
pub struct Tree {
    texts: BTreeMap<String, String>,
    /// Files whose content is no text; they only exist, for links.
    others: Vec<String>,
}

/// A rule and why it is one.
#[derive(Debug, PartialEq)]
pub struct Rule {
    pub name: &'static str,
    pub reason: &'static str,
}

#[derive(Debug)]
pub struct Complaint {
    pub path: String,
    /// Counted from 1; 0 for the file as a whole.
    pub line: usize,
    pub rule: &'static Rule,
    pub found: String,
}

type Check = fn(&Tree) -> Vec<Complaint>;

const CHECKS: [Check; 15] = [
    imports::downwards,
    imports::one_file_names_domains,
    sources::web_at_the_edge,
    sources::database_in_one_place,
    sources::opening_words,
    sources::names,
    sources::unfinished,
    sources::kernel_budget,
    tables::kinds,
    manifests::from_the_workspace,
    manifests::reasons,
    texts::links,
    texts::places,
    texts::lock_files,
    texts::architecture,
];

pub fn run(place: &Place) -> Result<()> {
    let tree = Tree::read(place)?;
    let complaints = complaints(&tree);
    for complaint in &complaints {
        println!("{complaint}");
    }
    ensure!(complaints.is_empty(), "{} complaints", complaints.len());
    println!("{} texts, no complaint", tree.texts.len());
    Ok(())
}

pub fn complaints(tree: &Tree) -> Vec<Complaint> {
    CHECKS.iter().flat_map(|check| check(tree)).collect()
}

impl Tree {
    pub fn read(place: &Place) -> Result<Tree> {
        let words = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
        let listed = place.command("git").args(words).output().context("git does not start")?;
        ensure!(listed.status.success(), "git ls-files: {}", String::from_utf8_lossy(&listed.stderr));
        let mut tree = Tree { texts: BTreeMap::new(), others: Vec::new() };
        for path in String::from_utf8(listed.stdout)?.split('\0').filter(|path| !path.is_empty()) {
            // Listed but gone: removed and not yet committed.
            let Ok(bytes) = std::fs::read(place.root.join(path)) else {
                continue;
            };
            match String::from_utf8(bytes) {
                Ok(text) => drop(tree.texts.insert(path.to_owned(), text)),
                Err(_) => tree.others.push(path.to_owned()),
            }
        }
        Ok(tree)
    }

    fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    fn rust(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files().filter(|(path, _)| path.ends_with(".rs"))
    }

    /// Manifests of members: not the workspace's own, nor those of fuzz targets, which stand outside
    /// it because they need another compiler.
    fn manifests(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files().filter(|(path, _)| path.ends_with("/Cargo.toml") && !path.ends_with("/fuzz/Cargo.toml"))
    }

    fn exists(&self, path: &str) -> bool {
        let inside = format!("{path}/");
        let mut all = self.texts.keys().chain(&self.others);
        path.is_empty() || all.any(|known| known == path || known.starts_with(&inside))
    }
}

impl Rule {
    fn broken(&'static self, path: &str, line: usize, found: impl Into<String>) -> Complaint {
        Complaint { path: path.to_owned(), line, rule: self, found: found.into() }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Complaint { path, line, rule, found } = self;
        write!(f, "{path}:{line}: {found} [{}: {}]", rule.name, rule.reason)
    }
}

/// Lines with their numbers, counted from 1.
fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(n, line)| (n + 1, line))
}
