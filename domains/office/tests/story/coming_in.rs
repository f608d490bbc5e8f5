//! Name and password: what is told, what is slowed, what the cookie may do, and how a session ends.

use crate::{Browser, PASSWORD, has_password};
use axum::body::Body;
use axum::http::{Request, header};
use kernel::app::{App, Chance, Clock, Opening};
use kernel::change::Via;
use kernel::log::Keys;
use kernel::permission::Role;
use kernel::problem::{Problem, Result};
use kernel::sign_in::throttle::{Count, ticket};
use kernel::sign_in::{is_password_of, second_factor, sign_in};
use kernel::vals;
use kernel::web::{COOKIE_PLAIN, COOKIE_SECURE, session_secret};
use testkit::Office;

#[test]
fn a_wrong_name_and_a_wrong_password_are_told_alike() {
    let office = Office::open(vec![]);
    has_password(&office.person("Asha Juma", &[]));
    let mut browser = Browser::at(&office);
    let wrong_password = browser.signs_in("asha.juma", "mnazi mfupi wa Michenzani").is(422).shows("Jina la mtumiaji au nenosiri si sahihi.");
    let wrong_name = browser.signs_in("asha.omar", PASSWORD).is(422).shows("value=\"asha.omar\"").hides(PASSWORD);
    assert_eq!(wrong_password.text().replace("asha.juma", ""), wrong_name.text().replace("asha.omar", ""));
    assert!(browser.cookies.is_empty(), "a cookie without a session: {:?}", browser.cookies);
}

#[test]
fn guessing_is_slowed_for_the_account_and_for_nobody_else() {
    let office = Office::open(vec![]);
    has_password(&office.person("Asha Juma", &[]));
    has_password(&office.person("Juma Haji", &[Role::Officer]));
    let mut browser = Browser::at(&office);
    for _ in 0..5 {
        browser.signs_in("asha.juma", "si hili").is(422);
    }
    browser.signs_in("asha.juma", PASSWORD).is(429).shows("Subiri sekunde 6");
    assert_eq!(browser.signs_in("juma.haji", PASSWORD).leads(), "/");
    office.is_now("2026-11-24T09:01");
    assert_eq!(browser.signs_in("ASHA.juma ", PASSWORD).leads(), "/");
    browser.gets("/me").is(200).shows("Asha Juma").shows("Firefox, Windows");
}

#[test]
fn the_cookie_is_for_this_browser_and_this_house_alone() {
    let office = Office::open(vec![]);
    has_password(&office.person("Asha Juma", &[]));
    let answer = Browser::at(&office).signs_in("asha.juma", PASSWORD);
    for part in ["tehama=", "; Path=/", "; HttpOnly", "; SameSite=Strict"] {
        assert!(answer.cookie.contains(part), "{part:?} is not in {:?}", answer.cookie);
    }
    assert!(!answer.cookie.contains("Max-Age"), "it outlives the browser: {:?}", answer.cookie);
}

#[test]
fn over_https_only_the_cookie_that_is_kept_to_it_is_read() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let app = App::open(Opening {
        data: &folder.path().join("office"),
        keys: Keys { folder: folder.path().join("keys"), entropy: [7; 32], is_demo: false, begins_anew: false },
        clock: Clock::System,
        chance: Chance::System,
        domains: vec![office::domain()],
        words: &[kernel::words(), pages::words()],
        secure: true,
        in_a_hurry: true,
    })
    .expect("opens");
    let with = |cookie: String| Request::builder().header(header::COOKIE, cookie).body(Body::empty()).expect("a request");
    assert_eq!(session_secret(&app, with(format!("{COOKIE_PLAIN}=planted")).headers()), None);
    assert_eq!(session_secret(&app, with(format!("{COOKIE_PLAIN}=planted; {COOKIE_SECURE}=own")).headers()), Some("own"));
}

#[test]
fn a_session_ends_by_itself_and_by_leaving() {
    let office = Office::open(vec![]);
    has_password(&office.person("Asha Juma", &[]));
    let mut browser = Browser::at(&office);
    browser.signs_in("asha.juma", PASSWORD).is(303);
    office.is_now("2026-11-24T09:29");
    browser.gets("/me").is(200);
    office.is_now("2026-11-24T10:00");
    browser.gets("/me").is(401);
    browser.signs_in("asha.juma", PASSWORD).is(303);
    let left = browser.cookies.clone();
    assert_eq!(browser.posts("/sign-out", &[]).leads(), "/sign-in");
    browser.cookies = left;
    browser.gets("/me").is(401);
}

#[test]
fn after_signing_in_the_way_leads_nowhere_outside() {
    let office = Office::open(vec![]);
    has_password(&office.person("Asha Juma", &[]));
    let mut browser = Browser::at(&office);
    browser.gets("/sign-in?next=%2Frequest%3Fstate%3Dnew").is(200).shows("value=\"/request?state=new\"").shows("Matumizi yake yanarekodiwa");
    browser.gets("/sign-in?next=%2F%2Fevil.example").is(200).shows("name=\"next\" value=\"/\"");
    let to = |browser: &mut Browser, path: &str| browser.posts("/preferences", &[("theme", "dark"), ("back", path)]).is(303).location;
    assert_eq!(to(&mut browser, "/request?state=new"), "/request?state=new");
    for elsewhere in ["//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example", "javascript:alert(1)", ""] {
        assert_eq!(to(&mut browser, elsewhere), "/", "{elsewhere:?}");
    }
    let fields = [("name", "asha.juma"), ("password", PASSWORD), ("next", "//evil.example")];
    assert_eq!(browser.posts("/sign-in", &fields).is(303).location, "/");
}

#[test]
fn the_language_is_the_persons_own_wherever_they_sit() {
    let office = Office::open(vec![]);
    let asha = office.person("Asha Juma", &[]);
    let answer = asha.posts("/preferences", &[("lang", "en"), ("back", "/me")]);
    assert!(answer.cookie.starts_with("lang=en; Path=/") && answer.cookie.contains("Max-Age=31536000"), "{:?}", answer.cookie);
    assert_eq!(answer.leads(), "/me");
    asha.gets("/me").is(200).shows("<html lang=\"en\"").shows("Change password");
    let mut stranger = Browser::at(&office);
    stranger.posts("/preferences", &[("lang", "en"), ("back", "/sign-in")]).is(303);
    stranger.gets("/sign-in").shows("Its use is recorded");
    office.is_sound();
}

#[test]
fn a_role_taken_away_is_gone_at_the_next_click() {
    let office = Office::open(vec![]);
    let mwanaidi = office.person("Mwanaidi Said", &[Role::Head]);
    mwanaidi.gets("/settings").is(200);
    let mut work = office.app.itself(Via::Command, "").work("person.correct").expect("work");
    let person: office::person::Person = work.fetch(mwanaidi.id).expect("she is there");
    person.correct(&mut work, office::person::Person { roles: vec![], ..person.clone() }).expect("taken");
    work.commit().expect("saved");
    mwanaidi.gets("/settings").is(404);
}

#[test]
fn a_password_is_changed_by_whoever_knows_it() {
    let office = Office::open(vec![]);
    has_password(&office.person("Asha Juma", &[]));
    let (mut desk, mut hall) = (Browser::at(&office), Browser::at(&office));
    desk.signs_in("asha.juma", PASSWORD).is(303);
    hall.signs_in("asha.juma", PASSWORD).is(303);
    let new = "karafuu kutoka Wete Pemba";
    let send = |browser: &mut Browser, current: &str, again: &str| browser.posts("/me/password", &[("current", current), ("password", new), ("again", again)]);
    send(&mut desk, "si hili kabisa", new).is(422).shows("Nenosiri la sasa si sahihi.");
    send(&mut desk, PASSWORD, "karafuu kutoka Wete").is(422).shows("Manenosiri hayalingani.");
    assert_eq!(send(&mut desk, PASSWORD, new).leads(), "/me");
    desk.gets("/me").is(200);
    hall.gets("/me").is(401);
    hall.signs_in("asha.juma", new).is(303);
    office.is_sound();
}

/// How many of sixty tries at once were looked at; the rest were told to wait.
fn looked_at(guess: impl Fn(usize) -> Result<bool> + Sync) -> usize {
    let guess = &guess;
    std::thread::scope(|scope| {
        let tries: Vec<_> = (0..60).map(|n| scope.spawn(move || guess(n))).collect();
        let told = tries.into_iter().map(|tried| tried.join().expect("an answer"));
        told.filter(|told| match told {
            Ok(false) | Err(Problem::Unreadable { .. }) => true,
            Err(Problem::Slower { .. }) => false,
            other => panic!("a guess was answered with {other:?}"),
        })
        .count()
    })
}

#[test]
fn sixty_guesses_at_once_are_no_more_than_sixty_in_a_row() {
    let office = Office::open(vec![]);
    let asha = office.person("Asha Juma", &[]);
    has_password(&asha);
    let app = &office.app;
    assert_eq!(looked_at(|n| sign_in(app, "asha.juma", "si hili", &format!("10.20.1.{n}"), "").map(|_| true)), 5, "for one account");
    assert_eq!(looked_at(|n| ticket(app, vec![Count::account(&format!("mtu.{n}")), Count::address("10.20.2.7")]).map(|_| false)), 20, "from one address");
    assert_eq!(looked_at(|_| is_password_of(app, asha.id, "si hili")), 5, "for the present password");
    assert_eq!(looked_at(|_| second_factor::accept(app, asha.id, "000000")), 5, "for a code");
}

#[test]
fn a_right_password_takes_back_its_own_try_and_nobody_elses() {
    let office = Office::open(vec![]);
    has_password(&office.person("Asha Juma", &[]));
    let counted = |what: &str| office.app.readers.snapshot().expect("a snapshot").number(&format!("SELECT {what} FROM work_throttle"), vals![]).expect("read");
    let mut browser = Browser::at(&office);
    browser.signs_in(&"a".repeat(101), PASSWORD).is(422).shows("Jina la mtumiaji au nenosiri si sahihi.");
    assert_eq!(counted("count(*)"), 0, "a name that nobody can have is kept");
    browser.signs_in("asha.juma", "si hili").is(422);
    browser.signs_in("asha.juma", PASSWORD).is(303);
    assert_eq!((counted("count(*)"), counted("sum(failures)")), (1, 1), "the address still knows the wrong one, and only that");

    // The same tries without the work of a password; a ticket let fall is a wrong try.
    let tries = |name: &str| ticket(&office.app, vec![Count::account(name), Count::address("")]);
    for n in 0..18 {
        drop(tries(&format!("mtu.{n}")).expect("nineteen cost nothing"));
    }
    for _ in 0..2 {
        tries("asha.juma").expect("a try").was_right(&office.app).expect("taken back, with its wait");
    }
    drop(tries("mtu.18").expect("the twentieth"));
    assert!(matches!(tries("asha.juma"), Err(Problem::Slower { seconds: 6 })));
    office.is_now("2026-11-25T09:01");
    drop(tries("asha.omar").expect("a new day"));
    assert_eq!((counted("count(*)"), counted("sum(failures)")), (2, 2), "yesterday is forgotten");
}

#[test]
fn whoever_is_not_signed_in_sends_little() {
    let office = Office::open(vec![]);
    let mut stranger = Browser::at(&office);
    let much = "a".repeat(17 * 1_024);
    for path in ["/sign-in", "/sign-in/code", "/first/abc", "/reset/abc", "/preferences"] {
        let told = stranger.posts(path, &[("password", &much)]).problem;
        assert!(matches!(told.as_deref(), Some(Problem::Unreadable { key, .. }) if key == "problem-unreadable"), "{path}: {told:?}");
    }
    stranger.posts("/sign-in", &[("password", &much[..8_192])]).is(422).shows("Jina la mtumiaji au nenosiri si sahihi.");
}
