//! What is wider than its line, what a line must not part, and how much goes on
//! a page.

use press::page::display_list::{Ink, Page, Run};
use press::*;
use workbench::specimen::*;

const PT_PER_MM: f32 = 72.0 / 25.4;

fn runs(page: &Page) -> impl Iterator<Item = &Run> {
    page.items.iter().filter_map(|item| match &item.ink {
        Ink::Run(run) => Some(run),
        Ink::Rule { .. } | Ink::Picture { .. } => None,
    })
}

/// Left and right edge of each glyph that is seen, pt.
fn seen(run: &Run) -> Vec<(f32, f32)> {
    let glyphs = run
        .glyphs
        .iter()
        .filter(|g| !matches!(g.reads, Reads::One(' ') | Reads::Nothing));
    glyphs
        .map(|g| {
            let left = run.x + g.x;
            (left, left + advance_of(run.face, g.id) / 1000.0 * run.size)
        })
        .collect()
}

/// The lines of a text set alone, as they read.
fn lines(text: &str, language: Language, width_mm: f32) -> Vec<String> {
    let mut document = Document::new(meta("t", language), vec![Block::text(text)]);
    document.page = of_text_width(document.page, width_mm);
    document.page.numbers = false;
    let set = Press::new().typeset(&document).expect("sets");
    let mut out: Vec<(f32, String)> = Vec::new();
    for run in set.pages.iter().flat_map(runs) {
        if out.last().is_none_or(|l| (l.0 - run.y).abs() > 1.0) {
            out.push((run.y, String::new()));
        }
        let line = &mut out.last_mut().expect("a line").1;
        run.glyphs.iter().for_each(|g| g.reads.push_to(line));
    }
    out.into_iter().map(|line| line.1).collect()
}

#[test]
fn what_no_line_holds_is_broken_and_never_printed_over_itself() {
    let words = "слово сцеплено неразрывными пробелами далеко за край листа и ещё дальше чем можно";
    let groups: Vec<String> = (100..190).map(|n| n.to_string()).collect();
    let press = Press::new();
    for stretch in [
        words.replace(' ', "\u{A0}"),
        "1234567890".repeat(16),
        "АБВГДЕЖЗИК".repeat(12),
        groups.join("\u{202F}"),
        format!("office@{}.example", "длинное-имя-".repeat(20)),
    ] {
        for align in [Align::Justified, Align::Left, Align::Right, Align::Centre] {
            let block = Block::Paragraph(Paragraph {
                spans: vec![Span::plain(format!("До {stretch} после."))],
                align,
                ..Paragraph::default()
            });
            let cells = vec![vec![
                stretch.as_str().into(),
                "б".into(),
                "№ 77/ПР-1142".into(),
            ]];
            let table = Block::Table(Table {
                columns: vec![],
                head: vec![],
                rows: cells,
            });
            let document = Document::new(meta("t", Language::Ru), vec![block, table]);
            let right = (document.page.left + document.page.text_width()) * PT_PER_MM;
            let set = press.typeset(&document).expect("sets");
            assert_eq!(set.warnings, []);
            for run in set.pages.iter().flat_map(runs) {
                let glyphs = seen(run);
                for pair in glyphs.windows(2) {
                    let wide = pair[0].1 - pair[0].0;
                    assert!(pair[1].0 > pair[0].0 + wide * 0.7, "{align:?} {pair:?}");
                }
                let edge = glyphs.last().map_or(0.0, |g| g.1);
                assert!(edge < right + 0.3 * run.size, "{align:?} {edge} {right}");
            }
        }
    }
}

#[test]
fn heads_of_many_columns_keep_between_their_rules() {
    let head = [
        "Наименование",
        "Регистрационный",
        "Количество",
        "Стоимость",
        "Примечание",
        "Ответственный",
        "Производитель",
        "Местонахождение",
        "Инвентаризация",
        "Периодичность",
        "Заключение",
        "Основание",
    ];
    let row = |words: [&str; 12]| words.iter().map(|w| Cell::from(*w)).collect::<Vec<_>>();
    let table = Table {
        columns: vec![],
        head: vec![row(head)],
        rows: vec![row(["1"; 12])],
    };
    let document = Document::new(meta("t", Language::Ru), vec![Block::Table(table)]);
    let set = Press::new().typeset(&document).expect("sets");
    let upright = set.pages[0].items.iter().filter_map(|item| match item.ink {
        Ink::Rule {
            x, width, height, ..
        } if height > width => Some(x),
        Ink::Rule { .. } | Ink::Run(_) | Ink::Picture { .. } => None,
    });
    let upright: Vec<f32> = upright.collect();
    assert!(upright.len() >= 13, "{upright:?}");
    for run in runs(&set.pages[0]) {
        for (left, right) in seen(run) {
            let crossed = upright.iter().any(|x| *x > left + 0.5 && *x < right - 0.5);
            assert!(!crossed, "{left} {right}");
        }
    }
}

#[test]
fn numbers_addresses_and_ranges_stay_on_one_line() {
    let ru = "Согласно приказу № 77/ПР-1142 и страницам 318–324, в т. ч. абз. 2 статьи 6, дом на Лесной пр. \
              снабжён табличкой www.uyut-dom.example; пишите на site-office@uyut-dom.example без промедления.";
    let en = "The company, OGRN 1027700132195, replied on 15 November 2026 under Article 18 of the law, pages 318–324.";
    let cases: [(Language, &str, &[&str]); 2] = [
        (
            Language::Ru,
            ru,
            &[
                "№ 77/ПР-1142",
                "318–324",
                "в т. ч.",
                "абз. 2",
                "статьи 6",
                "Лесной пр.",
                "www.uyut-dom.example",
                "site-office@uyut-dom.example",
            ],
        ),
        (
            Language::En,
            en,
            &[
                "OGRN 1027700132195",
                "15 November 2026",
                "Article 18",
                "318–324",
            ],
        ),
    ];
    for (language, text, wholes) in cases {
        for width in 70..180 {
            let lines = lines(text, language, width as f32);
            for whole in wholes {
                let stands = lines.iter().any(|line| line.contains(whole));
                assert!(stands, "{whole} at {width} mm: {lines:#?}");
            }
        }
    }
}

/// How far down the ink of a page reaches between its margins, 0 to 1.
fn filled(page: &Page, setup: &PageSetup) -> f32 {
    let lowest = runs(page).map(|run| run.y).fold(0.0, f32::max);
    (lowest / 72.0 * 25.4 - setup.top) / setup.text_height()
}

#[test]
fn a_figure_without_room_lets_the_text_behind_it_fill_the_page() {
    let words = "Мы осмотрели прибор и записали, что увидели, в присутствии покупателя. ";
    for lines in [8, 14, 20, 26] {
        let figure = Block::figure(
            Picture::new(stamp(), "Снимок").width_mm(100.0),
            "Снимок нагревателя",
        );
        let mut body = vec![Block::text(words.repeat(lines))];
        body.push(figure);
        body.extend((0..12).map(|n| Block::text(format!("{n}. {}", words.repeat(4)))));
        let document = Document::new(meta("t", Language::Ru), body);
        let typeset = Press::new().typeset(&document).expect("sets");
        let before_last = typeset.pages.split_last().expect("pages").1;
        for page in before_last {
            let full = filled(page, &document.page);
            assert!(full > 0.66, "{lines} lines: {full}");
        }
        // No word is lost on the way, and the figure stands where it is read.
        let read: String = typeset
            .pages
            .iter()
            .flat_map(runs)
            .map(|run| {
                let mut text = String::new();
                run.glyphs.iter().for_each(|g| g.reads.push_to(&mut text));
                text
            })
            .collect();
        for n in 0..12 {
            assert!(read.contains(&format!("{n}. ")), "{read}");
        }
        assert_eq!(read.matches("Снимок нагревателя").count(), 1);
    }
}

/// The height of the only picture, pt, with the pages there are.
fn figure_on(sentences: usize) -> (f32, usize, f32) {
    let picture = image::RgbImage::from_pixel(400, 300, image::Rgb([120, 90, 60]));
    let mut file = std::io::Cursor::new(Vec::new());
    picture
        .write_to(&mut file, image::ImageFormat::Png)
        .expect("a PNG");
    let words = "Мы осмотрели прибор и записали, что увидели, в присутствии покупателя. ";
    let picture = Picture::new(file.into_inner(), "Снимок").width_mm(100.0);
    let mut body = vec![Block::text(words.repeat(8))];
    body.push(Block::figure(picture, "Снимок нагревателя"));
    body.extend((0..sentences).map(|_| Block::text(words)));
    let document = Document::new(meta("t", Language::Ru), body);
    let typeset = Press::new().typeset(&document).expect("sets");
    let items = typeset.pages.iter().flat_map(|page| &page.items);
    let mut pictures = items.filter_map(|item| match &item.ink {
        Ink::Picture { width, height, .. } => Some((*width, *height)),
        Ink::Run(_) | Ink::Rule { .. } => None,
    });
    let (width, height) = pictures.next().expect("a picture");
    assert!(
        (width / height - 4.0 / 3.0).abs() < 0.01,
        "{width} {height}"
    );
    let last = typeset.pages.last().expect("a page");
    (height, typeset.pages.len(), filled(last, &document.page))
}

#[test]
fn a_figure_is_a_little_smaller_where_that_saves_a_page() {
    let whole = 75.0 * PT_PER_MM;
    let (mut smaller, mut before) = (0, 0);
    for sentences in 1..40 {
        let (height, pages, full) = figure_on(sentences);
        assert!(pages >= before, "{sentences}: {pages} behind {before}");
        before = pages;
        if height < whole - 0.5 {
            smaller += 1;
            assert!(height > whole * 0.75, "{sentences}: {height}");
            assert!(full > 0.9, "{sentences}: for nothing, {full}");
        }
    }
    assert!((1..12).contains(&smaller), "{smaller}");
    assert!(before > 1);
}

#[test]
fn a_name_behind_an_abbreviation_is_not_hyphenated() {
    for width in 60..180 {
        let text =
            "Офис находится по адресу: город Тверь, ул. Примерная, рядом с флэшка-баром на углу.";
        for line in lines(text, Language::Ru, width as f32) {
            assert!(!line.trim_end().ends_with("При\u{AD}"), "{width} {line}");
            assert!(!line.trim_end().ends_with("фл\u{AD}"), "{width} {line}");
        }
    }
}

#[test]
fn a_short_letter_with_all_that_goes_with_it_is_one_page() {
    let all = rich();
    for form in [LetterheadForm::Corner, LetterheadForm::Longitudinal] {
        let mut letter = russian(form, 1);
        letter.body.truncate(4);
        letter.code.clone_from(&all.code);
        letter.signatures.clone_from(&all.signatures);
        letter.receipt = true;
        let set = Press::new().typeset(&letter).expect("sets");
        assert_eq!(set.pages.len(), 1, "{form:?}");
        assert!(set.structure.last.is_some(), "the code is read at the end");
    }
}
