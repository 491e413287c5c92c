//! Breaking a whole paragraph into lines at once, after Knuth and Plass.
//!
//! Each way to reach a candidate is kept by the tightness of its last line and
//! by the number of hyphens in a row, so that runs of hyphens and neighbours of
//! very different tightness can be charged for. Slack goes first into tracking
//! of at most one per cent of the em, then into the blanks.

use crate::paragraph::{Candidate, Stream};

/// Widest change of a letter's advance, in ems.
pub const TRACKING: f32 = 0.01;
/// Narrowest blank, in ems: below it, text extraction joins words.
pub const NARROWEST: f32 = 0.18;
/// How far a blank may shrink.
const SHRINK: f32 = 0.8;

/// How much wider than natural a blank of badness 100 is, in ems.
const LOOSE: f64 = 0.17;

/// A last line shorter than this share of its room looks like a stray word.
const RUNT: f32 = 0.11;

/// The room a paragraph has, and how its lines stand in it.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Width of the first line, pt.
    pub first: f32,
    /// Width of the others, pt.
    pub rest: f32,
    /// Whether lines are spread to their full width.
    pub justified: bool,
    /// First-line indent, pt: a last line hardly longer than it is a runt.
    pub indent: f32,
}

/// A chosen line: indices of cells, and whether a hyphen is added.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chosen {
    /// First cell.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Whether a hyphen is added.
    pub hyphen: bool,
    /// Whether the line ends a paragraph or is ended by a forced break.
    pub last: bool,
    /// Width the line has, pt.
    pub room: f32,
    /// Natural width, pt.
    pub natural: f32,
    /// Stretchable blanks.
    pub spaces: u32,
}

const HYPHENS: usize = 4;
const CLASSES: usize = 4;
const STATES: usize = HYPHENS * CLASSES;

#[derive(Clone, Copy)]
struct Way {
    demerits: f64,
    /// Candidate and state before; `u32::MAX` for the beginning.
    from: (u32, u8),
    line: u32,
}

const NO_WAY: Way = Way {
    demerits: f64::INFINITY,
    from: (u32::MAX, 0),
    line: 0,
};

/// The best lines. Never fails: what can't fit sticks out.
pub fn lines(stream: &Stream, room: Room) -> Vec<Chosen> {
    let c = &stream.candidates;
    let mut ways: Vec<[Way; STATES]> = vec![[NO_WAY; STATES]; c.len() + 1];
    // Node k+1 is candidate k; node 0 is the beginning.
    ways[0][state(1, 0)] = Way {
        demerits: 0.0,
        from: (u32::MAX, 0),
        line: 0,
    };
    let mut active: Vec<usize> = vec![0];
    for (k, candidate) in c.iter().enumerate() {
        let mut kept: Vec<usize> = Vec::with_capacity(active.len());
        let mut reached = false;
        let mut rescue = None;
        for &node in &active {
            let line = measure(stream, node, candidate, room);
            if line.natural - shrinkable(stream, &line, room) > line.room + 0.01
                && candidate.start > start_of(stream, node)
            {
                rescue = Some(node);
                // Overfull and only growing: out, unless it is the last hope.
                continue;
            }
            kept.push(node);
            reached |= relax(stream, &mut ways, node, k, &line, room, false);
        }
        if !reached
            && let Some(node) = rescue
            && (candidate.forced || kept.is_empty())
        {
            let line = measure(stream, node, candidate, room);
            relax(stream, &mut ways, node, k, &line, room, true);
            reached = true;
        }
        active = kept;
        if candidate.forced {
            active.clear();
        }
        if reached {
            active.push(k + 1);
        }
    }
    trace(stream, &ways, room)
}

fn state(class: usize, hyphens: usize) -> usize {
    class * HYPHENS + hyphens
}

fn start_of(stream: &Stream, node: usize) -> usize {
    if node == 0 {
        0
    } else {
        stream.candidates[node - 1].start
    }
}

fn measure(stream: &Stream, node: usize, to: &Candidate, room: Room) -> Chosen {
    let start = start_of(stream, node);
    let end = to.end.max(start);
    let natural = (stream.widths[end] - stream.widths[start]) as f32 + to.extra;
    Chosen {
        start,
        end,
        hyphen: to.hyphen,
        last: to.forced,
        room: if node == 0 { room.first } else { room.rest },
        natural,
        spaces: stream.spaces[end] - stream.spaces[start],
    }
}

/// The natural blank of a line, pt: the mean of its blanks, for those of a bold
/// or an italic run are of another width.
fn blank(stream: &Stream, line: &Chosen) -> f32 {
    let (sum, count) = stream.cells[line.start..line.end]
        .iter()
        .filter(|c| c.kind == crate::paragraph::Kind::Space)
        .fold((0.0, 0.0), |(sum, count), c| (sum + c.advance, count + 1.0));
    if count > 0.0 {
        sum / count
    } else {
        0.25 * stream.size
    }
}

fn shrinkable(stream: &Stream, line: &Chosen, room: Room) -> f32 {
    if !room.justified || line.natural <= line.room {
        return 0.0;
    }
    let blank = blank(stream, line);
    let least = (blank * SHRINK).max(NARROWEST * stream.size);
    (blank - least).max(0.0) * line.spaces as f32 + letters(line) * TRACKING * stream.size
}

fn letters(line: &Chosen) -> f32 {
    // Blanks are not tracked, nor is the last glyph: nothing stands behind it.
    let glyphs =
        (line.end - line.start).saturating_sub(line.spaces as usize) + usize::from(line.hyphen);
    glyphs.saturating_sub(1) as f32
}

/// How a justified line spreads: tracking a glyph, and the width of a blank, pt.
pub fn spread(stream: &Stream, line: &Chosen) -> (f32, f32) {
    let blank = blank(stream, line);
    let slack = line.room - line.natural;
    let letters = letters(line).max(1.0);
    let most = letters * TRACKING * stream.size;
    let tracked = slack.clamp(-most, most);
    let rest = slack - tracked;
    let gap = if line.spaces == 0 {
        blank
    } else {
        blank + rest / line.spaces as f32
    };
    (tracked / letters, gap)
}

fn relax(
    stream: &Stream,
    ways: &mut [[Way; STATES]],
    node: usize,
    k: usize,
    line: &Chosen,
    room: Room,
    overfull: bool,
) -> bool {
    let candidate = stream.candidates[k];
    let (cost, class) = if overfull {
        (1e9, 0)
    } else {
        badness(stream, line, room)
    };
    let at_end = k + 1 == stream.candidates.len();
    let after_hyphen = node > 0 && stream.candidates[node - 1].hyphen;
    let mut reached = false;
    for from in 0..STATES {
        let way = ways[node][from];
        if !way.demerits.is_finite() {
            continue;
        }
        let (class_before, hyphens_before) = (from / HYPHENS, from % HYPHENS);
        let hyphens = if candidate.hyphen {
            (hyphens_before + 1).min(HYPHENS - 1)
        } else {
            0
        };
        let penalty = f64::from(candidate.penalty);
        let mut demerits = way.demerits + (10.0 + cost).powi(2) + penalty * penalty;
        if candidate.hyphen {
            demerits += match hyphens_before {
                0 => 0.0,
                1 => 4_000.0,
                2 => 40_000.0,
                _ => 5e6,
            };
        }
        if at_end && after_hyphen {
            demerits += 12_000.0;
        }
        if node > 0 && class.abs_diff(class_before) > 1 && room.justified {
            demerits += 3_000.0;
        }
        let to = &mut ways[k + 1][state(class, hyphens)];
        if demerits < to.demerits {
            *to = Way {
                demerits,
                from: (node as u32, from as u8),
                line: way.line + 1,
            };
        }
        reached = true;
    }
    reached
}

/// How bad a line looks, and its class of tightness, 0 tight to 3 very loose.
fn badness(stream: &Stream, line: &Chosen, room: Room) -> (f64, usize) {
    let slack = line.room - line.natural;
    if !room.justified {
        // Ragged: few lines first, then even ones; the last may be shorter.
        let r = f64::from((slack / line.room.max(1.0)).max(0.0));
        let weight = match (line.last, line.start) {
            (true, 0) => 0.0,
            (true, _) => 40.0,
            (false, _) => 120.0,
        };
        return (40.0 + weight * r * r, 1);
    }
    if line.last && slack >= 0.0 {
        let short = (room.indent * 1.3)
            .max(line.room * 0.12)
            .max(stream.size * 3.0);
        let cost = if line.start == 0 || line.natural >= short {
            0.0
        } else if line.natural >= line.room * RUNT {
            160.0
        } else {
            2_000.0
        };
        return (cost, 1);
    }
    let (_, gap) = spread(stream, line);
    let natural = blank(stream, line);
    let em = f64::from(stream.size);
    if line.spaces == 0 {
        // A word alone has no blank to spread: what it leaves empty counts as one
        // that wide. Without a bound it is worse than any loose line, so a word
        // stands alone only where its neighbour has no room beside it.
        let r = f64::from(slack.max(0.0)) / em / LOOSE;
        return (100.0 * r.powi(3), 3);
    }
    let (gap, natural) = (f64::from(gap) / em, f64::from(natural) / em);
    let r = if gap >= natural {
        (gap - natural) / LOOSE
    } else {
        (natural - gap) / (natural * 0.2).max(0.01)
    };
    let class = if gap < natural - 0.02 {
        0
    } else if gap < natural + 0.08 {
        1
    } else if gap < natural + 0.2 {
        2
    } else {
        3
    };
    (100.0 * r.powi(3).min(1e4), class)
}

fn trace(stream: &Stream, ways: &[[Way; STATES]], room: Room) -> Vec<Chosen> {
    let best = |node: usize| {
        (0..STATES)
            .min_by(|&a, &b| ways[node][a].demerits.total_cmp(&ways[node][b].demerits))
            .unwrap_or(0)
    };
    let mut out = Vec::new();
    let mut node = stream.candidates.len();
    let mut at = best(node);
    while node > 0 {
        let way = ways[node][at];
        if way.from.0 == u32::MAX {
            break;
        }
        out.push(measure(
            stream,
            way.from.0 as usize,
            &stream.candidates[node - 1],
            room,
        ));
        node = way.from.0 as usize;
        at = usize::from(way.from.1);
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::Shaped;
    use crate::model::{Family, Language, Span};
    use crate::paragraph::{Style, stream};
    use proptest::prelude::*;

    const STYLE: Style = Style {
        family: Family::Serif,
        size: 12.0,
        bold: false,
        italic: false,
        language: Language::Ru,
        hyphenate: true,
    };

    /// Lines that hold one word and are half empty, while the word after it had
    /// room beside it.
    fn needlessly_alone(text: &str, width: f32, indent: f32) -> Vec<Chosen> {
        let room = Room {
            first: width - indent,
            rest: width,
            justified: true,
            indent,
        };
        let shaped = Shaped::default();
        let stream = stream(&shaped, &[Span::plain(text)], STYLE, room.first);
        let mut chosen = lines(&stream, room);
        chosen.retain(|line| {
            let another = |c: &Candidate| {
                let width = stream.widths[c.end.max(line.start)] - stream.widths[line.start];
                c.end > line.end
                    && stream.spaces[c.end] > stream.spaces[line.start]
                    && width as f32 + c.extra <= line.room
            };
            line.spaces == 0
                && !line.last
                && line.natural < line.room / 2.0
                && stream.candidates.iter().any(another)
        });
        chosen
    }

    #[test]
    fn the_first_word_of_a_paragraph_is_not_left_alone() {
        let text = "Мы получили обращение 16 ноября 2026 г. и зарегистрировали его под \
            № ВХ-2026/0001. Прислал его покупатель: Соколова Марина Львовна. Предмет \
            обращения: чайник «Север-2» перестал греть на третий день (заказ № 4417).";
        let page = crate::model::PageSetup::default();
        let mm = 72.0 / 25.4;
        let (width, indent) = (page.text_width() * mm, page.indent * mm);
        assert_eq!(needlessly_alone(text, width, indent), []);
    }

    proptest! {
        #[test]
        fn no_word_stands_alone_that_has_room_for_another(
            words in proptest::collection::vec("[а-я]{1,14}|[A-Z]{2}-[0-9]{4}/[0-9]{3}|№ [0-9]{2,5}|[0-9]{1,2} мая 2026 г[.]", 2..60),
            width in 250.0f32..520.0,
            indented in any::<bool>(),
        ) {
            let indent = if indented { 35.0 } else { 0.0 };
            let alone = needlessly_alone(&words.join(" "), width, indent);
            prop_assert!(alone.is_empty(), "{alone:?}");
        }
    }
}
