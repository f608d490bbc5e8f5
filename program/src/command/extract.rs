//! `tehama extract`: the changes of one record as a document that a court checks offline with the separate verifier.

use super::{Manner, must_exist, open};
use crate::OfOffice;
use anyhow::{Context, Result};
use clap::Args;
use kernel::app::App;
use kernel::change::{Via, items};
use kernel::log::Leaves;
use kernel::vals;
use ledger::extract::{Asked, Extract as Document};
use ledger::note::Note;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Args)]
pub struct Extract {
    #[command(flatten)]
    office: OfOffice,
    /// Aina ya kumbukumbu / kind of the record.
    #[arg(long)]
    kind: String,
    /// Namba au kitambulisho / number or id of the record.
    #[arg(long)]
    record: String,
    /// Swali kama lilivyoulizwa / the question as it was asked.
    #[arg(long, default_value = "")]
    question: String,
    /// Sehemu za kuonyesha; zote zisipotajwa / parts to show, by the end of their name; all unless named.
    #[arg(long, value_delimiter = ',')]
    show: Vec<String>,
    /// Faili la dondoo / the extract's file.
    #[arg(long)]
    out: PathBuf,
}

impl Extract {
    pub fn run(self) -> Result<ExitCode> {
        must_exist(&self.office.data)?;
        let app = open(&self.office.data, &self.office.keys(), Manner::everyday(false))?;
        let document = self.make(&app)?;
        std::fs::write(&self.out, document).with_context(|| self.out.display().to_string())?;
        app.end();
        println!("dondoo / extract: {}", self.out.display());
        println!("hakiki kwa / check with: tehama-verify {} --log {}", self.out.display(), app.log.verifier());
        Ok(ExitCode::SUCCESS)
    }

    fn make(&self, app: &Arc<App>) -> Result<String> {
        let note = Note::parse(&app.checkpoint()?)?;
        let view = app.itself(Via::Command, "").view()?;
        let stored = view.find_stored(&self.kind, &self.record)?;
        let rows = view.rows(
            "SELECT c.seq, c.body, c.nonce, c.parts, c.entry FROM fact_mention m JOIN ledger_change c ON c.seq = m.seq WHERE m.kind = ?1 AND m.id = ?2 ORDER BY m.seq",
            vals![stored.kind, stored.head.id],
            |row| Ok((row.int("seq")?, row.text("body")?, row.opt_blob("nonce")?, row.opt_text("parts")?, row.blob("entry")?)),
        )?;
        let mut asked = Vec::new();
        for (seq, body, nonce, parts, entry) in rows {
            let body: serde_json::Value = serde_json::from_str(&body)?;
            let parts = match (nonce, parts) {
                (Some(nonce), _) => ledger::leaf::parts(&nonce.as_slice().try_into().context("a nonce of another length")?, &items(&body))?,
                (None, parts) => kernel::verify::parts_of(&body, &parts.unwrap_or_default()).map_err(anyhow::Error::msg)?,
            };
            let parts = parts.into_iter().map(|part| if self.shows(&part) { part } else { part.withheld() }).collect();
            asked.push(Asked { index: seq.unsigned_abs(), entry: ledger::leaf::Entry::from_bytes(&entry)?, parts });
        }
        let leaves = Leaves(&view);
        let tree = ledger::tiles::View::new(&leaves, &app.log.tiles)?;
        let question = if self.question.is_empty() { format!("{} {}", self.kind, self.record) } else { self.question.clone() };
        Ok(Document::build(&question, &note, &app.log.verifier(), &[], &asked, &tree)?.to_json())
    }

    fn shows(&self, part: &ledger::leaf::Part) -> bool {
        match part {
            ledger::leaf::Part::Shown { tag, .. } => self.show.is_empty() || self.show.iter().any(|name| tag == name || tag.ends_with(&format!(".{name}"))),
            ledger::leaf::Part::Withheld { .. } => false,
        }
    }
}
