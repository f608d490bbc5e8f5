//! Other texts: links lead somewhere, no text names a registry's host or this machine's folders,
//! lock files are free of addresses, and the map of the project stays short enough to be read.

use super::{Complaint, Rule, Tree, numbered};

pub const LINKS: Rule = Rule { name: "links", reason: "a relative link in Markdown leads to a file of the project" };
pub const PLACES: Rule = Rule { name: "places", reason: "no registry's host and no folder of one machine: the project must build anywhere" };
pub const LOCKS: Rule = Rule { name: "lock files", reason: "package-lock.json is written without addresses (omit-lockfile-registry-resolved)" };
pub const MAP: Rule = Rule { name: "map", reason: "ARCHITECTURE.md stays under 200 lines, or nobody reads it" };

const MAP_LINES: usize = 200;
/// In two parts each, so that this file may stand in the project.
const HOSTS: [(&str, &str); 7] = [
    ("crates", ".io"),
    ("pypi", ".org"),
    ("files.pythonhosted", ".org"),
    ("registry.npmjs", ".org"),
    ("npmjs", ".com"),
    ("deb.debian", ".org"),
    ("proxy.golang", ".org"),
];
const FOLDERS: [(&str, &str); 2] = [("/ro", "ot/"), ("/wo", "rk/")];

pub fn links(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (path, text) in tree.files().filter(|(path, _)| path.ends_with(".md")) {
        let mut fenced = false;
        for (line, words) in numbered(text) {
            fenced ^= words.trim_start().starts_with("```");
            for target in targets(words).filter(|_| !fenced) {
                let there = resolved(path, target).is_some_and(|to| tree.exists(&to));
                if !there {
                    complaints.push(LINKS.broken(path, line, format!("no {target}")));
                }
            }
        }
    }
    complaints
}

/// Relative targets of `[text](target)` and `[name]: target`, without their anchors.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    let inline = line.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next());
    let defined = line.strip_prefix('[').and_then(|rest| rest.split_once("]: ")).map(|(_, target)| target.trim());
    inline.chain(defined).filter_map(|target| {
        let target = target.split('#').next().unwrap_or_default().trim_matches(['<', '>']);
        let outward = target.contains("://") || target.starts_with("mailto:");
        (!target.is_empty() && !outward).then_some(target)
    })
}

/// The path from the root; nothing when it leaves the project.
fn resolved(from: &str, target: &str) -> Option<String> {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

pub fn places(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    // Cargo writes its registry's name into its own lock file.
    for (path, text) in tree.files().filter(|(path, _)| !path.ends_with("Cargo.lock")) {
        for (line, words) in numbered(text) {
            let host = HOSTS.iter().map(|(a, b)| format!("{a}{b}")).find(|host| words.contains(host));
            let folder = FOLDERS.iter().map(|(a, b)| format!("{a}{b}")).find(|folder| has_folder(words, folder));
            complaints.extend(host.or(folder).map(|found| PLACES.broken(path, line, found)));
        }
    }
    complaints
}

/// At the start of a path, not inside a longer one such as `docs/work/`.
fn has_folder(words: &str, folder: &str) -> bool {
    words.match_indices(folder).any(|(at, _)| !words[..at].ends_with(|c: char| c.is_alphanumeric() || "._-/}>*~$".contains(c)))
}

pub fn lock_files(tree: &Tree) -> Vec<Complaint> {
    let locks = tree.files().filter(|(path, _)| path.rsplit('/').next() == Some("package-lock.json"));
    let addresses = locks.flat_map(|(path, text)| numbered(text).filter(|(_, words)| words.contains("\"resolved\"")).map(move |(line, _)| (path, line)));
    addresses.map(|(path, line)| LOCKS.broken(path, line, "an address")).collect()
}

pub fn architecture(tree: &Tree) -> Vec<Complaint> {
    let lines = tree.texts.get("ARCHITECTURE.md").map_or(0, |text| text.lines().count());
    if lines < MAP_LINES {
        return Vec::new();
    }
    vec![MAP.broken("ARCHITECTURE.md", lines, format!("{lines} lines"))]
}
