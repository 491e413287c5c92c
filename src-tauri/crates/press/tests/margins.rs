//! Every justified line ends at the right margin, whatever faces it mixes; signs
//! with little ink stand out into it.

use press::page::display_list::{Ink, Run};
use press::*;
use press::{FaceId, advance_of};
use workbench::specimen::*;

const PT_PER_MM: f32 = 72.0 / 25.4;

/// The right edge of a run's last visible glyph, pt.
fn right_edge(run: &Run) -> Option<f32> {
    let face: FaceId = run.face;
    let blank = |g: &&press::page::display_list::PositionedGlyph| {
        let mut reads = String::new();
        g.reads.push_to(&mut reads);
        !reads.trim_matches([' ', '\u{a0}', '\u{202f}']).is_empty()
    };
    let last = run.glyphs.iter().rfind(blank)?;
    Some(run.x + last.x + advance_of(face, last.id) / 1000.0 * run.size)
}

/// Whether the run ends with a sign that may stand out into the margin.
fn ends_with_little_ink(run: &Run) -> bool {
    let mut reads = String::new();
    run.glyphs.iter().for_each(|g| g.reads.push_to(&mut reads));
    reads
        .trim_end()
        .ends_with(['\u{AD}', '.', ',', ':', ';', '»', '—', '!', '?', ')'])
}

#[test]
fn bold_and_italic_words_keep_their_lines_within_the_margin() {
    let plain =
        "Вы просите вернуть уплаченные деньги, и мы удовлетворяем это требование полностью: ";
    let mut spans = vec![Span::bold("1. Возврат денег за товар и услуги. ")];
    for n in 0..6 {
        spans.push(Span::plain(plain));
        if n % 2 == 0 {
            spans.push(Span::bold(
                "двадцать четыре тысячи рублей и ни копейкой меньше ",
            ));
        }
    }
    let mut document = rich();
    document.body = vec![Block::spans(spans)];
    let right = (document.page.left + document.page.text_width()) * PT_PER_MM;
    let typeset = Press::new().typeset(&document).expect("sets");
    let (mut full, mut hanging) = (0, 0);
    for page in &typeset.pages {
        for item in &page.items {
            let Ink::Run(run) = &item.ink else { continue };
            let Some(edge) = right_edge(run) else {
                continue;
            };
            let hangs = ends_with_little_ink(run);
            let most = if hangs { 0.3 * run.size } else { 0.2 };
            assert!(
                edge <= right + most,
                "a line ends {} pt behind the margin",
                edge - right
            );
            if edge > right - 0.2 {
                full += 1;
                hanging += usize::from(hangs && edge > right + 1.0);
            }
        }
    }
    assert!(full >= 5, "only {full} lines reach the margin");
    assert!(hanging > 0, "no hyphen and no stop stands out");
}
