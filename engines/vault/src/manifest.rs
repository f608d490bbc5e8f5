//! The manifest of a sealed folder: what lies inside the sealed files. It is
//! plain JSON beside them, so what a backup holds can be read without the key.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::name;
use crate::problem::Problem;

pub(crate) const MANIFEST: &str = "MANIFEST.json";
pub(crate) const SUMS: &str = "SHA256SUMS";
pub(crate) const README: &str = "README.txt";

/// Says how to read the manifest; a newer form gets a newer number.
const FORMAT: &str = "tehama-vault/1";

/// The list of what was sealed, in the order it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    format: String,
    pub entries: Vec<Entry>,
}

/// One file as it was before sealing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Path with `/`; sealed it lies in the folder under this name and `.age`.
    pub name: String,
    /// Bytes before sealing.
    pub size: u64,
    /// Hash before sealing.
    pub sha256: Digest,
}

impl Entry {
    /// Under which name the sealed file lies.
    pub fn sealed_name(&self) -> String {
        sealed_name(&self.name)
    }
}

pub(crate) fn sealed_name(name: &str) -> String {
    format!("{name}.age")
}

impl Manifest {
    pub(crate) fn of(entries: Vec<Entry>) -> Manifest {
        Manifest { format: FORMAT.to_owned(), entries }
    }

    /// Reads the manifest of the sealed folder at `path` and checks its names.
    ///
    /// # Errors
    /// [`Problem::File`], [`Problem::Manifest`], [`Problem::Name`] or
    /// [`Problem::Twice`].
    pub fn read(path: &Path) -> Result<Manifest, Problem> {
        let file = path.join(MANIFEST);
        let bytes = fs::read(&file).map_err(Problem::at(&file))?;
        let broken = |source| Problem::Manifest { path: path.to_owned(), source };
        let manifest: Manifest = serde_json::from_slice(&bytes).map_err(broken)?;
        if manifest.format != FORMAT {
            let told = format!("its format is {:?}, not {FORMAT:?}", manifest.format);
            return Err(broken(serde::de::Error::custom(told)));
        }
        name::check_all(manifest.entries.iter().map(|entry| entry.name.as_str()))?;
        Ok(manifest)
    }

    pub(crate) fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("strings and numbers are JSON");
        json.push(b'\n');
        json
    }
}
