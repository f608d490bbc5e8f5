//! A QR code as SVG, drawn here so that no secret leaves the page. Black on white in every theme: cameras want it so.

use maud::{Markup, html};
use qrcode::{Color, QrCode};
use std::fmt::Write;

/// The quiet zone that readers need, in modules.
const MARGIN: usize = 4;
const PIXELS_A_MODULE: usize = 5;

/// The code of a text, named for readers; empty when the text is too long for any code.
pub fn drawn(text: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::new(text) else { return html! {} };
    let side = code.width() + 2 * MARGIN;
    html! {
        svg.qr role="img" aria-label=(label) viewBox={ "0 0 " (side) " " (side) } width=(side * PIXELS_A_MODULE) height=(side * PIXELS_A_MODULE) {
            rect width=(side) height=(side) fill="#fff" {}
            path fill="#000" shape-rendering="crispEdges" d=(path(&code)) {}
        }
    }
}

/// One stroke a run of dark modules.
fn path(code: &QrCode) -> String {
    let (width, colors) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{}v1h-{}z", x + MARGIN, y + MARGIN, run.len(), run.len());
            }
            x += run.len();
        }
    }
    path
}
