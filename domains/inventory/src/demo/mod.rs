//! The machines of the demo: about 400 devices of the makes, ages and systems that a donated and
//! budgeted park really has, old ones included, and the reports their agents would send. Serials and
//! addresses look right and belong to nothing. It knows no records and no database.

mod calendar;
mod device;
mod inside;
mod marks;
mod models;
mod office_programs;
mod park;
mod printer;
mod programs;
mod report;
mod spots;
mod windows_programs;

pub use device::{Condition, DemoDevice, Holder, Installed, Machine, Monitor, Place, Sort, State, Trade};
pub use park::park;
pub use printer::printer_json;
pub use programs::PROGRAM_COUNT;
pub use report::report_xml;

#[cfg(test)]
mod tests;
