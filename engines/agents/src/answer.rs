//! The answer an agent can read. The packing was measured with each agent and decides whether it
//! understands anything at all: OCS wants zlib level 6, FusionInventory reads no other level and
//! no gzip, GLPI-Agent rejects OCS's content type. It decides nothing but form.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use serde_json::{Value, json};

use crate::body::Wire;
use crate::client::{Client, Headers};
use crate::message::Message;
use crate::refused::Refused;

/// Level whose first bytes are 78 9C, the only ones FusionInventory and OCS both read.
const ZLIB_LEVEL: u32 = 6;
/// What GLPI-Agent must not collect: it sends secrets.
const NO_CATEGORY: &str = "environment,process";
/// Realm of HTTP Basic; OCS compares it with its own setting `realm`.
pub const REALM: &str = "inventory";

/// What was decided about a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Taken. `tag` is written back to the machine by OCS.
    Accept { frequency_hours: u32, tag: Option<String> },
    /// Nothing is wanted now; ask again after that many hours.
    Stop { frequency_hours: u32 },
    /// Not taken. `status` is an HTTP status from 400 on; `text` is shown in the agent's log.
    Refuse { status: u16, text: String },
}

/// An HTTP answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub content_type: &'static str,
    pub body: Vec<u8>,
    /// Further headers: the echoed `GLPI-Request-ID`, `WWW-Authenticate` with 401.
    pub headers: Vec<(&'static str, String)>,
}

/// The answer to a POST, as its sender reads it.
pub fn answer(said: Result<&Message, &Refused>, headers: &Headers<'_>, verdict: &Verdict) -> Answer {
    let speaks = match said {
        Ok(message) => message.wire(),
        Err(_) => wire_by_headers(headers),
    };
    let text = match (speaks, verdict) {
        (Wire::Json, Verdict::Refuse { text, .. }) => error_json(text),
        (Wire::Xml, Verdict::Refuse { text, .. }) => error_xml(text),
        (Wire::Json, _) => json_reply(said.ok(), verdict),
        (Wire::Xml, _) => xml_reply(said.ok(), verdict),
    };
    let status = match verdict {
        Verdict::Refuse { status, .. } => (*status).clamp(400, 599),
        Verdict::Accept { .. } | Verdict::Stop { .. } => 200,
    };
    pack(status, speaks, text, headers)
}

/// The verdict on a body that could not be read.
pub fn verdict_on(refused: &Refused) -> Verdict {
    let status = match refused {
        Refused::TooLarge | Refused::TooMany => 413,
        _ => 400,
    };
    Verdict::Refuse { status, text: refused.to_string() }
}

/// The answer to a GET below an agent's address; `query` is what follows the question mark.
/// `getConfig` of FusionInventory's other tasks gets an empty object, GLPI-Agent's poll its
/// answer, everything else (OCS deploy and update) 404.
pub fn answer_get(query: &str, headers: &Headers<'_>) -> Answer {
    let asks = |wanted: &str| query.split('&').any(|pair| pair.eq_ignore_ascii_case(wanted));
    if asks("action=getConfig") {
        return pack(200, Wire::Json, "{}".to_owned(), headers);
    }
    if request_id(headers).is_some() {
        return pack(200, Wire::Json, json!({"status": "ok", "expiration": 24}).to_string(), headers);
    }
    let (wire, text) = match wire_by_headers(headers) {
        Wire::Json => (Wire::Json, error_json("nothing here")),
        Wire::Xml => (Wire::Xml, error_xml("nothing here")),
    };
    pack(404, wire, text, headers)
}

/// 200 (OK) or 202 with "pending": GLPI-Agent asks again later by GET with its request id.
pub fn answer_pending(headers: &Headers<'_>) -> Answer {
    pack(202, Wire::Json, json!({"status": "pending", "expiration": 0}).to_string(), headers)
}

fn wire_by_headers(headers: &Headers<'_>) -> Wire {
    let json = headers.content_type.contains("json") || (headers.glpi_agent_id.is_some() && Client::of(headers.user_agent) != Client::Ocs);
    if json { Wire::Json } else { Wire::Xml }
}

fn hours(verdict: &Verdict) -> u32 {
    match verdict {
        Verdict::Accept { frequency_hours, .. } | Verdict::Stop { frequency_hours } => (*frequency_hours).max(1),
        Verdict::Refuse { .. } => 24,
    }
}

fn json_reply(said: Option<&Message>, verdict: &Verdict) -> String {
    let expiration = hours(verdict);
    let wanted = matches!(verdict, Verdict::Accept { .. });
    match said {
        Some(Message::Contact(_)) if wanted => contact_reply(
            expiration,
            json!({"inventory": {
                "server": "glpi", "version": "10.0.0", "no-category": NO_CATEGORY
            }}),
            &["collect", "deploy", "esx", "netdiscovery", "netinventory", "remoteinventory", "wakeonlan"],
        ),
        Some(Message::Contact(_)) => {
            contact_reply(expiration, json!({}), &["collect", "deploy", "esx", "inventory", "netdiscovery", "netinventory", "remoteinventory", "wakeonlan"])
        }
        Some(Message::GetParams { .. }) => json!({"status": "ok", "expiration": expiration, "credentials": []}).to_string(),
        // "pending" makes the agent send CONTACT, whose answer then turns the inventory off.
        Some(Message::Prolog { .. }) if !wanted => json!({"status": "pending", "expiration": 0}).to_string(),
        _ => json!({"status": "ok", "expiration": expiration}).to_string(),
    }
}

fn contact_reply(expiration: u32, tasks: Value, disabled: &[&str]) -> String {
    json!({
        "status": "ok", "expiration": expiration, "tasks": tasks, "disabled": disabled
    })
    .to_string()
}

fn xml_reply(said: Option<&Message>, verdict: &Verdict) -> String {
    let inside = match (said, verdict) {
        (Some(Message::Prolog { .. }), _) => {
            let word = if matches!(verdict, Verdict::Accept { .. }) { "SEND" } else { "STOP" };
            format!("<RESPONSE>{word}</RESPONSE><PROLOG_FREQ>{}</PROLOG_FREQ>", hours(verdict))
        }
        (Some(Message::Inventory(report)), Verdict::Accept { tag: Some(tag), .. }) if report.client == Client::Ocs => {
            format!(
                "<RESPONSE>ACCOUNT_UPDATE</RESPONSE><ACCOUNTINFO><KEYNAME>TAG</KEYNAME>\
                 <KEYVALUE>{}</KEYVALUE></ACCOUNTINFO>",
                escape(tag)
            )
        }
        _ => "<RESPONSE>NO_ACCOUNT_UPDATE</RESPONSE>".to_owned(),
    };
    reply(&inside)
}

fn reply(inside: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<REPLY>{inside}</REPLY>\n")
}

fn error_xml(text: &str) -> String {
    reply(&format!("<ERROR>{}</ERROR>", escape(text)))
}

fn error_json(text: &str) -> String {
    json!({"status": "error", "message": text, "expiration": 24}).to_string()
}

fn escape(text: &str) -> String {
    let shown: String = text.chars().filter(|c| !c.is_control()).collect();
    quick_xml::escape::escape(&shown).into_owned()
}

fn pack(status: u16, wire: Wire, text: String, headers: &Headers<'_>) -> Answer {
    let (content_type, body) = match wire {
        _ if Client::of(headers.user_agent) == Client::Ocs => ("application/x-compressed", zlib(text.as_bytes())),
        Wire::Xml => ("application/xml", text.into_bytes()),
        Wire::Json => ("application/json", text.into_bytes()),
    };
    let mut more = Vec::new();
    if let Some(id) = request_id(headers) {
        more.push(("GLPI-Request-ID", id.to_owned()));
    }
    if status == 401 {
        more.push(("WWW-Authenticate", format!("Basic realm=\"{REALM}\"")));
    }
    Answer { status, content_type, body, headers: more }
}

/// Eight hexadecimal digits; anything else is not echoed.
fn request_id<'a>(headers: &Headers<'a>) -> Option<&'a str> {
    headers.glpi_request_id.filter(|id| id.len() == 8 && id.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Writing to memory does not fail; should it ever, the plain bytes are still an answer.
fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(ZLIB_LEVEL));
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.unwrap_or_else(|_| bytes.to_vec())
}
