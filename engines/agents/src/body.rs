//! Opens the body of a POST: unpacks it, turns it into text and says whether it is XML or JSON.
//! It trusts the first bytes and never a header, stops while unpacking when a limit is passed,
//! and knows nothing of what the text means.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::{GzDecoder, ZlibDecoder};
use sha2::{Digest, Sha256};

use crate::{Refused, text};

/// Longest text a body may unpack to, in bytes. The largest public sample has 1.4 MB; a switch of
/// some hundred ports has 20 MB. The limit bounds memory, whatever the packing ratio.
pub const INFLATED_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Deepest nesting of XML elements. Real reports use 7.
pub const XML_DEPTH_MAX: usize = 32;
/// Deepest nesting of JSON arrays and objects. Real reports use 6.
pub const JSON_DEPTH_MAX: usize = 32;
/// Most values (elements, members, items) in one body: a report of 3,184 programs has 35,000.
/// Without it 64 MiB of empty elements would cost gigabytes as a tree.
pub const NODES_MAX: usize = 1_000_000;

/// What the text of a body is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wire {
    Xml,
    Json,
}

/// How the body was packed on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    Plain,
    Zlib,
    Gzip,
}

/// A body after unpacking: text without control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    pub wire: Wire,
    pub packing: Packing,
    pub text: String,
    /// SHA-256 of the bytes as they came, before unpacking.
    pub original_sha256: [u8; 32],
}

/// Unpacks and decodes `body`.
///
/// Errors: `Empty`, `TooLarge`, `BrokenPacking`, `UnknownShape`, `Dtd`.
pub fn open(body: &[u8]) -> Result<Opened, Refused> {
    if body.is_empty() {
        return Err(Refused::Empty);
    }
    let original_sha256 = Sha256::digest(body).into();
    let packing = packing_of(body);
    let unpacked = unpack(body, packing)?;
    let text = text::decode(&unpacked);
    drop(unpacked);
    let wire = wire_of(&text)?;
    if wire == Wire::Xml && declares_dtd(&text) {
        return Err(Refused::Dtd);
    }
    Ok(Opened { wire, packing, text: text::strip_controls(text, wire), original_sha256 })
}

fn packing_of(body: &[u8]) -> Packing {
    match body {
        [0x1f, 0x8b, ..] => Packing::Gzip,
        // RFC 1950: CMF and FLG together are a multiple of 31; this tells zlib from a text "x...".
        [0x78, flags, ..] if (0x7800 + u16::from(*flags)) % 31 == 0 => Packing::Zlib,
        _ => Packing::Plain,
    }
}

fn unpack(body: &[u8], packing: Packing) -> Result<Cow<'_, [u8]>, Refused> {
    match packing {
        Packing::Plain if body.len() > INFLATED_BYTES_MAX => Err(Refused::TooLarge),
        Packing::Plain => Ok(Cow::Borrowed(body)),
        Packing::Zlib => inflate(ZlibDecoder::new(body), "zlib", body.len()),
        Packing::Gzip => inflate(GzDecoder::new(body), "gzip", body.len()),
    }
}

fn inflate<'a>(packed: impl Read, packing: &'static str, packed_len: usize) -> Result<Cow<'a, [u8]>, Refused> {
    let guess = packed_len.saturating_mul(12).min(4 * 1024 * 1024);
    let mut out = Vec::with_capacity(guess);
    packed.take(INFLATED_BYTES_MAX as u64 + 1).read_to_end(&mut out).map_err(|_| Refused::BrokenPacking { packing })?;
    match out.len() {
        0 => Err(Refused::Empty),
        len if len > INFLATED_BYTES_MAX => Err(Refused::TooLarge),
        _ => Ok(Cow::Owned(out)),
    }
}

fn wire_of(text: &str) -> Result<Wire, Refused> {
    let start = text.find(|c: char| !c.is_whitespace() && !c.is_control()).ok_or(Refused::Empty)?;
    match text.as_bytes()[start] {
        b'<' => Ok(Wire::Xml),
        b'{' => Ok(Wire::Json),
        _ => Err(Refused::UnknownShape),
    }
}

fn declares_dtd(text: &str) -> bool {
    const WORDS: [&str; 5] = ["DOCTYPE", "ENTITY", "ELEMENT", "ATTLIST", "NOTATION"];
    text.match_indices("<!").any(|(at, _)| {
        let rest = &text.as_bytes()[at + 2..];
        WORDS.iter().any(|word| rest.get(..word.len()).is_some_and(|w| w.eq_ignore_ascii_case(word.as_bytes())))
    })
}
