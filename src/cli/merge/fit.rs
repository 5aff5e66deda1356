//! Whether shards belong together: parts of one site, all of them, each once.

use std::collections::BTreeMap;

use super::Found;
use crate::cli::shards::{Record, VERSION};
use crate::cli::words::shards::Shards;

/// Everything that does not fit, in sentences.
pub(super) fn faults(shards: &[Found], says: &Shards) -> Vec<String> {
    let mut faults = Vec::new();
    for shard in shards.iter().filter(|shard| shard.record.casebook != VERSION) {
        faults.push((says.other_version)(&shard.name, &shard.record.casebook, VERSION));
    }
    let odd = |key: fn(&Record) -> String| odd_ones(shards, key);
    if let Some((odd, usual)) = odd(|record| record.of.to_string()) {
        faults.push((says.other_count)(&odd, &usual.name));
    } else {
        faults.extend(incomplete(shards, says));
    }
    if let Some((odd, usual)) = odd(|record| record.sources.clone()) {
        faults.push((says.other_sources)(&odd, &usual.name));
    } else if let Some((odd, usual)) = odd(|record| format!("{:?}", record.since)) {
        // From other sources, other moments follow.
        let latest = shards.iter().filter(|shard| shard.record.since.is_some());
        let latest = latest.max_by_key(|shard| (&shard.record.since, &shard.record.at));
        faults.push((says.other_moment)(&odd, &usual.name, &latest.unwrap_or(usual).record.at));
    }
    let options = |r: &Record| format!("{} {} {:?}", r.drafts, r.without_broken, r.base_url);
    if let Some((odd, usual)) = odd(options) {
        faults.push((says.other_options)(&odd, &usual.name));
    }
    if let Some((odd, usual)) = odd(|record| format!("{:?}", record.fonts)) {
        faults.push((says.other_fonts)(&odd, &usual.name));
    }
    faults
}

/// Which shards are missing or there twice.
fn incomplete(shards: &[Found], says: &Shards) -> Vec<String> {
    let mut faults = Vec::new();
    let mut met: BTreeMap<u32, &Found> = BTreeMap::new();
    for shard in shards {
        if let Some(first) = met.insert(shard.record.number, shard) {
            let which = format!("{}/{}", shard.record.number, shard.record.of);
            faults.push((says.twice)(&which, &first.name, &shard.name));
        }
    }
    let of = shards.first().map_or(0, |shard| shard.record.of);
    let missing: Vec<String> =
        (1..=of).filter(|number| !met.contains_key(number)).map(|number| format!("{number}/{of}")).collect();
    if !missing.is_empty() {
        faults.push((says.missing)(&missing));
    }
    faults
}

/// The names of those that have something otherwise than most have it, with the first of these.
fn odd_ones(shards: &[Found], key: impl Fn(&Record) -> String) -> Option<(String, &Found)> {
    let keys: Vec<String> = shards.iter().map(|shard| key(&shard.record)).collect();
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    for key in &keys {
        *alike.entry(key).or_default() += 1;
    }
    // Of several that are as many, those that were named first.
    let (usual, most) = shards.iter().zip(&keys).rev().max_by_key(|(_, key)| alike[key.as_str()])?;
    let odd = shards.iter().zip(&keys).filter(|(_, key)| *key != most);
    let odd: Vec<&str> = odd.map(|(shard, _)| shard.name.as_str()).collect();
    (!odd.is_empty()).then(|| (odd.join(", "), usual))
}
