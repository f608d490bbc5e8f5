//! The flow fills sheets of A4 from top to bottom and turns to a new one when
//! the room is used up. It holds ink at places; it does not know what a block
//! is.

use krilla::image::Image;
use krilla::tagging::ArtifactType;

use crate::face::Face;
use crate::outline::{Outline, Part};
use crate::pen::Line;

// All in points, from the upper left corner of the sheet.
pub(crate) const SHEET_WIDTH: f32 = 595.28;
pub(crate) const SHEET_HEIGHT: f32 = 841.89;
/// 22 mm at both sides: room for the file's punch holes.
pub(crate) const LEFT: f32 = 62.4;
pub(crate) const WIDTH: f32 = SHEET_WIDTH - 2.0 * LEFT;
pub(crate) const TOP: f32 = 60.0;
pub(crate) const BOTTOM: f32 = SHEET_HEIGHT - 94.0;

/// What a mark means: something to be read, or the sheet's furniture.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sense {
    Reading(Part),
    Furniture(ArtifactType),
}

/// A mark on the sheet.
pub(crate) enum Ink {
    /// `y` is the baseline.
    Line {
        x: f32,
        y: f32,
        line: Line,
        face: Face,
    },
    Rule {
        x: f32,
        y: f32,
        width: f32,
        weight: f32,
        tone: u8,
    },
    Frame {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
    },
    Picture {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        image: Image,
    },
    /// The dark squares of a QR code, row by row.
    Squares {
        x: f32,
        y: f32,
        side: f32,
        rows: Vec<Vec<bool>>,
    },
    /// A line rising through the middle of the sheet, `down` below it.
    Rising {
        line: Line,
        face: Face,
        down: f32,
    },
}

#[derive(Default)]
pub(crate) struct Sheet {
    pub marks: Vec<(Sense, Ink)>,
}

pub(crate) struct Flow {
    pub y: f32,
    pub outline: Outline,
    sheets: Vec<Sheet>,
    sheet: Sheet,
}

impl Flow {
    pub(crate) fn new() -> Self {
        Flow { y: TOP, outline: Outline::default(), sheets: Vec::new(), sheet: Sheet::default() }
    }

    pub(crate) fn room(&self) -> f32 {
        BOTTOM - self.y
    }

    pub(crate) fn is_at_top(&self) -> bool {
        self.y <= TOP
    }

    /// Turns to a new sheet unless `height` fits on this one.
    pub(crate) fn need(&mut self, height: f32) {
        if height > self.room() && !self.is_at_top() {
            self.turn();
        }
    }

    pub(crate) fn turn(&mut self) {
        self.sheets.push(std::mem::take(&mut self.sheet));
        self.y = TOP;
    }

    /// Room between blocks; it vanishes at the top of a sheet and never turns to
    /// a new one by itself, or a full page would leave an empty one behind.
    pub(crate) fn skip(&mut self, height: f32) {
        if !self.is_at_top() {
            self.y = (self.y + height.max(0.0)).min(BOTTOM);
        }
    }

    pub(crate) fn put(&mut self, part: Part, ink: Ink) {
        self.sheet.marks.push((Sense::Reading(part), ink));
    }

    /// Puts ink that is looked at but not read aloud: rules, repeated heads.
    pub(crate) fn adorn(&mut self, kind: ArtifactType, ink: Ink) {
        self.sheet.marks.push((Sense::Furniture(kind), ink));
    }

    pub(crate) fn rule(&mut self, x: f32, width: f32, weight: f32, tone: u8) {
        let y = self.y;
        self.adorn(ArtifactType::Layout, Ink::Rule { x, y, width, weight, tone });
    }

    pub(crate) fn finish(mut self) -> (Vec<Sheet>, Outline) {
        self.sheets.push(self.sheet);
        (self.sheets, self.outline)
    }
}
