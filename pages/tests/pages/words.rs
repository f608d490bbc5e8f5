//! The components' own words: each used, each there, in both languages.

use std::fs;
use std::path::Path;

use kernel::words::Lang;

use crate::parts::{form_page, list_page, tongue};

/// Made in code from a fixed beginning and the code of a choice.
const BUILT: [&str; 6] = ["frame-theme-", "frame-density-", "chart-", "keys-", "filter-", "export-"];
/// For domains and the program, which say these too.
const SHARED: [&str; 3] = ["save", "undo", "cancel"];

fn sources(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else {
            into.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn no_text_is_unused() {
    let mut code = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
    let keys = pages::words().sw.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    let unused: Vec<_> = keys
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .filter(|key| !code.contains(&format!("\"{key}\"")))
        .filter(|key| !BUILT.iter().any(|start| key.starts_with(start)) && !SHARED.contains(key))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn no_text_is_missing() {
    for page in [list_page(2), form_page()] {
        assert!(!page.contains('⟦'), "{}", page.split('⟦').nth(1).unwrap().split('⟧').next().unwrap());
    }
    for lang in Lang::ALL {
        for key in ["frame-theme-system", "frame-density-compact", "chart-accent", "chart-three-quarters", "keys-help"] {
            assert!(tongue(lang).has(key), "{key}");
        }
    }
}
