//! What the kernel promises, told with the office's own people and units.

mod erasing;
mod looking;
mod proving;
mod writing;
