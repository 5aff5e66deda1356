//! What is good: charts are told, they never judge by themselves.

/// Which direction is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// Higher values: above the benchmark is ahead.
    Up,
    /// Lower values: below the benchmark is ahead.
    Down,
    /// Neither: what differs is shown without judgement.
    Unjudged,
}

/// Whether a change, or a contribution to one, is what one would wish for. That is not its sign: less waste is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It brought the value nearer to where it should be.
    Better,
    /// It took it away from there.
    Worse,
    /// Nobody says.
    Unjudged,
}
