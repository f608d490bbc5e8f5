//! Who may enter and change people, what a save that comes too late is told, and what leaving closes.

use crate::{Browser, PASSWORD, has_password};
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
