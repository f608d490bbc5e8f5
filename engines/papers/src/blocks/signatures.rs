//! Boxes for signing, two beside each other and always whole: the role above,
//! room for the pen or the signature drawn on the screen, the name and post
//! below a line, and when it was signed.

use krilla::image::Image;
use krilla::tagging::ArtifactType;

use crate::blocks::GAP;
use crate::face::{self, LINE};
use crate::flow::{BOTTOM, Flow, Ink, LEFT, TOP, WIDTH};
use crate::label;
use crate::outline::{Part, Role};
use crate::paper::Signature;
use crate::pen::Pen;
use crate::problem::Problem;
use crate::stack::Stack;

const BETWEEN: f32 = 14.0;
const BOX_WIDTH: f32 = (WIDTH - BETWEEN) / 2.0;
const INSIDE: f32 = 10.0;
const INNER: f32 = BOX_WIDTH - 2.0 * INSIDE;
/// Enough for a hand that signs large.
const PEN_HEIGHT: f32 = 44.0;

/// A box before it stands: its words above and below the line.
struct Filled {
    above: Stack,
    below: Stack,
    picture: Option<(Image, Part)>,
}

pub(crate) fn lay(list: &[Signature], pen: &mut Pen, flow: &mut Flow) -> Result<(), Problem> {
    for pair in list.chunks(2) {
        let filled = pair.iter().map(|signature| fill(signature, pen, flow)).collect::<Result<Vec<_>, _>>()?;
        let tallest = |of: fn(&Filled) -> f32| filled.iter().map(of).fold(0.0, f32::max);
        let above = tallest(|one| one.above.height());
        let below = tallest(|one| one.below.height());
        let height = INSIDE + above + PEN_HEIGHT + 5.0 + below + INSIDE - 2.0;
        if height > BOTTOM - TOP {
            return Err(Problem::Tall { part: "a box for signing" });
        }
        flow.need(height);
        for (at, one) in filled.into_iter().enumerate() {
            let x = LEFT + at as f32 * (BOX_WIDTH + BETWEEN);
            put(one, flow, x, above, height);
        }
        flow.y += height;
        flow.skip(GAP);
    }
    Ok(())
}

fn fill(signature: &Signature, pen: &mut Pen, flow: &mut Flow) -> Result<Filled, Problem> {
    let group = flow.outline.add(None, Role::Group);
    let role = flow.outline.add(Some(group), Role::Paragraph);
    let faces = (face::ROLE, face::ROLE_SECOND);
    let above = Stack::of_short_words(pen, flow, &signature.role, faces, INNER, role);
    let picture = match &signature.picture {
        Some(png) => {
            let words = format!("{}: {}", label::SIGNATURE.on(pen.language), signature.name);
            let part = flow.outline.add(Some(group), Role::Figure(words));
            Some((picture(png)?, part))
        }
        None => None,
    };
    let words = flow.outline.add(Some(group), Role::Paragraph);
    Ok(Filled { above, below: below(signature, words, pen), picture })
}

fn below(signature: &Signature, part: Part, pen: &mut Pen) -> Stack {
    let language = pen.language;
    let dots = |label: &label::Label| format!("{}: {}", label.on(language), "…".repeat(12));
    let mut stack = match signature.name.as_str() {
        "" => Stack::of(pen, &dots(&label::NAME), face::SMALL, INNER, part),
        name => Stack::of(pen, name, face::SIGNER, INNER, part),
    };
    stack.add(pen, &signature.post, face::POST, INNER, part);
    let when = match &signature.signed {
        Some(when) => format!("{}: {when}", label::SIGNED.on(language)),
        None => dots(&label::DATE),
    };
    stack.add(pen, &when, face::SMALL, INNER, part);
    stack
}

fn put(one: Filled, flow: &mut Flow, x: f32, above: f32, height: f32) {
    let y = flow.y;
    let frame = Ink::Frame { x, y, width: BOX_WIDTH, height };
    flow.adorn(ArtifactType::Layout, frame);
    one.above.put(flow, x + INSIDE, y + INSIDE - 2.0, INNER);
    let room = y + INSIDE + above;
    if let Some((image, part)) = one.picture {
        put_picture(flow, image, part, x + INSIDE, room);
    }
    let line = Ink::Rule { x: x + INSIDE, y: room + PEN_HEIGHT, width: INNER, weight: 0.5, tone: LINE };
    flow.adorn(ArtifactType::Layout, line);
    one.below.put(flow, x + INSIDE, room + PEN_HEIGHT + 4.0, INNER);
}

/// Puts a drawn signature on the line, as large as its room without stretching.
fn put_picture(flow: &mut Flow, image: Image, part: Part, x: f32, room: f32) {
    let (across, down) = image.size();
    let most = PEN_HEIGHT - 6.0;
    let (across, down) = (across.max(1) as f32, down.max(1) as f32);
    let scale = (INNER / across).min(most / down);
    let (width, height) = (across * scale, down * scale);
    let ink = Ink::Picture { x, y: room + PEN_HEIGHT - 2.0 - height, width, height, image };
    flow.put(part, ink);
}

/// Opens a PNG; its colours are kept.
pub(super) fn picture(png: &[u8]) -> Result<Image, Problem> {
    Image::from_png(png.to_vec().into(), false).map_err(|why| Problem::Picture { why })
}
