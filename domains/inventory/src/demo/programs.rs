//! The programs that the demo's computers have: real names, makers and versions, grouped by who
//! would have them. The lists stand beside; this file only says what one line means.

use super::office_programs::OFFICE_PROGRAMS;
use super::windows_programs::WINDOWS_PROGRAMS;

/// Which machines may have a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Group {
    Everybody,
    /// Comes with the maker's own machines.
    Dell,
    Hp,
    Lenovo,
    Laptop,
    Server,
    /// Editions of the office suite: a machine has exactly one.
    Suite,
    Registry,
    Accounts,
    Ict,
    Prosecutor,
    /// Nobody approved it.
    Unwanted,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Program {
    pub name: &'static str,
    pub publisher: &'static str,
    pub is_64_bit: bool,
    pub group: Group,
    /// Of 100 machines of its group, so many have it.
    pub percent: u8,
    /// Renews itself, so that its version moves with time.
    pub renews: bool,
    /// Oldest first.
    pub versions: &'static [&'static str],
}

impl Program {
    pub(super) const fn new(group: Group, percent: u8, name: &'static str, publisher: &'static str, versions: &'static [&'static str]) -> Self {
        Self { name, publisher, is_64_bit: true, group, percent, renews: false, versions }
    }

    pub(super) const fn x86(self) -> Self {
        Self { is_64_bit: false, ..self }
    }

    pub(super) const fn renews(self) -> Self {
        Self { renews: true, ..self }
    }
}

/// How many programs there are; their numbers are 0 up to this.
pub const PROGRAM_COUNT: usize = WINDOWS_PROGRAMS.len() + OFFICE_PROGRAMS.len();

/// The program with this number. Panics at `PROGRAM_COUNT` and above.
pub(super) fn program(number: usize) -> &'static Program {
    WINDOWS_PROGRAMS.get(number).unwrap_or_else(|| &OFFICE_PROGRAMS[number - WINDOWS_PROGRAMS.len()])
}

/// The number of the program called `name`. Panics when there is none.
pub(super) fn number_of(name: &str) -> usize {
    (0..PROGRAM_COUNT).find(|number| program(*number).name == name).expect("the lists hold the name")
}
