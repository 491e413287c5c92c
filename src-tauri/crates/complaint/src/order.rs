//! Putting things into order by code that is there once.
//!
//! The library's stable sort is compiled anew for each kind of thing and each way of comparing, to some four and a
//! half kilobytes; in the sixty places that sort it made a quarter of a megabyte of every program. Here only the
//! comparing and the moving are made anew.

use std::cmp::Ordering;

/// Puts things into the order that `compare` tells; what is alike stays as it stood.
pub fn by<T>(things: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut from = places(things.len(), &mut |a, b| compare(&things[a], &things[b]));
    for first in 0..from.len() {
        let mut at = first;
        // What comes here, what comes to where that was, and so on until the round is closed.
        loop {
            let next = std::mem::replace(&mut from[at], at);
            if next == first {
                break;
            }
            things.swap(at, next);
            at = next;
        }
    }
}

/// Puts things into the order of what `key` gives of each; what is alike stays as it stood.
pub fn by_key<T, K: Ord>(things: &mut [T], mut key: impl FnMut(&T) -> K) {
    by(things, |a, b| key(a).cmp(&key(b)));
}

/// Puts the least first.
pub fn ascending<T: Ord>(things: &mut [T]) {
    by(things, Ord::cmp);
}

/// Where what comes to each place stands now.
fn places(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use super::{ascending, by, by_key};
    use proptest::prelude::{any, proptest};

    proptest! {
        #[test]
        fn things_stand_as_the_library_puts_them(things: Vec<(u8, u32)>, back in any::<bool>()) {
            let mut whole = things.clone();
            ascending(&mut whole);
            assert!(whole.is_sorted() && whole.len() == things.len());
            let mut ours = things.clone();
            let mut theirs = things;
            if back {
                by(&mut ours, |a, b| b.0.cmp(&a.0));
                theirs.sort_by_key(|thing| std::cmp::Reverse(thing.0));
            } else {
                by_key(&mut ours, |thing| thing.0);
                theirs.sort_by_key(|thing| thing.0);
            }
            assert_eq!(ours, theirs);
        }
    }
}
