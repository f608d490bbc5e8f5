//! What an extract proves, statement by statement. Whether a statement helps a case is the court's
//! to judge; here it is only true, false or not shown.

use crate::hashes::Hash;

/// What the reader brings from elsewhere: the keys that the office and the witnesses published.
#[derive(Clone, Debug, Default)]
pub struct Trust {
    pub log: Option<String>,
    pub witnesses: Vec<String>,
    /// how many of the witnesses must have cosigned; all of them when not said
    pub quorum: Option<usize>,
}

/// The document (or a key given beside it) cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(pub String);

/// Why something does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    OtherKey,
    FalseSignature,
    NotSigned,
    OtherName,
    DemoMark,
    BrokenEntry,
    UnknownVersion,
    BrokenPart,
    RepeatedTag,
    OtherParts,
    BrokenProof,
    OtherRoot,
    RepeatedIndex,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    Question(String),
    Demo,
    /// signed by the key that the reader brought
    Signed {
        name: String,
        size: u64,
        root: Hash,
    },
    /// signed by the key in the document itself
    SignedByOwn {
        key: String,
        size: u64,
        root: Hash,
    },
    NotSigned(Fault),
    /// cosigned by a witness whose key the reader brought
    Cosigned {
        name: String,
        at: u64,
    },
    CosignedByOwn {
        name: String,
        at: u64,
    },
    NotCosigned {
        name: String,
    },
    FalseCosignature {
        name: String,
    },
    TooFewWitnesses {
        have: usize,
        want: usize,
    },
    NoWitness,
    Proved {
        index: u64,
        seq: u64,
        source: u32,
        at_us: i64,
    },
    Shown {
        tag: String,
        value: Vec<u8>,
    },
    Withheld {
        parts: usize,
    },
    Refuted {
        index: u64,
        why: Fault,
    },
    NoEntries,
    NeverProved,
    Outcome {
        sound: bool,
    },
}

/// Everything found about one extract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub statements: Vec<Statement>,
    /// everything in the document holds; `statements` say what that means
    pub sound: bool,
}
