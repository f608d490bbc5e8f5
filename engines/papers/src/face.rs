//! The faces of type on a paper: how large, how heavy, how dark, and the room
//! from line to line. All sizes are points; hierarchy is by weight and tone
//! more than by size.

use crate::paper::Align;

/// The cut of the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    Regular,
    Semibold,
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Face {
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    pub cut: Cut,
    /// 0 is black, 255 is paper.
    pub tone: u8,
    /// Extra room between letters.
    pub spacing: f32,
    pub align: Align,
}

pub(crate) const BLACK: u8 = 0;
/// For words that stand back; 7:1 on white, so a worn printer still shows it.
pub(crate) const DIM: u8 = 85;
/// Hairlines.
pub(crate) const LINE: u8 = 170;
/// The watermark: under the text without hindering it.
pub(crate) const PALE: u8 = 236;

pub(crate) const GOVERNMENT: Face = bold(11.0, 15.0).spaced(0.6).centred();
pub(crate) const OFFICE: Face = plain(10.5, 14.0).centred();
pub(crate) const UNIT: Face = plain(9.5, 13.0).dim().centred();
pub(crate) const REFERENCE: Face = plain(9.5, 13.0);
pub(crate) const TITLE: Face = bold(17.0, 22.0);
pub(crate) const TITLE_SECOND: Face = plain(11.0, 15.0).dim();
pub(crate) const HEADING: Face = bold(11.5, 16.0);
pub(crate) const HEADING_SECOND: Face = plain(9.5, 12.5).dim();
pub(crate) const BODY: Face = plain(10.5, 15.5);
pub(crate) const BODY_SECOND: Face = plain(9.5, 13.5).dim();
pub(crate) const LABEL: Face = plain(9.5, 14.15).dim();
pub(crate) const LABEL_SECOND: Face = plain(8.0, 10.5).dim();
pub(crate) const VALUE: Face = plain(10.5, 13.5);
pub(crate) const COLUMN: Face = bold(8.5, 11.0);
pub(crate) const COLUMN_SECOND: Face = plain(7.5, 9.5).dim();
pub(crate) const CELL: Face = plain(9.0, 12.0);
pub(crate) const ROLE: Face = bold(9.0, 12.0);
pub(crate) const ROLE_SECOND: Face = plain(8.0, 10.0).dim();
pub(crate) const SIGNER: Face = bold(10.0, 13.0);
pub(crate) const POST: Face = plain(9.0, 12.0).dim();
pub(crate) const SMALL: Face = plain(8.0, 11.0).dim();
// Wider spacing makes programs that read the text see gaps between letters.
pub(crate) const CLASS: Face = bold(8.5, 11.0).spaced(0.6).centred();
pub(crate) const CODE: Face = bold(8.0, 11.0);
pub(crate) const PROOF: Face = plain(7.0, 9.5).dim();
pub(crate) const PAGE: Face = plain(8.0, 11.0).ending();

const fn plain(size: f32, leading: f32) -> Face {
    Face { size, leading, cut: Cut::Regular, tone: BLACK, spacing: 0.0, align: Align::Start }
}

const fn bold(size: f32, leading: f32) -> Face {
    Face { cut: Cut::Semibold, ..plain(size, leading) }
}

impl Face {
    const fn dim(self) -> Face {
        Face { tone: DIM, ..self }
    }

    const fn spaced(self, spacing: f32) -> Face {
        Face { spacing, ..self }
    }

    const fn centred(self) -> Face {
        self.aligned(Align::Middle)
    }

    const fn ending(self) -> Face {
        self.aligned(Align::End)
    }

    pub(crate) const fn aligned(self, align: Align) -> Face {
        Face { align, ..self }
    }

    /// The watermark's face at a size found by measuring.
    pub(crate) const fn watermark(size: f32) -> Face {
        Face { tone: PALE, ..bold(size, size * 1.2) }
    }

    /// From the top of a line's room to its baseline, so that capitals stand in
    /// the middle: Source Sans capitals are 0.66 of the size high.
    pub(crate) fn baseline(&self) -> f32 {
        self.leading / 2.0 + 0.33 * self.size
    }
}
