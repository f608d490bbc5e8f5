//! The first account of a new office, and later ones by a link that is handed over.

use crate::{Browser, PASSWORD, has_password};
use kernel::permission::Role;
use office::first_link;
use testkit::Office;

fn founding<'a>(password: &'a str, again: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("office", "Afisi ya Mfano"),
        ("unit", "Kitengo cha TEHAMA"),
        ("site", "Chake Chake"),
        ("island", "pemba"),
        ("name", "Mwanaidi Said Ali"),
        ("login", "Mwanaidi.Said"),
        ("password", password),
        ("again", again),
    ]
}

#[test]
fn the_first_link_makes_one_account_and_is_gone() {
    let office = Office::open(vec![]);
    let path = first_link(&office.app).expect("reads").expect("nobody can sign in yet");
    let mut browser = Browser::at(&office);
    browser.gets(&path).is(200).shows("Makao Makuu");
    browser.gets(&path).is(200);
    browser.posts(&path, &founding(PASSWORD, "jengine")).is(422).shows("Manenosiri hayalingani.").shows("Chake Chake");
    browser.posts(&path, &founding("nenosiri", "nenosiri")).is(422).shows("herufi 15");
    assert_eq!(browser.posts(&path, &founding(PASSWORD, PASSWORD)).leads(), "/");
    browser.gets("/settings").is(200).shows("Afisi ya Mfano");
    browser.gets("/site").is(200).shows("Chake Chake");
    Browser::at(&office).posts(&path, &founding(PASSWORD, PASSWORD)).is(404);
    assert_eq!(first_link(&office.app).expect("reads"), None);
    Browser::at(&office).signs_in("mwanaidi.said", PASSWORD).is(303);
    office.is_sound();
}

#[test]
fn the_first_link_ends_after_half_an_hour_and_when_a_new_one_is_made() {
    let office = Office::open(vec![]);
    let link = || first_link(&office.app).expect("reads").expect("nobody can sign in yet");
    let (older, path) = (link(), link());
    Browser::at(&office).gets(&older).is(404);
    office.is_now("2026-11-24T09:29");
    Browser::at(&office).gets(&path).is(200);
    office.is_now("2026-11-24T09:31");
    Browser::at(&office).gets(&path).is(404);
    Browser::at(&office).posts(&path, &founding(PASSWORD, PASSWORD)).is(404);
}

#[test]
fn the_head_hands_over_a_link_and_the_person_sets_the_password() {
    let office = Office::open(vec![]);
    let (asha, juma) = (office.person("Asha Juma", &[]), office.person("Juma Haji", &[Role::Officer]));
    let mwanaidi = office.person("Mwanaidi Said", &[Role::Head]);
    let reset = format!("/person/{}/reset", asha.id);
    juma.posts(&reset, &[]).is(403);
    let slip = mwanaidi.posts(&reset, &[]).is(200).shows("Asha Juma").shows("dakika 30").text();
    let path = format!("/reset/{}", slip.split("/reset/").nth(1).and_then(|rest| rest.split(['"', '<']).next()).expect("a link"));
    let mut browser = Browser::at(&office);
    browser.gets(&path).is(200).shows("Asha Juma");
    browser.posts(&path, &[("password", "asha juma"), ("again", "asha juma")]).is(422);
    assert_eq!(browser.posts(&path, &[("password", PASSWORD), ("again", PASSWORD)]).leads(), "/sign-in");
    browser.posts(&path, &[("password", PASSWORD), ("again", PASSWORD)]).is(404);
    asha.gets("/me").is(401);
    browser.signs_in("asha.juma", PASSWORD).is(303);
    mwanaidi.gets(&format!("/person/{}", asha.id)).shows("alitoa kiungo cha kuweka nenosiri");
    office.is_sound();
}

#[test]
fn an_administrator_alone_sets_no_password_of_the_director() {
    let office = Office::open(vec![]);
    let director = office.person("Salma Hamad", &[Role::Director]);
    let (omar, mwanaidi) = (office.person("Omar Khamis", &[Role::Administrator]), office.person("Mwanaidi Said", &[Role::Head]));
    has_password(&director);
    omar.posts(&format!("/person/{}/reset", director.id), &[]).is(403);
    mwanaidi.posts(&format!("/person/{}/reset", director.id), &[]).is(200);
}
