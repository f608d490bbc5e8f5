//! What the tests need besides Rust and Node, as packages of Debian. A machine that has it all is
//! not touched; one that cannot be given it is told what is missing.

use anyhow::{Result, bail, ensure};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::place::{self, Place};

/// A command or a file, and the package that brings it.
const NEEDS: [(&str, &str); 14] = [
    ("fusioninventory-agent", "fusioninventory-agent"),
    ("ocsinventory-agent", "ocsinventory-agent"),
    ("dmidecode", "dmidecode"),
    ("chromium", "chromium"),
    ("/usr/share/fonts/truetype/dejavu", "fonts-dejavu-core"),
    ("/usr/share/fonts/truetype/liberation", "fonts-liberation"),
    ("pdftotext", "poppler-utils"),
    ("age", "age"),
    ("gcc", "gcc"),
    ("/usr/include/stdio.h", "libc6-dev"),
    ("python3", "python3"),
    ("git", "git"),
    ("cp", "coreutils"),
    ("kill", "procps"),
];

/// Node comes with the machine: its version matters, and Debian's may be too old.
const GIVEN: [&str; 2] = ["node", "npm"];

pub fn run(here: &Place) -> Result<()> {
    let mut missing: Vec<&str> = NEEDS.iter().filter(|(sign, _)| !is_there(sign)).map(|(_, package)| *package).collect();
    if is_there("python3") && !python_has("venv, ensurepip, sqlite3") {
        missing.push("python3-venv");
    }
    if !missing.is_empty() {
        apt(here, &missing)?;
    }
    for command in GIVEN {
        ensure!(is_there(command), "{command} is not here: the tests need Debian with Rust and Node");
    }
    let absent: Vec<&str> = NEEDS.iter().filter(|(sign, _)| !is_there(sign)).map(|(sign, _)| *sign).collect();
    ensure!(absent.is_empty(), "installed, but still not found: {absent:?}");
    println!("all there{}", if missing.is_empty() { "" } else { " now" });
    Ok(())
}

fn apt(here: &Place, packages: &[&str]) -> Result<()> {
    if !is_there("apt-get") {
        bail!("this is no Debian: install what brings {packages:?}");
    }
    let Some(before) = rights() else {
        bail!("neither root nor sudo without a password: run `apt-get install {}`", packages.join(" "));
    };
    println!("installing {}", packages.join(" "));
    for words in [&["update", "-qq"][..], &["install", "-y", "-qq", "--no-install-recommends"]] {
        let mut command = here.command(before.first().copied().unwrap_or("apt-get"));
        command.args(before.iter().skip(1));
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
        if words[0] == "install" {
            command.args(packages);
        }
        place::run(&mut command)?;
    }
    Ok(())
}

/// The words before apt-get's own: itself for root, through sudo for others.
fn rights() -> Option<Vec<&'static str>> {
    let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
    if root {
        return Some(vec!["apt-get"]);
    }
    let sudo = Command::new("sudo").args(["-n", "true"]).stderr(Stdio::null()).status();
    sudo.is_ok_and(|status| status.success()).then(|| vec!["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
}

fn is_there(sign: &str) -> bool {
    if sign.starts_with('/') {
        return Path::new(sign).exists();
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    // Some of Debian's tools stand where only root looks.
    std::env::split_paths(&path).chain(["/usr/sbin".into(), "/sbin".into()]).any(|folder| folder.join(sign).is_file())
}

fn python_has(modules: &str) -> bool {
    let import = Command::new("python3").args(["-c", &format!("import {modules}")]).stderr(Stdio::null()).status();
    import.is_ok_and(|status| status.success())
}
