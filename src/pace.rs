//! Work that gives way, so that a page stays responsive however long its article is.
//!
//! The floors are `async` functions, but nothing in them ever waits for anything: what `async` brings is that they may be
//! left in the middle and gone on with later. They count their work by a [`Pace`], and stop when what they were granted is
//! used up, until they are granted more.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};

/// What a mention or an entity costs in a pass over them, beside a byte of text that is tagged.
pub(crate) const MENTION: usize = 8;

/// How much may be done before the caller has its turn. The unit is what reading a byte of text costs, roughly.
#[derive(Debug, Default)]
pub(crate) struct Pace(AtomicUsize);

impl Pace {
    /// A pace for what is done in one go.
    pub(crate) const fn unhurried() -> Self {
        Self(AtomicUsize::new(usize::MAX))
    }

    /// Lets the work go on for so much.
    pub(crate) fn grant(&self, work: usize) {
        self.0.store(work, Ordering::Relaxed);
    }

    /// Notes that so much has been done, and gives way if that was all that was granted.
    #[inline]
    pub(crate) async fn spend(&self, work: usize) {
        // One thread only works at a time: the counter is shared, never contended.
        let left = self.0.load(Ordering::Relaxed).saturating_sub(work);
        self.0.store(left, Ordering::Relaxed);
        if left == 0 {
            give_way().await;
        }
    }
}

/// Gives way once, whatever is granted.
pub(crate) async fn give_way() {
    let mut has_waited = false;
    poll_fn(|_| if std::mem::replace(&mut has_waited, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}

/// Goes on with work until it gives way or is done.
pub(crate) fn go_on<T>(work: std::pin::Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Poll<T> {
    work.poll(&mut Context::from_waker(Waker::noop()))
}

/// Does work in one go.
pub(crate) fn finish<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(answer) = go_on(work.as_mut()) {
            return answer;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_stops_when_the_grant_is_used_up() {
        let pace = Pace::default();
        let mut work = pin!(async {
            for _ in 0..10 {
                pace.spend(1).await;
            }
        });
        let mut turns = 0;
        loop {
            pace.grant(3);
            turns += 1;
            if go_on(work.as_mut()).is_ready() {
                break;
            }
        }
        assert_eq!(turns, 4);
    }

    #[test]
    fn work_in_one_go_is_done() {
        let pace = Pace::unhurried();
        assert_eq!(
            finish(async {
                pace.spend(usize::MAX).await;
                give_way().await;
                7
            }),
            7
        );
    }
}
