//! Files and folders that are either wholly there or not at all: everything is
//! written beside its place, synced, and only then given its name.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::problem::Problem;

/// A folder under way. Dropped without `place`, it is taken away again.
pub(crate) struct Unfinished {
    path: PathBuf,
    into: PathBuf,
    is_placed: bool,
}

impl Unfinished {
    /// Begins the folder that shall stand at `into`, as a hidden sibling. What
    /// an interrupted run left there is taken away.
    pub(crate) fn begin(into: &Path) -> Result<Unfinished, Problem> {
        let name = into.file_name().ok_or_else(|| Problem::Name { name: into.display().to_string() })?;
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(".unfinished");
        let path = into.with_file_name(hidden);
        if path.exists() {
            fs::remove_dir_all(&path).map_err(Problem::at(&path))?;
        }
        fs::create_dir_all(&path).map_err(Problem::at(&path))?;
        Ok(Unfinished { path, into: into.to_owned(), is_placed: false })
    }

    /// Creates a new file inside, with the folders on its way.
    pub(crate) fn create(&self, name: &str) -> Result<(PathBuf, File), Problem> {
        let path = self.path.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Problem::at(folder))?;
        }
        let file = File::create_new(&path).map_err(Problem::at(&path))?;
        Ok((path, file))
    }

    /// Writes and syncs a small file inside.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Problem> {
        let (path, mut file) = self.create(name)?;
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(Problem::at(&path))
    }

    /// Syncs every folder inside and gives the whole its name.
    pub(crate) fn place(mut self) -> Result<(), Problem> {
        sync_tree(&self.path)?;
        fs::rename(&self.path, &self.into).map_err(Problem::at(&self.into))?;
        self.is_placed = true;
        match self.into.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => sync_folder(parent),
            _ => sync_folder(Path::new(".")),
        }
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.is_placed {
            // What cannot be taken away now is taken away by the next run.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

fn sync_tree(folder: &Path) -> Result<(), Problem> {
    for entry in fs::read_dir(folder).map_err(Problem::at(folder))? {
        let entry = entry.map_err(Problem::at(folder))?;
        if entry.file_type().map_err(Problem::at(folder))?.is_dir() {
            sync_tree(&entry.path())?;
        }
    }
    sync_folder(folder)
}

/// Makes the names in a folder survive a power cut. Windows has no such call
/// for folders and keeps names in its own journal.
fn sync_folder(folder: &Path) -> Result<(), Problem> {
    if cfg!(windows) {
        return Ok(());
    }
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(Problem::at(folder))
}
