//! Layers: program -> domains -> pages -> kernel -> engines. Read from the manifests, where an
//! import must begin; only who names the domains is read from the sources.

use super::rust::part;
use super::{Complaint, Rule, Tree, numbered};

pub const DOWNWARDS: Rule =
    Rule { name: "imports", reason: "program -> domains -> pages -> kernel -> engines, never upwards or sideways, so that a part can be changed alone" };
pub const ONE_FILE: Rule = Rule {
    name: "domains",
    reason: "only program/src/domains.rs names the domains (and program/src/demo, which plays them together), so that a new one is one line",
};

#[derive(Clone, Copy, PartialEq, Debug)]
enum Layer {
    Program,
    Domain,
    Pages,
    Kernel,
    Engine,
    Testkit,
    Benches,
    /// Knows nothing of ours: xtask, and the tests that see the program from outside.
    Outside,
}

impl Layer {
    fn of(folder: &str) -> Option<Layer> {
        let layer = match folder.split('/').next()? {
            "program" => Layer::Program,
            "domains" => Layer::Domain,
            "pages" => Layer::Pages,
            "kernel" => Layer::Kernel,
            "engines" => Layer::Engine,
            "testkit" => Layer::Testkit,
            "benches" => Layer::Benches,
            "xtask" | "tests" => Layer::Outside,
            _ => return None,
        };
        Some(layer)
    }

    fn may_import(self, other: Layer) -> bool {
        match self {
            Layer::Program => matches!(other, Layer::Domain | Layer::Pages | Layer::Kernel | Layer::Engine),
            Layer::Domain => matches!(other, Layer::Pages | Layer::Kernel | Layer::Engine),
            // An office to test in has people: the domain that owns them is part of it.
            Layer::Testkit => matches!(other, Layer::Domain | Layer::Pages | Layer::Kernel | Layer::Engine),
            Layer::Pages => other == Layer::Kernel,
            Layer::Kernel => other == Layer::Engine,
            Layer::Benches => other != Layer::Outside,
            Layer::Engine | Layer::Outside => false,
        }
    }
}

/// One dependency as a manifest writes it.
pub struct Dependency<'a> {
    pub line: usize,
    pub name: &'a str,
    pub text: &'a str,
    pub only_for_tests: bool,
}

pub fn downwards(tree: &Tree) -> Vec<Complaint> {
    let ours = crates(tree);
    let layer_of = |name: &str| ours.iter().find(|(n, _)| n == name).and_then(|(_, folder)| Layer::of(folder));
    let mut complaints = Vec::new();
    for (path, text) in tree.manifests() {
        let folder = path.trim_end_matches("/Cargo.toml");
        let Some(layer) = Layer::of(folder) else {
            complaints.push(DOWNWARDS.broken(path, 0, format!("{folder} belongs to no layer")));
            continue;
        };
        for dependency in dependencies(text) {
            let Some(other) = layer_of(dependency.name) else {
                continue;
            };
            // An engine's tests may hold it against another: a second opinion is their point.
            let partner = other == Layer::Testkit || (layer == Layer::Engine && other == Layer::Engine);
            let kit = partner && dependency.only_for_tests;
            if !layer.may_import(other) && !kit {
                let found = format!("{folder} ({layer:?}) imports {} ({other:?})", dependency.name);
                complaints.push(DOWNWARDS.broken(path, dependency.line, found));
            }
        }
    }
    complaints
}

pub fn one_file_names_domains(tree: &Tree) -> Vec<Complaint> {
    let domains: Vec<String> = crates(tree).into_iter().filter(|(_, folder)| folder.starts_with("domains/")).map(|(name, _)| name).collect();
    let mut complaints = Vec::new();
    for (path, text) in tree.rust() {
        if !path.starts_with("program/src/") || path == "program/src/domains.rs" || path.starts_with("program/src/demo/") {
            continue;
        }
        for (line, code) in numbered(&part(text).code) {
            for domain in domains.iter().filter(|domain| names_crate(code, domain)) {
                complaints.push(ONE_FILE.broken(path, line, format!("names the domain {domain}")));
            }
        }
    }
    complaints
}

/// `office::x` or `use office`, but not `crate::office::x`.
fn names_crate(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + name.len()..]);
        let alone = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let inner = before.ends_with("::") && !before.trim_end_matches("::").trim_end().is_empty();
        let used = before.trim_end().ends_with("use") && after.starts_with([';', ' ']);
        alone && !inner && (after.starts_with("::") || used)
    })
}

/// Our own crates as the workspace names them, with their folders.
pub fn crates(tree: &Tree) -> Vec<(String, String)> {
    let Some(root) = tree.texts.get("Cargo.toml") else {
        return Vec::new();
    };
    let in_folder = |entry: Dependency| {
        let (_, rest) = entry.text.split_once("path = \"")?;
        Some((entry.name.to_owned(), rest.split('"').next()?.to_owned()))
    };
    dependencies(root).into_iter().filter_map(in_folder).collect()
}

/// The entries of every dependency section, one line each.
pub fn dependencies(manifest: &str) -> Vec<Dependency<'_>> {
    let (mut inside, mut only_for_tests) = (false, false);
    let mut found = Vec::new();
    for (line, text) in numbered(manifest) {
        let text = text.trim();
        if let Some(section) = text.strip_prefix('[') {
            let section = section.split(']').next().unwrap_or_default();
            inside = section.ends_with("dependencies");
            only_for_tests = section.ends_with("dev-dependencies");
        } else if inside && !text.is_empty() && !text.starts_with('#') {
            let name = text.split(['.', '=', ' ']).next().unwrap_or_default();
            found.push(Dependency { line, name, text, only_for_tests });
        }
    }
    found
}
