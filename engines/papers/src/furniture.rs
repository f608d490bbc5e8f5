//! What every page carries whatever it says: the class of secrecy at top and
//! bottom, code, hash and checkpoint, the page's number among all pages, and
//! the watermark. Laid last, when the number of pages is known.

use krilla::tagging::ArtifactType;

use crate::face::{self, Face};
use crate::flow::{Ink, LEFT, SHEET_HEIGHT, SHEET_WIDTH, Sense, Sheet, WIDTH};
use crate::paper::{Foot, Paper};
use crate::pen::{Line, Pen};
use crate::problem::Problem;

const CLASS_TOP: f32 = 26.0;
const CLASS_BOTTOM: f32 = SHEET_HEIGHT - 36.0;
const FOOT_TOP: f32 = SHEET_HEIGHT - 86.0;
/// Code, hash, and a checkpoint that may take two lines.
const FOOT_HEIGHT: f32 = CLASS_BOTTOM - FOOT_TOP - 8.0;
const FOOT_WIDTH: f32 = WIDTH * 0.68;

pub(crate) fn lay(paper: &Paper, pen: &mut Pen, sheets: &mut [Sheet]) -> Result<(), Problem> {
    let class = class(paper, pen)?;
    let foot = foot(&paper.foot, pen)?;
    let rising = watermark(paper, pen);
    let pages = sheets.len();
    for (at, sheet) in sheets.iter_mut().enumerate() {
        // Behind everything, so it comes first.
        let behind = rising.iter().map(|(line, face, down)| {
            let ink = Ink::Rising { line: line.clone(), face: *face, down: *down };
            (Sense::Furniture(ArtifactType::Watermark), ink)
        });
        sheet.marks.splice(0..0, behind);
        for (line, top, kind) in [(&class, CLASS_TOP, ArtifactType::Header), (&class, CLASS_BOTTOM, ArtifactType::Footer)] {
            if let Some(line) = line {
                put(sheet, kind, line, face::CLASS, LEFT + (WIDTH - line.width) / 2.0, top);
            }
        }
        put_foot(sheet, &foot);
        let label = page_label(&paper.page_of, at + 1, pages);
        for line in pen.set(&label, &face::PAGE, WIDTH - FOOT_WIDTH).iter().take(1) {
            let x = LEFT + WIDTH - line.width;
            put(sheet, ArtifactType::PageNumber, line, face::PAGE, x, FOOT_TOP + 5.0);
        }
    }
    Ok(())
}

fn class(paper: &Paper, pen: &mut Pen) -> Result<Option<Line>, Problem> {
    let mut lines = pen.set(&paper.class.to_uppercase(), &face::CLASS, WIDTH);
    match lines.len() {
        0 | 1 => Ok(lines.pop()),
        _ => Err(Problem::Tall { part: "the class" }),
    }
}

fn foot(foot: &Foot, pen: &mut Pen) -> Result<Vec<(Line, Face)>, Problem> {
    let hash = foot.hash.as_ref().map(|hash| format!("SHA-256 {hash}"));
    let mut lines: Vec<(Line, Face)> = Vec::new();
    for (text, face) in [(Some(&foot.code), face::CODE), (hash.as_ref(), face::PROOF), (foot.checkpoint.as_ref(), face::PROOF)] {
        let text = text.map_or("", String::as_str);
        lines.extend(pen.set(text, &face, FOOT_WIDTH).into_iter().map(|line| (line, face)));
    }
    let height: f32 = lines.iter().map(|(_, face)| face.leading).sum();
    if height > FOOT_HEIGHT {
        return Err(Problem::Tall { part: "the foot" });
    }
    Ok(lines)
}

fn put_foot(sheet: &mut Sheet, lines: &[(Line, Face)]) {
    let rule = Ink::Rule { x: LEFT, y: FOOT_TOP, width: WIDTH, weight: 0.4, tone: face::LINE };
    sheet.marks.push((Sense::Furniture(ArtifactType::Footer), rule));
    let mut top = FOOT_TOP + 5.0;
    for (line, face) in lines {
        put(sheet, ArtifactType::Footer, line, *face, LEFT, top);
        top += face.leading;
    }
}

fn put(sheet: &mut Sheet, kind: ArtifactType, line: &Line, face: Face, x: f32, top: f32) {
    let ink = Ink::Line { x, y: top + face.baseline(), line: line.clone(), face };
    sheet.marks.push((Sense::Furniture(kind), ink));
}

fn page_label(pattern: &str, page: usize, pages: usize) -> String {
    pattern.replace("{x}", &page.to_string()).replace("{y}", &pages.to_string())
}

/// The watermark's lines, as large as the slope of the sheet allows, each with
/// its distance below the middle.
fn watermark(paper: &Paper, pen: &mut Pen) -> Vec<(Line, Face, f32)> {
    const LARGEST: f32 = 64.0;
    let slope = SHEET_WIDTH * 1.12;
    let text = paper.watermark.as_deref().unwrap_or_default();
    // Measured at size 10 on one line each, then scaled.
    let probe = Face::watermark(10.0);
    let widest = pen.set(text, &probe, f32::MAX / 4.0).iter().map(|line| line.width).fold(1.0, f32::max);
    let size = (10.0 * slope / widest).min(LARGEST);
    let face = Face::watermark(size);
    let lines = pen.set(text, &face, f32::MAX / 4.0);
    let first = -(lines.len() as f32) * face.leading / 2.0;
    let lines = lines.into_iter().enumerate();
    lines.map(|(at, line)| (line, face, first + at as f32 * face.leading + face.baseline())).collect()
}
