//! Names of entries: paths with `/` that stay inside their folder and that
//! Linux, Windows and a USB stick all take. Checked on the way in and again on
//! the way out, because a folder on a stick may come from anywhere.

use std::collections::HashSet;

use crate::problem::Problem;

/// Windows and FAT refuse these, and `sha256sum` escapes the backslash.
const FORBIDDEN: &[char] = &['\\', ':', '*', '?', '"', '<', '>', '|'];

/// Whether `name` may be an entry's name.
pub(crate) fn check(name: &str) -> Result<(), Problem> {
    let is_sound = |part: &str| {
        !part.is_empty() && !part.starts_with('.') && !part.ends_with(['.', ' ']) && !part.contains(|c: char| c.is_control() || FORBIDDEN.contains(&c))
    };
    match name.split('/').all(is_sound) {
        true => Ok(()),
        false => Err(Problem::Name { name: name.to_owned() }),
    }
}

/// Checks each name, that none comes twice (capitals aside), and that none is at
/// once a file and a folder of another, sealed or opened.
pub(crate) fn check_all<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Result<(), Problem> {
    let (mut plain, mut sealed) = (HashSet::new(), HashSet::new());
    for name in names.clone() {
        check(name)?;
        let lower = name.to_lowercase();
        sealed.insert(format!("{lower}.age"));
        if !plain.insert(lower) {
            return Err(twice(name));
        }
    }
    for name in names {
        let lower = name.to_lowercase();
        let mut folders = lower.match_indices('/').map(|(end, _)| &lower[..end]);
        if folders.any(|folder| plain.contains(folder) || sealed.contains(folder)) {
            return Err(twice(name));
        }
    }
    Ok(())
}

fn twice(name: &str) -> Problem {
    Problem::Twice { name: name.to_owned() }
}
