//! Sealed copies: files that only the holder of a key can open, kept in plain
//! folders that anybody can check. A backup sealed here is opened in twenty
//! years with `age` and `sha256sum`, without this program. The vault refuses to
//! know what is inside a file, who may ask for it, the clock, and where the
//! secret key is kept.

mod check;
mod digest;
mod disk;
mod key;
mod manifest;
mod name;
mod open;
mod problem;
mod readme;
mod seal;
mod store;

pub use check::{Finding, State, check_folder, folder_digest};
pub use digest::Digest;
pub use key::{Identity, Recipient};
pub use manifest::{Entry, Manifest};
pub use open::{Opened, open, open_folder};
pub use problem::Problem;
pub use seal::{Sealed, seal};
pub use store::seal_folder;
