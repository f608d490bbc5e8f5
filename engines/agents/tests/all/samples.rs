//! Every sample of glpi-project/inventory_format that stands beside the project: read, and its
//! facts compared with what is written in the file. Where the samples are absent the test says so.

use std::path::PathBuf;

use agents::{Client, Conflict, ItemType, Match, Message, Report, SameBy, Why, apply, compare, diff, merge, read};

use crate::{FUSION, one_report};

fn folder() -> PathBuf {
    let manifest = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let found = ["../../../shared/data/inventories", "../../shared/data/inventories"].iter().map(|path| manifest.join(path)).find(|path| path.is_dir());
    found.unwrap_or_else(|| manifest.join("samples-are-absent"))
}

/// The file's bytes, or `None` with a word about it.
fn sample(name: &str) -> Option<Vec<u8>> {
    let path = folder().join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        eprintln!("skipped {name}: the samples are not beside the project");
    }
    bytes
}

fn said(name: &str) -> Option<Message> {
    let headers = agents::Headers::default();
    Some(read(&sample(name)?, &headers).unwrap_or_else(|refused| panic!("{name}: {refused}")))
}

fn report(name: &str) -> Option<Report> {
    said(name).map(one_report)
}

/// What a file must give.
struct Facts {
    file: &'static str,
    item_type: ItemType,
    client: Client,
    name: &'static str,
    serial: &'static str,
    /// Normal form; empty for none.
    uuid: &'static str,
    macs: &'static [&'static str],
    /// None: the section is absent.
    programs: Option<usize>,
    dropped: usize,
    quarantined: &'static [(&'static str, &'static str, Why)],
}

const GLPIXPS: &str = "44454c4c-3400-1030-8048-b6c04f503732";
const LF014: &str = "0055adc9-1d3a-e411-8043-b05d95113232";

fn partial(file: &'static str, programs: Option<usize>) -> Facts {
    Facts {
        file,
        item_type: ItemType::Computer,
        client: Client::Fusion,
        name: "glpixps",
        serial: "640HP72",
        uuid: GLPIXPS,
        macs: &[],
        programs,
        dropped: 0,
        quarantined: &[],
    }
}

fn snmp(file: &'static str, item_type: ItemType, name: &'static str, serial: &'static str, macs: &'static [&'static str]) -> Facts {
    Facts { file, item_type, client: Client::Other, name, serial, uuid: "", macs, programs: None, dropped: 0, quarantined: &[] }
}

fn all_facts() -> Vec<Facts> {
    let computer = |file, name, serial, uuid, macs, programs, dropped| Facts {
        file,
        item_type: ItemType::Computer,
        client: Client::Fusion,
        name,
        serial,
        uuid,
        macs,
        programs: Some(programs),
        dropped,
        quarantined: &[],
    };
    vec![
        computer("computer_1.json", "glpixps", "640HP72", GLPIXPS, &["44:85:00:2b:90:bc"], 6, 0),
        partial("computer_1_partial_batteries.json", None),
        partial("computer_1_partial_cpu.json", None),
        partial("computer_1_partial_memory.json", None),
        partial("computer_1_partial_softs.json", Some(6)),
        partial("computer_1_partial_volumes.json", None),
        computer("computer_3.json", "LF014", "8C554721F", LF014, &["30:3a:64:ee:65:88", "b8:6b:23:e0:5c:81"], 3033, 0),
        computer("computer_3_updated.json", "LF014", "8C554721F", LF014, &["b8:6b:23:e0:5c:81"], 3184, 0),
        computer("legacy-1.xml", "LF014", "9E113232I", LF014, &["b8:6b:23:e0:5c:81", "b8:6b:23:e0:5c:91"], 42, 31),
        Facts {
            quarantined: &[("networks", "speed", Why::OutOfRange), ("networks", "speed", Why::OutOfRange)],
            ..computer("legacy-2.xml", "pc-arg-23", "CZC0479792", "33e737a8-f827-11df-9297-47c0a301005a", &["00:22:10:d4:3e:74", "68:b5:99:e6:84:eb"], 8, 15)
        },
        computer(
            "legacy-3.xml",
            "MacBook-de-teclib",
            "W87051UGVUV",
            "00000000-0000-0010-8000-0017f2d11432",
            &["00:17:f2:d1:14:32", "00:19:e3:db:64:d2"],
            40,
            35,
        ),
        computer("legacy-4.xml", "iMac de Marie", "C02NG5A5FY11", "b3d6b8e4-15cc-54bb-bce9-44e153556ddf", &["0c:4d:e9:cd:a4:c8", "88:63:df:b8:00:2d"], 7, 41),
        Facts {
            item_type: ItemType::Phone,
            client: Client::Other,
            quarantined: &[("os", "boot_time", Why::NotADate)],
            ..computer("phone_1.json", "Mi9TPro-TéléphoneM", "af8d8fcfa6fa4794", "af8d3fcfa6fe4784", &["e0:dc:ff:ed:09:59"], 3, 0)
        },
        snmp("legacy-5.xml", ItemType::NetworkEquipment, "WR21", "486280", &["00:04:2d:07:6b:ae"]),
        snmp("legacy-5-good.xml", ItemType::NetworkEquipment, "WR21", "486280", &["00:04:2d:07:6b:ae"]),
        snmp("legacy-7.xml", ItemType::NetworkEquipment, "ucs6248up-cluster-pa3-B", "SSI1912014B", &["8c:60:4f:8d:ae:fc"]),
        snmp("legacy-8.xml", ItemType::Printer, "CE75I09008", "D9J230159", &["00:1b:a9:12:11:f2"]),
        snmp("networkequipment_1.json", ItemType::NetworkEquipment, "ucs6248up-cluster-pa3-B", "SSI1912014B", &["8c:60:4f:8d:ae:fc"]),
        snmp("printer_1.json", ItemType::Printer, "NPIF2BE10", "PHCVN191TG", &["00:68:eb:f2:be:10"]),
    ]
}

#[test]
fn every_sample_gives_its_facts() {
    for facts in all_facts() {
        let Some(report) = report(facts.file) else {
            continue;
        };
        let file = facts.file;
        assert_eq!((report.item_type, report.client), (facts.item_type, facts.client), "{file}");
        let evidence = &report.evidence;
        assert_eq!(evidence.name.as_deref(), Some(facts.name), "{file}");
        assert_eq!(evidence.serial.as_deref(), Some(facts.serial), "{file}");
        assert_eq!(evidence.system_uuid.as_deref().unwrap_or(""), facts.uuid, "{file}");
        assert_eq!(evidence.macs, facts.macs, "{file}");
        assert_eq!(report.sections.programs.as_ref().map(Vec::len), facts.programs, "{file}");
        assert_eq!(report.dropped.values().sum::<usize>(), facts.dropped, "{file}");
        assert_eq!(report.partial, file.contains("partial"), "{file}");
        let odd: Vec<_> = report.quarantined.iter().map(|odd| (odd.section.as_str(), odd.field.as_deref().unwrap_or(""), odd.why)).collect();
        assert_eq!(odd, facts.quarantined, "{file}");
    }
}

#[test]
fn no_sample_is_left_unread() {
    let Ok(entries) = std::fs::read_dir(folder()) else {
        eprintln!("skipped: the samples are not beside the project");
        return;
    };
    let asserted: Vec<_> = all_facts().iter().map(|facts| facts.file).collect();
    let discoveries = ["legacy-9.xml", "legacy-10.xml"];
    for entry in entries {
        let name = entry.expect("entry").file_name().into_string().expect("name");
        let known = asserted.contains(&name.as_str()) || discoveries.contains(&name.as_str());
        assert!(known || name == "LICENSE", "{name} has no facts here");
    }
}

#[test]
fn discoveries_of_the_samples() {
    if let Some(Message::Discovery { found, .. }) = said("legacy-9.xml") {
        assert_eq!(found[0].ip.as_deref(), Some("172.210.10.133"));
        assert_eq!(found[0].name.as_deref(), Some("homeassistant"));
    }
    let Some(ten) = said("legacy-10.xml") else {
        return;
    };
    let Message::Discovery { found, .. } = ten else { panic!("not a discovery") };
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].name.as_deref(), Some("swdc-07-01-dc1"));
    assert_eq!(found[0].model.as_deref(), Some("Cisco Nexus 5596"));
    assert_eq!(found[0].item_type(), ItemType::NetworkEquipment);
}

#[test]
fn partial_reports_go_onto_their_computer() {
    let Some(full) = report("computer_1.json") else {
        return;
    };
    let changed = |file: &str| {
        let next = merge(&full.sections, &report(file).expect("sample"));
        let change = diff(&full.sections, &next);
        assert_eq!(apply(&full.sections, &change).expect("apply"), next, "{file}");
        (change.sections.into_keys().collect::<Vec<_>>(), next)
    };
    let (sections, next) = changed("computer_1_partial_batteries.json");
    assert_eq!(sections, ["batteries"]);
    assert_eq!(next.batteries.expect("batteries")[0].real_capacity_mwh, Some(40_570));
    assert_eq!(changed("computer_1_partial_cpu.json").0, [""; 0]);
    assert_eq!(changed("computer_1_partial_memory.json").0, [""; 0]);
    assert_eq!(changed("computer_1_partial_volumes.json").0, [""; 0], "only free space differs");
    let (sections, next) = changed("computer_1_partial_softs.json");
    assert_eq!(sections, ["programs"]);
    let programs = next.programs.expect("programs");
    let gitg = programs.iter().find(|p| p.name.as_deref() == Some("gitg")).expect("gitg");
    assert_eq!((programs.len(), gitg.version.as_deref()), (6, Some("3.33.0-1.fc31")));
    let volumes = report("computer_1_partial_volumes.json").expect("sample").volatile.free_mb;
    assert_eq!((volumes["/"], volumes["/var/www"]), (11_883, 15_924));
    let evidence = report("computer_1_partial_cpu.json").expect("sample").evidence;
    assert_eq!(compare(&full.evidence, &evidence), Match::Same { by: SameBy::UuidAndSerial });
}

#[test]
fn an_updated_computer_differs_where_it_should() {
    let (Some(before), Some(after)) = (report("computer_3.json"), report("computer_3_updated.json")) else {
        return;
    };
    let by = SameBy::UuidAndSerial;
    assert_eq!(compare(&before.evidence, &after.evidence), Match::Same { by });
    let next = merge(&before.sections, &after);
    let change = diff(&before.sections, &next);
    let names: Vec<_> = change.sections.keys().map(String::as_str).collect();
    assert_eq!(names, ["firewalls", "hardware", "memories", "monitors", "networks", "os", "printers", "programs", "timezone", "virtual_machines", "volumes"]);
    let programs = &change.sections["programs"];
    assert_eq!((programs.added.len(), programs.removed.len()), (1016, 865));
    let volumes = &change.sections["volumes"].changed;
    assert_eq!(volumes.len(), 1);
    assert_eq!((&volumes[0].before["total_mb"], &volumes[0].after["total_mb"]), (&50_268.into(), &150_268.into()));
    assert_eq!(change.sections["monitors"].removed.len(), 1);
    assert_eq!(apply(&before.sections, &change).expect("apply"), next);
    assert!(diff(&next, &merge(&next, &after)).is_empty());
    assert_eq!(next.sameness_hash(), after.sameness_hash());
}

#[test]
fn one_board_with_two_serials_goes_to_a_person() {
    let (Some(json), Some(xml)) = (report("computer_3.json"), report("legacy-1.xml")) else {
        return;
    };
    let what = Conflict::SerialChanged;
    assert_eq!(compare(&json.evidence, &xml.evidence), Match::Conflict { what });
}

#[test]
fn details_that_agents_write_oddly() {
    let Some(windows) = report("legacy-2.xml") else {
        return;
    };
    let licence = &windows.sections.licences.as_ref().expect("licences")[0];
    assert_eq!(licence.key.as_deref(), Some("*****7FTGD"));
    let kept = windows.kept.to_string();
    assert!(!kept.contains("V33KV") && !kept.contains("BCDEFG-BCDEFG"), "keys are masked");
    assert_eq!(windows.tag.as_deref(), Some("3923"));
    let memory = &windows.sections.memories.as_ref().expect("memories")[0];
    assert_eq!((memory.capacity_mb, memory.speed_mhz), (Some(2048), Some(1333)));
    assert_eq!(windows.sections.antivirus.as_ref().expect("antivirus").len(), 2);
    let mac = report("legacy-4.xml").expect("sample");
    let battery = &mac.sections.batteries.as_ref().expect("batteries")[0];
    assert_eq!((battery.capacity_mwh, battery.voltage_mv), (Some(43_746), Some(8614)));
    assert_eq!(battery.made.as_deref(), Some("2015-10-11"));
    let linux = report("legacy-1.xml").expect("sample");
    let guests = linux.sections.virtual_machines.as_ref().expect("guests");
    let memory: Vec<_> = guests.iter().map(|guest| guest.memory_mb).collect();
    assert_eq!(memory, [Some(2097), Some(1048), Some(4194)]);
    let switch = report("networkequipment_1.json").expect("sample").sections;
    let ports = switch.network_ports.as_ref().expect("ports");
    assert_eq!((ports.len(), switch.components.as_ref().map(Vec::len)), (183, Some(66)));
    let router = report("legacy-5-good.xml").expect("sample").sections;
    assert_eq!(router.sim_cards.expect("cards")[0].operator.as_deref(), Some("SFR"));
    let printer = report("legacy-8.xml").expect("sample").sections;
    assert_eq!(printer.page_counters.expect("pages").counts["total"], 94_344);
    assert_eq!(printer.cartridges.expect("cartridges").levels["tonerblack"], "0g");
}

#[test]
fn headers_name_a_client_the_body_does_not() {
    let Some(bytes) = sample("legacy-7.xml") else {
        return;
    };
    assert_eq!(one_report(read(&bytes, &FUSION).expect("read")).client, Client::Fusion);
}
