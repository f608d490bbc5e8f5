//! Every page in both languages, for whom it is, and for nobody else.

use crate::office::Office;
use axum::http::StatusCode;
use kernel::words::Lang;

/// Addresses, and whether Asha, who holds nothing, may open them.
const PAGES: &[(&str, bool)] = &[
    ("/device", true),
    ("/device?state=found&q=pc", true),
    ("/device/silent", false),
    ("/device/new", false),
    ("/device/import", false),
    ("/device/KIF-U-2026-0001", false),
    ("/device/KIF-U-2026-0001/edit", false),
    ("/device/KIF-U-2026-0001/programs?q=pro", false),
    ("/device/KIF-U-2026-0001/label", false),
    ("/device/KIF-U-2026-0001/merge", false),
    ("/program", false),
    ("/program?q=program", false),
    ("/program/1", false),
    ("/sighting", true),
    ("/sighting/TMB-U-2026-0001", false),
    ("/handover", true),
    ("/handover/new?direction=out", false),
    ("/handover/new?direction=back", false),
    ("/handover/MKB-U-2026-0001", false),
    ("/enrolment", false),
    ("/enrolment/new", false),
    ("/lookup/device?q=pc", true),
];

fn report(name: &str, mac: &str) -> String {
    let programs: String =
        (0..80).map(|n| format!("<SOFTWARES><NAME>Program {n}</NAME><VERSION>{n}.0</VERSION><PUBLISHER>Mtengenezaji</PUBLISHER></SOFTWARES>")).collect();
    format!(
        "<REQUEST><CONTENT><HARDWARE><NAME>{name}</NAME><UUID>33E737A8-F827-11DF-9297-47C0A301005A</UUID></HARDWARE><NETWORKS><MACADDR>{mac}</MACADDR><VIRTUALDEV>0</VIRTUALDEV></NETWORKS>\
         <MEMORIES><CAPACITY>8192</CAPACITY><NUMSLOTS>1</NUMSLOTS></MEMORIES>{programs}</CONTENT><DEVICEID>{name}-2026-01-02-03-04-05</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_speaks_both_languages_and_only_to_whom_it_may() {
    let office = Office::open();
    let made = office.post(&office.juma, "/enrolment", &[("name", "Makao Makuu"), ("reports_per_hour", "2,000"), ("ends_on", "2027-11-24")]).await.text();
    assert!(made.contains("fusioninventory/agent.cfg") && made.contains("/i/"), "the token is shown once, with the lines for each agent");
    let token = made.split("/i/").nth(1).map(|rest| rest[..43].to_owned()).expect("a token");
    for (name, mac) in [("PC-1", "3c:52:82:11:22:33"), ("PC-2", "3c:52:82:44:55:66")] {
        assert_eq!(office.report(&format!("/i/{token}"), "FusionInventory-Agent_v2.6-3", report(name, mac).as_bytes()).await.status, StatusCode::OK);
    }
    let juma = office.juma.person.id.to_string();
    let page = office.get(&office.juma, "/device/KIF-U-2026-0001").await.text();
    let id = page.split("/request/new?device=").nth(1).map(|rest| rest[..36].to_owned()).expect("an id");
    office.post(&office.juma, "/handover", &[("direction", "out"), ("device", &id), ("person", &juma)]).await.location();
    office.post(&office.juma, "/device/KIF-U-2026-0001/comment", &[("text", "Imesafishwa <b>leo</b>")]).await.location();

    let mut english = office.juma.clone();
    english.tongue = office.app.tongue(Lang::En);
    for (path, is_for_asha) in PAGES {
        for reader in [&office.juma, &english, &office.mwanaidi] {
            let reply = office.get(reader, path).await;
            let text = reply.text();
            assert_eq!(reply.status, StatusCode::OK, "{path}: {text}");
            assert!(
                !text.contains('⟦') && !text.contains("{$"),
                "{path} lacks words: {}",
                text.split('⟦').nth(1).unwrap_or_default().chars().take(40).collect::<String>()
            );
            assert!(!text.contains("style=") && !text.contains("<b>leo"), "{path}");
            assert!(text.len() < 160_000, "{path}: {} bytes", text.len());
        }
        let status = office.get(&office.asha, path).await.status;
        assert_eq!(status.is_success(), *is_for_asha, "{path} for Asha: {status}");
    }
    for path in ["/device/export.xlsx", "/handover/export.csv", "/sighting/export.csv"] {
        assert_eq!(office.get(&office.juma, path).await.status, StatusCode::OK, "{path}");
    }
    assert!(!office.get(&office.asha, "/device").await.text().contains("PC-1"));
    let found = office.get(&office.juma, "/device/KIF-U-2026-0001/programs?q=program+79").await.text();
    assert!(found.contains("Program 79") && !found.contains("Program 78"));
    let sections = kernel::actor::Actor::view(&office.juma).and_then(|view| (inventory::domain().today)(&view)).expect("today");
    assert!(sections.iter().any(|section| section.figures.iter().any(|figure| figure.href == "/sighting?state=open" && figure.value == "1")));
    assert!(sections.iter().any(|section| section.lines.iter().any(|line| line.title == "PC-1")), "what Juma holds");
}
