//! Turns the bytes of a report into text. Old agents name one encoding and send another, so valid
//! UTF-8 always wins; the name counts only for what is not UTF-8. It knows neither XML nor JSON
//! beyond the name of an encoding in an XML declaration.

use std::borrow::Cow;

use crate::body::Wire;

/// UTF-16 by its byte-order mark, else UTF-8, else windows-1252, which holds every printable
/// character of ISO-8859-1 and is what agents that declare ISO-8859-1 on Windows really send.
pub(crate) fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0x3c, 0x00, ..] => utf16(bytes, u16::from_le_bytes),
        [0x00, 0x3c, ..] => utf16(bytes, u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
            match std::str::from_utf8(bytes) {
                Ok(text) => text.to_owned(),
                Err(_) if declares_utf8(bytes) => mixed(bytes),
                Err(_) => bytes.iter().map(|b| windows_1252(*b)).collect(),
            }
        }
    }
}

/// Removes control characters other than tab and line ends; in JSON those become spaces, because
/// a raw line end inside a JSON string is an error that some agents make.
pub(crate) fn strip_controls(text: String, wire: Wire) -> String {
    let bad = |c: char| c.is_control() && (wire == Wire::Json || !matches!(c, '\t' | '\n' | '\r'));
    if !text.contains(bad) {
        return text;
    }
    text.chars()
        .filter_map(|c| match c {
            '\t' | '\n' | '\r' if wire == Wire::Json => Some(' '),
            c if bad(c) || is_noncharacter(c) => None,
            c => Some(c),
        })
        .collect()
}

/// One value without control characters and outer spaces.
pub(crate) fn clean(value: &str) -> Cow<'_, str> {
    let trimmed = value.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    let bad = |c: char| c.is_control() && !matches!(c, '\t' | '\n');
    if !trimmed.contains(bad) {
        return Cow::Borrowed(trimmed);
    }
    Cow::Owned(trimmed.chars().filter(|c| !bad(*c)).collect())
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fffe}' | '\u{ffff}')
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn declares_utf8(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(200)];
    let declaration = head.split(|b| *b == b'>').next().unwrap_or(head);
    declaration.starts_with(b"<?xml") && declaration.windows(5).any(|w| w.eq_ignore_ascii_case(b"utf-8"))
}

/// UTF-8 with some foreign bytes (one program with a Latin name in a UTF-8 report): the good parts
/// stay UTF-8, each foreign byte is read as windows-1252.
fn mixed(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        out.extend(chunk.invalid().iter().map(|b| windows_1252(*b)));
    }
    out
}

fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™',
        'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}
