//! Asking: one form, four fields, nothing lost, and the same for whoever takes the call.

use crate::{ASHA, JUMA, MWANAIDI, asks, house, laptop};
use kernel::permission::Role;

#[test]
fn asha_asks_with_one_form_and_sees_what_is_promised() {
    let office = house();
    let asha = office.person(ASHA, &[]);
    let device = laptop(&office, asha.id, "ZDPP-014").to_string();
    asha.gets("/request/new").is(200).shows("name=\"subject\"").shows("name=\"court_at_time\"").shows("HP ProBook 450").hides("name=\"requester\"");

    let fields = [("subject", "Printa haichapishi"), ("description", "Taa nyekundu.\n\nTangu asubuhi."), ("urgency", "high"), ("device", device.as_str())];
    let answer = asha.uploads("/request", &fields, ("files", "picha.png", b"\x89PNG"));
    assert_eq!(answer.location, "/request/OMB-U-2026-0001?done=opened");
    let page = asha.gets(&answer.location).is(200).text();
    for text in ["Printa haichapishi", "OMB-U-2026-0001", "Jipya", "<p>Tangu asubuhi.</p>", "picha.png", "HP ProBook 450", "Ombi limetumwa"] {
        assert!(page.contains(text), "{text} is not in {page}");
    }
    // Urgent: eight office hours from 09:00 end on the next day, and each stretch is printed.
    for text in ["25/11/2026 09:00", "09:00–15:30", "saa 6 dakika 30", "07:30–09:00"] {
        assert!(page.contains(text), "{text} is not in {page}");
    }
    office.is_sound();
}

#[test]
fn what_was_typed_comes_back_with_every_problem() {
    let office = house();
    let asha = office.person(ASHA, &[]);
    let before = office.changes();
    let fields =
        [("subject", "  "), ("description", "Kesi iko karibu"), ("urgency", "court"), ("device_tag", "HAIPO-9"), ("kind", "rubbish"), ("class", "internal")];
    asha.posts("/request", &fields)
        .is(422)
        .shows("Kesi iko karibu")
        .shows("value=\"HAIPO-9\"")
        .shows("Sehemu hii inahitajika")
        .shows("Andika siku na saa kesi inapoanza")
        .shows("Hakuna kifaa chenye namba hiyo")
        .shows("Kuna mambo 4 ya kurekebisha")
        .shows("<details class=\"fold\" open>");
    assert_eq!(office.changes(), before, "a refused form wrote something");
    // A day without an hour is no hearing.
    asha.posts("/request", &[("subject", "Kesi"), ("urgency", "court"), ("court_at", "2026-11-24"), ("court_at_time", "")])
        .is(422)
        .shows("value=\"2026-11-24\"");
    let made = asks(&asha, "Kesi", &[("urgency", "normal")]);
    assert_eq!(made, "/request/OMB-U-2026-0001");
}

#[test]
fn a_hearing_binds_and_says_so() {
    let office = house();
    let asha = office.person(ASHA, &[]);
    let fields = [("subject", "Mkutano wa video"), ("urgency", "court"), ("court_at", "2026-11-24"), ("court_at_time", "10:30")];
    let made = asha.posts("/request", &fields).leads();
    asha.gets(&made).is(200).shows("Mahkamani").shows("24/11/2026 10:15").shows("dakika 15 kabla");
    // The same sent whole, as a program would.
    let made = asha.posts("/request", &[("subject", "Mbali"), ("urgency", "court"), ("court_at", "2026-11-26T10:30")]).leads();
    asha.gets(&made).is(200).shows("24/11/2026 11:00").hides("dakika 15 kabla");
}

#[test]
fn juma_enters_a_call_of_the_day_before() {
    let office = house();
    let (asha, juma) = (office.person(ASHA, &[]), office.person(JUMA, &[Role::Officer]));
    laptop(&office, asha.id, "ZDPP-014");
    juma.gets("/request/new").is(200).shows("name=\"requester\"").shows(ASHA);
    let call = [
        ("requester", "asha juma haji"),
        ("channel", "phone"),
        ("subject", "Nenosiri"),
        ("urgency", "high"),
        ("device_tag", "zdpp-014"),
        ("happened_at", "2026-11-23"),
        ("happened_at_time", "14:30"),
    ];
    let made = juma.posts("/request", &call).leads();
    // Seven of the eight hours remain for today: reckoned from the call, not from the typing.
    juma.gets(&made)
        .is(200)
        .shows(ASHA)
        .shows("24/11/2026 14:30")
        .shows("kwa niaba ya Asha Juma Haji")
        .shows("imeingizwa baadaye")
        .shows("Simu")
        .shows("HP ProBook 450");
    asha.gets(&made).is(200).shows("Nenosiri");
    juma.posts("/request", &[("requester", "Hayupo Mtu"), ("subject", "x"), ("urgency", "low")]).is(422).shows("Hayupo Mtu").shows("Hakuna mtumishi kama huyo");
    juma.posts("/request", &[("subject", "Kesho"), ("urgency", "low"), ("happened_at", "2026-11-25T10:00")]).is(422).shows("Muda huu bado haujafika");
    // A member of staff cannot ask in somebody else's name, whatever is sent.
    asha.posts("/request", &[("requester", &juma.id.to_string()), ("subject", "x"), ("urgency", "low")]).is(403);
}

#[test]
fn a_head_of_department_asks_for_their_own_people_only() {
    let office = house();
    let (land, other) = (office.make_unit("Kesi za ardhi"), office.make_unit("Uhasibu"));
    let fatma = office.person_of("Fatma Said Bakari", &[Role::DepartmentHead], land);
    let (ali, zuhura) = (office.person_of("Ali Hassan Ame", &[], land), office.person_of("Zuhura Omar Abdalla", &[], other));
    let made = asks(&fatma, "Kompyuta ya Ali", &[("requester", &ali.id.to_string())]);
    ali.gets(&made).is(200);
    fatma.posts("/request", &[("requester", &zuhura.id.to_string()), ("subject", "x"), ("urgency", "low")]).is(422).shows("watumishi wa idara yako tu");
    let own = asks(&zuhura, "Ya uhasibu", &[]);
    fatma.gets(&own).is(404);
    fatma.gets("/request").is(200).shows("Kompyuta ya Ali").hides("Ya uhasibu");
}

#[test]
fn hostile_words_stay_words() {
    let office = house();
    let (asha, mwanaidi) = (office.person(ASHA, &[]), office.person(MWANAIDI, &[Role::Head]));
    let hostile = "<script>alert('x')</script>\"'; DROP TABLE rec_request;--";
    let made = asks(&asha, hostile, &[("description", "<img src=x onerror=alert(1)>")]);
    asha.gets(&made).is(200).hides("<script>alert").hides("<img src=x").shows("&lt;script&gt;alert");
    mwanaidi.gets("/request").is(200).hides("<script>alert").shows("DROP TABLE rec_request");
    mwanaidi.gets("/request?q=%27%22%20OR%201%3D1--&state=new%27--").is(200).hides("DROP TABLE");
    mwanaidi.gets("/request?sort=state;--").is(422);
    asha.posts("/request", &[("subject", "'"), ("device_tag", "' OR 1=1 --"), ("urgency", "low")]).is(422).shows("value=\"' OR 1=1 --\"").hides("HP ProBook");
    mwanaidi.gets("/request").is(200).shows("DROP TABLE rec_request");
}
