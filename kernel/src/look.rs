//! A look at a secret record: written to the ledger before the page is shown, so that "who has ever opened this" has an answer.

use crate::actor::{Actor, Stored, off_the_loop};
use crate::change::{Change, Mention};
use crate::db::Draft;
use crate::id::Link;
use crate::problem::Result;

/// The act's name in the ledger.
pub const VERB: &str = "record.look";

/// Records that the actor reads these records; returns once that is on the disk. Nothing is written for none.
pub fn at_all(actor: &Actor, links: impl IntoIterator<Item = Link>) -> Result<()> {
    let mentions: Vec<Mention> = links.into_iter().map(|link| Mention { link, role: "looked at".into() }).collect();
    if mentions.is_empty() {
        return Ok(());
    }
    // Written without a snapshot: whoever looks holds one already, and readers that wait for a second one would wait for each other.
    let change = Change { mentions, ..Change::begun(actor, VERB, actor.app.now()) };
    actor.app.writer.commit(Draft { change, also: Vec::new() }).map(|_| ())
}

/// The secret ones among rows that are about to be handed out whole.
pub fn secret<'a>(rows: impl IntoIterator<Item = &'a Stored>) -> Vec<Link> {
    rows.into_iter().filter(|stored| stored.head.class.is_look_recorded()).map(|stored| Link::new(stored.kind, stored.head.id)).collect()
}

/// The same for a record in hand, when its class asks for it.
pub async fn at(actor: &Actor, stored: &Stored) -> Result<()> {
    let (actor, links) = (actor.clone(), secret([stored]));
    if links.is_empty() { Ok(()) } else { off_the_loop(move || at_all(&actor, links)).await }
}
