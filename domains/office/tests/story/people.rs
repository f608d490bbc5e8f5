//! Who may enter and change people, what a save that comes too late is told, and what leaving closes.

use crate::{Browser, PASSWORD, has_password};
use kernel::list::Asked;
use kernel::permission::Role;
use testkit::Office;

#[test]
fn staff_look_people_up_and_change_nobody() {
    let office = Office::open(vec![]);
    let (asha, juma) = (office.person("Asha Juma", &[]), office.person("Juma Haji", &[Role::Officer]));
    let path = format!("/person/{}", juma.id);
    asha.gets("/person").is(200).shows("Juma Haji").hides("/person/new").hides("export.csv");
    asha.gets(&path).is(200).hides("juma.haji").hides("/correct");
    asha.gets("/lookup/person?q=juma").is(200).shows("data-text=\"Juma Haji\"");
    asha.gets("/lookup/unit?q=").is(200).shows("Kitengo cha TEHAMA");
    for closed in ["/person/new", "/person/export.csv", "/unit/new", "/site/new", &format!("{path}/correct"), &format!("{path}/leave")] {
        asha.gets(closed).is(403);
    }
    for (closed, status) in [("/settings", 404), ("/ledger", 404), ("/ledger/change/0", 404)] {
        asha.gets(closed).is(status);
    }
    let before = office.changes();
    asha.posts("/person", &[("name", "Mtu Mpya")]).is(403);
    asha.posts(&format!("{path}/correct"), &[("name", "Jina Jengine"), ("revision", "1")]).is(403);
    asha.posts(&format!("{path}/leave"), &[("why", "sababu")]).is(403);
    asha.posts(&format!("{path}/reset"), &[]).is(403);
    asha.posts("/unit", &[("name", "Kitengo kipya")]).is(403);
    asha.posts("/settings/office", &[("name", "A"), ("unit", "B"), ("short", "C")]).is(403);
    assert_eq!(office.changes(), before);
}

#[test]
fn the_clerk_enters_a_person_and_grants_nothing() {
    let office = Office::open(vec![]);
    let (khadija, mwanaidi) = (office.person("Khadija Ali", &[Role::Clerk]), office.person("Mwanaidi Said", &[Role::Head]));
    khadija.gets("/person/new").is(200).hides("name=\"roles\"").hides("name=\"login\"");
    let unit = office.unit.to_string();
    let sent = [("name", " Haji  Mohamed Haji "), ("post", "Wakili wa Serikali"), ("unit", unit.as_str()), ("login", "haji"), ("roles", "head")];
    let path = khadija.posts("/person", &sent).leads();
    khadija.gets(&path).is(200).shows("Haji Mohamed Haji").shows("Kitengo cha TEHAMA").hides("Mkuu wa Kitengo");
    mwanaidi.gets(&format!("{path}/correct")).is(200).shows("name=\"roles\"");
    let grant = [("name", "Haji Mohamed Haji"), ("login", "Haji.Mohamed"), ("roles", "officer"), ("roles", "auditor"), ("revision", "1")];
    assert_eq!(mwanaidi.posts(&format!("{path}/correct"), &grant).leads(), path);
    mwanaidi.gets(&path).shows("Afisa TEHAMA").shows("haji.mohamed").shows("alibadilisha taarifa za mtumishi");
    khadija.posts("/person", &[("name", ""), ("phone", "0777 123456")]).is(422).shows("Sehemu hii inahitajika.").shows("0777 123456");
    mwanaidi.posts("/person", &[("name", "Haji Mwengine"), ("login", "haji.mohamed")]).is(422).shows("Tayari imetumika");
    office.is_sound();
}

#[test]
fn nobody_grants_roles_to_oneself() {
    let office = Office::open(vec![]);
    let omar = office.person("Omar Khamis", &[Role::Administrator]);
    let path = format!("/person/{}", omar.id);
    let sent = [("name", "Omar Khamis"), ("login", "omar.khamis"), ("roles", "administrator"), ("roles", "director"), ("revision", "1")];
    omar.posts(&format!("{path}/correct"), &sent).is(422).shows("Huwezi kujipa");
    omar.gets(&path).hides("Mkurugenzi wa Mashtaka</span>");
    omar.posts(&format!("{path}/leave"), &[("why", "nimechoka")]).is(422);
}

#[test]
fn a_save_that_comes_too_late_shows_both() {
    let office = Office::open(vec![]);
    let (asha, mwanaidi, khadija) =
        (office.person("Asha Juma", &[]), office.person("Mwanaidi Said", &[Role::Head]), office.person("Khadija Ali", &[Role::Clerk]));
    let path = format!("/person/{}/correct", asha.id);
    khadija.posts(&path, &[("name", "Asha Juma"), ("phone", "0777 111111"), ("revision", "1")]).is(303);
    let late = [("name", "Asha Juma Khamis"), ("login", "asha.juma"), ("phone", "0777 222222"), ("revision", "1")];
    let told = mwanaidi.posts(&path, &late).is(422).shows("Mtu mwengine amehifadhi").shows("value=\"0777 222222\"").shows("Iliyohifadhiwa sasa: 0777 111111");
    let late = [late[0], late[1], late[2], ("revision", "2")];
    told.shows("name=\"revision\" value=\"2\"");
    mwanaidi.posts(&path, &late).is(303);
}

#[test]
fn whoever_leaves_is_out_at_once_and_stays_in_the_records() {
    let office = Office::open(vec![]);
    let (asha, khadija) = (office.person("Asha Juma", &[Role::Officer]), office.person("Khadija Ali", &[Role::Clerk]));
    has_password(&asha);
    let path = format!("/person/{}", asha.id);
    khadija.gets(&format!("{path}/leave")).is(200).shows("Asha Juma");
    khadija.posts(&format!("{path}/leave"), &[("why", "")]).is(422);
    khadija.posts(&format!("{path}/leave"), &[("why", "Amestaafu")]).is(303);
    asha.gets("/me").is(401);
    Browser::at(&office).signs_in("asha.juma", PASSWORD).is(422);
    khadija.gets(&path).is(200).shows("Ameondoka").shows("Amestaafu");
    khadija.posts(&format!("{path}/return"), &[]).is(303);
    Browser::at(&office).signs_in("asha.juma", PASSWORD).is(422);
    khadija.gets(&path).is(200).hides("<span class=\"tag\">Afisa TEHAMA").hides("<dt>Majukumu kwenye mfumo</dt><dd></dd>");
    office.is_sound();
}

#[test]
fn the_tree_grows_and_never_bites_its_tail() {
    let office = Office::open(vec![]);
    let mwanaidi = office.person("Mwanaidi Said", &[Role::Head]);
    let top = office.unit.to_string();
    let below = mwanaidi.posts("/unit", &[("name", "Sehemu ya Mitandao"), ("name_en", "Networks"), ("parent", &top)]).leads();
    mwanaidi.gets("/unit").is(200).shows("Sehemu ya Mitandao").shows("<ul class=\"tree\"><li><div class=\"tree-line\">");
    let under = below.trim_start_matches("/unit/");
    let sent = [("name", "Kitengo cha TEHAMA"), ("parent", under), ("revision", "1")];
    mwanaidi.posts(&format!("/unit/{top}/correct"), &sent).is(422).shows("hakiwezi kuwa chini yake");
    mwanaidi.posts("/site", &[("name", "Wete"), ("letter", "PE"), ("island", "pemba")]).is(422).shows("herufi moja kubwa").shows("value=\"Wete\"");
    mwanaidi.posts("/site", &[("name", "Wete"), ("letter", "p"), ("island", "pemba")]).is(303);
    office.is_sound();
}

#[test]
fn what_opens_an_account_is_not_in_the_directory() {
    let office = Office::open(vec![]);
    let (asha, juma) = (office.person("Asha Juma", &[]), office.person("Juma Haji", &[Role::Officer]));
    let (khadija, mwanaidi) = (office.person("Khadija Ali", &[Role::Clerk]), office.person("Mwanaidi Said", &[Role::Head]));
    let auditor = office.person("Zuwena Omar", &[Role::Auditor]);
    let page = format!("/person/{}", juma.id);
    let sent =
        [("name", "Juma Haji"), ("login", "juma.haji"), ("staff_number", "AM-17"), ("started_on", "2019-07-01"), ("roles", "officer"), ("roles", "clerk")];
    let revision = [("revision", "1")];
    mwanaidi.posts(&format!("{page}/correct"), &[&sent[..], &revision[..]].concat()).is(303);

    for field in ["login", "staff_number", "started_on", "roles"] {
        let in_api = |reader: &testkit::Someone| reader.gets(&format!("/api/v1/person/{}", juma.id)).is(200).json().get(field).is_some();
        assert!(!in_api(&asha), "{field} is told to everyone");
        for reader in [&juma, &khadija, &mwanaidi, &auditor] {
            assert!(in_api(reader), "{field} is kept from those it is for");
        }
        let listed = asha.gets("/api/v1/person").is(200).json();
        let told = listed["items"].as_array().expect("items").iter().filter(|item| item.get(field).is_some()).count();
        assert_eq!(told, 1, "{field}: her own and no other's");
        asha.gets(&format!("/api/v1/person?sort={field}")).is(422);
        khadija.gets(&format!("/api/v1/person?sort=-{field}")).is(200);
    }
    asha.gets(&page).is(200).shows("alibadilisha taarifa").hides("Afisa TEHAMA").hides("AM-17").hides("juma.haji");
    auditor.gets(&page).is(200).shows("Afisa TEHAMA").shows("AM-17");
    let columns =
        |reader: &testkit::Someone| kernel::export::sheet(&reader.actor().view().expect("a view"), "person", &Asked::default()).expect("a sheet").columns;
    assert!(!columns(&asha).contains(&"login".to_owned()) && columns(&khadija).contains(&"login".to_owned()));
}

#[test]
fn the_heads_account_is_not_the_administrators() {
    let office = Office::open(vec![]);
    let (omar, mwanaidi) = (office.person("Omar Khamis", &[Role::Administrator]), office.person("Mwanaidi Said", &[Role::Head]));
    let (asha, director) = (office.person("Asha Juma", &[]), office.person("Salma Rashid", &[Role::Director]));
    let before = office.changes();
    for above in [&mwanaidi, &director] {
        let page = format!("/person/{}", above.id);
        omar.gets(&page).is(200).hides(&format!("{page}/reset")).hides(&format!("{page}/leave"));
        omar.posts(&format!("{page}/reset"), &[]).is(403);
        omar.posts(&format!("{page}/leave"), &[("why", "hayupo")]).is(403);
    }
    let stripped = [("name", "Mwanaidi Said"), ("login", "mwanaidi.said"), ("revision", "1")];
    omar.posts(&format!("/person/{}/correct", mwanaidi.id), &stripped).is(422).shows("hutolewa na kuondolewa na Mkuu wa Kitengo");
    let correct = format!("/person/{}/correct", asha.id);
    let granted = |role: &'static str, revision: &'static str| [("name", "Asha Juma"), ("login", "asha.juma"), ("roles", role), ("revision", revision)];
    for role in ["head", "director", "auditor"] {
        omar.posts(&correct, &granted(role, "1")).is(422).shows("hutolewa na kuondolewa na Mkuu wa Kitengo");
        omar.posts("/person", &[("name", "Mtu Mpya"), ("roles", role)]).is(422);
    }
    assert_eq!(office.changes(), before);
    omar.posts(&correct, &granted("officer", "1")).is(303);
    omar.posts(&format!("/person/{}/reset", asha.id), &[]).is(200);
    mwanaidi.posts(&correct, &granted("auditor", "2")).is(303);
    mwanaidi.posts(&format!("/person/{}/reset", director.id), &[]).is(200);
    office.is_sound();
}

#[test]
fn an_office_left_without_a_head_gets_one_from_the_administrator() {
    let office = Office::open(vec![]);
    let (omar, khadija) = (office.person("Omar Khamis", &[Role::Administrator]), office.person("Khadija Ali", &[Role::Clerk]));
    let (mwanaidi, asha) = (office.person("Mwanaidi Said", &[Role::Head]), office.person("Asha Juma", &[Role::DepartmentHead]));
    khadija.posts(&format!("/person/{}/leave", mwanaidi.id), &[("why", "Amestaafu")]).is(303);
    let sent = [("name", "Asha Juma"), ("login", "asha.juma"), ("roles", "head"), ("revision", "1")];
    omar.posts(&format!("/person/{}/correct", asha.id), &sent).is(303);
    asha.gets("/settings").is(200);
}

#[test]
fn a_sign_in_name_is_short_enough_to_sign_in_with() {
    let office = Office::open(vec![]);
    let mwanaidi = office.person("Mwanaidi Said", &[Role::Head]);
    mwanaidi.posts("/person", &[("name", "Haji Mohamed"), ("login", &"h".repeat(101))]).is(422).shows("Maandishi ni marefu mno.");
    mwanaidi.posts("/person", &[("name", "Haji Mohamed"), ("login", &"h".repeat(100))]).is(303);
}
