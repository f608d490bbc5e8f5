//! Builds the styles and the script of ../web with Node and lays them, names hashed, where `assets.rs` embeds them.
//! Works on a copy in the build's own folder, so nothing third-party comes near the sources; fetches packages only when
//! the lock file changed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

const SOURCES: [&str; 9] = ["package.json", "package-lock.json", ".npmrc", "tsconfig.json", "build.mjs", "icons.txt", "mark.svg", "style", "script"];
const NO_NODE: &str = "the pages need Node.js 18 or newer with npm to build their styles: install the package \"nodejs\" (and \"npm\"), then build again";

fn main() -> io::Result<()> {
    let web = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../web");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    let copy = out.join("web");
    for name in SOURCES {
        println!("cargo::rerun-if-changed={}", web.join(name).display());
    }
    fs::create_dir_all(&copy)?;
    for folder in ["style", "script"] {
        let _ = fs::remove_dir_all(copy.join(folder));
    }
    for name in SOURCES {
        copy_all(&web.join(name), &copy.join(name))?;
    }
    fetch_packages(&copy)?;
    run(Command::new("node").args(["build.mjs", "dist"]).current_dir(&copy), "node build.mjs");
    fs::write(out.join("assets.rs"), list(&copy.join("dist"))?)
}

/// `npm ci`, unless these very packages are here already.
fn fetch_packages(copy: &Path) -> io::Result<()> {
    let (lock, done) = (fs::read(copy.join("package-lock.json"))?, copy.join("fetched.lock"));
    if fs::read(&done).is_ok_and(|last| last == lock) {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(Command::new(npm).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]).current_dir(copy), "npm ci");
    fs::write(done, lock)
}

fn run(command: &mut Command, name: &str) {
    match command.output() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => stop(NO_NODE),
        Err(error) => stop(&format!("{name} did not start: {error}")),
        Ok(output) if !output.status.success() => {
            stop(&format!("{name} failed in web/:\n{}", String::from_utf8_lossy(&output.stderr)));
        }
        Ok(_) => {}
    }
}

fn stop(sentence: &str) -> ! {
    for line in sentence.lines() {
        println!("cargo::error={line}");
    }
    std::process::exit(1)
}

fn copy_all(from: &Path, to: &Path) -> io::Result<()> {
    if !from.is_dir() {
        return fs::copy(from, to).map(drop);
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy_all(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// The Rust table of what was built: plain bytes and their gzip form, by hashed name.
fn list(dist: &Path) -> io::Result<String> {
    let mut names: Vec<String> = fs::read_dir(dist)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect::<io::Result<_>>()?;
    names.retain(|name| !name.ends_with(".gz"));
    names.sort();
    let mut table = String::from("static BUILT: &[Built] = &[\n");
    for name in names {
        let (stem, extension) = name.rsplit_once('.').expect("a built file has an extension");
        let (stem, hash) = stem.rsplit_once('-').expect("a built file has a hash");
        let path = dist.join(&name);
        writeln!(
            table,
            "    Built {{ plain_name: {:?}, href: {:?}, etag: {:?}, bytes: include_bytes!({:?}), gzip: include_bytes!({:?}) }},",
            format!("{stem}.{extension}"),
            format!("/assets/{name}"),
            format!("\"{hash}\""),
            path,
            dist.join(format!("{name}.gz")),
        )
        .expect("writing to a string");
    }
    Ok(table + "];\n")
}
