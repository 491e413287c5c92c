//! Texts from public reports of other programs, set as a letter's body: each with its right answer. The files lie beside
//! the checkout; without them the test says that it skips.

use crate::terminal::{Terminal, pdf_text};
use prerequisites::shared;

/// What is to be read in the PDF of each file, blanks made single, and whether characters are told to be missing.
const TEXTS: &[(&str, &str, bool)] = &[
    ("P02_letters.md", "Қазақстан: Әә Ғғ Ққ Ңң Өө", false),
    ("P03_emoji.md", "Чайник", true),
    ("P04_rtl.md", "Смешанный текст", false),
    (
        "P06_liga.md",
        "difficult office affect fluffy efficient Baraffe",
        false,
    ),
    ("P07_table.md", "Длинное слово", false),
    ("P07b_wide.md", "1", false),
    ("P07e_ragged.md", "5", false),
    ("P08_longword.md", "Слово: ыыы", false),
    ("P10_compound.md", "француженкою-гувернанткой", false),
    ("P11_empty.md", "", false),
    ("P11b_blank.md", "", false),
    ("P11c_only_marks.md", "", false),
    ("P13_ctrl.md", "разделитель абзаца", false),
    ("P15_deep.md", "уровень 6", false),
    ("P16_marks.md", "жирный курсив вместе", false),
    ("P18_1251.md", "1251", true),
    ("P18b_utf16.md", "4", true),
    ("P19_zalgo.md", "екст", false),
    (
        "P20_allnbsp.md",
        "Мы рассмотрели Вашу претензию от 3 ноября 2026 г.",
        false,
    ),
    (
        "P20b_allnnbsp.md",
        "Мы рассмотрели Вашу претензию от 3 ноября 2026 г.",
        false,
    ),
    ("P20c_short.md", "Да мы все за вас", false),
    ("P20f_cols.md", "Сумма", false),
    ("P21_hyphens.md", "Кто-то на флэшка", false),
    ("w.md", "0", false),
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
        if missing.is_empty() == *lacks {
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
