//! Writes every component, with an office's real-looking content in both languages, as plain HTML files:
//! `cargo run -p pages --example gallery -- <folder>`. For looking at, and for the browser's checks.

mod desk;
mod device;
mod forms;
mod report;
mod sample;
mod today;

use std::path::Path;
use std::{env, fs, io};

use kernel::words::Lang;
use maud::Markup;
use pages::assets;

use sample::Sample;

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "target/gallery".to_owned());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder.join("assets"))?;
    for href in assets::all() {
        let asset = assets::find(href).expect("it is in the list");
        fs::write(folder.join(href.trim_start_matches('/')), asset.bytes)?;
    }
    for lang in Lang::ALL {
        let sample = Sample::new(lang);
        fs::create_dir_all(folder.join(lang.code()))?;
        for (name, draw) in PAGES {
            fs::write(folder.join(lang.code()).join(format!("{name}.html")), draw(&sample).into_string())?;
        }
    }
    println!("{} pages in {} languages are in {}", PAGES.len(), Lang::ALL.len(), folder.display());
    Ok(())
}

type Draw = fn(&Sample) -> Markup;

const PAGES: &[(&str, Draw)] = &[
    ("today", today::today),
    ("requests", desk::list),
    ("requests-none", desk::empty_list),
    ("requests-no-match", desk::no_match),
    ("request", desk::request),
    ("device", device::device),
    ("request-new", forms::new_request),
    ("request-wrong", forms::wrong_request),
    ("handover", forms::handover),
    ("sign-in", forms::sign_in),
    ("not-found", forms::not_found),
    ("figures", report::figures),
    ("found", desk::found),
    ("palette", desk::palette),
];
