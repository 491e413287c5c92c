//! Texts from public reports of other programs, set as a letter's body: each with its right answer. The files lie beside
//! the checkout; without them the test says that it skips.

use crate::terminal::{Terminal, pdf_text};
use prerequisites::shared;

/// What is to be read in the PDF of each file, blanks made single, and whether characters are told to be missing.
const TEXTS: &[(&str, &str, Option<bool>)] = &[
    ("P02_letters.md", "Қазақстан: Әә Ғғ Ққ Ңң Өө", Some(false)),
    ("P03_emoji.md", "Чайник", Some(true)),
    ("P04_rtl.md", "Смешанный текст", Some(false)),
    (
        "P06_liga.md",
        "difficult office affect fluffy efficient Baraffe",
        Some(false),
    ),
    ("P07_table.md", "Длинное слово", Some(false)),
    ("P07b_wide.md", "1", Some(false)),
    ("P07e_ragged.md", "5", Some(false)),
    ("P08_longword.md", "Слово: ыыы", Some(false)),
    ("P10_compound.md", "француженкою-гувернанткой", Some(false)),
    ("P11_empty.md", "", Some(false)),
    ("P11b_blank.md", "", Some(false)),
    ("P11c_only_marks.md", "", Some(false)),
    ("P13_ctrl.md", "разделитель абзаца", Some(false)),
    ("P15_deep.md", "уровень 6", Some(false)),
    ("P16_marks.md", "жирный курсив вместе", Some(false)),
    // What is no UTF-8 is shown as the sign for that, which a font may have or lack.
    ("P18_1251.md", "1251", None),
    ("P18b_utf16.md", "4", None),
    ("P19_zalgo.md", "екст", Some(false)),
    (
        "P20_allnbsp.md",
        "Мы рассмотрели Вашу претензию от 3 ноября 2026 г.",
        Some(false),
    ),
    (
        "P20b_allnnbsp.md",
        "Мы рассмотрели Вашу претензию от 3 ноября 2026 г.",
        Some(false),
    ),
    ("P20c_short.md", "Да мы все за вас", Some(false)),
    ("P20f_cols.md", "Сумма", Some(false)),
    ("P21_hyphens.md", "Кто-то на флэшка", Some(false)),
    ("w.md", "0", Some(false)),
];

#[test]
fn every_public_text_is_set_with_its_right_answer() {
    let Some(folder) = shared("samples/public/pdf") else {
        return;
    };
    let terminal = Terminal::bare();
    let out = terminal.folder.path().join("set.pdf");
    let mut wrong = Vec::new();
    for (name, reads, lacks) in TEXTS {
        let text = folder.join(name).display().to_string();
        let path = out.display().to_string();
        let set = terminal.json(&["letter", "set", "--text", &text, "--out", &path], "");
        let missing = set["missing_glyphs"].as_str().unwrap_or_default();
        if lacks.is_some_and(|lacks| missing.is_empty() == lacks) {
            wrong.push(format!("{name}: missing «{missing}»"));
        }
        let Some(found) = pdf_text(&out) else {
            continue;
        };
        let found = found.replace('\u{ad}', "");
        let found = found.split_whitespace().collect::<Vec<_>>().join(" ");
        if !found.contains(reads) {
            wrong.push(format!("{name}: «{reads}» is not in «{found}»"));
        }
        if *name == "P21_hyphens.md" && found.contains("фл-эш") {
            wrong.push(format!("{name}: broken within a syllable"));
        }
    }
    let known = std::fs::read_dir(&folder).expect("the samples").count();
    assert_eq!(known, TEXTS.len(), "a sample has no answer");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
