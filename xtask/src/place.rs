//! Where things lie: the project, and the build folder outside of it that every step shares, so
//! that nothing is compiled twice and nothing is left in the project.

use anyhow::{Context, Result, ensure};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

pub struct Place {
    pub root: PathBuf,
    pub target: PathBuf,
}

impl Place {
    pub fn find() -> Result<Place> {
        // Set by `cargo run` and `cargo test` to the folder of this crate, wherever the clone is.
        let crate_folder = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let root = match crate_folder.as_deref().and_then(Path::parent) {
            Some(root) => root.to_owned(),
            None => std::env::current_dir()?,
        };
        ensure!(root.join("program").is_dir(), "{} is not the project", root.display());
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(named) => root.join(named),
            None => home()?.join(".cache/tehama/target"),
        };
        Ok(Place { root, target })
    }

    /// A program of the `ci` profile.
    pub fn built(&self, name: &str) -> PathBuf {
        self.target.join("ci").join(name)
    }

    /// A folder for what a step leaves behind.
    pub fn scratch(&self, step: &str) -> PathBuf {
        self.target.join("xtask").join(step)
    }

    /// A command in the project's folder, with the shared build folder.
    pub fn command(&self, program: impl Into<OsString>) -> Command {
        let mut command = Command::new(program.into());
        command.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        // What cargo says of this crate would otherwise be believed by the programs it starts.
        command.env_remove("CARGO_MANIFEST_DIR").env("TEHAMA_TESTS", self.root.join("tests"));
        command
    }

    /// Runs cargo with `words`, written as on a command line.
    pub fn cargo(&self, words: &str) -> Result<()> {
        run(self.command("cargo").args(words.split(' ')))
    }
}

/// Runs a command to its end; its words appear in the error.
pub fn run(command: &mut Command) -> Result<()> {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let shown = words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let status = command.status().with_context(|| format!("cannot start {shown}"))?;
    ensure!(status.success(), "{status}: {shown}");
    Ok(())
}

fn home() -> Result<PathBuf> {
    Ok(PathBuf::from(std::env::var_os("HOME").context("neither CARGO_TARGET_DIR nor HOME is set")?))
}
