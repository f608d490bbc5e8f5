//! What can go wrong with a sealed copy, in the words of whoever has to act.

use std::io;
use std::path::{Path, PathBuf};

/// Why something could not be sealed, checked or opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The text is no `age1…` recipient.
    #[error("this is no age recipient (age1…)")]
    Recipient,
    /// The text is no `AGE-SECRET-KEY-1…` identity.
    #[error("this is no age identity (AGE-SECRET-KEY-1…)")]
    Identity,
    /// Nobody could ever open it.
    #[error("a file cannot be sealed to nobody")]
    Nobody,
    /// The file is sealed to other keys.
    #[error("this key does not open the file")]
    WrongIdentity,
    /// The bytes are no sealed file at all.
    #[error("this is no file sealed by age")]
    NotSealed,
    /// The sealed bytes were changed or cut.
    #[error("{name} is damaged or cut")]
    Damaged { name: String },
    /// It opens, but is not what the manifest says was sealed.
    #[error("{name} is not the file that was sealed")]
    Differs { name: String },
    /// A name that would lead out of the folder or that not every system takes.
    #[error("{name:?} cannot be the name of an entry")]
    Name { name: String },
    /// Two entries have the same name, capitals aside, or one is a folder of the
    /// other.
    #[error("{name:?} is there twice")]
    Twice { name: String },
    /// Something stands where the folder shall go.
    #[error("{} is there already", path.display())]
    Exists { path: PathBuf },
    /// The manifest cannot be read.
    #[error("the manifest of {} cannot be read", path.display())]
    Manifest { path: PathBuf, source: serde_json::Error },
    /// The list of hashes cannot be read.
    #[error("line {line} of SHA256SUMS in {} cannot be read", path.display())]
    Sums {
        path: PathBuf,
        /// Counted from 1.
        line: usize,
    },
    /// The disk refused.
    #[error("{} cannot be read or written", path.display())]
    File { path: PathBuf, source: io::Error },
    /// A stream refused, where no path is known.
    #[error("the bytes cannot be read or written")]
    Stream(#[source] io::Error),
}

impl Problem {
    /// Names the file in a problem of the disk.
    pub(crate) fn at(path: &Path) -> impl FnOnce(io::Error) -> Problem + '_ {
        move |source| Problem::File { path: path.to_owned(), source }
    }
}
