//! What must hold for every record, every route and every word of the house, whichever domain they come from.

use crate::domains::{domains, words};
use kernel::permission::Role;
use kernel::record::Holds;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use testkit::Office;

/// Routes that answer without a session; each has its reason.
const PUBLIC: &[(&str, &str)] = &[
    ("/assets/{name}", "styles and scripts"),
    ("/favicon.ico", "browsers ask by themselves"),
    ("/health", "machines that watch"),
    ("/ledger/checkpoint", "whoever witnesses"),
    ("/ledger/key", "whoever verifies"),
    ("/ledger/tile/{*path}", "whoever verifies; commitments only"),
    ("/api/openapi.json", "a description without data"),
    ("/sign-in", "the way in"),
    ("/sign-in/code", "the way in"),
    ("/sign-out", "the way out"),
    ("/preferences", "language and look, before signing in too"),
    ("/first/{token}", "its token is the key"),
    ("/reset/{token}", "its token is the key"),
    ("/i/{token}", "agents: the token is the key"),
    ("/i/{token}/{*rest}", "agents: the token is the key"),
    ("/front/inventory.php", "agents: the token is the password"),
    ("/plugins/fusioninventory", "agents: the token is the password"),
    ("/plugins/fusioninventory/", "agents: the token is the password"),
    ("/marketplace/glpiinventory", "agents: the token is the password"),
    ("/marketplace/glpiinventory/", "agents: the token is the password"),
    ("/ocsinventory", "agents: the token is the password"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project's folder").to_owned()
}

/// Every Rust source of the folders that make the running program, tests and demo material aside.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = ["program/src", "domains", "pages/src", "kernel/src"].iter().map(|folder| root().join(folder)).collect();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let skip = path.ends_with("tests") || path.ends_with("demo");
            waiting.extend(std::fs::read_dir(&path).into_iter().flatten().flatten().map(|entry| entry.path()).filter(|_| !skip));
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("every.rs") {
            found.push((path.display().to_string(), std::fs::read_to_string(&path).expect("a source")));
        }
    }
    found
}

/// Every `.route("path", …)` with whether it takes GET and POST.
fn routes() -> BTreeMap<String, (bool, bool)> {
    let mut routes = BTreeMap::new();
    for (path, text) in sources() {
        if path.ends_with("witness.rs") {
            continue;
        }
        for piece in text.split(".route(").skip(1) {
            let Some(name) = piece.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next()) else { continue };
            let rest = &piece[..piece.find(".route(").unwrap_or(piece.len()).min(300)];
            let entry: &mut (bool, bool) = routes.entry(name.to_owned()).or_default();
            entry.0 |= rest.contains("get(");
            entry.1 |= rest.contains("post(");
        }
    }
    routes
}

fn filled(route: &str) -> String {
    let mut path = String::new();
    for part in route.split('/').skip(1) {
        path.push('/');
        path.push_str(if part.starts_with('{') { "x" } else { part });
    }
    path
}

#[test]
fn every_route_turns_nobody_away() {
    let office = Office::open(domains());
    let routes = routes();
    assert!(routes.len() > 80, "only {} routes were found", routes.len());
    for (route, (gets, posts)) in &routes {
        if PUBLIC.iter().any(|(public, _)| public == route) {
            continue;
        }
        if *gets {
            let status = office.nobody().gets(&filled(route)).status;
            assert!(matches!(status, 401 | 404), "GET {route} answers nobody with {status}");
        }
        if *posts {
            let status = office.nobody().posts(&filled(route), &[]).status;
            assert!(matches!(status, 401 | 404), "POST {route} answers nobody with {status}");
        }
    }
}

#[test]
fn every_record_lists_exports_and_keeps_its_distance() {
    let office = Office::open(domains());
    let head = office.person("Mwanaidi Omar Said", &[Role::Head, Role::Officer]);
    let staff = office.person("Asha Juma Khamis", &[]);
    for record in kernel::app::registry(&domains()).records() {
        let (kind, view) = (record.kind, head.actor().view().expect("a view"));
        for name in record.list.iter().chain(record.search).chain(record.filters).chain(record.persons).chain([&record.sort.0, &record.title]) {
            assert!(record.has_column(name), "{kind} names the column {name}, which it has not");
        }
        if !view.actor().may(&format!("{kind}.see")) || record.list.is_empty() {
            continue;
        }
        let sheet = kernel::export::sheet(&view, kind, &kernel::list::Asked::default()).expect("a sheet");
        assert!(sheet.columns.len() > record.fields.len() / 2, "{kind}");
        drop(view);
        for query in ["", "?limit=1", "?q=zzz", "?sort=-changed_at", "?q=%27%20OR%201%3D1%20--", "?after=1~tzzz"] {
            head.gets(&format!("/api/v1/{kind}{query}")).is(200);
            office.nobody().gets(&format!("/api/v1/{kind}{query}")).is(401);
        }
        head.gets(&format!("/api/v1/{kind}?sort=key%3B--")).is(422);
        if !staff.actor().may(&format!("{kind}.see")) {
            staff.gets(&format!("/api/v1/{kind}")).is(404);
        }
    }
}

#[test]
fn every_word_is_there_in_both_languages_and_used() {
    let registry = kernel::app::registry(&domains());
    let mut all = words();
    all.extend(domains().into_iter().map(|domain| domain.words));
    kernel::words::Words::new(&all).expect("both languages know every key, once");
    let known: BTreeSet<String> = all.iter().flat_map(|source| source.sw.lines()).filter_map(key_of).collect();
    let text: String = sources().into_iter().map(|(_, text)| text).collect();
    let mut missing = Vec::new();
    for record in registry.records() {
        let mut wanted = vec![record.kind.to_owned(), format!("{}-many", record.kind)];
        for field in &record.fields {
            wanted.push(format!("{}-field-{}", record.kind, field.name));
            if let Holds::Choice(choices) = field.holds {
                wanted.extend(choices.iter().map(|choice| format!("{}-{}-{choice}", record.kind, field.name)));
            }
        }
        missing.extend(wanted.into_iter().filter(|key| !known.contains(key)));
    }
    missing.extend(quoted(&text).into_iter().filter(|word| word.starts_with("problem-") && !known.contains(word)));
    missing.sort();
    missing.dedup();
    assert!(missing.is_empty(), "no text for: {missing:?}");
}

fn key_of(line: &str) -> Option<String> {
    let (key, _) = line.split_once(" =")?;
    key.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_')).then(|| key.to_owned())
}

/// All string literals that look like a key.
fn quoted(text: &str) -> BTreeSet<String> {
    let looks_like_a_key = |word: &&str| {
        !word.is_empty() && !word.ends_with('-') && word.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '-' | '_'))
    };
    text.split('"').filter(looks_like_a_key).map(str::to_owned).collect()
}
