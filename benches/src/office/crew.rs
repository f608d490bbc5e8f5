//! Several hands on one pile of work, so that the writer takes several changes in one group as it does in a busy office.

use anyhow::Result;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// More than the writer's changes under way at a time gain nothing.
const HANDS: usize = 16;

/// Does `each` for 0 up to `count`, nearly in that order; stops at the first failure and gives it.
pub fn together(what: &str, count: usize, each: impl Fn(usize) -> Result<()> + Sync) -> Result<()> {
    let (next, failure) = (AtomicUsize::new(0), Mutex::new(None));
    let tenth = (count / 10).max(1);
    let hand = || {
        loop {
            let n = next.fetch_add(1, Ordering::Relaxed);
            if n >= count {
                return;
            }
            if n > 0 && n.is_multiple_of(tenth) {
                eprintln!("          {what} {} of 10", n / tenth);
            }
            if let Err(error) = each(n) {
                next.store(count, Ordering::Relaxed);
                failure.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).get_or_insert(error);
            }
        }
    };
    std::thread::scope(|scope| (0..HANDS).for_each(|_| drop(scope.spawn(hand))));
    failure.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner()).map_or(Ok(()), Err)
}
