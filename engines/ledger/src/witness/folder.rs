//! A witness's memory in a folder: one file for each log, named by the SHA-256 of the log's name,
//! holding the cosigned checkpoint. The same text answers `GET /<that hash>/checkpoint`.

use std::fs::{self, File, TryLockError};
use std::path::PathBuf;

use super::{Seen, WitnessError, WitnessMemory};
use crate::checkpoint::Checkpoint;
use crate::durable;
use crate::hash::sha256;
use crate::note::Note;

/// The folder is held alone: two witnesses on one memory could cosign two histories.
#[derive(Debug)]
pub struct FolderMemory {
    folder: PathBuf,
    _alone: File,
}

impl FolderMemory {
    /// Opens the folder, making it when it is not there.
    ///
    /// # Errors
    /// [`WitnessError::InUse`] when another process holds it, [`WitnessError::Memory`].
    pub fn open(folder: impl Into<PathBuf>) -> Result<FolderMemory, WitnessError> {
        let folder = folder.into();
        fs::create_dir_all(&folder)?;
        let lock = File::create(folder.join("lock"))?;
        match lock.try_lock() {
            Ok(()) => Ok(FolderMemory { folder, _alone: lock }),
            Err(TryLockError::WouldBlock) => Err(WitnessError::InUse),
            Err(TryLockError::Error(error)) => Err(WitnessError::Memory(error)),
        }
    }

    /// The name a log's checkpoint is kept and served under: 64 hex digits.
    pub fn name_of(origin: &str) -> String {
        sha256(&[origin.as_bytes()]).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl WitnessMemory for FolderMemory {
    fn get(&self, origin: &str) -> Result<Option<Seen>, WitnessError> {
        let text = match fs::read(self.folder.join(FolderMemory::name_of(origin))) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let seen = String::from_utf8(text).ok().and_then(|note| seen(origin, note));
        seen.map(Some).ok_or_else(|| WitnessError::BrokenMemory { origin: origin.to_owned() })
    }

    fn put(&mut self, origin: &str, seen: &Seen) -> Result<(), WitnessError> {
        let path = self.folder.join(FolderMemory::name_of(origin));
        Ok(durable::write(&path, seen.note.as_bytes())?)
    }
}

fn seen(origin: &str, note: String) -> Option<Seen> {
    let checkpoint = Checkpoint::from_text(&Note::parse(&note).ok()?.text).ok()?;
    let Checkpoint { size, root, .. } = checkpoint;
    (checkpoint.origin == origin).then_some(Seen { size, root, note })
}
