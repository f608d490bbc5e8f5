//! The requests of the demo: two years of an ICT unit's help, planned before anything is written, so
//! that whoever fills the demo plays them through the desk's own verbs in the order of time. It
//! knows neither records nor the database, and every choice follows from the seed.

mod days;
mod drafting;
mod hours;
mod plan;
mod slots;
mod template;
pub mod templates;
mod timeline;

pub use hours::{Hours, Minute};
pub use plan::{Asker, Channel, DeviceWish, Hearing, Moment, OfficerSeat, PlannedRequest, Scene, in_order, plan};
pub use template::{Category, DeviceSort, Kind, Language, Priority, Storm, Template, Waiting};
pub use timeline::{Act, Stage, Step, Voice};

#[cfg(test)]
mod tests;
