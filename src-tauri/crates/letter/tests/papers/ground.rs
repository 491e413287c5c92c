//! What the papers are made of here, and how they are read back.

use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::*;
use letter::*;
use std::path::PathBuf;
use std::process::Command;

pub fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T10:30:00+03:00").unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn office() -> OfficeProfile {
    OfficeProfile {
        name: "Северный дом".into(),
        requisites: Requisites {
            name: "ООО «Северный дом»".into(),
            inn: "7710140679".into(),
            address: "127006, г. Москва, ул. Долгоруковская, д. 9".into(),
            phone: Some("+74951234567".into()),
            signatory: Signatory {
                post: "Директор".into(),
                post_en: "Director".into(),
                name: "Ермакова Ольга Игоревна".into(),
                authority: None,
            },
            executor: Some(Executor {
                name: "Панова Светлана Андреевна".into(),
                phone: "+74951234568".into(),
            }),
            ..Requisites::default()
        },
        letterhead: Letterhead::default(),
        numbering: Numbering::default(),
        language: Language::Ru,
        sample: false,
        usual_regime: Regime::Goods,
        own_words: Vec::new(),
        approval: ApprovalRules::default(),
    }
}

pub fn frame(office: &OfficeProfile, language: Language) -> PaperFrame<'_> {
    PaperFrame {
        office,
        language,
        created: now(),
        seed: "paper".into(),
    }
}

pub fn address() -> Vec<String> {
    vec![
        "Тимофееву О. Д.".into(),
        "101000, г. Москва, ул. Мясницкая, д. 1, кв. 5".into(),
    ]
}

pub fn about() -> PaperLetter {
    PaperLetter {
        number: "ИСХ-2026/0007".into(),
        date: Some(day("2026-11-22")),
        heading: "О рассмотрении претензии".into(),
        pages: 2,
    }
}

pub fn out(name: &str, pdf: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, pdf).unwrap();
    path
}

pub fn printed(name: &str, sheets: &press::FixedDocument) -> Vec<u8> {
    let printed = press::Press::new().print_fixed(sheets).unwrap();
    assert!(
        printed.warnings.is_empty(),
        "{name}: {:?}",
        printed.warnings
    );
    assert_eq!(workbench::lint::lint(&printed.pdf).unwrap(), [], "{name}");
    out(name, &printed.pdf);
    printed.pdf
}

pub fn set(name: &str, document: &press::Document) -> Vec<u8> {
    let printed = press::Press::new().print(document).unwrap();
    assert!(
        printed.warnings.is_empty(),
        "{name}: {:?}",
        printed.warnings
    );
    assert_eq!(workbench::lint::lint(&printed.pdf).unwrap(), [], "{name}");
    out(name, &printed.pdf);
    printed.pdf
}

/// Words with their boxes in millimetres, as another program finds them.
pub fn words(name: &str, pdf: &[u8]) -> Option<Vec<(String, [f32; 4])>> {
    let path = out(name, pdf);
    let Ok(done) = Command::new("pdftotext")
        .args(["-bbox", &path.display().to_string(), "-"])
        .output()
    else {
        prerequisites::skip("pdftotext is not installed");
        return None;
    };
    let text = String::from_utf8(done.stdout).unwrap();
    let value = |line: &str, key: &str| -> f32 {
        let at = line.find(&format!("{key}=\"")).unwrap() + key.len() + 2;
        let rest = &line[at..];
        rest[..rest.find('"').unwrap()].parse::<f32>().unwrap() * 25.4 / 72.0
    };
    Some(
        text.lines()
            .filter(|l| l.trim_start().starts_with("<word"))
            .map(|l| {
                let inner = &l[l.find('>').unwrap() + 1..l.rfind("</word>").unwrap()];
                let sides = ["xMin", "yMin", "xMax", "yMax"].map(|k| value(l, k));
                (inner.to_owned(), sides)
            })
            .collect(),
    )
}

pub fn inside(place: [f32; 4], rect: Rect) -> bool {
    // pdftotext takes the face's tallest ascent, not the letters' own.
    let slack = 1.5;
    place[0] >= rect.x - slack
        && place[1] >= rect.y - slack
        && place[2] <= rect.x + rect.width + slack
        && place[3] <= rect.y + rect.height + slack
}
