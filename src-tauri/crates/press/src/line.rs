//! A chosen line made into runs of glyphs at their places.

use crate::breaker::{Chosen, spread};
use crate::display::{Placed, Run};
use crate::fonts::{Reads, Shaped};
use crate::model::Align;
use crate::paragraph::{Cell, Kind, MARK_SCALE, Stream};

/// The runs of a line whose left edge is at `x` and whose base line is at 0,
/// and the line's width, pt.
pub fn runs(
    shaped: &Shaped,
    stream: &Stream,
    line: &Chosen,
    align: Align,
    x: f32,
) -> (Vec<Run>, f32) {
    let mut cells: Vec<Cell> = stream.cells[line.start..line.end].to_vec();
    if line.hyphen
        && let Some(last) = cells.last_mut()
    {
        add_hyphen(shaped, stream.size, last)
            .into_iter()
            .for_each(|c| cells.push(c));
    }
    if stream.mixed {
        reorder(&mut cells);
    }
    // A blank behind the line's end keeps its last word apart from the next
    // for those who read the text without its places.
    if !line.hyphen
        && let Some(blank) = stream.cells.get(line.end).filter(|c| c.kind == Kind::Space)
    {
        cells.push(blank.clone());
    }
    let slack = line.room - line.natural;
    let justified = align == Align::Justified && (!line.last || slack < 0.0);
    let (tracking, gap) = if justified {
        spread(stream, line)
    } else {
        (0.0, f32::NAN)
    };
    let width = if justified { line.room } else { line.natural };
    let start = match align {
        Align::Justified | Align::Left => x,
        Align::Right => x + slack.max(0.0),
        Align::Centre => x + slack.max(0.0) / 2.0,
    };
    let mut out: Vec<Run> = Vec::new();
    let mut pen = start;
    for cell in cells {
        let advance = if justified && cell.kind == Kind::Space {
            gap
        } else {
            cell.advance + tracking
        };
        let same = out.last().is_some_and(|r| {
            r.face == cell.glyph.face && r.language == cell.language && r.note == cell.note
        });
        // A mark stands with its top at the height of the capitals.
        let (size, rise) = match cell.note {
            Some(_) => (stream.size * MARK_SCALE, stream.size * 0.34),
            None => (stream.size, 0.0),
        };
        if !same {
            out.push(Run {
                face: cell.glyph.face,
                size,
                x: pen,
                y: 0.0,
                tracking,
                glyphs: Vec::new(),
                language: cell.language,
                note: cell.note,
            });
        }
        if let Some(run) = out.last_mut() {
            run.glyphs.push(Placed {
                id: cell.glyph.id,
                x: pen - run.x + cell.glyph.shift.0 * size,
                rise: rise + cell.glyph.shift.1 * size,
                reads: cell.glyph.reads,
            });
        }
        pen += advance;
    }
    (out, width)
}

/// The hyphen after the line's last glyph, whose advance is changed to the one
/// it has before a hyphen.
fn add_hyphen(shaped: &Shaped, size: f32, last: &mut Cell) -> Option<Cell> {
    let mut pair = String::new();
    last.glyph.reads.push_to(&mut pair);
    pair.push('-');
    let glyphs = shaped.word(last.glyph.face, &pair, false);
    let mut hyphen = glyphs.last()?.clone();
    let before: f32 = glyphs
        .iter()
        .take(glyphs.len() - 1)
        .map(|g| g.advance)
        .sum();
    last.advance = before * size;
    hyphen.reads = Reads::One('\u{AD}');
    Some(Cell {
        advance: hyphen.advance * size,
        glyph: hyphen,
        kind: Kind::Glyph,
        level: last.level,
        language: last.language,
        note: None,
    })
}

/// Rule L2 of the bidi algorithm: from the highest level down to the lowest odd
/// one, stretches at that level or above are reversed.
fn reorder(cells: &mut [Cell]) {
    let highest = cells.iter().map(|c| c.level).max().unwrap_or(0);
    let Some(lowest) = cells.iter().map(|c| c.level).filter(|l| l % 2 == 1).min() else {
        return;
    };
    for level in (lowest..=highest).rev() {
        let mut i = 0;
        while i < cells.len() {
            if cells[i].level < level {
                i += 1;
                continue;
            }
            let end = cells[i..]
                .iter()
                .position(|c| c.level < level)
                .map_or(cells.len(), |n| i + n);
            cells[i..end].reverse();
            i = end;
        }
    }
}
