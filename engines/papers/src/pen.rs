//! The pen turns text into lines: it replaces what the letters lack, breaks at
//! words (and inside a word only when it is wider than its room), and measures.
//! It knows parley; nothing else in the crate does.

use std::sync::Arc;

use parley::fontique::{Blob, Charmap, Collection, CollectionOptions, FontInfoOverride};
use parley::style::{FontFamily, FontFamilyName, LineHeight, OverflowWrap};
use parley::{FontContext, Layout, LayoutContext, StyleProperty};

use crate::face::{Cut, Face};
use crate::words::Language;

pub(crate) const REGULAR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/regular.ttf"));
pub(crate) const SEMIBOLD: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/semibold.ttf"));

/// Printed for a character the letters lack.
pub(crate) const MISSING: char = '\u{25A1}';

/// One glyph of a line; advances and offsets are parts of the size.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    pub id: u32,
    pub advance: f32,
    pub x: f32,
    pub y: f32,
    /// Which bytes of the line's text it shows.
    pub shows: std::ops::Range<usize>,
}

/// A set line, all in one face.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub text: String,
    pub glyphs: Vec<Glyph>,
    /// Without the space at its end.
    pub width: f32,
}

pub(crate) struct Pen {
    pub language: Language,
    fonts: FontContext,
    layouts: LayoutContext<()>,
    regular: Option<Charmap<'static>>,
    semibold: Option<Charmap<'static>>,
}

impl Pen {
    pub(crate) fn new(language: Language) -> Self {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            // The office's machine must not decide how a paper looks.
            system_fonts: false,
        });
        let regular = load(&mut collection, REGULAR, name_of(Cut::Regular));
        let semibold = load(&mut collection, SEMIBOLD, name_of(Cut::Semibold));
        Pen { language, fonts: FontContext { collection, ..FontContext::default() }, layouts: LayoutContext::new(), regular, semibold }
    }

    /// Sets `text` in lines no wider than `width` points. Empty text has no
    /// lines.
    pub(crate) fn set(&mut self, text: &str, face: &Face, width: f32) -> Vec<Line> {
        let text = self.clean(text, face.cut);
        if text.is_empty() {
            return Vec::new();
        }
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, &text, 1.0, false);
        let family = FontFamilyName::Named(name_of(face.cut).into());
        builder.push_default(StyleProperty::FontFamily(FontFamily::Single(family)));
        builder.push_default(StyleProperty::FontSize(face.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(face.leading)));
        builder.push_default(StyleProperty::LetterSpacing(face.spacing));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        let mut layout: Layout<()> = builder.build(&text);
        // A hair wider, so that a word measured at exactly this width stays.
        layout.break_all_lines(Some(width + 0.01));
        layout.lines().map(|line| take(&line, &text, face)).collect()
    }

    /// Leaves out what has no shape and replaces what the letters lack.
    fn clean(&self, text: &str, cut: Cut) -> String {
        let letters = match cut {
            Cut::Regular => &self.regular,
            Cut::Semibold => &self.semibold,
        };
        let has = |c: char| letters.as_ref().and_then(|map| map.map(c)).is_some();
        let mut clean = String::with_capacity(text.len());
        for c in text.replace("\r\n", "\n").chars() {
            match c {
                '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
                '\t' => clean.push(' '),
                c if c.is_control() || is_shapeless(c) => {}
                c if has(c) && !is_private(c) => clean.push(c),
                _ => clean.push(MISSING),
            }
        }
        clean.truncate(clean.trim_end().len());
        clean
    }
}

/// Marks that only steer other characters: joiners, directions, selectors, the
/// soft hyphen, the byte order mark.
fn is_shapeless(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// PDF/A forbids characters whose meaning is a private agreement.
fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

/// Each cut is a family of its own, so no weight is ever guessed.
fn name_of(cut: Cut) -> &'static str {
    match cut {
        Cut::Regular => "papers regular",
        Cut::Semibold => "papers semibold",
    }
}

fn load(collection: &mut Collection, bytes: &'static [u8], name: &'static str) -> Option<Charmap<'static>> {
    let named = FontInfoOverride { family_name: Some(name), ..FontInfoOverride::default() };
    let families = collection.register_fonts(Blob::new(Arc::new(bytes)), Some(named));
    let info = families.first()?.1.first()?;
    info.charmap_index().charmap(bytes)
}

fn take(line: &parley::layout::Line<'_, ()>, text: &str, face: &Face) -> Line {
    let range = line.text_range();
    let mut glyphs: Vec<Glyph> = Vec::new();
    for run in line.runs() {
        for cluster in run.visual_clusters() {
            if cluster.is_hard_line_break() {
                continue;
            }
            let shows = cluster.text_range();
            let shows = shows.start - range.start..shows.end - range.start;
            if cluster.is_ligature_continuation() {
                if let Some(glyph) = glyphs.last_mut() {
                    glyph.shows.end = glyph.shows.end.max(shows.end);
                }
                continue;
            }
            glyphs.extend(cluster.glyphs().map(|glyph| Glyph {
                id: glyph.id,
                advance: glyph.advance / face.size,
                x: glyph.x / face.size,
                y: glyph.y / face.size,
                shows: shows.clone(),
            }));
        }
    }
    let metrics = line.metrics();
    // The last letter's spacing is not part of what the eye centres.
    let width = metrics.advance - metrics.hanging_advance - face.spacing;
    Line { text: text[range].to_owned(), glyphs, width: width.max(0.0) }
}
