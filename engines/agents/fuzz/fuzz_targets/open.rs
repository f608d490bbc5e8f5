//! Any bytes, unpacked and decoded: never more than the limit, never a control character.
#![no_main]

use agents::body::{INFLATED_BYTES_MAX, open};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(opened) = open(bytes) {
        // windows-1252 to UTF-8 makes three bytes of one at most.
        assert!(opened.text.len() <= 3 * INFLATED_BYTES_MAX);
        assert!(!opened.text.contains('\0'));
    }
});
