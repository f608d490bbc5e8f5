//! `tehama erase`: fields of a record erased by lawful order, from the server's own keyboard while the office is not served.

use super::{Manner, must_exist, open};
use crate::OfOffice;
use anyhow::Result;
use clap::Args;
use kernel::change::Via;
use std::process::ExitCode;

#[derive(Args)]
pub struct Erase {
    #[command(flatten)]
    office: OfOffice,
    /// Aina ya kumbukumbu / kind of the record: request, device, …
    #[arg(long)]
    kind: String,
    /// Namba au kitambulisho / number or id of the record.
    #[arg(long)]
    record: String,
    /// Sehemu za kufuta / fields to erase.
    #[arg(long, value_delimiter = ',', required = true)]
    fields: Vec<String>,
    /// Aliyeamuru / who ordered it: court, case, letter.
    #[arg(long)]
    authority: String,
    /// Sababu / the reason.
    #[arg(long)]
    reason: String,
}

impl Erase {
    pub fn run(self) -> Result<ExitCode> {
        must_exist(&self.office.data)?;
        let app = open(&self.office.data, &self.office.keys(), Manner::everyday(false))?;
        let actor = app.itself(Via::Command, "");
        let mut work = actor.work("erasure.order")?;
        kernel::erasure::erase(&mut work, &self.kind, &self.record, &self.fields, &self.authority, &self.reason)?;
        let committed = work.commit()?;
        app.checkpoint()?;
        app.end();
        println!("imefutwa kwa amri / erased by order {} (badiliko / change {})", committed.number(), committed.seq);
        println!("nakala rudufu za kabla ya leo bado zinazo / backups made before today still hold it");
        Ok(ExitCode::SUCCESS)
    }
}
