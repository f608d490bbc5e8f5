//! Nothing that a stranger sends may bring the program down.

use agents::{Headers, Message, answer, body, compare, diff, merge, read, verdict_on};
use proptest::prelude::*;

use crate::{FUSION, GLPI, OCS, fixture, report};

const FIXTURES: [&str; 9] =
    ["prolog.xml", "fusion.xml", "ocs.xml", "snmp.xml", "discovery.xml", "glpi_full.json", "glpi_partial.json", "contact.json", "fusion.xml"];

/// All that follows from a body, whatever it is.
fn live_through(bytes: &[u8], headers: &Headers<'_>) {
    let _ = body::open(bytes);
    match read(bytes, headers) {
        Err(refused) => drop(answer(Err(&refused), headers, &verdict_on(&refused))),
        Ok(said) => {
            let verdict = agents::Verdict::Accept { frequency_hours: 1, tag: Some("t".into()) };
            drop(answer(Ok(&said), headers, &verdict));
            if let Message::Inventory(new) = said {
                let known = report("fusion.xml", &FUSION);
                let next = merge(&known.sections, &new);
                drop(diff(&known.sections, &next));
                compare(&known.evidence, &new.evidence);
                new.sameness_hash();
            }
        }
    }
}

fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let edit = (any::<prop::sample::Index>(), 0u8..4, any::<u8>(), 1usize..40);
    (0..FIXTURES.len(), proptest::collection::vec(edit, 1..12)).prop_map(|(which, edits)| {
        let mut bytes = fixture(FIXTURES[which]);
        for (place, kind, byte, length) in edits {
            if bytes.is_empty() {
                break;
            }
            let at = place.index(bytes.len());
            let end = (at + length).min(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => drop(bytes.drain(at..end)),
                _ => {
                    let copy = bytes[at..end].to_vec();
                    bytes.splice(at..at, copy);
                }
            }
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn bytes_at_random(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        live_through(&bytes, &FUSION);
    }

    #[test]
    fn text_that_begins_well(rest in "\\PC{0,120}", json in any::<bool>()) {
        let body = if json { format!("{{{rest}") } else { format!("<REQUEST>{rest}") };
        live_through(body.as_bytes(), &GLPI);
    }

    #[test]
    fn fixtures_with_random_damage(bytes in mutated()) {
        live_through(&bytes, &OCS);
    }

    #[test]
    fn any_value_in_any_field(value in "\\PC{0,24}", field in "[a-z_]{2,14}") {
        let value = serde_json::to_string(&value).expect("json");
        let sections = ["hardware", "bios", "operatingsystem", "cpus", "softwares", "networks",
            "batteries", "network_ports", "pagecounters", "drives", "simcards"];
        let content: Vec<_> = sections
            .iter()
            .map(|name| format!("\"{name}\":[{{\"{field}\":{value},\"name\":{value},\"speed\":{value},\
                \"total\":{value},\"bdate\":{value},\"mac\":{value},\"install_date\":{value}}}]"))
            .collect();
        let body = format!("{{\"deviceid\":{value},\"content\":{{{}}}}}", content.join(","));
        live_through(body.as_bytes(), &GLPI);
    }
}
