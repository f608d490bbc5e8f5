//! Seeing: what is not for one's eyes is not found, anywhere.

use crate::{ASHA, JUMA, MWANAIDI, asks, house, laptop};
use kernel::permission::Role;
use testkit::Office;

#[test]
fn a_stranger_finds_nothing() {
    let office = house();
    let (asha, salum) = (office.person(ASHA, &[]), office.person("Salum Haji Vuai", &[]));
    let made = asks(&asha, "Diski ya kesi", &[]);
    for path in [made.clone(), format!("{made}/edit")] {
        salum.gets(&path).is(404);
        office.nobody().gets(&path).is(401);
    }
    for act in ["comment", "confirm", "take", "assign", "wait", "resume", "resolve", "reopen", "withdraw", "edit"] {
        salum.posts(&format!("{made}/{act}"), &[("text", "x"), ("why", "x")]).is(404);
    }
    for path in ["/request", "/request?q=diski", "/request/export.csv", "/lookup/request?q=diski"] {
        salum.gets(path).is(200).hides("Diski ya kesi");
        asha.gets(path).is(200).shows("Diski ya kesi");
        office.nobody().gets(path).is(401);
    }
    for path in ["/request", "/request/many", "/request/new"] {
        office.nobody().posts(path, &[("subject", "x")]).hides("x</h1>");
    }
}

#[test]
fn what_the_unit_says_among_itself_stays_there() {
    let office = house();
    let (asha, juma) = (office.person(ASHA, &[]), office.person(JUMA, &[Role::Officer]));
    let made = asks(&asha, "Diski", &[]);
    juma.uploads(&format!("{made}/comment"), &[("text", "Makosa 14 ya SMART"), ("internal", "yes")], ("files", "smart.txt", b"14")).leads();
    juma.gets(&made).is(200).shows("Makosa 14 ya SMART").shows("smart.txt");
    asha.gets(&made).is(200).hides("SMART").hides("smart.txt").hides("name=\"internal\"").hides("Lilijibiwa");
    // An answer among ourselves is no answer to whoever asked, and nobody outside may pretend to be inside.
    asha.posts(&format!("{made}/comment"), &[("text", "x"), ("internal", "yes")]).is(403);
}

#[test]
fn a_secret_request_is_for_the_head_and_whoever_is_given_it() {
    let office = house();
    let (asha, juma, mwanaidi) = (office.person(ASHA, &[]), office.person(JUMA, &[Role::Officer]), office.person(MWANAIDI, &[Role::Head]));
    let made = asks(&asha, "Kompyuta ya shahidi", &[("class", "secret")]);
    asha.posts("/request", &[("subject", "Siri kuu"), ("class", "top_secret")]).is(422);
    juma.gets(&made).is(404);
    juma.gets("/request?q=shahidi").is(200).hides("Kompyuta ya shahidi");
    let before = office.changes();
    mwanaidi.gets(&made).is(200).shows("Daraja la usiri: Siri");
    assert_eq!(office.changes(), before + 1, "a look at a secret is written down");
    mwanaidi.posts(&format!("{made}/assign"), &[("assignee", &juma.id.to_string())]).leads();
    juma.gets(&made).is(200).shows("/resolve\"");
}

#[test]
fn an_auditor_reads_and_does_nothing() {
    let office = house();
    let (asha, auditor) = (office.person(ASHA, &[]), office.person("Khadija Rashid Mussa", &[Role::Auditor]));
    let made = asks(&asha, "Akaunti", &[]);
    let page = auditor.gets(&made).is(200).hides("/comment\"").hides("/take\"").text();
    assert!(!page.contains("class=\"acts\""));
    auditor.posts(&format!("{made}/comment"), &[("text", "x")]).is(403);
    auditor.posts(&format!("{made}/resolve"), &[("solution", "x")]).is(403);
}

#[test]
fn every_page_speaks_both_languages() {
    let office = house();
    let (asha, mwanaidi) = (office.person(ASHA, &[]), office.person(MWANAIDI, &[Role::Head, Role::Officer]));
    let made = asks(&asha, "Kila sehemu", &[("urgency", "court"), ("court_at", "2026-11-24T15:00"), ("category", "network")]);
    mwanaidi.posts(&format!("{made}/take"), &[]).leads();
    mwanaidi.posts(&format!("{made}/wait"), &[("waiting_for", "ZICTIA")]).leads();
    for (lang, heading) in [("sw", "<html lang=\"sw\""), ("en", "<html lang=\"en\"")] {
        for who in [&asha, &mwanaidi] {
            who.posts("/preferences", &[("lang", lang)]);
            for path in ["/request", "/request/new", &made, "/request?due_at=past&court_at=today&class=internal", "/request?state=closed"] {
                who.gets(path).is(200).shows(heading).hides("⟦").hides("{$");
            }
            assert!(who.gets(&made).bytes.len() < 40_000);
        }
        mwanaidi.gets(&format!("{made}/edit")).is(200).shows(heading).hides("⟦");
    }
}

#[test]
fn a_stranger_learns_nothing_of_others_devices() {
    let office = house();
    let (asha, salum, juma) = (office.person(ASHA, &[]), office.person("Salum Haji Vuai", &[]), office.person(JUMA, &[Role::Officer]));
    laptop(&office, asha.id, "ZDPP-014");
    let (whose, asha_id) = (format!("/request/new?requester={}", asha.id), asha.id.to_string());
    salum.gets(&whose).is(200).hides("HP ProBook 450").hides("ZDPP-014");
    juma.gets(&whose).is(200).shows("HP ProBook 450");
    // A tag that is another's is answered as one that is nobody's, whoever is named beside it.
    let typed = [("subject", "Printa"), ("urgency", "low"), ("device_tag", "ZDPP-014")];
    salum.posts("/request", &typed).is(422).shows("Hakuna kifaa chenye namba hiyo").hides("HP ProBook 450");
    let in_her_name = [typed.as_slice(), &[("requester", asha_id.as_str())]].concat();
    salum.posts("/request", &in_her_name).is(422).shows("Hakuna kifaa chenye namba hiyo");
    for (who, fields) in [(&asha, typed.to_vec()), (&juma, in_her_name)] {
        let made = who.posts("/request", &fields).leads();
        who.gets(&made).is(200).shows("HP ProBook 450");
    }
}

#[test]
fn bytes_of_whoever_may_not_are_not_kept() {
    let office = house();
    let (asha, salum, auditor) = (office.person(ASHA, &[]), office.person("Salum Haji Vuai", &[]), office.person("Khadija Rashid Mussa", &[Role::Auditor]));
    let made = asks(&asha, "Akaunti", &[]);
    let file = ("files", "picha.png", &b"\x89PNG"[..]);
    salum.uploads(&format!("{made}/comment"), &[("text", "x")], file).is(404);
    auditor.uploads(&format!("{made}/comment"), &[("text", "x")], file).is(403);
    asha.uploads(&format!("{made}/comment"), &[("text", "x"), ("internal", "yes")], file).is(403);
    asha.uploads(&format!("{made}/take"), &[], file).is(403);
    asha.uploads("/request", &[("subject", " ")], file).is(422);
    assert_eq!(kept(&office), 0);
    asha.uploads(&format!("{made}/comment"), &[("text", "x")], file).leads();
    assert_eq!(kept(&office), 1);
}

/// Files whose bytes stand in the office's folder.
fn kept(office: &Office) -> usize {
    let folders = std::fs::read_dir(office.app.data.join("files")).into_iter().flatten().flatten();
    folders.map(|folder| std::fs::read_dir(folder.path()).into_iter().flatten().count()).sum()
}
