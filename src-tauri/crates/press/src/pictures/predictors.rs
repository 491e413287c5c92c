//! PNG's predictors, which PDF's `FlateDecode` knows too (ISO 32000-1, 7.4.4.4).

use crate::deflate::deflate;

/// Deflates rows, each after the PNG filter that leaves the least in it or all
/// as they are, whichever packs better.
pub(crate) fn pack(samples: &[u8], row: usize, step: usize) -> Vec<u8> {
    let plain = deflate(&filtered(samples, row, step, false));
    let chosen = deflate(&filtered(samples, row, step, true));
    if plain.len() <= chosen.len() {
        plain
    } else {
        chosen
    }
}

fn filtered(samples: &[u8], row: usize, step: usize, choose: bool) -> Vec<u8> {
    let mut filtered = Vec::with_capacity(samples.len() + samples.len() / row.max(1) + 1);
    let zero = vec![0u8; row];
    let mut above: &[u8] = &zero;
    for line in samples.chunks(row.max(1)) {
        if !choose {
            filtered.push(0);
            filtered.extend_from_slice(line);
            continue;
        }
        let left = |i: usize| if i >= step { line[i - step] } else { 0 };
        let sub: Vec<u8> = (0..line.len())
            .map(|i| line[i].wrapping_sub(left(i)))
            .collect();
        let up: Vec<u8> = (0..line.len())
            .map(|i| line[i].wrapping_sub(above[i]))
            .collect();
        let weight = |v: &[u8]| {
            v.iter()
                .map(|&b| u64::from(b.min(b.wrapping_neg())))
                .sum::<u64>()
        };
        let candidates = [(0u8, weight(line)), (1, weight(&sub)), (2, weight(&up))];
        let best = candidates.iter().min_by_key(|c| c.1).map_or(0, |c| c.0);
        filtered.push(best);
        filtered.extend_from_slice(match best {
            1 => &sub,
            2 => &up,
            _ => line,
        });
        above = line;
    }
    filtered
}
