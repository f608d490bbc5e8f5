//! The label of a device: a code that leads back to its page, its tag, its serial. Printed on a sheet or on tape by the browser.

use super::base;
use crate::device::Device;
use axum::Router;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::routing::get;
use kernel::actor::Actor;
use kernel::app::App;
use kernel::problem::{Problem, Result};
use kernel::web::Asking;
use maud::{Markup, html};
use pages::described::frame;
use pages::layout::page;
use qrcode::{Color, EcLevel, QrCode};
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/device/{name}/label", get(show))
}

async fn show(asking: Asking, actor: Actor, Path(name): Path<String>, headers: HeaderMap) -> Result<Markup> {
    actor
        .read(move |view| {
            let tongue = view.tongue();
            let device: Device = view.find(&name)?;
            let path = format!("/device/{}", device.head.number);
            let address = format!("{}{path}", base(&view.actor().app, &headers));
            let frame = frame(&asking, Some(view), tongue.say("device-label"))?.crumb(tongue.say("device-many"), "/device").crumb(device.name.clone(), path);
            let code = code(&address)?;
            let content = html! {
                div.device-label {
                    (code)
                    div {
                        p.device-label-small { (frame.office.short) " · " (frame.office.unit) }
                        p.device-label-tag { (device.tag.as_deref().unwrap_or(&device.head.number)) }
                        p { (device.name) }
                        @if let Some(serial) = &device.serial { p { (tongue.say("device-field-serial")) ": " span.code { (serial) } } }
                        @if device.tag.is_some() { p.device-label-small { (device.head.number) } }
                    }
                }
                p.field-help { (tongue.say("device-label-help")) }
            };
            Ok(page(&frame, content))
        })
        .await
}

/// A QR code as one path of squares, sharp at any size, with the quiet zone that readers need.
fn code(text: &str) -> Result<Markup> {
    const QUIET: usize = 4;
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|error| Problem::Store(format!("no code for {} bytes: {error}", text.len())))?;
    let width = code.width();
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark);
    let squares: String = dark.map(|(at, _)| format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET)).collect();
    let side = width + 2 * QUIET;
    Ok(html! {
        svg role="img" aria-label=(text) viewBox={ "0 0 " (side) " " (side) } width="132" height="132" shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path d=(squares) fill="#000" {}
        }
    })
}
