//! What is understood of each agent's report, and that one odd value costs only itself.

use agents::sections::Vlan;
use agents::{AgentNote, Client, ItemType, Message, Report, SignedIn, Why, Wire, read};

use crate::{FUSION, GLPI, OCS, fixture, message, report, report_of};

fn json_of(report: &Report) -> String {
    serde_json::to_string(report).expect("json")
}

#[test]
fn a_prolog_names_its_sender() {
    let Message::Prolog { device_id, client, agent_uuid } = message("prolog.xml", &FUSION) else {
        panic!("not a prolog");
    };
    assert_eq!(device_id, "ofisi-fikra-01-2026-01-05-08-00-00");
    assert_eq!((client, agent_uuid), (Client::Fusion, None));
}

#[test]
fn fusion_inventory_is_understood() {
    let report = report("fusion.xml", &FUSION);
    assert_eq!(report.client, Client::Fusion);
    assert_eq!(report.client_version.as_deref(), Some("FusionInventory-Agent_v2.6-3"));
    assert_eq!(report.tag.as_deref(), Some("CHUMBA 4"));
    assert_eq!((report.item_type, report.partial, report.wire), (ItemType::Computer, false, Wire::Xml));
    let facts = &report.sections;
    let bios = facts.bios.as_ref().expect("bios");
    assert_eq!(bios.firmware_date.as_deref(), Some("2024-07-25"));
    let os = facts.os.as_ref().expect("os");
    assert_eq!(os.install_date.as_deref(), Some("2025-02-03T04:05:06Z"));
    assert_eq!(facts.timezone.as_ref().expect("zone").offset.as_deref(), Some("+0300"));
    assert_eq!(facts.hardware.as_ref().expect("hardware").description, None, "uptime is no fact");
    let networks = facts.networks.as_ref().expect("networks");
    let card = networks.iter().find(|card| card.ip.is_some()).expect("a card");
    assert_eq!(card.mac.as_deref(), Some("00:1b:21:aa:bb:01"));
    assert_eq!((card.speed_mbits, card.status.as_deref()), (Some(1000), Some("up")));
    let antivirus = &facts.antivirus.as_ref().expect("antivirus")[0];
    assert_eq!((antivirus.enabled, antivirus.up_to_date), (Some(true), Some(false)));
    assert_eq!(facts.firewalls.as_ref().expect("firewalls")[0].status.as_deref(), Some("on"));
}

#[test]
fn readings_of_the_moment_stand_apart() {
    let now = report("fusion.xml", &FUSION).volatile;
    assert_eq!(now.boot_time.as_deref(), Some("2026-01-05T07:55:10"));
    assert_eq!(now.reported_at.as_deref(), Some("2026-01-05T08:00:03"));
    assert_eq!(now.last_user.as_deref(), Some("mtumiaji"));
    assert_eq!(now.users, [SignedIn { login: "mtumiaji".into(), domain: Some("FIKRA".into()) }]);
    assert_eq!(now.free_mb.get("/"), Some(&5000));
    assert_eq!(now.process_count, Some(2));
    assert_eq!((now.cpu_percent, now.memory_percent), (Some(2.0), Some(0.5)));
}

#[test]
fn programs_keep_their_odd_neighbours_out() {
    let report = report("fusion.xml", &FUSION);
    let programs = report.sections.programs.as_ref().expect("programs");
    let names: Vec<_> = programs.iter().filter_map(|p| p.name.as_deref()).collect();
    assert_eq!(names, ["AT&T Kipiga ✔", "mwandishi", "tarehe-mbovu"]);
    assert_eq!(programs[1].install_date.as_deref(), Some("2025-02-03"));
    assert_eq!(programs[2].install_date, None);
    let odd: Vec<_> = report.quarantined.iter().map(|odd| (odd.section.as_str(), odd.entry, odd.field.as_deref(), odd.why)).collect();
    assert_eq!(odd, [("programs", Some(2), Some("installdate"), Why::NotADate), ("programs", Some(3), None, Why::Nameless),]);
    assert_eq!(report.quarantined[0].sample, "31/31/2025");
}

#[test]
fn secrets_never_come_in() {
    let report = report("fusion.xml", &FUSION);
    let all = json_of(&report);
    for secret in ["siri", "V1V1V", "W2W2W", "Y4Y4Y", "AAAAA", "DDDDD", "--password"] {
        assert!(!all.contains(secret), "{secret} is in the report");
    }
    let licence = &report.sections.licences.as_ref().expect("licences")[0];
    assert_eq!(licence.key.as_deref(), Some("*****Z5Z5Z"));
    assert_eq!(report.dropped.get("envs"), Some(&2));
    assert_eq!(report.dropped.get("processes"), Some(&2));
    let kept = report.kept["content"].as_object().expect("content");
    assert!(!kept.contains_key("envs") && !kept.contains_key("processes"));
    let glpi = json_of(&crate::report("glpi_full.json", &GLPI));
    for secret in ["siri-ya", "umma", "12345"] {
        assert!(!glpi.contains(secret), "{secret} is in the report");
    }
    let ocs = json_of(&crate::report("ocs.xml", &OCS));
    assert!(!ocs.contains("nenosiri") && ocs.contains("hazina.example"));
}

#[test]
fn masking_keeps_at_most_five_characters() {
    let body = |name: &str, value: &str| {
        let text = format!("{{\"deviceid\":\"d\",\"content\":{{\"x\":{{\"{name}\":{value}}},\"hardware\":{{\"name\":\"n\"}}}}}}");
        report_of(&text, &GLPI).kept["content"]["x"][name.to_lowercase()].to_string()
    };
    assert_eq!(body("KEY", "\"ABCDEFGHIJKLMNOPQRST\""), "\"*****PQRST\"");
    assert_eq!(body("key", "\"ABC\""), "\"*****C\"");
    assert_eq!(body("Password", "\"nenosiri-refu-sana\""), "\"*****\"");
    assert_eq!(body("snmp_community", "\"public\""), "\"*****\"");
    assert_eq!(body("api_token", "[\"a\",\"b\"]"), "[\"*****\",\"*****\"]");
    assert_eq!(body("passwd", "123456"), "\"*****\"");
    assert_eq!(body("comment", "\"run --password=abc def token=x\""), "\"run --password=***** def token=*****\"");
    assert_eq!(body("x", "\"http://a:b@one/p http://two c=d smb://u:p@three PWD=\""), "\"http://*****@one/p http://two c=d smb://*****@three PWD=\"");
    assert_eq!(body("keyboard", "\"AZERTY\""), "\"AZERTY\"");
    assert_eq!(body("environment", "[1,2]"), "null");
}

#[test]
fn ocs_says_the_same_in_its_own_words() {
    let report = report("ocs.xml", &OCS);
    assert_eq!(report.client, Client::Ocs);
    assert_eq!(report.client_version.as_deref(), Some("OCS-NG_unified_unix_agent_v2.10.0"));
    assert_eq!(report.old_device_id.as_deref(), Some("ofisi-kale-2025-01-06-09-00-00"));
    let facts = &report.sections;
    let os = facts.os.as_ref().expect("os");
    assert_eq!(os.name.as_deref(), Some("Debian GNU/Linux 12"));
    assert_eq!((os.arch.as_deref(), os.install_date.as_deref()), (Some("x86_64"), None));
    let cpu = &facts.cpus.as_ref().expect("cpus")[0];
    assert_eq!((cpu.cores, cpu.threads, cpu.name.as_deref()), (Some(4), Some(8), Some("Fikra CPU")));
    let disks = facts.disks.as_ref().expect("disks");
    assert_eq!((disks.len(), disks[0].size_mb), (1, Some(274_878)));
    let program = &facts.programs.as_ref().expect("programs")[0];
    assert_eq!(program.install_date.as_deref(), Some("2025-05-24"));
    assert_eq!(program.arch.as_deref(), Some("amd64"));
    let group = &facts.local_groups.as_ref().expect("groups")[0];
    assert_eq!(group.members.as_deref(), Some(&["mmoja".to_owned(), "wawili".to_owned()][..]));
    assert_eq!(report.volatile.uptime.as_deref(), Some("00-00-00 00:18:17"));
    assert_eq!(facts.bios, None, "an empty BIOS says nothing");
    assert_eq!(facts.other.keys().collect::<Vec<_>>(), ["repository"]);
    assert_eq!(report.quarantined, []);
}

#[test]
fn glpi_agent_speaks_json() {
    let report = report("glpi_full.json", &GLPI);
    assert_eq!((report.client, report.wire), (Client::GlpiAgent, Wire::Json));
    assert_eq!(report.tag.as_deref(), Some("UNGUJA"));
    assert_eq!(report.dropped.get("environment"), Some(&1));
    let programs = report.sections.programs.as_ref().expect("programs");
    assert_eq!(programs[0].name.as_deref(), Some("Programu A"), "lists have an order of their own");
    assert_eq!(programs[1].size_bytes, Some(1_048_576));
    let Message::Contact(contact) = message("contact.json", &GLPI) else { panic!("no contact") };
    assert_eq!(contact.enabled_tasks, ["inventory"]);
    assert_eq!(contact.version.as_deref(), Some("1.11"));
    let asks = br#"{"action":"get_params","params_id":7,"use":"database","deviceid":"d"}"#;
    let Message::GetParams { params_id, .. } = read(asks, &GLPI).expect("asks") else { panic!("no") };
    assert_eq!(params_id.as_deref(), Some("7"));
}

#[test]
fn a_missing_query_is_an_inventory_and_a_strange_one_unknown() {
    let text = String::from_utf8(fixture("fusion.xml")).expect("text");
    let without = text.replace("<QUERY>INVENTORY</QUERY>", "");
    assert_eq!(report_of(&without, &FUSION).device_id, "ofisi-fikra-01-2026-01-05-08-00-00");
    let strange = text.replace("<QUERY>INVENTORY</QUERY>", "<QUERY>KITU</QUERY>");
    let said = read(strange.as_bytes(), &FUSION).expect("read");
    assert_eq!(said, Message::Unknown { query: "KITU".into(), wire: Wire::Xml });
}

#[test]
fn switches_and_printers_come_by_snmp() {
    let Message::SnmpInventory { reports, errors, .. } = message("snmp.xml", &FUSION) else {
        panic!("not an SNMP inventory");
    };
    let [switch, printer] = reports.as_slice() else { panic!("{} reports", reports.len()) };
    assert_eq!(switch.item_type, ItemType::NetworkEquipment);
    assert_eq!(switch.evidence.serial.as_deref(), Some("SW0009"));
    assert_eq!(switch.evidence.macs, ["00:1b:21:00:00:99"]);
    assert_eq!(switch.evidence.device_id, None, "the scanner's id is no evidence");
    let ports = switch.sections.network_ports.as_ref().expect("ports");
    assert_eq!(ports.iter().map(|port| port.number).collect::<Vec<_>>(), [Some(2), Some(10)]);
    let vlans = ports[0].vlans.as_ref().expect("vlans");
    let ofisi = Vlan { number: Some(10), name: Some("ofisi".into()), tagged: None };
    assert_eq!((vlans.len(), &vlans[0]), (2, &ofisi));
    let connections = ports[0].connections.as_ref().expect("connections");
    assert_eq!(connections[0].name.as_deref(), Some("swichi-mkuu"));
    assert_eq!(printer.item_type, ItemType::Printer);
    let counters = printer.sections.page_counters.as_ref().expect("counters");
    assert_eq!(counters.counts.get("total"), Some(&1200));
    assert_eq!(printer.quarantined.len(), 1, "COLOR is no number: {:?}", printer.quarantined);
    assert_eq!(errors[0].id.as_deref(), Some("9"));
    assert_eq!(errors[0].message, "No response from remote host");
}

#[test]
fn traffic_does_not_change_a_switch() {
    let text = String::from_utf8(fixture("snmp.xml")).expect("text");
    let hash = |text: &str| match read(text.as_bytes(), &FUSION).expect("read") {
        Message::SnmpInventory { reports, .. } => reports[0].sameness_hash(),
        other => panic!("{other:?}"),
    };
    let busier = text.replace("123456", "999999").replace("3 days", "4 days");
    assert_eq!(hash(&text), hash(&busier));
    assert_ne!(hash(&text), hash(&text.replace("<IFSTATUS>1", "<IFSTATUS>2")));
}

#[test]
fn discovery_finds_things_and_notes_its_way() {
    let Message::Discovery { found, .. } = message("discovery.xml", &FUSION) else {
        panic!("not a discovery");
    };
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].name.as_deref(), Some("printa-fikra"));
    assert_eq!(found[0].mac.as_deref(), Some("00:1b:21:00:00:50"));
    assert_eq!(found[0].item_type(), ItemType::Printer);
    assert_eq!(found[1].name.as_deref(), Some("simu.fikra.example"));
    assert_eq!(found[1].item_type(), ItemType::Unmanaged);
    let note = |agent: &str| {
        let body = format!(
            "<REQUEST><CONTENT><AGENT>{agent}</AGENT><PROCESSNUMBER>3</PROCESSNUMBER></CONTENT>\
             <DEVICEID>d</DEVICEID><QUERY>NETDISCOVERY</QUERY></REQUEST>"
        );
        match read(body.as_bytes(), &FUSION).expect("a note") {
            Message::AgentNote { note, .. } => note,
            other => panic!("{other:?}"),
        }
    };
    let job = Some("3".to_owned());
    assert_eq!(note("<START>1</START><AGENTVERSION>2.6</AGENTVERSION>"), AgentNote::Start { job: job.clone() });
    assert_eq!(note("<NBIP>254</NBIP>"), AgentNote::Hosts { job: job.clone(), count: 254 });
    assert_eq!(note("<END>1</END>"), AgentNote::End { job: job.clone() });
    assert_eq!(note("<EXIT>1</EXIT>"), AgentNote::Exit { job });
}

#[test]
fn one_odd_value_costs_only_itself() {
    let report = report_of(
        r#"{"deviceid":"d-2026-01-01-00-00-00","content":{
            "hardware":{"name":"n","memory":"mengi","swap":-77},
            "bios":"hakuna",
            "cpus":[{"name":"c","core":1e999},"si rekodi",{"name":"d","speed":"2.4 GHz"}],
            "softwares":{"name":"pekee","filesize":"1e40"},
            "networks":7}}"#,
        &GLPI,
    );
    let facts = &report.sections;
    assert_eq!(facts.hardware.as_ref().expect("hardware").name.as_deref(), Some("n"));
    let cpus = facts.cpus.as_ref().expect("cpus");
    assert_eq!(cpus.len(), 2);
    assert_eq!(cpus[1].speed_mhz, Some(2400));
    assert_eq!(facts.programs.as_ref().expect("programs").len(), 1);
    assert_eq!((facts.bios.as_ref(), facts.networks.as_ref()), (None, None));
    let mut odd: Vec<_> = report.quarantined.iter().map(|odd| (odd.section.as_str(), odd.field.as_deref().unwrap_or(""), odd.why)).collect();
    odd.sort_by_key(|(section, field, _)| (*section, *field));
    assert_eq!(
        odd,
        [
            ("bios", "", Why::NotARecord),
            ("cpus", "", Why::NotARecord),
            ("cpus", "core", Why::OutOfRange),
            ("hardware", "memory", Why::NotANumber),
            ("hardware", "swap", Why::OutOfRange),
            ("networks", "", Why::NotARecord),
            ("programs", "filesize", Why::OutOfRange),
        ]
    );
}

#[test]
fn dates_of_all_agents_become_iso() {
    let installed = |date: &str| {
        let body = format!(
            "<REQUEST><CONTENT><SOFTWARES><NAME>p</NAME><INSTALLDATE>{date}</INSTALLDATE></SOFTWARES>\
             </CONTENT><DEVICEID>d</DEVICEID></REQUEST>"
        );
        let report = report_of(&body, &FUSION);
        let date = report.sections.programs.expect("programs")[0].install_date.clone();
        (date, report.quarantined.len())
    };
    let good = |date: &str| (Some(date.to_owned()), 0);
    assert_eq!(installed("08/06/2017"), good("2017-06-08"));
    assert_eq!(installed("2025/05/24 14:36:49"), good("2025-05-24"));
    assert_eq!(installed("2006-08-20 12:06"), good("2006-08-20"));
    assert_eq!(installed("20240229"), good("2024-02-29"));
    assert_eq!(installed("06/25/2017"), good("2017-06-25"));
    assert_eq!(installed("N/A"), (None, 0));
    assert_eq!(installed("1970-01-01"), (None, 0));
    assert_eq!(installed("29/02/2023"), (None, 1));
    assert_eq!(installed("jana"), (None, 1));
    assert_eq!(installed("2024-13-01"), (None, 1));
}
