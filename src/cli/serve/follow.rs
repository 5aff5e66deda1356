//! Keeps the preview in step with the folder for as long as it runs.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::answer::Desk;
use super::console::Console;
use super::ledger::Haste;
use super::watch::{Hint, Watcher};

/// How soon after a change everything is looked at again: whoever saves a file in several steps is done by then.
const SECOND_LOOK: Duration = Duration::from_millis(200);

/// How soon after a change the preview may do what it has put off.
const SETTLES: Duration = Duration::from_millis(300);

/// How often everything is looked at where the system tells of changes, and where it does not.
const WITH_HINTS: Pace = Pace { least: Duration::from_secs(2), share: 50 };
const WITHOUT_HINTS: Pace = Pace { least: Duration::from_millis(500), share: 10 };

/// So many changes in a row that the system did not tell of, and its hints are not waited for any more.
const MISSED: u32 = 2;

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

/// Takes in every change. Never ends.
pub(super) fn follow(desk: &Arc<Desk>, mut watcher: Watcher, mut console: Console) {
    let keeper = &desk.keeper;
    let mut hints = if watcher.hears() { Hints::Unproven(0) } else { Hints::None };
    let mut next_look = Instant::now() + WITHOUT_HINTS.least;
    let mut settles: Option<Instant> = None;
    loop {
        match watcher.wait(settles.map_or(next_look, |at| at.min(next_look))) {
            Hint::Places(places) => match keeper.look(places.iter().map(String::as_str), Haste::Patient) {
                Ok(changed) => {
                    if changed && hints != Hints::None {
                        hints = Hints::Proven;
                    }
                    next_look = next_look.min(Instant::now() + SECOND_LOOK);
                }
                Err(error) => console.trouble(&error),
            },
            Hint::Quiet if Instant::now() >= next_look => {
                let started = Instant::now();
                let changed = keeper.look_at_all();
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
                let pace = if hints == Hints::None { WITHOUT_HINTS } else { WITH_HINTS };
                next_look = Instant::now() + pace.least.max(started.elapsed() * pace.share);
            }
            Hint::Quiet => {}
        }
        // Whoever asks for a page takes its changes in too, and may have been faster.
        let news = keeper.news();
        if !news.is_empty() {
            settles = Some(Instant::now() + SETTLES);
            console.changed(&keeper.edition(), keeper.folder(), &news);
        }
        if settles.is_some_and(|at| Instant::now() >= at) {
            settles = None;
            if keeper.settle() {
                console.settled(&keeper.edition(), keeper.folder());
            }
        }
    }
}
