//! Working: taken, answered, waited for, solved, confirmed, opened again; and what the record does not allow is refused in words.

use crate::{ASHA, JUMA, MWANAIDI, asks, house};
use kernel::permission::Role;

#[test]
fn from_open_to_confirmed_and_back() {
    let office = house();
    let (asha, juma) = (office.person(ASHA, &[]), office.person(JUMA, &[Role::Officer]));
    let made = asks(&asha, "Skrini nyeusi", &[]);
    let act = |name: &str| format!("{made}/{name}");
    asha.gets(&made).is(200).hides("/take\"").hides("/resolve\"").shows("/withdraw\"").shows("/comment\"");
    juma.gets(&made).is(200).shows("/take\"").shows("/assign\"").shows("/resolve\"").hides("/confirm\"");

    assert_eq!(juma.posts(&act("take"), &[]).leads(), made);
    juma.uploads(&act("comment"), &[("text", "Ninakuja.")], ("files", "kebo.pdf", b"%PDF")).leads();
    asha.gets(&made).is(200).shows("Ninakuja.").shows("kebo.pdf").shows("alilichukua ombi").shows("Lilijibiwa");
    juma.posts(&act("resolve"), &[("solution", " ")]).is(422).shows("<details class=\"menu\" open>").shows("Sehemu hii inahitajika");
    juma.posts(&act("resolve"), &[("solution", "Kebo imebadilishwa.")]).leads();
    asha.gets(&made).is(200).shows("Kebo imebadilishwa.").shows("Imefanya kazi, funga").shows("Limetatuliwa");
    asha.posts(&act("reopen"), &[("why", "")]).is(422);
    asha.posts(&act("reopen"), &[("why", "Bado nyeusi")]).leads();
    juma.gets(&made).is(200).shows("Bado nyeusi").shows("Lilifunguliwa upya 24/11/2026 09:00");
    juma.posts(&act("resolve"), &[("solution", "Skrini mpya.")]).leads();
    asha.posts(&act("confirm"), &[]).leads();
    asha.gets(&made).is(200).shows("Limefungwa").hides("/confirm\"").shows("/reopen\"");
    asha.posts(&act("confirm"), &[]).is(409).shows("bado halijatatuliwa");
    juma.posts(&act("wait"), &[("waiting_for", "Msambazaji")]).is(409).shows("haliko wazi tena");
    asha.posts(&act("nothing-such"), &[]).is(404);
    office.is_sound();
}

#[test]
fn waiting_moves_the_promise_by_the_office_time_waited() {
    let office = house();
    let (asha, juma) = (office.person(ASHA, &[]), office.person(JUMA, &[Role::Officer]));
    let made = asks(&asha, "Betri ya UPS", &[("urgency", "high")]);
    juma.gets(&made).is(200).shows("25/11/2026 09:00");
    juma.posts(&format!("{made}/wait"), &[("waiting_for", "Msambazaji wa betri")]).leads();
    office.is_now("2026-11-24T09:20");
    asha.gets(&made).is(200).shows("Msambazaji wa betri").shows("Saa ya ahadi imesimama").shows("Linasubiri");
    juma.posts(&format!("{made}/resume"), &[]).leads();
    juma.gets(&made).is(200).shows("25/11/2026 09:20").shows("dakika 20 za kazi zimeongezwa");
    juma.posts(&format!("{made}/resume"), &[]).is(409).shows("halisubiri");
}

#[test]
fn after_reopening_only_new_waits_count() {
    let office = house();
    let (asha, juma) = (office.person(ASHA, &[]), office.person(JUMA, &[Role::Officer]));
    let made = asks(&asha, "Mtandao", &[("urgency", "high")]);
    let act = |name: &str, field: (&str, &str)| juma.posts(&format!("{made}/{name}"), &[field]).leads();
    act("wait", ("waiting_for", "ZICTIA"));
    office.is_now("2026-11-24T09:20");
    act("resolve", ("solution", "Sawa."));
    asha.posts(&format!("{made}/reopen"), &[("why", "Umekatika tena")]).leads();
    juma.gets(&made).is(200).shows("25/11/2026 09:20").hides("zimeongezwa");
    act("wait", ("waiting_for", "ZICTIA"));
    office.is_now("2026-11-24T09:30");
    act("resume", ("", ""));
    juma.gets(&made).is(200).shows("25/11/2026 09:30").shows("dakika 10 za kazi zimeongezwa").hides("dakika 20 za kazi");
}

#[test]
fn a_stale_correction_shows_both() {
    let office = house();
    let (asha, juma, mwanaidi) = (office.person(ASHA, &[]), office.person(JUMA, &[Role::Officer]), office.person(MWANAIDI, &[Role::Head]));
    let made = asks(&asha, "Barua pepe", &[]);
    let edit = format!("{made}/edit");
    juma.gets(&edit).is(200).shows("name=\"revision\" value=\"1\"").shows("value=\"Barua pepe\"");
    asha.gets(&edit).is(403);
    let change = |subject: &'static str, urgency: &'static str, revision: &'static str| {
        [("subject", subject), ("urgency", urgency), ("kind", "incident"), ("class", "internal"), ("revision", revision)]
    };
    mwanaidi.posts(&edit, &change("Barua pepe ya Serikali", "high", "1")).leads();
    juma.posts(&edit, &change("Barua pepe haifunguki", "normal", "1"))
        .is(409)
        .shows("Iliyohifadhiwa sasa")
        .shows("Barua pepe ya Serikali")
        .shows("value=\"Barua pepe haifunguki\"")
        .shows("Dharura")
        .shows("name=\"revision\" value=\"2\"");
    juma.posts(&edit, &change("Barua pepe haifunguki", "normal", "2")).leads();
    juma.posts(&edit, &[("subject", "Siri"), ("urgency", "low"), ("kind", "incident"), ("class", "open"), ("revision", "3")])
        .is(409)
        .shows("haliwezi kushushwa");
    // Raised beyond its editor's reach it goes out of sight, and the editor is told where they are.
    let raised = [("subject", "Siri"), ("urgency", "low"), ("kind", "incident"), ("class", "secret"), ("revision", "3")];
    assert_eq!(juma.posts(&edit, &raised).leads(), "/request");
    juma.gets(&made).is(404);
}

#[test]
fn several_are_taken_and_given_at_once() {
    let office = house();
    let (asha, juma, mwanaidi) = (office.person(ASHA, &[]), office.person(JUMA, &[Role::Officer]), office.person(MWANAIDI, &[Role::Head]));
    let made: Vec<String> = ["Moja", "Mbili", "Tatu"].iter().map(|subject| asks(&asha, subject, &[])).collect();
    let id = |path: &str| path.rsplit('/').next().expect("a number").to_owned();
    juma.posts(&format!("{}/resolve", made[2]), &[("solution", "Tayari.")]).leads();
    let (one, two, three) = (id(&made[0]), id(&made[1]), id(&made[2]));
    juma.posts("/request/many", &[("act", "take"), ("id", &one), ("id", &two)]).leads();
    juma.gets("/request?assignee=me&state=new,assigned,waiting").is(200).shows("Moja").shows("Mbili").hides("Tatu");
    let asked = mwanaidi.posts("/request/many", &[("act", "assign"), ("id", &one), ("id", &three)]).is(200).shows("Kabidhi maombi 2").shows(JUMA);
    assert!(asked.text().contains(&format!("name=\"id\" value=\"{one}\"")));
    let given = mwanaidi.posts("/request/many", &[("act", "assign"), ("id", &one), ("id", &three), ("assignee", &mwanaidi.id.to_string())]);
    assert!(given.location.ends_with("done=request-assigned-some"), "{}", given.location);
    mwanaidi.gets(&made[0]).is(200).shows("alilikabidhi ombi");
    mwanaidi.posts(&format!("{}/assign", made[0]), &[("assignee", &asha.id.to_string())]).is(422).shows("Kitengo cha TEHAMA tu");
    asha.posts("/request/many", &[("act", "take"), ("id", &one)]).is(403);
}

#[test]
fn an_officer_confirms_by_telephone_and_says_for_whom() {
    let office = house();
    let (asha, juma) = (office.person(ASHA, &[]), office.person(JUMA, &[Role::Officer]));
    let made = asks(&asha, "Simu ya mezani", &[]);
    juma.posts(&format!("{made}/resolve"), &[("solution", "Imehamishwa.")]).leads();
    juma.gets(&made).is(200).shows("Funga kwa niaba ya mwombaji");
    juma.posts(&format!("{made}/confirm"), &[]).leads();
    asha.gets(&made).is(200).shows("alithibitisha kuwa limetatuliwa, kwa niaba ya Asha Juma Haji");
}
