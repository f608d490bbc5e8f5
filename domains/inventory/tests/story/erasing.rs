//! Lawful orders over what the inventory keeps: whichever field goes, nothing that followed from it stays behind, and all is still proved.

use crate::agents::{FUSION, PC, xml};
use crate::custody::SIGNATURE;
use crate::office::Office;
use kernel::change::Via;

/// The fields of a record, and whether they hold something.
fn fields(office: &Office, kind: &str, name: &str) -> Vec<(&'static str, bool)> {
    let stored = office.juma.view().expect("a view").find_stored(kind, name).expect("found");
    let described = office.app.registry.record(kind).expect("described");
    described.fields.iter().map(|field| (field.name, stored.fields.contains_key(field.name))).collect()
}

fn erase(office: &Office, kind: &str, name: &str, fields: &[&str]) {
    let mut work = office.app.itself(Via::Command, "").work("erasure.order").expect("work");
    kernel::erasure::erase(
        &mut work,
        kind,
        name,
        &fields.iter().map(|field| (*field).to_owned()).collect::<Vec<_>>(),
        "Mahkama Kuu, kesi ya mfano 1/2026",
        "Amri",
    )
    .expect("ordered");
    work.commit().unwrap_or_else(|problem| panic!("{kind} {fields:?}: {problem}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whichever_field_is_erased_nothing_of_it_stays() {
    let office = Office::open();
    let (_, token) = office.token(|_| {});
    office.report(&format!("/i/{token}"), FUSION, &xml(&PC)).await;
    let device = office.devices("").await[0]["id"].as_str().expect("an id").to_owned();
    let asha = office.asha.person.id.to_string();
    let given = [("direction", "out"), ("device", device.as_str()), ("person", asha.as_str()), ("condition", "Kizuri"), ("signature", SIGNATURE)];
    let handover = office.post(&office.juma, "/handover", &given).await.path();
    let number = handover.rsplit('/').next().expect("a number");
    assert!(office.count("SELECT count(*) FROM fact_evidence") > 3 && office.count("SELECT count(*) FROM fact_custody") == 1);
    office.is_sound();

    for (kind, name) in [("device", device.as_str()), ("handover", number)] {
        let (filled, empty): (Vec<_>, Vec<_>) = fields(&office, kind, name).into_iter().partition(|(_, is_filled)| *is_filled);
        for (field, _) in filled {
            erase(&office, kind, name, &[field]);
            eprintln!("{kind}.{field} is erased");
            office.is_sound();
        }
        erase(&office, kind, name, &empty.iter().map(|(field, _)| *field).collect::<Vec<_>>());
        office.is_sound();
    }
    assert_eq!(office.count("SELECT count(*) FROM fact_evidence"), 0);
    assert_eq!(office.count("SELECT count(*) FROM fact_custody"), 0);

    // The machine that no evidence leads to any more is met as a new one, and stays known.
    office.report(&format!("/i/{token}"), FUSION, &xml(&PC)).await;
    assert_eq!(office.count("SELECT count(*) FROM rec_device"), 2);
    assert!(office.count("SELECT count(*) FROM fact_evidence") > 3);
    office.is_sound();
}
