//! The second step: a code of the phone, used once; a recovery code, used once; and no half-open door between the steps.

use crate::{Browser, PASSWORD, has_password};
use kernel::permission::Role;
use testkit::Office;
use totp_rs::{Algorithm, Builder, Totp};

/// What stands between two marks of a page.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let begun = text.split_once(before).unwrap_or_else(|| panic!("no {before:?} in {text}")).1;
    begun.split_once(after).expect("an end").0
}

/// The phone that has scanned the seed.
fn phone(seed: &str) -> Totp {
    let bits = seed.bytes().flat_map(|sign| {
        let value = if sign.is_ascii_digit() { sign - b'2' + 26 } else { sign - b'A' };
        (0..5).rev().map(move |bit| value >> bit & 1)
    });
    let bits: Vec<u8> = bits.collect();
    let bytes: Vec<u8> = bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |sum, bit| sum << 1 | bit)).collect();
    Builder::new().with_algorithm(Algorithm::SHA1).with_secret(bytes).build().expect("a seed")
}

fn code(office: &Office, phone: &Totp) -> String {
    phone.generate(u64::try_from(office.app.now() / 1_000_000).expect("after 1970")).to_string()
}

#[test]
fn a_code_lets_in_once_and_a_recovery_code_once() {
    let office = Office::open(vec![]);
    has_password(&office.person("Asha Juma", &[]));
    let mut browser = Browser::at(&office);
    browser.signs_in("asha.juma", PASSWORD).is(303);

    browser.posts("/me/second-factor/offer", &[("password", "si hili kabisa")]).is(422).hides("data-text=");
    let offer = browser.posts("/me/second-factor/offer", &[("password", PASSWORD)]).is(200).shows("<svg class=\"qr\"").text();
    let phone = phone(between(&offer, "data-text=\"", "\""));
    browser.posts("/me/second-factor/confirm", &[("code", "000000")]).is(422).shows("Namba ya uthibitisho si sahihi");
    let codes = browser.posts("/me/second-factor/confirm", &[("code", &code(&office, &phone))]).is(200).text();
    let recovery = between(&codes, "<li><span class=\"code\">", "<").to_owned();
    assert_eq!(codes.matches("<li><span class=\"code\">").count(), 10);

    office.is_now("2026-11-24T09:02");
    let mut other = Browser::at(&office);
    let fields = [("name", "asha.juma"), ("password", PASSWORD), ("next", "/person")];
    assert_eq!(other.posts("/sign-in", &fields).is(303).location, "/sign-in/code?next=%2Fperson");
    other.gets("/me").is(401);
    other.gets("/sign-in/code?next=%2Fperson").is(200).shows("one-time-code");
    let half = other.cookies.clone();
    let now = code(&office, &phone);
    other.posts("/sign-in/code", &[("code", "123456"), ("next", "/person")]).is(422);
    assert_eq!(other.posts("/sign-in/code", &[("code", &now), ("next", "/person")]).leads(), "/person");
    other.gets("/me").is(200);
    assert_ne!(half, other.cookies, "the secret from before the code is still good");

    let mut onlooker = Browser::at(&office);
    onlooker.signs_in("asha.juma", PASSWORD).is(303);
    onlooker.posts("/sign-in/code", &[("code", &now)]).is(422).shows("imeshatumika");
    assert_eq!(onlooker.posts("/sign-in/code", &[("code", &recovery)]).leads(), "/");

    let mut again = Browser::at(&office);
    again.signs_in("asha.juma", PASSWORD).is(303);
    again.posts("/sign-in/code", &[("code", &recovery)]).is(422);
    office.is_sound();
}

#[test]
fn the_second_step_is_taken_away_by_a_code_only() {
    let office = Office::open(vec![]);
    let asha = office.person("Asha Juma", &[]);
    has_password(&asha);
    let offer = asha.posts("/me/second-factor/offer", &[("password", PASSWORD)]).is(200).text();
    let phone = phone(between(&offer, "data-text=\"", "\""));
    asha.posts("/me/second-factor/confirm", &[("code", &code(&office, &phone))]).is(200);
    asha.posts("/me/second-factor/offer", &[("password", PASSWORD)]).is(422).shows("umeshawashwa").hides("data-text=");
    office.is_now("2026-11-24T09:05");
    asha.posts("/me/second-factor/remove", &[("code", "000000")]).is(422);
    asha.posts("/me/second-factor/remove", &[("code", &code(&office, &phone))]).is(303);
    asha.gets("/me").shows("Haujawashwa");
}

#[test]
fn when_the_phone_is_lost_the_head_takes_the_second_step_away_and_says_why() {
    let office = Office::open(vec![]);
    let (asha, mwanaidi) = (office.person("Asha Juma", &[]), office.person("Mwanaidi Said", &[Role::Head]));
    let (omar, khadija) = (office.person("Omar Khamis", &[Role::Administrator]), office.person("Khadija Ali", &[Role::Clerk]));
    for someone in [&asha, &mwanaidi] {
        has_password(someone);
        let offer = someone.posts("/me/second-factor/offer", &[("password", PASSWORD)]).is(200).text();
        let phone = phone(between(&offer, "data-text=\"", "\""));
        someone.posts("/me/second-factor/confirm", &[("code", &code(&office, &phone))]).is(200);
    }
    let page = format!("/person/{}", asha.id);
    let (path, why) = (format!("{page}/second-factor"), [("why", "Simu imeibiwa Darajani")]);
    khadija.gets(&path).is(403);
    let before = office.changes();
    for barred in [&asha, &khadija] {
        barred.posts(&path, &why).is(403);
    }
    let heads = format!("/person/{}/second-factor", mwanaidi.id);
    mwanaidi.posts(&heads, &why).is(403);
    omar.gets(&heads).is(403);
    omar.posts(&heads, &why).is(403);
    omar.gets(&format!("/person/{}", mwanaidi.id)).is(200).hides(&heads);
    assert_eq!(office.changes(), before);

    omar.gets(&page).is(200).shows(&path);
    mwanaidi.gets(&page).is(200).shows(&path);
    mwanaidi.gets(&path).is(200).shows("name=\"why\"");
    mwanaidi.posts(&path, &[("why", " ")]).is(422).shows("Sehemu hii inahitajika.");
    assert_eq!(mwanaidi.posts(&path, &why).leads(), page);
    mwanaidi.gets(&page).is(200).hides(&path).shows("aliondoa uthibitisho wa hatua mbili wa mtumishi").shows("Simu imeibiwa Darajani");
    assert_eq!(Browser::at(&office).signs_in("asha.juma", PASSWORD).is(303).location, "/");
    office.is_sound();
}
