//! A look at a secret record: written to the ledger before the page is shown, so that "who has ever opened this" has an answer.

use crate::actor::{Actor, Stored};
use crate::id::{Id, Link};
use crate::problem::Result;

/// Records that the actor opens a record; returns once that is on the disk.
pub async fn record(actor: &Actor, kind: String, id: Id) -> Result<()> {
    actor
        .act("record.look", move |work| {
            work.mention(Link::new(&kind, id), "looked at");
            Ok(())
        })
        .await
        .map(|_| ())
}

/// The same for a record in hand, when its class asks for it.
pub async fn at(actor: &Actor, stored: &Stored) -> Result<()> {
    if stored.head.class.is_look_recorded() { record(actor, stored.kind.into(), stored.head.id).await } else { Ok(()) }
}
