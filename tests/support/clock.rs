//! What work costs, whatever else the machine does.

use std::time::{Duration, Instant};

/// The processor time of this thread, where the system tells it; the time that passes elsewhere.
pub(crate) fn cost(work: impl FnOnce()) -> Duration {
    let (began, before) = (Instant::now(), processor_time());
    work();
    match (before, processor_time()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => began.elapsed(),
    }
}

fn processor_time() -> Option<Duration> {
    // The system brings the count up to date when it considers who runs next.
    std::thread::yield_now();
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    times.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
