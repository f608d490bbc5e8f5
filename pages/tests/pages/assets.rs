//! What a browser fetches: names that change with their bytes, and little of it.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use pages::{assets, icon};

use crate::parts::{form_page, list_page};

/// A first visit over the office's slowest link.
const FIRST_LOAD_BYTES: usize = 100 * 1024;
/// Every page after it.
const LATER_PAGE_BYTES: usize = 25 * 1024;

fn on_the_wire(page: &str) -> usize {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(page.as_bytes()).unwrap();
    gzip.finish().unwrap().len()
}

#[test]
fn pages_are_light() {
    for page in [list_page(50), form_page()] {
        let later = on_the_wire(&page);
        let first = later + assets::all().map(|href| assets::find(href).unwrap().gzip.len()).sum::<usize>();
        assert!(later <= LATER_PAGE_BYTES, "a page of {later} bytes");
        assert!(first <= FIRST_LOAD_BYTES, "a first load of {first} bytes");
    }
}

#[test]
fn an_address_carries_the_hash_and_finds_its_bytes() {
    let href = assets::href("app.css");
    assert!(href.starts_with("/assets/app-") && href.ends_with(".css"), "{href}");
    let asset = assets::find(href).unwrap();
    assert_eq!(asset.content_type, "text/css; charset=utf-8");
    assert!(asset.etag.starts_with('"') && href.contains(asset.etag.trim_matches('"')));
    assert!(asset.gzip.starts_with(&[0x1f, 0x8b]) && asset.gzip.len() < asset.bytes.len());
    assert!(assets::find("/assets/app.css").is_none(), "an old name must not answer with new bytes");
}

#[test]
fn the_styles_reach_the_oldest_browsers() {
    let css = std::str::from_utf8(assets::find(assets::href("app.css")).unwrap().bytes).unwrap();
    assert!(css.contains("@layer") && css.contains("--lightningcss-dark"), "two palettes from one");
    for newer in ["light-dark(", "oklch(", "color-mix("] {
        assert!(!css.contains(newer), "{newer} is unknown to Chrome 109");
    }
}

#[test]
fn nothing_is_fetched_from_elsewhere() {
    for href in assets::all().filter(|href| !href.ends_with(".svg")) {
        let text = std::str::from_utf8(assets::find(href).unwrap().bytes).unwrap();
        assert!(!text.contains("url(http") && !text.contains("@import"), "{href}");
    }
}

#[test]
fn every_icon_is_in_the_sprite() {
    let sprite = std::str::from_utf8(assets::find(assets::href("icons.svg")).unwrap().bytes).unwrap();
    let missing: Vec<_> = icon::names().filter(|name| !sprite.contains(&format!("<symbol id=\"{name}\""))).collect();
    assert!(missing.is_empty() && icon::names().count() > 50, "{missing:?}");
}
