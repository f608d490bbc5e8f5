//! A register's file as rows of text, whichever program wrote it: Excel, or CSV with any of the usual commas, marks and code pages.

use calamine::{DataRef, Reader, Xlsx};
use kernel::export::unescape;
use kernel::problem::{Problem, Result};
use std::io::Cursor;

/// Rows beyond this are another kind of job.
pub const MAX_ROWS: usize = 20_000;
/// Columns beyond this hold nothing that a register has.
const MAX_COLUMNS: usize = 100;
/// The largest file; a register of 20,000 devices is some 3 MB.
pub const MAX_BYTES: usize = 10 << 20;

/// The heading and the rows below it; each with its number as the office's own program shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub columns: Vec<String>,
    pub rows: Vec<(usize, Vec<String>)>,
}

/// Reads a file. Its first bytes tell what it is, not its name.
///
/// Errors: `Unreadable` when it is neither Excel nor text, `Refused` when it is too large or has no rows.
pub fn sheet(bytes: &[u8]) -> Result<Sheet> {
    if bytes.len() > MAX_BYTES {
        return Err(Problem::refused("problem-import-too-large"));
    }
    let rows = if bytes.starts_with(b"PK\x03\x04") { from_excel(bytes)? } else { from_text(bytes)? };
    let mut rows = rows.into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
    // The name of the register often stands alone above its heading.
    let Some((_, columns)) = rows.by_ref().find(|(_, cells)| cells.iter().filter(|cell| !cell.is_empty()).count() > 1) else {
        return Err(Problem::refused("problem-import-empty"));
    };
    let rows: Vec<_> = rows.collect();
    match rows.len() {
        0 => Err(Problem::refused("problem-import-empty")),
        1..=MAX_ROWS => Ok(Sheet { columns, rows }),
        _ => Err(Problem::refused("problem-import-too-large")),
    }
}

type Rows = Vec<(usize, Vec<String>)>;

fn unreadable(error: &dyn std::fmt::Display) -> Problem {
    Problem::Unreadable { key: "problem-import-unreadable".into(), detail: error.to_string() }
}

/// The first sheet with anything on it, cell by cell: a stray cell at the far corner must not fill the memory with empty ones.
fn from_excel(bytes: &[u8]) -> Result<Rows> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    for name in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&name).map_err(|error| unreadable(&error))?;
        let mut rows: Rows = Vec::new();
        while let Some(cell) = cells.next_cell().map_err(|error| unreadable(&error))? {
            let (row, column) = cell.get_position();
            let (row, column) = (row as usize + 1, column as usize);
            let text = excel_text(cell.get_value());
            if text.is_empty() || column >= MAX_COLUMNS {
                continue;
            }
            if rows.last().is_none_or(|(last, _)| *last != row) {
                if rows.len() > MAX_ROWS + 1 {
                    return Err(Problem::refused("problem-import-too-large"));
                }
                rows.push((row, Vec::new()));
            }
            if let Some((_, cells)) = rows.last_mut() {
                cells.resize(cells.len().max(column + 1), String::new());
                cells[column] = text;
            }
        }
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Err(Problem::refused("problem-import-empty"))
}

fn excel_text(value: &DataRef) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => clean(text),
        DataRef::SharedString(text) => clean(text),
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => n.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn from_text(bytes: &[u8]) -> Result<Rows> {
    let text = decode(bytes);
    if text.contains('\0') {
        return Err(unreadable(&"neither a spreadsheet nor text"));
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(&text)).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for (at, record) in reader.records().enumerate() {
        let record = record.map_err(|error| unreadable(&error))?;
        let number = record.position().map_or(at + 1, |position| line_of(&text, position));
        rows.push((number, record.iter().take(MAX_COLUMNS).map(clean).collect()));
        if rows.len() > MAX_ROWS + 10 {
            return Err(Problem::refused("problem-import-too-large"));
        }
    }
    Ok(rows)
}

/// The line a record stands on: the reader's own count stops before the empty lines above it.
fn line_of(text: &str, position: &csv::Position) -> usize {
    let size = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    let ahead = text.as_bytes().get(size(position.byte())..).unwrap_or_default();
    size(position.line()) + ahead.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count()
}

/// What an export put before a cell to keep it from being read as a formula comes off again.
fn clean(cell: &str) -> String {
    unescape(cell.trim()).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The mark that parts the cells: the one that the first lines have most of, quoted text aside.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.lines().filter(|line| !line.trim().is_empty()).take(5).flat_map(str::bytes) {
        if byte == b'"' {
            quoted = !quoted;
        }
        for (mark, count) in &mut counts {
            *count += usize::from(!quoted && byte == *mark);
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(b',', |(mark, _)| mark)
}

/// UTF-8 with or without its mark, UTF-16 with one, else Windows-1252, which Excel writes where nobody asked it otherwise.
fn decode(bytes: &[u8]) -> String {
    let wide = |order: fn([u8; 2]) -> u16| String::from_utf16_lossy(&bytes[2..].chunks_exact(2).map(|pair| order([pair[0], pair[1]])).collect::<Vec<_>>());
    match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        _ => {
            let bare = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            std::str::from_utf8(bare).map_or_else(|_| bare.iter().map(|byte| windows_1252(*byte)).collect(), str::to_owned)
        }
    }
}

fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™',
        'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

#[cfg(test)]
mod tests {
    use super::sheet;

    #[test]
    fn a_register_is_read_whoever_wrote_it() {
        let expected = vec!["KIF-1".to_owned(), "Idara ya “Mashtaka”".to_owned()];
        let utf8 = "\u{feff}Rejista ya vifaa;\nNamba ya mali;Idara\n\nKIF-1;Idara ya “Mashtaka”\n".as_bytes().to_vec();
        let windows = b"Namba ya mali\tIdara\r\nKIF-1\tIdara ya \x93Mashtaka\x94\r\n".to_vec();
        let commas = "Namba ya mali,Idara\n'=KIF-1,\"Idara; ya\"\n".as_bytes().to_vec();
        let read = sheet(&utf8).expect("UTF-8 with semicolons");
        assert_eq!((read.columns, read.rows), (vec!["Namba ya mali".into(), "Idara".into()], vec![(4, expected.clone())]));
        assert_eq!(sheet(&windows).expect("Windows-1252 with tabs").rows, vec![(2, expected)]);
        assert_eq!(sheet(&commas).expect("commas and a formula escape").rows, vec![(2, vec!["=KIF-1".into(), "Idara; ya".into()])]);
    }
}
