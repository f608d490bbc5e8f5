//! A stack of set lines above each other, in one or two faces: what stands in a
//! paragraph, a cell or beside a QR code. It can be measured before it is put
//! down and parted where a page ends.

use krilla::tagging::ArtifactType;

use crate::face::Face;
use crate::flow::{Flow, Ink, Sense};
use crate::outline::Part;
use crate::paper::Align;
use crate::pen::{Line, Pen};
use crate::words::Words;

/// Between words and the English beside them.
const BESIDE: f32 = 5.0;

#[derive(Default, Clone)]
pub(crate) struct Stack {
    lines: Vec<(Line, Face, Sense)>,
    /// English on the first line, after its words.
    beside: Option<(Line, Face, Sense)>,
}

impl Stack {
    pub(crate) fn of(pen: &mut Pen, text: &str, face: Face, width: f32, part: Part) -> Stack {
        let mut stack = Stack::default();
        stack.add(pen, text, face, width, part);
        stack
    }

    /// Both languages of `words`; English gets a part of its own inside `part`
    /// so that it is read as English.
    pub(crate) fn of_words(pen: &mut Pen, flow: &mut Flow, words: &Words, faces: (Face, Face), width: f32, part: Part) -> Stack {
        let mut stack = Stack::of(pen, &words.first, faces.0, width, part);
        if let Some(second) = &words.second {
            let role = crate::outline::Role::Span;
            let inner = flow.outline.add(Some(part), role);
            flow.outline.speaks(inner, "en");
            stack.add(pen, second, faces.1, width, inner);
        }
        stack
    }

    /// As `of_words`, with English on the same line where both fit into one.
    pub(crate) fn of_short_words(pen: &mut Pen, flow: &mut Flow, words: &Words, faces: (Face, Face), width: f32, part: Part) -> Stack {
        let mut stack = Stack::of_words(pen, flow, words, faces, width, part);
        if let [(first, ..), (second, ..)] = stack.lines.as_slice()
            && words.second.is_some()
            && first.width + BESIDE + second.width <= width
        {
            stack.beside = stack.lines.pop();
        }
        stack
    }

    pub(crate) fn add(&mut self, pen: &mut Pen, text: &str, face: Face, width: f32, part: Part) {
        let lines = pen.set(text, &face, width).into_iter();
        self.lines.extend(lines.map(|line| (line, face, Sense::Reading(part))));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    pub(crate) fn height(&self) -> f32 {
        self.lines.iter().map(|(_, face, _)| face.leading).sum()
    }

    /// The same lines as furniture: a head that is repeated is not read again.
    pub(crate) fn repeated(&self) -> Stack {
        let again = Sense::Furniture(ArtifactType::PaginationOther);
        let lines = self.lines.iter();
        Stack { lines: lines.map(|(line, face, _)| (line.clone(), *face, again)).collect(), beside: None }
    }

    /// Parts the stack after at most `count` lines; the rest is returned.
    pub(crate) fn part_after(&mut self, count: usize) -> Stack {
        Stack { lines: self.lines.split_off(count.min(self.lines.len())), beside: None }
    }

    /// How many lines fit into `height`.
    pub(crate) fn fitting(&self, height: f32) -> usize {
        let mut left = height;
        let fits = self.lines.iter().take_while(|(_, face, _)| {
            left -= face.leading;
            left >= 0.0
        });
        fits.count()
    }

    /// Puts the lines down from `y`, in a room from `x` that is `width` wide.
    pub(crate) fn put(self, flow: &mut Flow, x: f32, y: f32, width: f32) {
        let mut top = y;
        let mut beside = self.beside;
        for (line, face, sense) in self.lines {
            let free = width - line.width;
            let left = match face.align {
                Align::Start => x,
                Align::Middle => x + free / 2.0,
                Align::End => x + free,
            };
            let (right, base) = (left + line.width + BESIDE, top + face.baseline());
            top += face.leading;
            put_line(flow, left, base, line, face, sense);
            if let Some((line, face, sense)) = beside.take() {
                put_line(flow, right, base, line, face, sense);
            }
        }
    }
}

fn put_line(flow: &mut Flow, x: f32, y: f32, line: Line, face: Face, sense: Sense) {
    let ink = Ink::Line { x, y, line, face };
    match sense {
        Sense::Reading(part) => flow.put(part, ink),
        Sense::Furniture(kind) => flow.adorn(kind, ink),
    }
}
