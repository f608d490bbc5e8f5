//! Opens what was sealed: one stream, or a whole folder into an empty place
//! with every hash compared.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use age::stream::StreamReader;
use age::{DecryptError, Decryptor};

use crate::digest::Tally;
use crate::disk::Unfinished;
use crate::key::Identity;
use crate::manifest::{Entry, Manifest};
use crate::problem::Problem;

/// The bytes inside a sealed stream.
///
/// What it gives is proven part by part; that nothing was cut from the end is
/// known only when it has been read to its end without an error. A read fails
/// with `InvalidData` or `UnexpectedEof` where the sealed bytes were changed or
/// cut.
pub struct Opened<R: Read>(StreamReader<R>);

impl<R: Read> Read for Opened<R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        self.0.read(room)
    }
}

/// Opens a stream sealed after age v1.
///
/// # Errors
/// [`Problem::WrongIdentity`], [`Problem::NotSealed`] for bytes that are no age
/// file or whose head was changed, [`Problem::Stream`].
pub fn open<R: Read>(source: R, identity: &Identity) -> Result<Opened<R>, Problem> {
    let keys = std::iter::once(&identity.0 as &dyn age::Identity);
    Decryptor::new(source).and_then(|sealed| sealed.decrypt(keys)).map(Opened).map_err(|error| match error {
        DecryptError::NoMatchingKeys => Problem::WrongIdentity,
        DecryptError::Io(error) if !is_damage(&error) => Problem::Stream(error),
        _ => Problem::NotSealed,
    })
}

/// Opens the sealed folder at `path` into `into`, which must not exist or be an
/// empty folder. Every file is compared with the manifest's hash and size; the
/// folder appears whole and synced or not at all.
///
/// # Errors
/// [`Problem::Exists`] when `into` holds something, the manifest's problems
/// (also [`Problem::Name`] for a name that leads out of the folder),
/// [`Problem::WrongIdentity`], [`Problem::Damaged`], [`Problem::Differs`],
/// [`Problem::File`].
pub fn open_folder(path: &Path, identity: &Identity, into: &Path) -> Result<Manifest, Problem> {
    let manifest = Manifest::read(path)?;
    make_way(into)?;
    let folder = Unfinished::begin(into)?;
    for entry in &manifest.entries {
        open_one(path, entry, identity, &folder)?;
    }
    folder.place()?;
    Ok(manifest)
}

/// Takes away an empty folder, because not every system renames onto one.
fn make_way(into: &Path) -> Result<(), Problem> {
    if into.symlink_metadata().is_err() {
        return Ok(());
    }
    let exists = || Problem::Exists { path: into.to_owned() };
    let mut entries = fs::read_dir(into).map_err(|_| exists())?;
    match entries.next() {
        None => fs::remove_dir(into).map_err(Problem::at(into)),
        Some(_) => Err(exists()),
    }
}

fn open_one(path: &Path, entry: &Entry, identity: &Identity, folder: &Unfinished) -> Result<(), Problem> {
    let sealed = path.join(entry.sealed_name());
    let source = File::open(&sealed).map_err(Problem::at(&sealed))?;
    let damaged = || Problem::Damaged { name: entry.sealed_name() };
    let opened = open(source, identity).map_err(|problem| match problem {
        Problem::NotSealed => damaged(),
        Problem::Stream(error) => Problem::at(&sealed)(error),
        other => other,
    })?;
    let (target, mut file) = folder.create(&entry.name)?;
    let mut plain = Tally::new(opened);
    io::copy(&mut plain, &mut file).map_err(|error| match is_damage(&error) {
        true => damaged(),
        false => Problem::at(&sealed)(error),
    })?;
    file.sync_all().map_err(Problem::at(&target))?;
    match plain.finish() == (entry.size, entry.sha256) {
        true => Ok(()),
        false => Err(Problem::Differs { name: entry.name.clone() }),
    }
}

/// Whether a read failed because of the bytes and not because of the disk.
fn is_damage(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::InvalidData | ErrorKind::UnexpectedEof)
}
