//! The whole check, from the text of an extract to its finding: signature, witnesses, then record
//! after record. It goes on after a fault, so that the reader sees all that does not hold.

use std::collections::HashSet;

use crate::document::{Document, Record};
use crate::finding::{Fault, Finding, Statement, Trust, Unreadable};
use crate::hashes::Entry;
use crate::note::{Checkpoint, Key, Mark};
use crate::record::check;

/// Names of demo logs begin so.
const DEMO_ORIGIN: &str = "demo.invalid/";

/// Checks the text of an `extract.json`.
///
/// # Errors
/// [`Unreadable`] when it is no extract of the known format, or a key is not readable.
pub fn verify(text: &str, trust: &Trust) -> Result<Finding, Unreadable> {
    let document = Document::read(text)?;
    let checkpoint = Checkpoint::read(&document.checkpoint);
    let checkpoint = checkpoint.ok_or_else(|| Unreadable("the checkpoint is broken".into()))?;
    let mut told = vec![Statement::Question(document.question.clone())];
    let demo = checkpoint.origin.starts_with(DEMO_ORIGIN);
    if demo || document.demo {
        told.push(Statement::Demo);
    }
    let mut sound = demo == document.demo;
    if !sound {
        told.push(Statement::NotSigned(Fault::DemoMark));
    }
    sound &= tell_signature(&document, &checkpoint, trust, &mut told)?;
    sound &= tell_witnesses(&document, &checkpoint, trust, &mut told)?;
    let mut seen = HashSet::new();
    for record in &document.entries {
        let fresh = seen.insert(record.index);
        sound &= tell_record(record, &checkpoint, fresh, &mut told);
    }
    if document.entries.is_empty() {
        told.push(Statement::NoEntries);
    }
    told.extend([Statement::NeverProved, Statement::Outcome { sound }]);
    Ok(Finding { statements: told, sound })
}

fn tell_signature(document: &Document, checkpoint: &Checkpoint, trust: &Trust, told: &mut Vec<Statement>) -> Result<bool, Unreadable> {
    let given = trust.log.as_ref();
    let text = given.unwrap_or(&document.log);
    let unreadable = || Unreadable(format!("the log's key is no Ed25519 key: {text}"));
    let key = Key::of_log(text).ok_or_else(unreadable)?;
    let (size, root) = (checkpoint.size, checkpoint.root);
    let statement = match checkpoint.mark_of(&key) {
        Mark::True(_) if key.name != checkpoint.origin => Statement::NotSigned(Fault::OtherName),
        Mark::True(_) if given.is_some() => Statement::Signed { name: key.name, size, root },
        Mark::True(_) => Statement::SignedByOwn { key: text.clone(), size, root },
        Mark::False => Statement::NotSigned(Fault::FalseSignature),
        Mark::Absent if given.is_some_and(|given| *given != document.log) => Statement::NotSigned(Fault::OtherKey),
        Mark::Absent => Statement::NotSigned(Fault::NotSigned),
    };
    let signed = !matches!(statement, Statement::NotSigned(_));
    told.push(statement);
    Ok(signed)
}

fn tell_witnesses(document: &Document, checkpoint: &Checkpoint, trust: &Trust, told: &mut Vec<Statement>) -> Result<bool, Unreadable> {
    let given = !trust.witnesses.is_empty();
    let texts = if given { &trust.witnesses } else { &document.witnesses };
    let mut sound = true;
    let mut cosigned = 0;
    let mut known: Vec<Key> = Vec::new();
    for text in texts {
        let unreadable = || Unreadable(format!("the witness's key is no cosigner's: {text}"));
        let key = Key::of_witness(text).ok_or_else(unreadable)?;
        // The signed message does not name the witness: one key must not count twice.
        if known.iter().any(|other| other.public == key.public) {
            return Err(Unreadable(format!("two witnesses have the same key: {}", key.name)));
        }
        let name = key.name.clone();
        told.push(match checkpoint.mark_of(&key) {
            Mark::True(at) => {
                cosigned += 1;
                let at = at.unwrap_or_default();
                if given { Statement::Cosigned { name, at } } else { Statement::CosignedByOwn { name, at } }
            }
            Mark::Absent => Statement::NotCosigned { name },
            Mark::False => {
                sound = false;
                Statement::FalseCosignature { name }
            }
        });
        known.push(key);
    }
    let want = trust.quorum.unwrap_or(trust.witnesses.len());
    let have = if given { cosigned } else { 0 };
    if have < want {
        told.push(Statement::TooFewWitnesses { have, want });
    } else if have == 0 {
        told.push(Statement::NoWitness);
    }
    Ok(sound && have >= want)
}

fn tell_record(record: &Record, checkpoint: &Checkpoint, fresh: bool, told: &mut Vec<Statement>) -> bool {
    let index = record.index;
    let checked = if fresh { check(record, checkpoint) } else { Err(Fault::RepeatedIndex) };
    match checked {
        Err(why) => {
            told.push(Statement::Refuted { index, why });
            false
        }
        Ok((Entry { seq, source, at_us, .. }, shown)) => {
            told.push(Statement::Proved { index, seq, source, at_us });
            let parts = record.parts.len() - shown.len();
            told.extend(shown.into_iter().map(|(tag, value)| Statement::Shown { tag, value }));
            if parts > 0 {
                told.push(Statement::Withheld { parts });
            }
            true
        }
    }
}
