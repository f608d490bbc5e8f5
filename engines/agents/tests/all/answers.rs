//! The answers, byte by byte, as each agent was measured to read them.

use std::io::Read;

use agents::{Answer, Headers, Message, Refused, Verdict, Wire, answer, answer_get, answer_pending, read, verdict_on};
use flate2::read::ZlibDecoder;
use serde_json::{Value, json};

use crate::{FUSION, GLPI, OCS, agent, message};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

fn accept() -> Verdict {
    Verdict::Accept { frequency_hours: 24, tag: None }
}

fn refuse(status: u16) -> Verdict {
    Verdict::Refuse { status, text: "token <ended>".into() }
}

fn glpi_with_id() -> Headers<'static> {
    Headers { glpi_agent_id: Some("6f1c2a3e-0000-4000-8000-00000000000a"), ..GLPI }
}

fn text(answer: &Answer) -> String {
    String::from_utf8(answer.body.clone()).expect("plain text")
}

fn unpacked(answer: &Answer) -> String {
    assert_eq!(answer.content_type, "application/x-compressed");
    assert_eq!(answer.body[..2], [0x78, 0x9c], "only level 6 is read");
    let mut text = String::new();
    ZlibDecoder::new(&answer.body[..]).read_to_string(&mut text).expect("zlib");
    text
}

fn json_in(answer: &Answer) -> Value {
    assert_eq!(answer.content_type, "application/json");
    serde_json::from_slice(&answer.body).expect("json")
}

#[test]
fn fusion_is_asked_to_send() {
    let said = message("prolog.xml", &FUSION);
    let send = answer(Ok(&said), &FUSION, &accept());
    assert_eq!((send.status, send.content_type), (200, "application/xml"));
    assert_eq!(text(&send), format!("{XML}<REPLY><RESPONSE>SEND</RESPONSE><PROLOG_FREQ>24</PROLOG_FREQ></REPLY>\n"));
    let stop = answer(Ok(&said), &FUSION, &Verdict::Stop { frequency_hours: 2 });
    assert!(text(&stop).contains("<RESPONSE>STOP</RESPONSE><PROLOG_FREQ>2</PROLOG_FREQ>"));
}

#[test]
fn ocs_gets_zlib_level_6() {
    let said = message("prolog.xml", &OCS);
    let send = unpacked(&answer(Ok(&said), &OCS, &accept()));
    assert!(send.contains("<RESPONSE>SEND</RESPONSE>"), "{send}");
    let windows = agent("OCS-NG_WINDOWS_AGENT_v2.10.0.0");
    let said = message("ocs.xml", &windows);
    assert_eq!(unpacked(&answer(Ok(&said), &windows, &accept())), format!("{XML}<REPLY><RESPONSE>NO_ACCOUNT_UPDATE</RESPONSE></REPLY>\n"));
    let tagged = Verdict::Accept { frequency_hours: 24, tag: Some("OMB & \u{1}<4>".into()) };
    assert_eq!(
        unpacked(&answer(Ok(&said), &windows, &tagged)),
        format!(
            "{XML}<REPLY><RESPONSE>ACCOUNT_UPDATE</RESPONSE><ACCOUNTINFO><KEYNAME>TAG</KEYNAME>\
             <KEYVALUE>OMB &amp; &lt;4&gt;</KEYVALUE></ACCOUNTINFO></REPLY>\n"
        )
    );
    let refused = answer(Ok(&said), &OCS, &refuse(403));
    assert_eq!(refused.status, 403);
    assert!(unpacked(&refused).contains("<ERROR>token &lt;ended&gt;</ERROR>"));
}

#[test]
fn fusion_needs_any_reply_to_its_inventory() {
    let said = message("fusion.xml", &FUSION);
    let tagged = Verdict::Accept { frequency_hours: 24, tag: Some("X".into()) };
    let reply = answer(Ok(&said), &FUSION, &tagged);
    assert_eq!(text(&reply), format!("{XML}<REPLY><RESPONSE>NO_ACCOUNT_UPDATE</RESPONSE></REPLY>\n"));
}

#[test]
fn glpi_agent_with_an_id_is_answered_in_json() {
    let headers = glpi_with_id();
    let said = message("prolog.xml", &headers);
    let reply = answer(Ok(&said), &headers, &accept());
    assert_eq!(text(&reply), r#"{"status":"ok","expiration":24}"#);
    let later = answer(Ok(&said), &headers, &Verdict::Stop { frequency_hours: 6 });
    assert_eq!(text(&later), r#"{"status":"pending","expiration":0}"#, "CONTACT follows");
    let without = message("prolog.xml", &GLPI);
    assert!(text(&answer(Ok(&without), &GLPI, &accept())).contains("<RESPONSE>SEND"));
    let said = message("contact.json", &headers);
    let contact = json_in(&answer(Ok(&said), &headers, &accept()));
    assert_eq!(contact["tasks"]["inventory"]["no-category"], "environment,process");
    assert_eq!(contact["tasks"]["inventory"]["server"], "glpi");
    assert_eq!((&contact["status"], &contact["expiration"]), (&json!("ok"), &json!(24)));
    assert!(contact["disabled"].as_array().expect("list").contains(&json!("deploy")));
    let stop = json_in(&answer(Ok(&said), &headers, &Verdict::Stop { frequency_hours: 6 }));
    assert_eq!((&stop["tasks"], &stop["expiration"]), (&json!({}), &json!(6)));
    assert!(stop["disabled"].as_array().expect("list").contains(&json!("inventory")));
    let said = message("glpi_full.json", &headers);
    assert_eq!(text(&answer(Ok(&said), &headers, &accept())), r#"{"status":"ok","expiration":24}"#);
    let asks = br#"{"action":"get_params","deviceid":"d"}"#;
    let said = read(asks, &headers).expect("asks");
    assert_eq!(json_in(&answer(Ok(&said), &headers, &accept()))["credentials"], json!([]));
}

#[test]
fn an_expiration_is_never_zero() {
    let said = message("glpi_full.json", &GLPI);
    let never = Verdict::Accept { frequency_hours: 0, tag: None };
    assert_eq!(json_in(&answer(Ok(&said), &GLPI, &never))["expiration"], 1);
}

#[test]
fn refusals_come_in_the_senders_form() {
    let json = Headers { content_type: "application/json", ..GLPI };
    let said = message("glpi_full.json", &json);
    let refused = answer(Ok(&said), &json, &refuse(403));
    assert_eq!(refused.status, 403);
    assert_eq!(json_in(&refused)["message"], "token <ended>");
    let broken = read(b"{", &json).expect_err("broken");
    let verdict = verdict_on(&broken);
    assert_eq!(json_in(&answer(Err(&broken), &json, &verdict))["status"], "error");
    let dtd = answer(Err(&Refused::Dtd), &FUSION, &verdict_on(&Refused::Dtd));
    assert_eq!((dtd.status, dtd.content_type), (400, "application/xml"));
    assert!(text(&dtd).contains("<REPLY><ERROR>a DTD"));
    assert_eq!(answer(Err(&Refused::TooLarge), &FUSION, &verdict_on(&Refused::TooLarge)).status, 413);
    let login = answer(Ok(&said), &json, &refuse(401));
    assert_eq!(login.headers, [("WWW-Authenticate", "Basic realm=\"inventory\"".to_owned())]);
    assert_eq!(answer(Ok(&said), &json, &refuse(200)).status, 400, "a refusal is never a success");
}

#[test]
fn a_request_id_is_echoed_if_it_is_one() {
    let said = message("glpi_full.json", &GLPI);
    let echoed = |id: &'static str| {
        let headers = Headers { glpi_request_id: Some(id), ..GLPI };
        answer(Ok(&said), &headers, &accept()).headers
    };
    assert_eq!(echoed("0A1B2C3D"), [("GLPI-Request-ID", "0A1B2C3D".to_owned())]);
    assert_eq!(echoed("0A1B\r\nX:"), []);
    assert_eq!(echoed("0A1B2C3D4"), []);
}

#[test]
fn side_requests_are_answered() {
    let config = answer_get("action=getConfig&machineid=d&task[Deploy]=3.3", &FUSION);
    assert_eq!((config.status, text(&config).as_str()), (200, "{}"));
    assert_eq!(answer_get("", &OCS).status, 404);
    assert!(unpacked(&answer_get("", &OCS)).contains("<ERROR>"));
    let polling = Headers { glpi_request_id: Some("0A1B2C3D"), ..glpi_with_id() };
    assert_eq!(json_in(&answer_get("", &polling))["status"], "ok");
    let pending = answer_pending(&polling);
    assert_eq!((pending.status, &json_in(&pending)["status"]), (202, &json!("pending")));
}

#[test]
fn network_jobs_are_answered_in_xml() {
    for name in ["snmp.xml", "discovery.xml"] {
        let said = message(name, &GLPI);
        assert_eq!(said.wire(), Wire::Xml);
        assert!(text(&answer(Ok(&said), &GLPI, &accept())).starts_with(&format!("{XML}<REPLY>")));
    }
    let unknown = Message::Unknown { query: "KITU".into(), wire: Wire::Xml };
    assert!(text(&answer(Ok(&unknown), &FUSION, &accept())).contains("<REPLY>"));
}
