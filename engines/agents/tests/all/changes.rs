//! From report to report: what stays, what comes, what goes, and replaying it.

use std::collections::BTreeMap;

use agents::sections::{Hardware, Monitor, Program};
use agents::{Diff, Misapplied, Sections, apply, diff, merge};
use proptest::prelude::*;

use crate::{FUSION, GLPI, OCS, fixture, report, report_of};

#[test]
fn a_partial_report_leaves_absent_sections_alone() {
    let full = report("glpi_full.json", &GLPI);
    let partial = report("glpi_partial.json", &GLPI);
    assert!(partial.partial);
    let next = merge(&full.sections, &partial);
    assert_eq!(next.printers, full.sections.printers);
    assert_eq!(next.networks, full.sections.networks);
    assert_eq!(next.hardware.as_ref().and_then(|h| h.memory_mb), Some(32_000));
    let change = diff(&full.sections, &next);
    assert_eq!(change.sections.keys().collect::<Vec<_>>(), ["hardware", "programs"]);
    let programs = &change.sections["programs"];
    assert_eq!((programs.added.len(), programs.removed.len(), programs.changed.len()), (1, 1, 0));
    assert_eq!(programs.added[0]["version"], "3");
    assert_eq!(change.sections["hardware"].changed[0].before["memory_mb"], 16_000);
    assert_eq!(apply(&full.sections, &change).expect("apply"), next);
}

#[test]
fn a_full_report_without_printers_has_none_left() {
    let full = report("glpi_full.json", &GLPI);
    let text = String::from_utf8(fixture("glpi_full.json")).expect("text");
    let without = text.replace("\"printers\"", "\"zamani\"");
    let next = merge(&full.sections, &report_of(&without, &GLPI));
    assert_eq!(next.printers, Some(Vec::new()));
    let ocs = merge(&full.sections, &report("ocs.xml", &OCS));
    assert_eq!(ocs.printers, full.sections.printers, "OCS leaves sections out for want of a tool");
}

#[test]
fn an_odd_value_keeps_the_former_one() {
    let before = report("fusion.xml", &FUSION);
    let text = String::from_utf8(fixture("fusion.xml")).expect("text");
    let after = report_of(&text.replace("<MEMORY>7900", "<MEMORY>mengi"), &FUSION);
    assert_eq!(after.sections.hardware.as_ref().expect("hardware").memory_mb, None);
    assert!(diff(&before.sections, &merge(&before.sections, &after)).is_empty());
}

#[test]
fn sameness_knows_neither_order_nor_the_moment() {
    let report = report("fusion.xml", &FUSION);
    let text = String::from_utf8(fixture("fusion.xml")).expect("text");
    let later = text
        .replace("<FREE>5000", "<FREE>4000")
        .replace("07:55:10", "09:00:00")
        .replace("x86_64/1529606993", "x86_64/1529606999")
        .replace("mtumiaji", "mwingine")
        .replace("08:00:03", "18:00:03");
    assert_eq!(report.sameness_hash(), report_of(&later, &FUSION).sameness_hash());
    let (head, rest) = text.split_once("<SOFTWARES>").expect("programs");
    let (programs, tail) = rest.rsplit_once("</SOFTWARES>").expect("programs");
    let mut items: Vec<_> = programs.split("</SOFTWARES>").collect();
    items.reverse();
    let items: String = items.iter().map(|item| format!("<SOFTWARES>{}</SOFTWARES>", item.trim().trim_start_matches("<SOFTWARES>"))).collect();
    let turned = report_of(&format!("{head}{items}{tail}"), &FUSION);
    assert_eq!(turned.sections, report.sections);
    let other = report_of(&text.replace("<VERSION>1.0", "<VERSION>1.1"), &FUSION);
    assert_ne!(report.sameness_hash(), other.sameness_hash());
    let (mut before, after) = (report.section_hashes(), other.section_hashes());
    before.retain(|name, hash| after.get(name) != Some(hash));
    assert_eq!(before.keys().collect::<Vec<_>>(), ["programs"]);
}

#[test]
fn a_section_called_like_ours_does_not_pass_for_it() {
    let text = String::from_utf8(fixture("glpi_full.json")).expect("text");
    let strange = report_of(&text.replace("\"drives\"", "\"programs\""), &GLPI);
    let facts = &strange.sections;
    assert_eq!(facts.programs, report("glpi_full.json", &GLPI).sections.programs);
    assert!(facts.other.contains_key("sent:programs"));
    let replayed = apply(&Sections::default(), &diff(&Sections::default(), facts)).expect("apply");
    assert_eq!(&replayed, facts);
}

#[test]
fn a_difference_fits_only_its_own_state() {
    let full = report("glpi_full.json", &GLPI);
    let next = merge(&full.sections, &report("glpi_partial.json", &GLPI));
    let change = diff(&full.sections, &next);
    let refused = apply(&next, &change).expect_err("applied twice");
    assert!(matches!(refused, Misapplied::Missing { .. }), "{refused}");
    let mut strange = change.clone();
    strange.sections.get_mut("programs").expect("programs").added[0] = serde_json::json!(7);
    let refused = apply(&full.sections, &strange).expect_err("a number is no program");
    assert!(matches!(refused, Misapplied::Form { .. }), "{refused}");
}

#[test]
fn differences_and_facts_survive_json() {
    let full = report("glpi_full.json", &GLPI);
    let next = merge(&full.sections, &report("glpi_partial.json", &GLPI));
    let change = diff(&full.sections, &next);
    let text = serde_json::to_string(&change).expect("json");
    assert_eq!(serde_json::from_str::<Diff>(&text).expect("back"), change);
    let text = serde_json::to_string(&full).expect("json");
    assert_eq!(serde_json::from_str::<agents::Report>(&text).expect("back"), full);
}

fn programs() -> impl Strategy<Value = Vec<Program>> {
    let program = ("[ab]", "[12]", proptest::option::of("[xy]"), proptest::option::of(0u64..3));
    proptest::collection::vec(program, 0..8).prop_map(|all| {
        all.into_iter()
            .map(|(name, version, publisher, size_bytes)| Program { name: Some(name), version: Some(version), publisher, size_bytes, ..Program::default() })
            .collect()
    })
}

fn state() -> impl Strategy<Value = Sections> {
    let hardware = proptest::option::of("[a-c]").prop_map(|name| name.map(|name| Hardware { name: Some(name), ..Hardware::default() }));
    let monitors = proptest::collection::vec("[a-c]", 0..4).prop_map(|serials| {
        let monitor = |serial| Monitor { serial: Some(serial), ..Monitor::default() };
        serials.into_iter().map(monitor).collect::<Vec<_>>()
    });
    (hardware, programs(), monitors).prop_map(|(hardware, programs, monitors)| Sections {
        hardware,
        programs: Some(programs),
        monitors: Some(monitors),
        ..Sections::default()
    })
}

proptest! {
    #[test]
    fn replaying_a_difference_reaches_the_next_state(before in state(), mut after in state()) {
        let replayed = apply(&before, &diff(&before, &after)).expect("apply");
        if after.hardware.is_none() {
            after.hardware.clone_from(&before.hardware);
        }
        prop_assert_eq!(replayed.section_hashes(), after.section_hashes());
        prop_assert_eq!(diff(&replayed, &after).sections, BTreeMap::new());
    }
}
