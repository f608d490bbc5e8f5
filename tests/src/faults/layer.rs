//! The layer that loses unsynced writes (faults/cut.c): built here by gcc, and proved before it is
//! believed. A layer that lost too little would make every later round pass for nothing.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::office::text;

/// How a program ends that was cut.
pub const CUT_CODE: i32 = 137;
const SIZE: usize = 65536;
/// Enough drawings that each kind of tear is seen.
const SEEDS: u64 = 8;

pub struct Layer {
    library: PathBuf,
    check: PathBuf,
    folder: PathBuf,
}

impl Layer {
    pub fn build(scratch: &Path) -> Result<Layer> {
        let folder = scratch.join("layer");
        fs::create_dir_all(&folder)?;
        let layer = Layer { library: folder.join("cut.so"), check: folder.join("cut_check"), folder };
        compile("cut.c", &["-shared", "-fPIC"], &layer.library)?;
        compile("cut_check.c", &[], &layer.check)?;
        Ok(layer)
    }

    /// The environment in which a program on `data` runs on this layer.
    pub fn variables(&self, data: &Path, mode: &str, seed: u64, calls: Option<u64>) -> Result<Vec<(&'static str, String)>> {
        let mut variables = vec![
            ("LD_PRELOAD", text(&self.library)?.to_owned()),
            ("CUT_DIR", text(data)?.to_owned()),
            ("CUT_MODE", mode.to_owned()),
            ("CUT_SEED", seed.to_string()),
        ];
        variables.extend(calls.map(|calls| ("CUT_AFTER", calls.to_string())));
        Ok(variables)
    }

    /// Runs faults/cut_check.c on the layer and looks at what is left.
    pub fn check(&self) -> Result<()> {
        let dropped = self.checked("drop", 1)?;
        for name in ["overwritten", "gone", "old-name", "covered", "cut-short", "appended"] {
            ensure!(dropped(name).as_deref() == Some(&[b'a'; SIZE][..]), "drop: {name} is not as it was synced");
        }
        ensure!(dropped("nameless").is_none(), "drop: a name that was never synced stayed");
        ensure!(dropped("synced").as_deref() == Some(&[b'b'; SIZE][..]), "drop: a synced write is lost");

        let mut partial = 0;
        for seed in 0..SEEDS {
            let torn = self.checked("torn", seed)?;
            ensure!(torn("synced").as_deref() == Some(&[b'b'; SIZE][..]), "torn: a synced write is lost");
            let sectors = torn("overwritten").context("torn: a synced file is gone")?;
            ensure!(sectors.len() == SIZE, "torn: an overwritten file has another length");
            for sector in sectors.chunks(512) {
                ensure!(sector.iter().all(|byte| byte == &sector[0]), "torn inside a sector");
            }
            partial += u32::from(sectors.contains(&b'a') && sectors.contains(&b'b'));
        }
        ensure!(partial > 0, "torn: never was a write partly there");
        Ok(())
    }

    /// One run of the check; answers with a reader of the files it left.
    fn checked(&self, mode: &str, seed: u64) -> Result<impl Fn(&str) -> Option<Vec<u8>>> {
        let folder = self.folder.join("check");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir(&folder)?;
        let output = Command::new(&self.check).arg(&folder).envs(self.variables(&folder, mode, seed, None)?).output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.code() == Some(CUT_CODE), "the check ended with {} {:?}: {said}", output.status, output.status.signal());
        ensure!(output.stdout == b"ready\n", "the check did not reach its cut: {said}");
        forget_kept(&folder)?;
        Ok(move |name: &str| fs::read(folder.join(name)).ok())
    }
}

/// Removes what the layer kept beside the folder to bring names back.
pub fn forget_kept(data: &Path) -> Result<()> {
    let mut kept = data.as_os_str().to_owned();
    kept.push(".cut");
    match fs::remove_dir_all(PathBuf::from(kept)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn compile(source: &str, flags: &[&str], to: &Path) -> Result<()> {
    let source = faults_folder().join(source);
    let mut gcc = Command::new("gcc");
    gcc.args(["-std=gnu11", "-O1", "-Wall", "-Wextra", "-Werror"]).args(flags);
    let status = gcc.arg("-o").arg(to).arg(&source).args(["-ldl", "-lpthread"]).status().context("gcc does not start")?;
    ensure!(status.success(), "gcc refuses {}", source.display());
    Ok(())
}

/// The C and Python beside this crate; `cargo xtask` says where the crate stands.
pub fn faults_folder() -> PathBuf {
    std::env::var_os("TEHAMA_TESTS").map_or_else(|| PathBuf::from("tests"), PathBuf::from).join("faults")
}
