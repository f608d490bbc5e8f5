//! Each rule against a small project that keeps them all, and against the same project broken in
//! one place. A rule that lets its own breach pass is found here.

use std::collections::BTreeMap;

use super::*;
use crate::place::Place;

/// A breach: the file it is written to, its text, and the rule that must complain.
type Breach = (&'static str, String, &'static Rule);

fn sound() -> Tree {
    let root = "[workspace.dependencies]\nkernel = { path = \"kernel\" }\npages = { path = \"pages\" }\n\
        desk = { path = \"domains/desk\" }\noffice = { path = \"domains/office\" }\nledger = { path = \"engines/ledger\" }\n\
        testkit = { path = \"testkit\" }\naxum = \"0.8\" # routes\n";
    let files = [
        ("Cargo.toml", root),
        ("program/Cargo.toml", "[dependencies]\ndesk.workspace = true\nkernel.workspace = true\n"),
        ("program/src/domains.rs", "//! All domains.\nuse desk::domain;\n"),
        ("program/src/main.rs", "//! The command.\nmod office;\nfn main() { crate::office::x(); /* desk::x */ }\n"),
        ("domains/desk/Cargo.toml", "[dependencies]\npages.workspace = true\n[dev-dependencies]\ntestkit = { workspace = true }\n"),
        ("domains/desk/src/lib.rs", "//! The desk.\nmod pages;\npub fn routes() { pages::routes() }\n"),
        ("domains/desk/src/api.rs", "//! Its API.\nuse axum::Router;\n"),
        ("domains/desk/src/pages/list.rs", "//! A list.\nuse axum::Router;\nuse pages::table;\n"),
        ("domains/desk/src/request.rs", "//! A request; axum:: stays out.\npub struct Request;\nconst DATABASE: u8 = 1;\n"),
        ("kernel/Cargo.toml", "[dependencies]\nledger.workspace = true\n"),
        ("kernel/src/db/mod.rs", "//! The database.\nuse rusqlite::Connection;\nconst SQL: &str = \"CREATE TABLE IF NOT EXISTS rec_x (a)\";\n"),
        ("engines/ledger/Cargo.toml", "[dependencies]\n"),
        ("testkit/Cargo.toml", "[dependencies]\nkernel.workspace = true\n"),
        ("README.md", "[map](ARCHITECTURE.md#top) [out](https://example.org) [docs](docs/)\n```\n[x](gone.md)\n```\n"),
        ("docs/index.md", "[up](../README.md)\n"),
        ("ARCHITECTURE.md", "# Map\n"),
        ("web/package-lock.json", "{ \"packages\": {} }\n"),
    ];
    let texts: BTreeMap<String, String> = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    Tree { texts, others: Vec::new() }
}

fn breaches() -> Vec<Breach> {
    use super::{imports::*, manifests::*, sources::*, tables::*, texts::*};
    let rust = |body: &str| format!("//! Opens.\n{body}\n");
    let root = |line: &str| format!("{}{line}\n", sound().texts["Cargo.toml"]);
    let imports = |name: &str| format!("[dependencies]\n{name}.workspace = true\n");
    vec![
        ("kernel/Cargo.toml", imports("pages"), &DOWNWARDS),
        ("pages/Cargo.toml", imports("desk"), &DOWNWARDS),
        ("domains/desk/Cargo.toml", imports("office"), &DOWNWARDS),
        ("engines/ledger/Cargo.toml", imports("kernel"), &DOWNWARDS),
        ("domains/desk/Cargo.toml", imports("testkit"), &DOWNWARDS),
        ("tests/Cargo.toml", imports("kernel"), &DOWNWARDS),
        ("elsewhere/Cargo.toml", "[dependencies]\n".into(), &DOWNWARDS),
        ("program/src/main.rs", rust("fn main() { desk::serve(); }"), &ONE_FILE),
        ("program/src/serve.rs", rust("use office;"), &ONE_FILE),
        ("domains/desk/src/request.rs", rust("use axum::Json;"), &WEB),
        ("domains/desk/src/lib.rs", rust("fn routes() -> axum::Router { x() }"), &WEB),
        ("domains/desk/src/clock.rs", rust("use pages::table;"), &WEB),
        ("kernel/src/work.rs", rust("use rusqlite::Transaction;"), &DATABASE),
        ("program/src/main.rs", rust("fn f(c: &rusqlite::Connection) {}"), &DATABASE),
        ("domains/desk/src/clock.rs", "// A clock.\nfn tick() {}\n".into(), &OPENING),
        ("kernel/src/empty.rs", String::new(), &OPENING),
        ("kernel/src/utils.rs", rust(""), &NAMES),
        ("kernel/src/data/x.rs", rust(""), &NAMES),
        ("domains/desk/src/request.rs", rust("pub struct RequestManager;"), &NAMES),
        ("domains/desk/src/request.rs", rust("trait Helpers {}"), &NAMES),
        ("domains/desk/src/request.rs", rust("mod handlers {}"), &NAMES),
        ("domains/desk/src/request.rs", rust("fn f() { todo!() }"), &UNFINISHED),
        ("domains/desk/src/request.rs", rust("fn f() { dbg!(1); }"), &UNFINISHED),
        ("kernel/src/long.rs", rust(&"\n".repeat(8_001)), &BUDGET),
        ("kernel/src/db/a.rs", rust("const S: &str = \"CREATE TABLE device (a)\";"), &KINDS),
        ("kernel/src/db/a.rs", rust("const S: &str = \"INSERT OR IGNORE\n INTO seen (a) VALUES (1)\";"), &KINDS),
        ("domains/desk/src/api.rs", rust("const S: &str = r#\"create virtual table \"words\" using fts5(a)\"#;"), &KINDS),
        ("domains/desk/src/api.rs", rust("const S: &str = \"UPDATE device SET a = 1\";"), &KINDS),
        ("kernel/src/db/a.sql", "DELETE FROM device;\n".into(), &KINDS),
        ("domains/desk/Cargo.toml", "[dependencies]\naxum = \"0.8\"\n".into(), &WORKSPACE),
        ("Cargo.toml", root("tokio = \"1\""), &REASON),
        ("Cargo.toml", root("tokio = \"1\" #"), &REASON),
        ("docs/index.md", "See [this](../GONE.md).\n".into(), &LINKS),
        ("docs/index.md", "See [this](../../elsewhere.md).\n".into(), &LINKS),
        ("docs/index.md", "[this]: gone.md\n".into(), &LINKS),
        ("docs/index.md", format!("from {}{}\n", "crates", ".io"), &PLACES),
        ("program/src/main.rs", rust(&format!("const A: &str = \"{}{}x\";", "/wo", "rk/")), &PLACES),
        ("web/package-lock.json", "{\n \"resolved\": \"x\"\n}\n".into(), &LOCKS),
        ("ARCHITECTURE.md", "line\n".repeat(200), &MAP),
    ]
}

#[test]
fn a_sound_project_has_no_complaint() {
    let complaints: Vec<String> = complaints(&sound()).iter().map(ToString::to_string).collect();
    assert_eq!(complaints, Vec::<String>::new());
}

#[test]
fn each_breach_is_found_by_its_rule_and_no_other() {
    for (path, text, rule) in breaches() {
        let mut tree = sound();
        let shown: String = text.chars().take(120).collect();
        tree.texts.insert(path.to_owned(), text);
        let found: Vec<&str> = complaints(&tree).iter().map(|complaint| complaint.rule.name).collect();
        assert!(!found.is_empty(), "{path} passes, although it breaks `{}`: {shown}", rule.name);
        assert!(found.iter().all(|name| *name == rule.name), "{path}: {found:?} for a breach of `{}`: {shown}", rule.name);
    }
}

#[test]
fn each_check_has_a_breach() {
    for (n, check) in CHECKS.iter().enumerate() {
        let caught = breaches().into_iter().any(|(path, text, _)| {
            let mut tree = sound();
            tree.texts.insert(path.to_owned(), text);
            !check(&tree).is_empty()
        });
        assert!(caught, "no sample breaks check {n}");
    }
}

#[test]
fn a_complaint_tells_place_rule_and_reason() {
    let mut tree = sound();
    tree.texts.insert("kernel/src/work.rs".into(), "//! Work.\n\nuse rusqlite::Row;\n".into());
    let told = complaints(&tree)[0].to_string();
    assert!(told.starts_with("kernel/src/work.rs:3: use rusqlite::Row; [database: only kernel/db"), "{told}");
}

#[test]
fn the_project_itself_is_tidy() {
    let tree = Tree::read(&Place::find().unwrap()).unwrap();
    let complaints: Vec<String> = complaints(&tree).iter().map(ToString::to_string).collect();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}
