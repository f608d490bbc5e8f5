//! Every page in both languages: no text missing, nothing that the strict content policy would refuse, small enough for a slow line.

use crate::Browser;
use kernel::permission::Role;
use office::first_link;
use testkit::{Answer, Office};

/// What a later page may weigh, before it is even compressed.
const PAGE_BYTES: usize = 40_000;

fn is_well_made(path: &str, answer: &Answer) {
    let text = answer.text();
    for missing in ["⟦", "{$", "{ $"] {
        assert!(!text.contains(missing), "{path} lacks a text: {}", text.split(missing).nth(1).unwrap_or_default().chars().take(60).collect::<String>());
    }
    for refused in [" style=", "<style", " onclick=", "javascript:"] {
        assert!(!text.contains(refused), "{path} holds {refused:?}");
    }
    assert!(text.matches("<script").count() == text.matches("<script src=").count(), "{path} holds a script of its own");
    assert!(text.len() < PAGE_BYTES, "{path} has {} bytes", text.len());
}

#[test]
fn every_page_speaks_both_languages() {
    let office = Office::open(vec![]);
    let mwanaidi = office.person("Mwanaidi Said", &[Role::Head, Role::Administrator, Role::Clerk]);
    let asha = office.person("Asha Juma", &[]);
    let site = office.site;
    let paths = [
        "/me".to_owned(),
        "/me/password".into(),
        "/me/second-factor".into(),
        "/person".into(),
        "/person?state=left&q=nobody".into(),
        "/person/new".into(),
        format!("/person/{}", asha.id),
        format!("/person/{}/correct", asha.id),
        format!("/person/{}/leave", asha.id),
        "/unit".into(),
        "/unit/new".into(),
        format!("/unit/{}", office.unit),
        format!("/unit/{}/correct", office.unit),
        "/site".into(),
        "/site/new".into(),
        format!("/site/{site}"),
        format!("/site/{site}/correct"),
        "/settings".into(),
        "/ledger".into(),
        "/ledger?looks=yes".into(),
        "/ledger/change/0".into(),
    ];
    mwanaidi.posts("/settings/holiday", &[("day", "2026-12-09"), ("holiday_name", "Uhuru")]).is(303);
    for lang in ["sw", "en"] {
        mwanaidi.posts("/preferences", &[("lang", lang)]).is(303);
        for path in &paths {
            let answer = mwanaidi.gets(path).is(200).shows(&format!("<html lang=\"{lang}\""));
            is_well_made(path, &answer);
        }
        is_well_made("the slip", &mwanaidi.posts(&format!("/person/{}/reset", asha.id), &[]).is(200));
    }
}

#[test]
fn the_pages_before_signing_in_speak_both_languages() {
    let office = Office::open(vec![]);
    let first = first_link(&office.app).expect("reads").expect("a link");
    let mut browser = Browser::at(&office);
    for lang in ["sw", "en"] {
        browser.posts("/preferences", &[("lang", lang)]).is(303);
        for path in ["/sign-in", "/sign-in?done=signed-out", &first] {
            let answer = browser.gets(path).is(200).shows(&format!("<html lang=\"{lang}\""));
            is_well_made(path, &answer);
        }
    }
}
