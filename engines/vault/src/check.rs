//! Checks a sealed folder without any key: every file is read again and
//! compared with the list. It finds damage and loss; it does not prove who
//! sealed the folder, for which `folder_digest` is kept elsewhere.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use crate::digest::{Digest, Tally};
use crate::manifest::{Manifest, SUMS};
use crate::name;
use crate::problem::Problem;

/// What was found about one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Path inside the folder, with `/`.
    pub name: String,
    pub state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As it was sealed.
    Whole,
    /// There, but not the same bytes, or not to be read to its end.
    Damaged,
    /// In the list or the manifest, but not there.
    Missing,
    /// There, but not in the list.
    Extra,
}

/// Reads every file of the sealed folder at `path` again. Findings come in the
/// order of the list, extra files last.
///
/// # Errors
/// [`Problem::File`] or [`Problem::Sums`] when there is no list to check by.
/// Damage to the files themselves is a finding, never an error.
pub fn check_folder(path: &Path) -> Result<Vec<Finding>, Problem> {
    let listed = read_sums(path)?;
    let mut there = BTreeSet::new();
    walk(path, "", &mut there)?;
    there.remove(SUMS);
    let mut findings = Vec::with_capacity(listed.len());
    for (sum, name) in listed {
        let state = match there.remove(&name) {
            false => State::Missing,
            true if is_whole(&path.join(&name), sum) => State::Whole,
            true => State::Damaged,
        };
        findings.push(Finding { name, state });
    }
    // A manifest that cannot be read has been found damaged above.
    let entries = Manifest::read(path).map_or_else(|_| Vec::new(), |manifest| manifest.entries);
    for name in entries.iter().map(|entry| entry.sealed_name()) {
        if !there.contains(&name) && findings.iter().all(|finding| finding.name != name) {
            let state = State::Missing;
            findings.push(Finding { name, state });
        }
    }
    findings.extend(there.into_iter().map(|name| Finding { name, state: State::Extra }));
    Ok(findings)
}

/// One hash for the whole sealed folder: that of its list of hashes. Kept in
/// the ledger, it proves which folder was made.
///
/// # Errors
/// [`Problem::File`] when the list cannot be read.
pub fn folder_digest(path: &Path) -> Result<Digest, Problem> {
    let file = path.join(SUMS);
    let bytes = fs::read(&file).map_err(Problem::at(&file))?;
    Ok(Digest::of(&bytes))
}

fn read_sums(path: &Path) -> Result<Vec<(Digest, String)>, Problem> {
    let file = path.join(SUMS);
    let bytes = fs::read(&file).map_err(Problem::at(&file))?;
    let text = String::from_utf8_lossy(&bytes);
    let parse = |line: &str| {
        let (sum, name) = line.split_once("  ")?;
        name::check(name).ok()?;
        Some((sum.parse().ok()?, name.to_owned()))
    };
    let lines = text.lines().enumerate();
    lines.map(|(at, line)| parse(line).ok_or_else(|| Problem::Sums { path: path.to_owned(), line: at + 1 })).collect()
}

/// Collects the names of all files below `folder`; links are files that will
/// not be whole.
fn walk(folder: &Path, before: &str, names: &mut BTreeSet<String>) -> Result<(), Problem> {
    for entry in fs::read_dir(folder).map_err(Problem::at(folder))? {
        let entry = entry.map_err(Problem::at(folder))?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.file_type().map_err(Problem::at(folder))?.is_dir() {
            walk(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.insert(name);
        }
    }
    Ok(())
}

fn is_whole(path: &Path, sum: Digest) -> bool {
    let is_file = path.symlink_metadata().is_ok_and(|about| about.is_file());
    let hash = || -> io::Result<Digest> {
        let mut file = Tally::new(File::open(path)?);
        io::copy(&mut file, &mut io::sink())?;
        Ok(file.finish().1)
    };
    is_file && hash().is_ok_and(|found| found == sum)
}
