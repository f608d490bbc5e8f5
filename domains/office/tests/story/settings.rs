//! What the head settles is in force at the next page, and what makes no sense is sent back with everything still typed in.

use kernel::calendar::Calendar;
use kernel::permission::Role;
use kernel::time::{from_form, moment};
use testkit::Office;

#[test]
fn the_office_gets_its_name_hours_and_holidays() {
    let office = Office::open(vec![]);
    let mwanaidi = office.person("Mwanaidi Said", &[Role::Head]);
    mwanaidi.posts("/settings/office", &[("name", "Afisi ya Wete"), ("unit", "TEHAMA"), ("short", "WETE")]).is(303);
    office.nobody().gets("/sign-in").shows("Afisi ya Wete");
    mwanaidi.posts("/settings/office", &[("name", ""), ("unit", "TEHAMA"), ("short", "WETE")]).is(422).shows("Sehemu hii inahitajika.");

    let week = [("from", "8:00"), ("to", "16:00"), ("weekdays", "1"), ("weekdays", "2"), ("weekdays", "5"), ("prayer_from", "12:00"), ("prayer_to", "14:00")];
    mwanaidi.posts("/settings/hours", &week).is(303);
    mwanaidi
        .posts("/settings/hours", &[("from", "16:00"), ("to", "8:00"), ("weekdays", "1")])
        .is(422)
        .shows("Mwisho uwe baada ya mwanzo.")
        .shows("value=\"16:00\"");
    mwanaidi.posts("/settings/hours", &[("from", "saa mbili"), ("to", "8:00"), ("weekdays", "1")]).is(422).shows("saa mbili");
    mwanaidi.posts("/settings/holiday", &[("day", "2026-12-09"), ("holiday_name", "Uhuru")]).is(303);
    mwanaidi.posts("/settings/holiday", &[("day", "kesho"), ("holiday_name", "Mapinduzi")]).is(422).shows("value=\"Mapinduzi\"");
    let season = [("season_name", "Ramadhani"), ("first", "2027-02-08"), ("last", "2027-03-09"), ("season_from", "07:30"), ("season_to", "14:00")];
    mwanaidi.posts("/settings/season", &season).is(303);
    mwanaidi.posts("/settings/season", &season).is(422).shows("zinaingiliana");
    mwanaidi.gets("/settings").is(200).shows("Uhuru").shows("Ramadhani");

    let calendar = Calendar::of(&office.app.settings);
    let is_open = |at: &str| calendar.is_open(moment(from_form(at).expect("a time")));
    assert!(is_open("2026-12-07T15:45") && !is_open("2026-12-07T07:45") && !is_open("2026-12-10T10:00"));
    assert!(!is_open("2026-12-09T10:00") && !is_open("2026-12-11T13:00"));
    mwanaidi.posts("/settings/holiday/remove", &[("day", "2026-12-09")]).is(303);
    assert!(Calendar::of(&office.app.settings).holidays.is_empty());
    office.is_sound();
}

#[test]
fn the_desks_promises_are_numbers_that_make_sense() {
    let office = Office::open(vec![]);
    let mwanaidi = office.person("Mwanaidi Said", &[Role::Head]);
    let mut sent = vec![("court_answer", "15"), ("court_resolve", "60"), ("high_answer", "60"), ("high_resolve", "480")];
    sent.extend([("normal_answer", "480"), ("normal_resolve", "1,440"), ("low_answer", "480")]);
    mwanaidi.posts("/settings/targets", &sent).is(422).shows("value=\"1,440\"");
    sent.push(("low_resolve", "30"));
    mwanaidi.posts("/settings/targets", &sent).is(422).shows("usiwe mfupi");
    sent.pop();
    sent.push(("low_resolve", "4800"));
    mwanaidi.posts("/settings/targets", &sent).is(303);
    let kept = office.app.settings.get("desk.targets").expect("kept");
    assert_eq!((kept["court"]["resolve_minutes"].as_i64(), kept["low"]["resolve_minutes"].as_i64()), (Some(60), Some(4_800)));
}
