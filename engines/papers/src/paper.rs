//! A paper as plain values, before it has lines or pages: head, title, blocks,
//! foot. It is what the domains fill in; it knows no points and no fonts.

use crate::words::{Language, Words};

/// A paper of any number of A4 pages.
#[derive(Debug, Clone)]
pub struct Paper {
    pub language: Language,
    pub head: Head,
    pub title: Words,
    /// The class of secrecy, printed at the top and bottom of each page in
    /// capitals: `Matumizi ya ndani / Internal use`. Empty prints none.
    pub class: String,
    pub blocks: Vec<Block>,
    pub foot: Foot,
    /// Printed large and pale behind the text of each page, line by line:
    /// `MFANO – SI HATI HALISI\nDEMO`.
    pub watermark: Option<String>,
    /// Page label with `{x}` and `{y}`; see [`Language::page_of`].
    pub page_of: String,
    /// When the paper was made, for the file's own record. PDF/A demands it.
    pub made: Moment,
}

/// Who speaks: the lines centred at the top of the first page.
#[derive(Debug, Clone, Default)]
pub struct Head {
    pub government: String,
    pub office: String,
    pub unit: String,
    pub reference: Option<String>,
    /// As it shall be printed: `24 Novemba 2026`.
    pub date: String,
    /// The crest as PNG, centred above the government's name.
    pub crest: Option<Vec<u8>>,
}

/// What proves the paper, small at the bottom of each page.
#[derive(Debug, Clone, Default)]
pub struct Foot {
    /// The short code by which the paper is found again: `OMB-U-2026-0042`.
    pub code: String,
    /// SHA-256 as hexadecimal digits, of whatever the caller says it proves.
    pub hash: Option<String>,
    /// The ledger's checkpoint: `size 1204, root …`.
    pub checkpoint: Option<String>,
}

/// A moment of the clock on the wall and how far east of UTC that wall is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub year: u16,
    /// 1-12.
    pub month: u8,
    /// 1-31.
    pub day: u8,
    /// 0-23.
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
    /// Minutes east of UTC; 180 in Zanzibar.
    pub east_minutes: i16,
}

/// One part of a paper, from top to bottom.
#[derive(Debug, Clone)]
pub enum Block {
    Heading(Words),
    /// A line feed begins a new line.
    Paragraph(Words),
    /// Label and value, one pair a row.
    Facts(Vec<(Words, String)>),
    /// Repeats its header on each page; a row is split only when it is taller
    /// than a page. A row with fewer cells than columns ends in empty cells.
    Table {
        columns: Vec<Column>,
        rows: Vec<Vec<String>>,
    },
    /// Boxes for signing, two beside each other.
    Signatures(Vec<Signature>),
    Qr {
        /// What the code says when read.
        text: String,
        caption: Words,
    },
    /// Empty height in points (1/72 inch).
    Space(f32),
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    pub title: Words,
    /// Its part of the width, in relation to the other columns' shares.
    pub share: f32,
    pub align: Align,
}

impl Column {
    /// A column whose cells start at the left.
    pub fn new(title: impl Into<Words>, share: f32) -> Self {
        Column { title: title.into(), share, align: Align::Start }
    }

    /// The same column with its cells at the right, for numbers.
    pub fn of_numbers(self) -> Self {
        Column { align: Align::End, ..self }
    }
}

/// Where a line stands in its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Start,
    Middle,
    End,
}

/// A place for one person's signature.
#[derive(Debug, Clone)]
pub struct Signature {
    /// In which role: `Aliyekabidhi / Handed over by`.
    pub role: Words,
    /// Empty leaves a line to write on.
    pub name: String,
    pub post: String,
    /// When it was signed on the screen, as printed; `None` leaves lines for pen
    /// and date.
    pub signed: Option<String>,
    /// The signature drawn on the screen, as PNG.
    pub picture: Option<Vec<u8>>,
}
