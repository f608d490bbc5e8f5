//! Draws the sheets as a tagged PDF/A-2a file: grey tones only, letters
//! embedded, language and structure told. It knows krilla and no block.

use std::f32::consts::PI;

use krilla::color::luma;
use krilla::configure::{Archival, ConfigurationBuilder, PdfVersion};
use krilla::error::KrillaError;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ContentTag, Identifier, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use crate::face::{Cut, Face, LINE};
use crate::flow::{Ink, SHEET_HEIGHT, SHEET_WIDTH, Sense, Sheet};
use crate::outline::Outline;
use crate::paper::{Moment, Paper};
use crate::pen::{Line, REGULAR, SEMIBOLD};
use crate::problem::Problem;

/// How steeply the watermark rises, in degrees.
const RISE: f32 = 52.0;

struct Letters {
    regular: Font,
    semibold: Font,
}

pub(crate) fn draw(paper: &Paper, sheets: &[Sheet], outline: Outline) -> Result<Vec<u8>, Problem> {
    let letters = Letters { regular: font(REGULAR), semibold: font(SEMIBOLD) };
    let mut document = Document::new_with(settings());
    document.set_metadata(metadata(paper));
    let mut drawn: Vec<Vec<Identifier>> = vec![Vec::new(); outline.len()];
    for sheet in sheets {
        let size = Size::from_wh(SHEET_WIDTH, SHEET_HEIGHT).expect("A4 is a size");
        let mut page = document.start_page_with(PageSettings::new(size));
        let mut surface = page.surface();
        for (sense, ink) in &sheet.marks {
            let tag = match sense {
                Sense::Reading(_) if matches!(ink, Ink::Line { .. }) => ContentTag::Span(SpanTag::empty()),
                Sense::Reading(_) => ContentTag::Other,
                Sense::Furniture(kind) => ContentTag::Artifact(Artifact::with_kind(*kind)),
            };
            let identifier = surface.start_tagged(tag);
            put(&mut surface, ink, &letters);
            surface.end_tagged();
            if let Sense::Reading(part) = sense {
                drawn[part.index()].push(identifier);
            }
        }
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(outline.tree(drawn).with_lang(Some(paper.language.first().into())));
    document.finish().map_err(|error| match error {
        KrillaError::Image(_, _, why) => Problem::Picture { why },
        other => Problem::Format(Box::new(other)),
    })
}

fn settings() -> SerializeSettings {
    let configuration =
        ConfigurationBuilder::new().with_version(PdfVersion::Pdf17).with_archival_validator(Archival::A2_A).finish().expect("PDF/A-2 is written as PDF 1.7");
    SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() }
}

fn metadata(paper: &Paper) -> Metadata {
    Metadata::new()
        .title(paper.title.first.clone())
        .description(description(paper))
        .authors(vec![paper.head.office.clone()])
        .language(paper.language.first().to_owned())
        .creator("tehama".to_owned())
        .creation_date(date_of(paper.made))
}

/// Watermark and code: the watermark is drawn as shapes, so it is said here too.
fn description(paper: &Paper) -> String {
    let watermark = paper.watermark.as_deref().unwrap_or_default();
    format!("{} {}", watermark.replace('\n', " "), paper.foot.code).trim().to_owned()
}

fn date_of(made: Moment) -> DateTime {
    DateTime::new(made.year)
        .month(made.month)
        .day(made.day)
        .hour(made.hour)
        .minute(made.minute)
        .second(made.second)
        .utc_offset_hour((made.east_minutes / 60) as i8)
        .utc_offset_minute((made.east_minutes % 60).unsigned_abs() as u8)
}

fn font(bytes: &'static [u8]) -> Font {
    Font::new(bytes.into(), 0).expect("the embedded letters are a font")
}

fn put(surface: &mut Surface, ink: &Ink, letters: &Letters) {
    match ink {
        Ink::Line { x, y, line, face } => write(surface, (*x, *y), line, face, letters, false),
        Ink::Rule { x, y, width, weight, tone } => stroke(surface, across(*x, *y, *width), *weight, *tone),
        Ink::Frame { x, y, width, height } => stroke(surface, frame(*x, *y, *width, *height), 0.5, LINE),
        Ink::Picture { x, y, width, height, image } => {
            if let Some(size) = Size::from_wh(*width, *height) {
                surface.push_transform(&Transform::from_translate(*x, *y));
                surface.draw_image(image.clone(), size);
                surface.pop();
            }
        }
        Ink::Squares { x, y, side, rows } => fill(surface, squares(*x, *y, *side, rows), 0),
        Ink::Rising { line, face, down } => {
            surface.push_transform(&rising());
            // As shapes: as letters it would lie between the words of whoever
            // copies or searches the text.
            let start = (-line.width / 2.0, *down);
            write(surface, start, line, face, letters, true);
            surface.pop();
        }
    }
}

fn write(surface: &mut Surface, (x, y): (f32, f32), line: &Line, face: &Face, letters: &Letters, as_shapes: bool) {
    let font = match face.cut {
        Cut::Regular => &letters.regular,
        Cut::Semibold => &letters.semibold,
    };
    let glyphs: Vec<KrillaGlyph> =
        line.glyphs.iter().map(|glyph| KrillaGlyph::new(GlyphId::new(glyph.id), glyph.advance, glyph.x, glyph.y, 0.0, glyph.shows.clone(), None)).collect();
    surface.set_stroke(None);
    surface.set_fill(Some(fill_of(face.tone)));
    surface.draw_glyphs(Point::from_xy(x, y), &glyphs, font.clone(), &line.text, face.size, as_shapes);
}

fn stroke(surface: &mut Surface, path: Option<Path>, width: f32, tone: u8) {
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke { paint: luma::Color::new(tone).into(), width, ..Stroke::default() }));
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn fill(surface: &mut Surface, path: Option<Path>, tone: u8) {
    surface.set_stroke(None);
    surface.set_fill(Some(fill_of(tone)));
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn fill_of(tone: u8) -> Fill {
    Fill { paint: luma::Color::new(tone).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn across(x: f32, y: f32, width: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(x, y);
    path.line_to(x + width, y);
    path.finish()
}

fn frame(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x, y, width, height)?);
    path.finish()
}

/// One path for the whole code, so that neighbours show no seam between them.
fn squares(x: f32, y: f32, side: f32, rows: &[Vec<bool>]) -> Option<Path> {
    let step = side / rows.len() as f32;
    let mut path = PathBuilder::new();
    for (down, row) in rows.iter().enumerate() {
        for (right, _) in row.iter().enumerate().filter(|(_, dark)| **dark) {
            let (left, top) = (x + right as f32 * step, y + down as f32 * step);
            path.push_rect(Rect::from_xywh(left, top, step, step)?);
        }
    }
    path.finish()
}

/// Moves to the middle of the sheet and turns upwards to the right.
fn rising() -> Transform {
    let (sin, cos) = (-RISE * PI / 180.0).sin_cos();
    Transform::from_row(cos, sin, -sin, cos, SHEET_WIDTH / 2.0, SHEET_HEIGHT / 2.0)
}
