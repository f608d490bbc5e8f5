//! Fetches the letters the papers are set in from npm, once for each lock file,
//! and lays the two cuts and their licence in the output folder, where the
//! crate embeds them. Nothing is written into the source tree.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const PACKAGE: &str = "node_modules/@expo-google-fonts/source-sans-3";

/// What is taken out of the package, and under which name it is embedded.
const WANTED: [(&str, &str); 3] =
    [("400Regular/SourceSans3_400Regular.ttf", "regular.ttf"), ("600SemiBold/SourceSans3_600SemiBold.ttf", "semibold.ttf"), ("LICENSE_FONT", "licence.txt")];

fn main() {
    println!("cargo::rerun-if-changed=fonts/package-lock.json");
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the output folder"));
    if let Err(sentence) = fonts(Path::new("fonts"), &out) {
        println!("cargo::error={sentence}");
    }
}

/// Fills `out` with the wanted files unless they stand there for this very lock.
fn fonts(source: &Path, out: &Path) -> Result<(), String> {
    let lock = read(&source.join("package-lock.json"))?;
    let stamp = out.join("fonts-are-of-this-lock.json");
    let whole = WANTED.iter().all(|(_, name)| out.join(name).is_file());
    if whole && fs::read(&stamp).is_ok_and(|done| done == lock) {
        return Ok(());
    }
    let room = out.join("fonts");
    fs::create_dir_all(&room).map_err(|e| format!("{} cannot be made: {e}", room.display()))?;
    for name in ["package.json", "package-lock.json", ".npmrc"] {
        let from = source.join(name);
        fs::copy(&from, room.join(name)).map_err(|e| format!("{} cannot be copied: {e}", from.display()))?;
    }
    install(&room)?;
    for (inside, name) in WANTED {
        let from = room.join(PACKAGE).join(inside);
        fs::copy(&from, out.join(name)).map_err(|e| format!("the font package lacks {inside}: {e}"))?;
    }
    // The other cuts weigh eight megabytes and are not needed again.
    let _ = fs::remove_dir_all(&room);
    fs::write(&stamp, lock).map_err(|e| format!("{} cannot be written: {e}", stamp.display()))
}

fn install(room: &Path) -> Result<(), String> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let run = Command::new(npm)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(room)
        .output()
        .map_err(|e| format!("papers needs Node with npm to fetch its fonts, and npm did not start: {e}"))?;
    if run.status.success() {
        return Ok(());
    }
    let told = String::from_utf8_lossy(&run.stderr);
    let last = told.lines().rev().find(|line| !line.trim().is_empty());
    Err(format!("npm could not fetch the fonts of the papers: {}", last.unwrap_or("it gave no reason")))
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("{} cannot be read: {e}", path.display()))
}
