//! The register of changes: proofs that hold outside, secrets that stay hidden, and looks that are written down.

use kernel::change::Via;
use kernel::class::Class;
use kernel::permission::Role;
use kernel::record::{Head, Record};
use ledger::leaf_hash;
use ledger::proof::LogProof;
use office::person::Person;
use testkit::Office;

#[test]
fn a_change_is_proved_to_whoever_holds_the_key() {
    let office = Office::open(vec![]);
    let (mwanaidi, juma) = (office.person("Mwanaidi Said", &[Role::Head]), office.person("Juma Haji", &[Role::Officer]));
    mwanaidi.posts("/person", &[("name", "Asha Juma Khamis")]).is(303);
    let seq = office.changes() - 1;
    let page = juma.gets("/ledger").is(200).shows("alimsajili mtumishi").shows("Asha Juma Khamis");
    page.shows(&office.app.log.verifier().to_string().replace('&', "&amp;"));
    juma.gets(&format!("/ledger/change/{seq}")).is(200).shows("0.set.name").shows("Asha Juma Khamis").shows("c2sp.org/tlog-proof@v1");
    let proof: LogProof = juma.gets(&format!("/ledger/change/{seq}/proof")).is(200).text().parse().expect("a proof file");
    let entry =
        office.app.readers.snapshot().expect("reads").one("SELECT entry FROM ledger_change WHERE seq = ?1", kernel::vals![seq], |row| row.blob("entry"));
    let leaf = leaf_hash(&entry.expect("reads").expect("there"));
    let (checkpoint, _) = proof.check(&leaf, &office.app.log.verifier(), &[]).expect("the leaf is in the log");
    assert_eq!((proof.index as i64, checkpoint.size as i64), (seq, office.changes()));
    assert!(proof.check(&leaf_hash(b"another"), &office.app.log.verifier(), &[]).is_err());
    juma.gets("/ledger/change/9999").is(404);
}

#[test]
fn a_secret_is_hidden_in_the_register_too_and_a_look_at_it_is_written_down() {
    let office = Office::open(vec![]);
    let (director, juma) = (office.person("Salma Hamad", &[Role::Director]), office.person("Juma Haji", &[Role::Officer]));
    let mut work = office.app.itself(Via::Command, "").work("person.enter").expect("work");
    let hidden = Person {
        head: Head { class: Class::Secret, ..Head::default() },
        name: "Shahidi Aliyelindwa".into(),
        language: "sw".into(),
        state: "active".into(),
        ..Person::default()
    };
    let hidden = work.make(hidden).expect("made");
    work.commit().expect("saved");
    let seq = office.changes() - 1;
    juma.gets("/ledger").is(200).hides("Shahidi Aliyelindwa");
    juma.gets("/person?q=shahidi").is(200).hides("Aliyelindwa");
    juma.gets(&format!("/ledger/change/{seq}")).is(404);
    juma.gets(&format!("/ledger/change/{seq}/proof")).is(404);
    juma.gets(&format!("/person/{}", hidden.id())).is(404);
    assert_eq!(office.changes(), seq + 1, "what was refused is no look");
    director.gets(&format!("/ledger/change/{seq}")).is(200).shows("Shahidi Aliyelindwa");
    director.gets(&format!("/person/{}", hidden.id())).is(200);
    assert_eq!(office.changes(), seq + 3);
    director.gets("/ledger?looks=yes").is(200).shows("alifungua kumbukumbu hii ya siri").shows("Salma Hamad");
    juma.gets("/ledger?looks=yes").is(200).hides("Salma Hamad");
    office.is_sound();
}

#[test]
fn older_changes_are_a_page_further() {
    let office = Office::open(vec![]);
    let juma = office.person("Juma Haji", &[Role::Officer]);
    for number in 0..60 {
        office.make_unit(&format!("Kitengo {number}"));
    }
    let first = juma.gets("/ledger").is(200).shows("Kitengo 59").hides("Kitengo 5<").text();
    let next = first.split("/ledger?before=").nth(1).and_then(|rest| rest.split('"').next()).expect("a next page");
    juma.gets(&format!("/ledger?before={next}")).is(200).shows("Kitengo 5<").hides("Kitengo 59").hides("rel=\"next\"");
}
