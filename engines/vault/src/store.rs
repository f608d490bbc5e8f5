//! Seals files into a plain folder: `NAME.age` for each, `MANIFEST.json`,
//! `README.txt`, and `SHA256SUMS` over them all.

use std::fmt::Write as _;
use std::fs::File;
use std::path::{Path, PathBuf};

use crate::digest::Digest;
use crate::disk::Unfinished;
use crate::key::Recipient;
use crate::manifest::{Entry, MANIFEST, Manifest, README, SUMS, sealed_name};
use crate::name;
use crate::problem::Problem;
use crate::readme;
use crate::seal::seal;

/// Seals each `(source file, name)` into the new folder `into`, which appears
/// whole and synced or not at all. `about` opens the README: whose copy this
/// is, of what, of when.
///
/// # Errors
/// [`Problem::Exists`] when `into` is there, [`Problem::Name`] and
/// [`Problem::Twice`] for names, [`Problem::Nobody`], [`Problem::File`].
pub fn seal_folder(entries: &[(PathBuf, String)], into: &Path, recipients: &[Recipient], about: &str) -> Result<Manifest, Problem> {
    name::check_all(entries.iter().map(|(_, name)| name.as_str()))?;
    if into.symlink_metadata().is_ok() {
        return Err(Problem::Exists { path: into.to_owned() });
    }
    let folder = Unfinished::begin(into)?;
    let mut sums = String::new();
    let mut inside = Vec::with_capacity(entries.len());
    for (source, name) in entries {
        let (entry, sum) = seal_one(&folder, source, name, recipients)?;
        add(&mut sums, sum, &entry.sealed_name());
        inside.push(entry);
    }
    let manifest = Manifest::of(inside);
    for (name, bytes) in [(MANIFEST, manifest.to_json()), (README, readme::text(about).into_bytes())] {
        folder.write(name, &bytes)?;
        add(&mut sums, Digest::of(&bytes), name);
    }
    folder.write(SUMS, sums.as_bytes())?;
    folder.place()?;
    Ok(manifest)
}

fn seal_one(folder: &Unfinished, source: &Path, name: &str, recipients: &[Recipient]) -> Result<(Entry, Digest), Problem> {
    let plain = File::open(source).map_err(Problem::at(source))?;
    let (path, file) = folder.create(&sealed_name(name))?;
    let sealed = seal(plain, &file, recipients).map_err(|problem| match problem {
        Problem::Stream(error) => Problem::at(source)(error),
        other => other,
    })?;
    file.sync_all().map_err(Problem::at(&path))?;
    let entry = Entry { name: name.to_owned(), size: sealed.plain_bytes, sha256: sealed.plain_sha256 };
    Ok((entry, sealed.sha256))
}

/// One line as `sha256sum` writes it.
fn add(sums: &mut String, sum: Digest, name: &str) {
    writeln!(sums, "{sum}  {name}").expect("a string takes all");
}
