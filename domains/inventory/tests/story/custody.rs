//! A laptop goes out to Asha and comes back: signed on the screen, on paper, or later by herself.

use crate::office::{Office, Reply};
use axum::http::StatusCode;
use kernel::actor::Actor;

pub const SIGNATURE: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async fn register(office: &Office, who: &Actor, name: &str, tag: &str, serial: &str) -> Reply {
    let form = [
        ("name", name),
        ("tag", tag),
        ("kind", "laptop"),
        ("state", "in_store"),
        ("serial", serial),
        ("condition", "good"),
        ("price_tzs", "1,250,000/-"),
        ("bought_on", "2025-07-01"),
    ];
    office.post(who, "/device", &form).await
}

fn id_in(page: &str, path: &str) -> String {
    let at = page.find(path).unwrap_or_else(|| panic!("no {path} in {page}")) + path.len();
    page[at..at + 36].to_owned()
}

async fn device_id(office: &Office, path: &str) -> String {
    id_in(&office.get(&office.juma, path).await.text(), "/request/new?device=")
}

#[tokio::test(flavor = "multi_thread")]
async fn devices_go_out_and_come_back_signed() {
    let office = Office::open();
    let first = register(&office, &office.juma, "Mpakato ya Asha", "DPP-0042", "5CD2471QZK").await.path();
    let second = register(&office, &office.juma, "Skana", "DPP-0043", "SC-1").await.path();
    let again = register(&office, &office.juma, "Nyengine", "DPP-0042", "X").await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("Tayari imetumika") && again.text().contains("value=\"Nyengine\""), "the form comes back with what was typed");
    assert_eq!(register(&office, &office.asha, "Yangu", "A", "B").await.status, StatusCode::FORBIDDEN);
    assert_eq!(office.get(&office.asha, &first).await.status, StatusCode::NOT_FOUND);

    // Two at once, from the list's selection to the signature drawn at the counter.
    let (one, two) = (device_id(&office, &first).await, device_id(&office, &second).await);
    let selected = office.post(&office.juma, "/device/selected", &[("id", &one), ("id", &two), ("direction", "out")]).await.location();
    let form = office.get(&office.juma, &selected).await.text();
    assert!(form.contains("Mpakato ya Asha") && form.contains("Skana") && form.contains("signature-pad"));
    let asha = office.asha.person.id.to_string();
    let nobody = office.post(&office.juma, "/handover", &[("direction", "out"), ("device", &one), ("device", &two), ("reason", "Kesi za Pemba")]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.text().contains("Kesi za Pemba"));
    let unreadable = [("direction", "out"), ("device", one.as_str()), ("person", asha.as_str()), ("signature", "data:image/png;base64,AAAA")];
    assert!(office.post(&office.juma, "/handover", &unreadable).await.text().contains("Saini haikusomeka"));
    let given = [
        ("direction", "out"),
        ("device", one.as_str()),
        ("device", two.as_str()),
        ("person", asha.as_str()),
        ("condition", "Kizuri, na chaja"),
        ("reason", "Kesi za Pemba"),
        ("happened_at", "2026-11-23"),
        ("happened_at_time", "14:05"),
        ("signature", SIGNATURE),
    ];
    let handover = office.post(&office.juma, "/handover", &given).await.path();
    assert_eq!(handover, "/handover/MKB-U-2026-0001");
    let page = office.get(&office.juma, &handover).await.text();
    assert!(page.contains("Yamesainiwa kwenye skrini") && page.contains("23/11/2026 14:05") && page.contains("signature.png"));
    assert_eq!(office.get(&office.juma, &format!("{handover}/signature.png")).await.bytes[..4], [0x89, b'P', b'N', b'G']);
    let slip = office.get(&office.juma, &format!("{handover}/slip.pdf")).await;
    assert!(slip.bytes.starts_with(b"%PDF") && slip.status == StatusCode::OK);

    // Asha sees hers; the device tells through whose hands it went.
    assert!(office.get(&office.asha, "/device").await.text().contains("Mpakato ya Asha"));
    let device = office.get(&office.asha, &first).await.text();
    assert!(device.contains("Mnyororo wa makabidhiano") && device.contains("MKB-U-2026-0001") && device.contains("/request/new?device="));
    assert!(!device.contains("/handover/new"), "handing over is the unit's");
    assert_eq!(office.post(&office.juma, "/handover", &given).await.status, StatusCode::UNPROCESSABLE_ENTITY, "what is in somebody's hands is not handed over");
    let stored = [("name", "Mpakato ya Asha"), ("kind", "laptop"), ("state", "in_store"), ("revision", "2")];
    assert!(office.post(&office.juma, &format!("{first}/edit"), &stored).await.text().contains("Kipokee kwa makabidhiano"));

    // Back, left for paper; Asha signs for it herself, and only once.
    let back = office.post(&office.juma, "/handover", &[("direction", "back"), ("device", &one)]).await.path();
    assert!(office.get(&office.asha, &back).await.text().contains("signature-pad"));
    assert_eq!(office.post(&office.asha, &format!("{back}/sign"), &[("signature", SIGNATURE)]).await.path(), back);
    assert_eq!(office.post(&office.juma, &format!("{back}/sign"), &[("signature", SIGNATURE)]).await.status, StatusCode::CONFLICT);
    let paper = office.post(&office.juma, "/handover", &[("direction", "back"), ("device", &two)]).await.path();
    assert_eq!(office.upload(&office.juma, &format!("{paper}/scan"), "scan", "slip.pdf", b"%PDF-1.7 signed").await.path(), paper);
    let page = office.get(&office.juma, &paper).await.text();
    assert!(page.contains("Yamesainiwa kwenye karatasi") && page.contains("slip.pdf"));
    assert_eq!(office.get(&office.asha, &first).await.status, StatusCode::NOT_FOUND, "what she gave back is hers no more");
    assert_eq!(office.count("SELECT count(*) FROM rec_device WHERE state = 'in_store' AND holder IS NULL"), 2);
    office.is_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_save_at_once_lose_nothing() {
    let office = Office::open();
    let path = register(&office, &office.juma, "Seva", "DPP-0001", "SRV-1").await.path();
    let edit = office.get(&office.juma, &format!("{path}/edit")).await.text();
    assert!(edit.contains("name=\"revision\" value=\"1\""));
    let form =
        |place| [("name", "Seva"), ("tag", "DPP-0001"), ("kind", "server"), ("state", "in_use"), ("serial", "SRV-1"), ("place", place), ("revision", "1")];
    office.post(&office.mwanaidi, &format!("{path}/edit"), &form("Chumba cha seva")).await.location();
    let late = office.post(&office.juma, &format!("{path}/edit"), &form("Ghorofa ya pili")).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    let late = late.text();
    assert!(
        late.contains("value=\"Ghorofa ya pili\"") && late.contains("Sasa imehifadhiwa: Chumba cha seva") && late.contains("name=\"revision\" value=\"2\"")
    );
    let label = office.get(&office.juma, &format!("{path}/label")).await.text();
    assert!(label.contains("device-label") && label.contains("https://tehama.example/device/KIF-U-2026-0001") && label.contains("DPP-0001"));
}

#[tokio::test(flavor = "multi_thread")]
async fn bytes_of_whoever_may_not_sign_are_not_kept() {
    let office = Office::open();
    let path = register(&office, &office.juma, "Mpakato", "DPP-0042", "5CD2471QZK").await.path();
    let (device, juma) = (device_id(&office, &path).await, office.juma.person.id.to_string());
    let given = [("direction", "out"), ("device", device.as_str()), ("person", juma.as_str())];
    let signed = [given.as_slice(), &[("signature", SIGNATURE)]].concat();
    assert_eq!(office.post(&office.asha, "/handover", &signed).await.status, StatusCode::FORBIDDEN);
    let handover = office.post(&office.juma, "/handover", &given).await.path();
    assert_eq!(office.upload(&office.asha, &format!("{handover}/scan"), "scan", "slip.pdf", b"not hers").await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.post(&office.asha, &format!("{handover}/sign"), &[("signature", SIGNATURE)]).await.status, StatusCode::NOT_FOUND);
    for path in [format!("{handover}/comment"), format!("{path}/comment")] {
        assert_eq!(office.upload(&office.asha, &path, "files", "x.txt", b"not hers").await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(office.kept(), 0);
    office.upload(&office.juma, &format!("{handover}/scan"), "scan", "slip.pdf", b"%PDF-1.7 signed").await.location();
    assert_eq!(office.upload(&office.juma, &format!("{handover}/scan"), "scan", "slip.pdf", b"again").await.status, StatusCode::CONFLICT);
    assert_eq!(office.kept(), 1);
}
