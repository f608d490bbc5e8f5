//! Small line icons from one sprite. They stand beside words and say nothing alone, so readers skip them.

use maud::{Markup, html};

use crate::assets;

const LIST: &str = include_str!("../../web/icons.txt");

/// The names that may be drawn, in the order of web/icons.txt.
pub fn names() -> impl Iterator<Item = &'static str> {
    LIST.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
}

/// An icon by its Lucide name. An unknown name stops a debug build, for it would be an empty square on the page.
pub fn icon(name: &str) -> Markup {
    debug_assert!(names().any(|known| known == name), "web/icons.txt lists no {name}");
    html! {
        svg.icon aria-hidden="true" focusable="false" { use href={ (assets::href("icons.svg")) "#" (name) } {} }
    }
}
