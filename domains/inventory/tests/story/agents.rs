//! What comes through the agents' door and what becomes of it.

use crate::office::{DAY_US, Office, site};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};
use std::io::Read;
use std::path::PathBuf;

pub const FUSION: &str = "FusionInventory-Agent_v2.6-3";
const OCS: &str = "OCS-NG_unified_unix_agent_v2.10.0";
const GLPI: &str = "GLPI-Agent_v1.12";

/// A machine as an XML agent tells of it.
pub struct Machine<'a> {
    device_id: &'a str,
    name: &'a str,
    serial: &'a str,
    mac: &'a str,
    programs: &'a [&'a str],
    free_mb: u32,
}

pub const PC: Machine = Machine {
    device_id: "PC-7-2026-01-02-03-04-05",
    name: "PC-7",
    serial: "5CD2471QZK",
    mac: "3c:52:82:11:22:33",
    programs: &["LibreOffice", "7-Zip"],
    free_mb: 70_000,
};
const UUID: &str = "33E737A8-F827-11DF-9297-47C0A301005A";

pub fn xml(machine: &Machine) -> Vec<u8> {
    let programs: String = machine.programs.iter().map(|name| format!("<SOFTWARES><NAME>{name}</NAME><VERSION>1.0</VERSION></SOFTWARES>")).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><REQUEST><CONTENT>\
         <BIOS><SSN>{}</SSN><SMODEL>HP ProBook 450 G9</SMODEL><SMANUFACTURER>HP</SMANUFACTURER></BIOS>\
         <HARDWARE><NAME>{}</NAME><UUID>{UUID}</UUID><MEMORY>8192</MEMORY><CHASSIS_TYPE>Notebook</CHASSIS_TYPE></HARDWARE>\
         <NETWORKS><DESCRIPTION>Ethernet</DESCRIPTION><MACADDR>{}</MACADDR><IPADDRESS>192.168.10.77</IPADDRESS><STATUS>Up</STATUS><VIRTUALDEV>0</VIRTUALDEV></NETWORKS>\
         <DRIVES><LETTER>C:</LETTER><TOTAL>200000</TOTAL><FREE>{}</FREE><FILESYSTEM>NTFS</FILESYSTEM></DRIVES>\
         {programs}</CONTENT><DEVICEID>{}</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>",
        machine.serial, machine.name, machine.mac, machine.free_mb, machine.device_id
    )
    .into_bytes()
}

fn packed(body: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    flate2::read::ZlibEncoder::new(body, flate2::Compression::new(6)).read_to_end(&mut packed).expect("packed");
    packed
}

#[tokio::test(flavor = "multi_thread")]
async fn one_machine_reported_by_two_agents_is_one_device() {
    let office = Office::open();
    let (_, token) = office.token(|_| {});
    let door = format!("/i/{token}");
    let other = Machine { device_id: "pc-7.afisi.local-2026-05-06-07-08-09", name: "pc-7.afisi.local", programs: &["LibreOffice"], ..PC };
    assert_eq!(office.report(&door, FUSION, &xml(&PC)).await.status, StatusCode::OK);
    let reply = office.report(&door, OCS, &packed(&xml(&other))).await;
    assert_eq!((reply.status, reply.headers[header::CONTENT_TYPE].to_str().ok()), (StatusCode::OK, Some("application/x-compressed")));
    assert_eq!(reply.bytes[..2], [0x78, 0x9C], "OCS reads no other zlib");

    let devices = office.devices("").await;
    assert_eq!(devices.len(), 1);
    let told = [&devices[0]["name"], &devices[0]["serial"], &devices[0]["uuid"], &devices[0]["program_count"], &devices[0]["kind"], &devices[0]["reporter"]];
    assert_eq!(told, [&json!("PC-7"), &json!("5CD2471QZK"), &json!(UUID), &json!(2), &json!("laptop"), &json!("FusionInventory")]);

    // Turn and turn about, with other readings: nothing has changed, and nothing is written down.
    let before = office.changes();
    for free_mb in [60_000, 50_000] {
        office.later(DAY_US);
        office.report(&door, FUSION, &xml(&Machine { free_mb, ..PC })).await;
        office.report(&door, OCS, &packed(&xml(&Machine { free_mb, ..other }))).await;
    }
    assert_eq!(office.changes(), before);
    let page = office.get(&office.juma, &format!("/device/{}", devices[0]["number"].as_str().expect("a number"))).await.text();
    assert!(page.contains("48.8 GB (25%)"), "the free room of the last report stands on the page");
    assert!(page.contains("FusionInventory") && page.contains("OCS"));

    // The lesser agent's news is its own; the fuller one's is the device's.
    office.report(&door, OCS, &packed(&xml(&Machine { programs: &["Solitaire"], ..other }))).await;
    assert_eq!(office.devices("").await[0]["program_count"], 2);
    // When the fuller one has been silent for a month the other leads.
    office.later(31 * DAY_US);
    office.report(&door, OCS, &packed(&xml(&Machine { programs: &["Solitaire", "Chess", "Draughts"], ..other }))).await;
    let now = &office.devices("").await[0];
    assert_eq!((&now["program_count"], &now["reporter"]), (&json!(3), &json!("OCS")));
    assert_eq!(office.count("SELECT count(*) FROM fact_program WHERE installs > 0"), 3);
    office.is_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cloned_image_is_two_and_waits_for_a_person() {
    let office = Office::open();
    let (_, token) = office.token(|_| {});
    let door = format!("/i/{token}");
    let clone = Machine { name: "PC-8", mac: "3c:52:82:44:55:66", ..PC };
    office.report(&door, FUSION, &xml(&PC)).await;
    office.report(&door, FUSION, &xml(&clone)).await;
    assert_eq!(office.devices("").await.len(), 2);
    // Each goes on as itself: no third record, no second line in the queue, and no change when nothing is new.
    let before = office.changes();
    office.report(&door, FUSION, &xml(&clone)).await;
    office.report(&door, FUSION, &xml(&PC)).await;
    assert_eq!((office.changes(), office.count("SELECT count(*) FROM rec_sighting")), (before, 1));

    let queue = office.get(&office.juma, "/sighting?state=open").await.text();
    assert!(queue.contains("TMB-U-2026-0001"));
    let page = office.get(&office.juma, "/sighting/TMB-U-2026-0001").await.text();
    assert!(page.contains("Vinalingana") && page.contains("Vinapingana") && page.contains("3c:52:82:44:55:66"));
    assert_eq!(office.post(&office.asha, "/sighting/TMB-U-2026-0001/same", &[]).await.status, StatusCode::NOT_FOUND);

    // Taken for one, reports of either go to the record that stands.
    office.post(&office.juma, "/sighting/TMB-U-2026-0001/same", &[]).await.location();
    office.report(&door, FUSION, &xml(&Machine { programs: &["LibreOffice", "7-Zip", "VLC"], ..clone })).await;
    let standing = office.devices("KIF-U-2026-0001").await;
    assert_eq!((&standing[0]["program_count"], &standing[0]["name"]), (&json!(3), &json!("PC-8")));
    assert_eq!(office.post(&office.juma, "/sighting/TMB-U-2026-0001/different", &[]).await.status, StatusCode::CONFLICT);
    // Parted again, each is itself.
    office.post(&office.juma, "/device/KIF-U-2026-0002/part", &[]).await.location();
    office.report(&door, FUSION, &xml(&Machine { programs: &[], ..clone })).await;
    office.report(&door, FUSION, &xml(&Machine { programs: &["LibreOffice"], ..PC })).await;
    let (first, second) = (office.devices("KIF-U-2026-0001").await, office.devices("KIF-U-2026-0002").await);
    assert_eq!((&first[0]["name"], &first[0]["program_count"], &second[0]["name"]), (&json!("PC-7"), &json!(1), &json!("PC-8")));
    assert_eq!(office.devices("").await.len(), 2);
    office.is_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn partial_reports_merge_and_an_odd_value_costs_only_itself() {
    let office = Office::open();
    let (_, token) = office.token(|_| {});
    let door = format!("/i/{token}");
    let whole = json!({ "action": "inventory", "deviceid": "LF-2026-01-02-03-04-05", "itemtype": "Computer", "content": {
        "versionclient": GLPI,
        "bios": { "ssn": "8C554721F", "smodel": "Satellite", "bdate": "sometime" },
        "hardware": { "name": "LF", "uuid": UUID, "memory": 16000 },
        "softwares": [{ "name": "vim", "version": "9", "install_date": "2026-13-45" }, { "name": "git", "version": "2" }],
        "storages": [{ "name": "sda", "serial": "S1", "disksize": 500_000 }],
    } });
    let partial = |content: Value| {
        let mut all = json!({ "versionclient": GLPI, "bios": whole["content"]["bios"], "hardware": whole["content"]["hardware"] });
        all.as_object_mut().expect("sections").extend(content.as_object().expect("sections").clone());
        json!({ "action": "inventory", "deviceid": "LF-2026-01-02-03-04-05", "itemtype": "Computer", "partial": true, "content": all }).to_string().into_bytes()
    };
    assert_eq!(office.report(&door, GLPI, whole.to_string().as_bytes()).await.status, StatusCode::OK);
    let device = &office.devices("LF").await[0];
    assert_eq!((&device["program_count"], &device["memory_mb"], &device["disk_mb"]), (&json!(2), &json!(16_000), &json!(500_000)));
    let page = office.get(&office.juma, "/device/KIF-U-2026-0001").await.text();
    assert!(page.contains("2026-13-45") && page.contains("si tarehe") && page.contains("zikawekwa kando"), "what was set aside is told");
    assert!(page.contains("vim") && page.contains("git"), "its neighbours stand");

    let before = office.changes();
    office.report(&door, GLPI, &partial(json!({}))).await;
    office.report(&door, GLPI, &partial(json!({ "storages": whole["content"]["storages"] }))).await;
    assert_eq!(office.changes(), before, "half a report that says what is known is no news");
    office.report(&door, GLPI, &partial(json!({ "softwares": [{ "name": "git", "version": "2" }, { "name": "gimp" }, { "name": "vlc" }] }))).await;
    let device = &office.devices("LF").await[0];
    assert_eq!((&device["program_count"], &device["disk_mb"]), (&json!(3), &json!(500_000)));
    office.is_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_opens_its_own_door_and_no_longer_than_it_may() {
    let office = Office::open();
    let pemba = site(&office, "Wete", "P");
    let (_, good) = office.token(|enrolment| (enrolment.site, enrolment.networks) = (Some(pemba), Some("192.168.10.0/24, 10.0.0.0/8".into())));
    let (_, foreign) = office.token(|enrolment| enrolment.networks = Some("172.16.0.0/12".into()));
    let (closed, shut) = office.token(|_| {});
    let (_, slow) = office.token(|enrolment| enrolment.reports_per_hour = 1);
    office.post(&office.juma, &format!("/enrolment/{}/close", closed.head.id), &[]).await.location();
    let body = xml(&PC);
    for refused in ["nonsense", foreign.as_str(), shut.as_str()] {
        let reply = office.report(&format!("/i/{refused}"), FUSION, &body).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN);
        assert!(reply.text().contains("<ERROR>"), "in the agent's own words");
        // What came is not opened: the answer's form follows the headers, whatever the body is.
        assert!(office.report(&format!("/i/{refused}"), FUSION, b"{\"action\":\"contact\"}").await.text().contains("<ERROR>"));
        assert_eq!(office.report(&format!("/i/{refused}"), OCS, &body).await.bytes[..2], [0x78, 0x9C]);
        let from: std::net::SocketAddr = "192.168.10.77:50123".parse().expect("an address");
        let json = Request::post(format!("/i/{refused}")).header(header::CONTENT_TYPE, "application/json").extension(axum::extract::ConnectInfo(from));
        assert!(office.ask(json.body(Body::from(body.clone())).expect("a request")).await.text().contains("\"status\":\"error\""));
    }
    assert_eq!(office.devices("").await.len(), 0);
    assert_eq!(office.report(&format!("/i/{good}"), FUSION, &body).await.status, StatusCode::OK);
    assert_eq!(office.devices("").await[0]["number"], "KIF-P-2026-0001", "the machine belongs to the token's site");
    assert_eq!(office.report(&format!("/i/{slow}"), FUSION, &body).await.status, StatusCode::OK);
    assert_eq!(office.report(&format!("/i/{slow}"), FUSION, &body).await.status, StatusCode::TOO_MANY_REQUESTS);
    office.later(91 * DAY_US);
    assert_eq!(office.report(&format!("/i/{good}"), FUSION, &body).await.status, StatusCode::FORBIDDEN, "the token has ended");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_usual_addresses_take_the_token_as_a_password() {
    use base64::Engine;
    let office = Office::open();
    let (_, token) = office.token(|_| {});
    for path in ["/front/inventory.php", "/plugins/fusioninventory/", "/marketplace/glpiinventory/", "/ocsinventory"] {
        let asked = office.report(path, FUSION, &xml(&PC)).await;
        assert_eq!((asked.status, asked.headers[header::WWW_AUTHENTICATE].to_str().ok()), (StatusCode::UNAUTHORIZED, Some("Basic realm=\"inventory\"")));
        let basic = base64::engine::general_purpose::STANDARD.encode(format!("agent:{token}"));
        let prolog = "<REQUEST><DEVICEID>PC-7-2026-01-02-03-04-05</DEVICEID><QUERY>PROLOG</QUERY></REQUEST>";
        let request = Request::post(path).header(header::USER_AGENT, FUSION).header(header::AUTHORIZATION, format!("Basic {basic}")).body(Body::from(prolog));
        let reply = office.ask(request.expect("a request")).await;
        assert!(reply.text().contains("<RESPONSE>SEND</RESPONSE>"), "{path}: {}", reply.text());
    }
    let side = Request::get(format!("/i/{token}?action=getConfig&machineid=d&task%5BDeploy%5D=3.3")).header(header::USER_AGENT, FUSION).body(Body::empty());
    assert_eq!(office.ask(side.expect("a request")).await.text(), "{}");
    let deploy = Request::get(format!("/i/{token}/deploy/1/info")).header(header::USER_AGENT, OCS).body(Body::empty());
    assert_eq!(office.ask(deploy.expect("a request")).await.status, StatusCode::NOT_FOUND);
    let prolog = "<?xml version=\"1.0\"?><REQUEST><DEVICEID>LF-2026-01-02-03-04-05</DEVICEID><QUERY>PROLOG</QUERY></REQUEST>";
    let request = Request::post(format!("/i/{token}"))
        .header(header::USER_AGENT, GLPI)
        .header("glpi-agent-id", "6e3b9b5e-5f7a-4f1e-9d2a-0c1d2e3f4a5b")
        .body(Body::from(prolog));
    assert!(office.ask(request.expect("a request")).await.text().contains("\"status\":\"ok\""));
    for broken in [&b"<REQUEST><CONTENT>"[..], b"{\"action\":", b"\x78\x9c\x00\x01", b"<!DOCTYPE x [<!ENTITY a \"b\">]><REQUEST/>"] {
        let reply = office.report(&format!("/i/{token}"), FUSION, broken).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST);
    }
    let huge = vec![b' '; (16 << 20) + 1];
    assert_eq!(office.report(&format!("/i/{token}"), FUSION, &huge).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(office.devices("").await.len(), 0);
}

/// A public sample; none where the shared data is not laid beside the project.
fn sample(name: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/inventories")).join(name);
    let read = std::fs::read(path).ok();
    if read.is_none() {
        eprintln!("skipped: {name} is not here");
    }
    read
}

/// Name, serial, UUID and number of programs that each sample tells of.
type Told = (&'static str, &'static str, Option<&'static str>, u64);
const XML_SAMPLES: &[(&str, Told)] = &[
    ("legacy-1.xml", ("LF014", "9E113232I", Some("0055ADC9-1D3A-E411-8043-B05D95113232"), 42)),
    ("legacy-2.xml", ("pc-arg-23", "CZC0479792", Some("33E737A8-F827-11DF-9297-47C0A301005A"), 8)),
    ("legacy-3.xml", ("MacBook-de-teclib", "W87051UGVUV", Some("00000000-0000-1000-8000-0017F2D11432"), 40)),
    ("legacy-4.xml", ("iMac de Marie", "C02NG5A5FY11", Some("B3D6B8E4-15CC-54BB-BCE9-44E153556DDF"), 7)),
    ("legacy-5.xml", ("WR21", "486280", None, 0)),
    ("legacy-5-good.xml", ("WR21", "486280", None, 0)),
    ("legacy-7.xml", ("ucs6248up-cluster-pa3-B", "SSI1912014B", None, 0)),
    ("legacy-8.xml", ("CE75I09008", "D9J230159", None, 0)),
];
const JSON_SAMPLES: &[&str] = &[
    "computer_1.json",
    "computer_1_partial_batteries.json",
    "computer_1_partial_cpu.json",
    "computer_1_partial_memory.json",
    "computer_1_partial_softs.json",
    "computer_1_partial_volumes.json",
    "computer_3.json",
    "computer_3_updated.json",
    "networkequipment_1.json",
    "phone_1.json",
    "printer_1.json",
];

async fn stands(office: &Office, file: &str, name: &str, serial: &str, uuid: Option<&str>, programs: Option<u64>) {
    let same = |device: &Value, field: &str, wanted: &str| device[field].as_str().is_some_and(|text| text.eq_ignore_ascii_case(wanted));
    let all = office.devices(serial).await;
    let found = all.iter().find(|device| same(device, "serial", serial) && same(device, "name", name));
    let device = found.unwrap_or_else(|| panic!("{file}: no {name} with {serial} in {all:#?}"));
    if let Some(uuid) = uuid {
        assert!(same(device, "uuid", uuid), "{file}: {}", device["uuid"]);
    }
    if let Some(programs) = programs {
        assert_eq!(device["program_count"].as_u64().unwrap_or(0), programs, "{file}");
    }
    let page = office.get(&office.juma, &format!("/device/{}", device["number"].as_str().expect("a number"))).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains(name) && page.text().contains(serial), "{file}: the page");
    let sheet = office.get(&office.juma, "/device/export.csv").await.text();
    assert!(sheet.contains(serial), "{file}: the export");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_sample_comes_out_right() {
    let office = Office::open();
    let (_, token) = office.token(|_| {});
    let door = format!("/i/{token}");
    for file in JSON_SAMPLES {
        let Some(body) = sample(file) else { continue };
        let reply = office.report(&door, GLPI, &body).await;
        assert_eq!(reply.status, StatusCode::OK, "{file}: {}", reply.text());
        let raw: Value = serde_json::from_slice(&body).expect("JSON");
        let (content, partial) = (&raw["content"], raw["partial"].as_bool() == Some(true));
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let name = text(&content["hardware"]["name"]).or_else(|| text(&content["network_device"]["name"])).expect("a name");
        let serial = text(&content["bios"]["ssn"]).or_else(|| text(&content["network_device"]["serial"])).expect("a serial");
        let programs = content["softwares"].as_array().map(|all| all.len() as u64).or((!partial).then_some(0));
        // A phone's own identifier is no UUID; it is told all the same.
        let uuid = content["hardware"]["uuid"].as_str().filter(|uuid| uuid.len() == 36);
        stands(&office, file, &name, &serial, uuid, programs).await;
    }
    for (file, (name, serial, uuid, programs)) in XML_SAMPLES {
        let Some(body) = sample(file) else { continue };
        let reply = office.report(&door, FUSION, &packed(&body)).await;
        assert_eq!(reply.status, StatusCode::OK, "{file}: {}", reply.text());
        stands(&office, file, name, serial, *uuid, Some(*programs)).await;
    }
    // What a scan saw waits in the queue, once, however often it is seen.
    let mut waiting = 0;
    for file in ["legacy-9.xml", "legacy-10.xml", "legacy-9.xml"] {
        let Some(body) = sample(file) else { continue };
        assert_eq!(office.report(&door, FUSION, &body).await.status, StatusCode::OK, "{file}");
        let now = office.count("SELECT count(*) FROM rec_sighting WHERE why = 'discovered'");
        assert!(now > 0 && (waiting == 0 || now >= waiting), "{file}");
        waiting = now;
    }
    let before = office.changes();
    for file in ["legacy-9.xml", "legacy-10.xml", "computer_3_updated.json", "printer_1.json", "networkequipment_1.json"] {
        let Some(body) = sample(file) else { continue };
        office.report(&door, if file.ends_with("json") { GLPI } else { FUSION }, &body).await;
    }
    assert_eq!(office.changes(), before, "told again, nothing is new");
    office.is_sound();
}

/// What a scan of the network tells: name, address of the card, serial number.
fn scan(found: &[(&str, &str, &str)]) -> Vec<u8> {
    let thing = |(name, mac, serial): &(&str, &str, &str)| {
        format!("<DEVICE><IP>192.168.10.9</IP><SNMPHOSTNAME>{name}</SNMPHOSTNAME><MAC>{mac}</MAC><SERIAL>{serial}</SERIAL></DEVICE>")
    };
    let found: String = found.iter().map(thing).collect();
    format!("<REQUEST><CONTENT>{found}</CONTENT><DEVICEID>SEVA-2026-01-02-03-04-05</DEVICEID><QUERY>NETDISCOVERY</QUERY></REQUEST>").into_bytes()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_thing_that_a_scan_found_counts_and_waits_once() {
    let office = Office::open();
    let (_, token) = office.token(|enrolment| enrolment.reports_per_hour = 5);
    let door = format!("/i/{token}");
    office.report(&door, FUSION, &xml(&PC)).await;
    // The register knows the first by its serial number and the second by its card, however they are written.
    let known = [("PC-7", "00:1b:2c:00:00:01", "5cd-2471-qzk"), ("PC-7", "3C-52-82-11-22-33", "")];
    let new = [("SWICHI-1", "00:1b:2c:00:00:02", "SW-1"), ("SWICHI-1", "00:1B:2C:00:00:02", "SW-1")];
    assert_eq!(office.report(&door, FUSION, &scan(&[known[0], known[1], new[0], new[1]])).await.status, StatusCode::OK);
    assert_eq!(office.count("SELECT count(*) FROM rec_sighting"), 1);
    // Five were told within the hour; the sixth waits for the next.
    assert_eq!(office.report(&door, FUSION, &scan(&new[..1])).await.status, StatusCode::TOO_MANY_REQUESTS);
    office.later(DAY_US);
    let printers = (1..=6).map(|n| (format!("PRINTA-{n}"), format!("00:1b:2c:00:01:0{n}"))).collect::<Vec<_>>();
    let found: Vec<(&str, &str, &str)> = printers.iter().map(|(name, mac)| (name.as_str(), mac.as_str(), "")).collect();
    assert_eq!(office.report(&door, FUSION, &scan(&found)).await.status, StatusCode::TOO_MANY_REQUESTS, "six at once are more than five an hour");
    assert_eq!(office.report(&door, FUSION, &scan(&found[..5])).await.status, StatusCode::OK);
    assert_eq!(office.count("SELECT count(*) FROM rec_sighting"), 6);
    office.is_sound();
}
