//! What can go wrong at the edge of the house, in words that a person can act on. One type becomes a page or JSON.

use std::fmt;

/// A field and the key of the sentence that says what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    pub field: String,
    pub key: String,
}

/// Why something was not done. `key` is the key of a sentence in the words.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// No such record, or none that this person may see: the two are told the same way.
    NotFound,
    /// Nobody is signed in.
    SignInFirst,
    /// The person may see the record but not do this.
    Forbidden { act: String },
    /// Someone else saved first; the reader gets both versions.
    Stale { kind: String, id: String },
    /// Fields that must be mended before it can be saved.
    Fields(Vec<FieldProblem>),
    /// The record is not in a state that allows this.
    Refused { key: String },
    /// What arrived cannot be read.
    Unreadable { key: String, detail: String },
    /// Too many tries; seconds until the next one counts.
    Slower { seconds: u64 },
    /// The store failed; the cause is for the log, not for the reader.
    Store(String),
}

pub type Result<T, E = Problem> = std::result::Result<T, E>;

impl Problem {
    pub fn on(field: &str, key: &str) -> Self {
        Problem::Fields(vec![FieldProblem { field: field.into(), key: key.into() }])
    }

    pub fn refused(key: &str) -> Self {
        Problem::Refused { key: key.into() }
    }

    /// The key of the sentence that tells a person.
    pub fn key(&self) -> &str {
        match self {
            Problem::NotFound => "problem-not-found",
            Problem::SignInFirst => "problem-sign-in-first",
            Problem::Forbidden { .. } => "problem-forbidden",
            Problem::Stale { .. } => "problem-stale",
            Problem::Fields(_) => "problem-fields",
            Problem::Refused { key } | Problem::Unreadable { key, .. } => key,
            Problem::Slower { .. } => "problem-slower",
            Problem::Store(_) => "problem-store",
        }
    }

    pub fn status(&self) -> u16 {
        match self {
            Problem::NotFound => 404,
            Problem::SignInFirst => 401,
            Problem::Forbidden { .. } => 403,
            Problem::Stale { .. } | Problem::Refused { .. } => 409,
            Problem::Fields(_) => 422,
            Problem::Unreadable { .. } => 400,
            Problem::Slower { .. } => 429,
            Problem::Store(_) => 500,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Store(cause) => write!(f, "the store failed: {cause}"),
            Problem::Forbidden { act } => write!(f, "{}: {act}", self.key()),
            Problem::Stale { kind, id } => write!(f, "{}: {kind} {id}", self.key()),
            Problem::Unreadable { key, detail } => write!(f, "{key}: {detail}"),
            Problem::Fields(fields) => {
                write!(f, "{}:", self.key())?;
                fields.iter().try_for_each(|p| write!(f, " {}={}", p.field, p.key))
            }
            _ => f.write_str(self.key()),
        }
    }
}
