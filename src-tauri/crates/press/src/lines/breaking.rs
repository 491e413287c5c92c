//! Breaking a whole paragraph into lines at once, after Knuth and Plass.
//!
//! The best route to each breakpoint is kept by the tightness of its last line and
//! by the number of hyphens in a row, so that runs of hyphens and neighbours of
//! very different tightness can be charged for. Slack goes first into tracking
//! of about one per cent of the em, then into the blanks; a sign that holds little
//! ink stands out into the margin.

use crate::lines::paragraph::{Breakpoint, ShapedParagraph};

/// Widest change of a letter's advance in any line, in ems.
const TRACKING: f32 = 0.012;
/// The same in a line whose blanks would else be wider than [`COMFORTABLE`].
const WIDE_TRACKING: f32 = 0.018;
/// The blank up to which a line is loosened before its letters are tracked
/// further, in ems.
const COMFORTABLE: f32 = 0.36;
/// Narrowest blank, in ems: below it, text extraction joins words.
const NARROWEST: f32 = 0.17;
/// How far a blank may shrink.
const SHRINK: f32 = 0.68;

/// How much wider than natural a blank of badness 100 is, in ems.
const LOOSE: f64 = 0.13;

/// Demerits of a hyphen behind so many others in a row: of the fourth more than
/// of any line that a reader would bear.
const HYPHENS_IN_A_ROW: [f64; HYPHENS] = [0.0, 4e3, 1e6, 1e9];
/// Demerits of a hyphen on the last line but one.
const HYPHEN_BEFORE_THE_LAST: f64 = 12e3;
/// Demerits of neighbours whose tightness differs by more than a class.
const UNEVEN: f64 = 3e3;

/// A last line shorter than this share of its measure looks like a stray word.
const RUNT: f32 = 0.11;

/// The measure a paragraph is set to, and how its lines stand in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measure {
    /// Width of the first line, pt.
    pub first: f32,
    /// Width of the others, pt.
    pub rest: f32,
    /// Whether lines are spread to their full width.
    pub justified: bool,
    /// First-line indent, pt: a last line hardly longer than it is a runt.
    pub indent: f32,
}

/// A chosen line: indices of glyphs, and whether a hyphen is added.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Line {
    pub start: usize,
    /// One past the last glyph.
    pub end: usize,
    pub hyphen: bool,
    /// Whether the line ends a paragraph or is ended by a forced break.
    pub last: bool,
    /// Width the line has, pt.
    pub room: f32,
    /// Width in points with blanks neither stretched nor shrunk.
    pub natural: f32,
    /// Blanks that take part in justifying.
    pub spaces: u32,
}

/// How many hyphens in a row are told apart, and how many classes of tightness.
const HYPHENS: usize = 4;
const CLASSES: usize = 4;
const STATES: usize = HYPHENS * CLASSES;

/// The cheapest lines up to a breakpoint, in one state.
#[derive(Clone, Copy)]
struct Route {
    demerits: f64,
    /// Breakpoint and state before; `u32::MAX` for the beginning.
    from: (u32, u8),
}

const NO_ROUTE: Route = Route {
    demerits: f64::INFINITY,
    from: (u32::MAX, 0),
};

/// The best lines. Never fails: what can't fit sticks out.
pub(crate) fn lines(paragraph: &ShapedParagraph, measure: Measure) -> Vec<Line> {
    let breakpoints = &paragraph.breakpoints;
    let mut routes: Vec<[Route; STATES]> = vec![[NO_ROUTE; STATES]; breakpoints.len() + 1];
    // Node k+1 is breakpoint k; node 0 is the beginning.
    routes[0][state(1, 0)] = Route {
        demerits: 0.0,
        from: (u32::MAX, 0),
    };
    let mut active: Vec<usize> = vec![0];
    for (k, breakpoint) in breakpoints.iter().enumerate() {
        let mut kept: Vec<usize> = Vec::with_capacity(active.len());
        let mut reached = false;
        let mut rescue = None;
        for &node in &active {
            let line = line_to(paragraph, node, breakpoint, measure);
            if line.natural - shrinkable(paragraph, &line, measure) > line.room + 0.01
                && breakpoint.start > start_of(paragraph, node)
            {
                rescue = Some(node);
                // Overfull and only growing: out, unless it is the last hope.
                continue;
            }
            kept.push(node);
            reached |= relax(paragraph, &mut routes, node, k, &line, measure, false);
        }
        if !reached
            && let Some(node) = rescue
            && (breakpoint.forced || kept.is_empty())
        {
            let line = line_to(paragraph, node, breakpoint, measure);
            relax(paragraph, &mut routes, node, k, &line, measure, true);
            reached = true;
        }
        active = kept;
        if breakpoint.forced {
            active.clear();
        }
        if reached {
            active.push(k + 1);
        }
    }
    trace(paragraph, &routes, measure)
}

fn state(class: usize, hyphens: usize) -> usize {
    class * HYPHENS + hyphens
}

fn start_of(paragraph: &ShapedParagraph, node: usize) -> usize {
    if node == 0 {
        0
    } else {
        paragraph.breakpoints[node - 1].start
    }
}

fn line_to(paragraph: &ShapedParagraph, node: usize, to: &Breakpoint, measure: Measure) -> Line {
    let start = start_of(paragraph, node);
    let end = to.end.max(start);
    let hang = if measure.justified && !paragraph.mixed {
        to.hang
    } else {
        0.0
    };
    let natural = (paragraph.widths[end] - paragraph.widths[start]) as f32 + to.extra - hang;
    Line {
        start,
        end,
        hyphen: to.hyphen,
        last: to.forced,
        room: if node == 0 {
            measure.first
        } else {
            measure.rest
        },
        natural,
        spaces: paragraph.spaces[end] - paragraph.spaces[start],
    }
}

/// The natural blank of a line, pt: the mean of its blanks, for those of a bold
/// or an italic run are of another width.
fn blank(paragraph: &ShapedParagraph, line: &Line) -> f32 {
    if line.spaces == 0 {
        return 0.25 * paragraph.size;
    }
    let blanks = paragraph.blanks[line.end] - paragraph.blanks[line.start];
    (blanks / f64::from(line.spaces)) as f32
}

/// How much narrower a justified line can be made, pt.
fn shrinkable(paragraph: &ShapedParagraph, line: &Line, measure: Measure) -> f32 {
    if !measure.justified || line.natural <= line.room {
        return 0.0;
    }
    let blank = blank(paragraph, line);
    let least = (blank * SHRINK).max(NARROWEST * paragraph.size);
    (blank - least).max(0.0) * line.spaces as f32 + letters(line) * TRACKING * paragraph.size
}

/// How many glyphs of a line are tracked.
fn letters(line: &Line) -> f32 {
    // Blanks are not tracked, nor is the last glyph: nothing stands behind it.
    let glyphs =
        (line.end - line.start).saturating_sub(line.spaces as usize) + usize::from(line.hyphen);
    glyphs.saturating_sub(1) as f32
}

/// How a justified line spreads: tracking a glyph, and the width of a blank, pt.
/// Letters give way first, then blanks up to a comfortable width, letters again
/// as far as it can't be seen, and blanks for what is left.
pub(crate) fn spread(paragraph: &ShapedParagraph, line: &Line) -> (f32, f32) {
    let blank = blank(paragraph, line);
    let mut slack = line.room - line.natural;
    let letters = letters(line).max(1.0);
    let spaces = line.spaces as f32;
    let step = letters * TRACKING * paragraph.size;
    let mut tracked = slack.clamp(-step, step);
    slack -= tracked;
    let mut wider = slack.min(spaces * (COMFORTABLE * paragraph.size - blank).max(0.0));
    slack -= wider;
    let more = slack.min(letters * (WIDE_TRACKING - TRACKING) * paragraph.size);
    tracked += more;
    wider += slack - more;
    let gap = if line.spaces == 0 {
        blank
    } else {
        // An overfull line sticks out; its words are not printed over each other.
        (blank + wider / spaces).max(NARROWEST * paragraph.size)
    };
    (tracked / letters, gap)
}

/// Tries a line that ends at breakpoint `k` behind each route to `node`; whether
/// there was any.
fn relax(
    paragraph: &ShapedParagraph,
    routes: &mut [[Route; STATES]],
    node: usize,
    k: usize,
    line: &Line,
    measure: Measure,
    overfull: bool,
) -> bool {
    let breakpoint = paragraph.breakpoints[k];
    let (cost, class) = if overfull {
        (1e9, 0)
    } else {
        badness(paragraph, line, measure)
    };
    let at_end = k + 1 == paragraph.breakpoints.len();
    let after_hyphen = node > 0 && paragraph.breakpoints[node - 1].hyphen;
    let mut reached = false;
    for from in 0..STATES {
        let route = routes[node][from];
        if !route.demerits.is_finite() {
            continue;
        }
        let (class_before, hyphens_before) = (from / HYPHENS, from % HYPHENS);
        let hyphens = if breakpoint.hyphen {
            (hyphens_before + 1).min(HYPHENS - 1)
        } else {
            0
        };
        let penalty = f64::from(breakpoint.penalty);
        let mut demerits = route.demerits + (10.0 + cost).powi(2) + penalty * penalty;
        if breakpoint.hyphen {
            demerits += HYPHENS_IN_A_ROW[hyphens_before];
        }
        if at_end && after_hyphen {
            demerits += HYPHEN_BEFORE_THE_LAST;
        }
        if node > 0 && class.abs_diff(class_before) > 1 && measure.justified {
            demerits += UNEVEN;
        }
        let to = &mut routes[k + 1][state(class, hyphens)];
        if demerits < to.demerits {
            *to = Route {
                demerits,
                from: (node as u32, from as u8),
            };
        }
        reached = true;
    }
    reached
}

/// How bad a line looks, and its class of tightness, 0 tight to 3 very loose.
fn badness(paragraph: &ShapedParagraph, line: &Line, measure: Measure) -> (f64, usize) {
    let slack = line.room - line.natural;
    if !measure.justified {
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
        let short = (measure.indent * 1.3)
            .max(line.room * 0.12)
            .max(paragraph.size * 3.0);
        let cost = if line.start == 0 || line.natural >= short {
            0.0
        } else if line.natural >= line.room * RUNT {
            160.0
        } else {
            2_000.0
        };
        return (cost, 1);
    }
    let (_, gap) = spread(paragraph, line);
    let natural = blank(paragraph, line);
    let em = f64::from(paragraph.size);
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
        (natural - gap) / (natural * f64::from(1.0 - SHRINK)).max(0.01)
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

/// The lines of the cheapest route to the end.
fn trace(paragraph: &ShapedParagraph, routes: &[[Route; STATES]], measure: Measure) -> Vec<Line> {
    let best = |node: usize| {
        (0..STATES)
            .min_by(|&a, &b| {
                routes[node][a]
                    .demerits
                    .total_cmp(&routes[node][b].demerits)
            })
            .unwrap_or(0)
    };
    let mut out = Vec::new();
    let mut node = paragraph.breakpoints.len();
    let mut at = best(node);
    while node > 0 {
        let route = routes[node][at];
        if route.from.0 == u32::MAX {
            break;
        }
        out.push(line_to(
            paragraph,
            route.from.0 as usize,
            &paragraph.breakpoints[node - 1],
            measure,
        ));
        node = route.from.0 as usize;
        at = usize::from(route.from.1);
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::shaping::ShapedWords;
    use crate::lines::paragraph::CharacterStyle;
    use crate::lines::shaping::shape;
    use crate::model::{Family, Language, Span};
    use proptest::prelude::*;

    const STYLE: CharacterStyle = CharacterStyle {
        family: Family::Serif,
        size: 12.0,
        bold: false,
        italic: false,
        language: Language::Ru,
        hyphenate: true,
    };

    /// Lines that hold one word and are half empty, while the word after it had
    /// room beside it.
    fn needlessly_alone(text: &str, width: f32, indent: f32) -> Vec<Line> {
        let measure = Measure {
            first: width - indent,
            rest: width,
            justified: true,
            indent,
        };
        let words = ShapedWords::default();
        let paragraph = shape(&words, &[Span::plain(text)], STYLE, measure.first);
        let mut chosen = lines(&paragraph, measure);
        chosen.retain(|line| {
            let another = |b: &Breakpoint| {
                let width = paragraph.widths[b.end.max(line.start)] - paragraph.widths[line.start];
                b.end > line.end
                    && paragraph.spaces[b.end] > paragraph.spaces[line.start]
                    && width as f32 + b.extra <= line.room
            };
            line.spaces == 0
                && !line.last
                && line.natural < line.room / 2.0
                && paragraph.breakpoints.iter().any(another)
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
