//! Keeps the preview in step with the folder for as long as it runs.

use std::io;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::answer::Desk;
use super::console::Console;
use super::ledger::Haste;
use super::watch::{Hint, Watcher};
use crate::base::Moment;

/// How soon after a change everything is looked at again: whoever saves a file in several steps is done by then.
const SECOND_LOOK: Duration = Duration::from_millis(200);

/// How often everything is looked at where the system tells of changes, and where it does not.
const WITH_HINTS: Pace = Pace { least: Duration::from_secs(2), share: 50 };
const WITHOUT_HINTS: Pace = Pace { least: Duration::from_millis(500), share: 10 };

/// So many changes in a row that the system did not tell of, and its hints are not waited for any more.
const MISSED: u32 = 2;

/// How soon it is noticed that a look at everything has come to its end.
const NOTICED: Duration = Duration::from_millis(20);

/// When the next look is due is known when this one is done, or as soon as something changes.
const LATER: Duration = Duration::from_hours(1);

/// How long to wait until the next look.
#[derive(Clone, Copy)]
struct Pace {
    least: Duration,
    /// A look may take one part of so many of the time.
    share: u32,
}

/// Whether the system tells of changes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hints {
    /// Nothing has changed so far; so many changes came without a hint.
    Unproven(u32),
    Proven,
    None,
}

impl Hints {
    fn pace(self) -> Pace {
        if self == Self::None { WITHOUT_HINTS } else { WITH_HINTS }
    }
}

/// What time it is.
pub(super) type Clock = fn() -> Moment;

/// A look at the whole folder, and then at the whole site if that was put off, or if a moment has come that something
/// waited for.
struct Look {
    /// Whether anything in the folder had changed.
    changed: io::Result<bool>,
    took: Duration,
    /// Whether that showed anything new.
    settled: bool,
}

impl Look {
    fn take(desk: &Desk, clock: Option<Clock>) -> Self {
        let started = Instant::now();
        let changed = desk.keeper.look_at_all();
        let took = started.elapsed();
        let gone_on = clock.is_some_and(|now| desk.keeper.go_on(now()));
        Self { changed, took, settled: desk.keeper.settle() || gone_on }
    }
}

/// Takes in every change. Never ends.
///
/// What may take long goes on beside it, so that a change is seen however large the site is. Without a clock the site stays
/// at the moment for which it was opened.
pub(super) fn follow(desk: &Arc<Desk>, mut watcher: Watcher, mut console: Console, clock: Option<Clock>) {
    let keeper = &desk.keeper;
    let mut hints = if watcher.hears() { Hints::Unproven(0) } else { Hints::None };
    let mut next_look = Instant::now() + WITHOUT_HINTS.least;
    let mut look: Option<JoinHandle<Look>> = None;
    loop {
        let until = if look.is_some() { Instant::now() + NOTICED } else { next_look };
        if let Hint::Places(places) = watcher.wait(until) {
            match keeper.look(places.iter().map(String::as_str), Haste::Patient) {
                Ok(changed) => {
                    if changed && hints != Hints::None {
                        hints = Hints::Proven;
                    }
                    next_look = next_look.min(Instant::now() + SECOND_LOOK);
                }
                Err(error) => console.trouble(&error),
            }
        }
        // Whoever asks for a page takes its changes in too, and may have been faster.
        let news = keeper.news();
        if !news.is_empty() {
            next_look = next_look.min(Instant::now() + SECOND_LOOK);
            console.changed(&keeper.edition(), keeper.folder(), &news);
        }
        if let Some(done) = look.take_if(|look| look.is_finished()) {
            let Look { changed, took, settled } = done.join().expect("a look does not panic");
            if settled {
                console.settled(&keeper.edition(), keeper.folder());
            }
            match &changed {
                Ok(_) => console.no_trouble(),
                Err(error) => console.trouble(error),
            }
            if matches!(changed, Ok(true))
                && let Hints::Unproven(missed) = hints
            {
                hints = Hints::Unproven(missed + 1);
                if missed + 1 >= MISSED {
                    hints = Hints::None;
                    console.no_hints();
                }
            }
            let Pace { least, share } = hints.pace();
            let wait = if keeper.is_unsettled() { SECOND_LOOK } else { least.max(took * share) };
            next_look = next_look.min(Instant::now() + wait);
        } else if look.is_none() && Instant::now() >= next_look {
            let desk = Arc::clone(desk);
            look = Some(std::thread::spawn(move || Look::take(&desk, clock)));
            next_look = Instant::now() + LATER;
        }
    }
}
