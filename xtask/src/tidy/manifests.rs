//! Manifests: every version stands once, in the workspace, beside what the crate saves us.

use super::imports::dependencies;
use super::{Complaint, Rule, Tree};

pub const WORKSPACE: Rule = Rule { name: "versions", reason: "a dependency's version stands once, in the workspace: `name.workspace = true`" };
pub const REASON: Rule = Rule { name: "dependencies", reason: "each dependency has a comment on its line saying what it saves us" };
/// A comment shorter than this says nothing.
const SHORTEST_REASON: usize = 3;

pub fn from_the_workspace(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (path, text) in tree.manifests() {
        for entry in dependencies(text) {
            if !entry.text.replace(' ', "").contains("workspace=true") {
                complaints.push(WORKSPACE.broken(path, entry.line, format!("{} names its own version", entry.name)));
            }
        }
    }
    complaints
}

pub fn reasons(tree: &Tree) -> Vec<Complaint> {
    let Some(root) = tree.texts.get("Cargo.toml") else {
        return Vec::new();
    };
    dependencies(root)
        .into_iter()
        .filter(|entry| !entry.text.contains("path = \""))
        .filter(|entry| entry.text.split_once('#').is_none_or(|(_, why)| why.trim().len() < SHORTEST_REASON))
        .map(|entry| REASON.broken("Cargo.toml", entry.line, format!("{} does not say why", entry.name)))
        .collect()
}
