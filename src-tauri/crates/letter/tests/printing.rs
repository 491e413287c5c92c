//! The finished PDF, read back.

use crate::cases::{at, frame, frame_of, ready_for};
use complaint::{Language, LetterKind, LetterheadForm};
use letter::{MailDraft, compose, document, file_name, mail_draft};
use mail_parser::{MessageParser, MimeHeaders};
use std::process::Command;

/// The PDF's text with runs of blanks as one, or `None` where no `pdftotext` is to be had.
fn read_back(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.pdf");
    std::fs::write(&path, pdf).unwrap();
    let Ok(out) = Command::new("pdftotext")
        .arg("-layout")
        .arg(&path)
        .arg("-")
        .output()
    else {
        prerequisites::skip("pdftotext is not installed");
        return None;
    };
    assert!(out.status.success());
    let text = String::from_utf8(out.stdout)
        .unwrap()
        .replace('\u{ad}', "-");
    // A word that was hyphenated at a line's end is one word again.
    let mut lines = String::new();
    for line in text.lines() {
        let line = line.trim();
        match line.strip_suffix(['-', '\u{2010}']) {
            Some(head) if !line.ends_with(" -") => lines.push_str(head),
            _ => {
                lines.push_str(line);
                lines.push(' ');
            }
        }
    }
    Some(lines.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Keeps the file for looking at when `OTVET_LETTERS` names a folder.
fn keep(name: &str, pdf: &[u8]) {
    if let Some(folder) = std::env::var_os("OTVET_LETTERS") {
        std::fs::write(
            std::path::Path::new(&folder).join(format!("{name}.pdf")),
            pdf,
        )
        .unwrap();
    }
}

#[test]
fn the_pdf_holds_what_a_reply_must() {
    for &kind in LetterKind::ALL {
        for &language in Language::ALL {
            for form in [LetterheadForm::Longitudinal, LetterheadForm::Corner] {
                let mut case = ready_for(kind);
                case.office.letterhead.form = form;
                let letter = compose(kind, language, &case);
                let printed = press::print(&document(&letter, &frame_of(kind, &case))).unwrap();
                keep(
                    &format!("{}.{}.{form:?}", kind.as_str(), language.as_str()),
                    &printed.pdf,
                );
                let Some(text) = read_back(&printed.pdf) else {
                    return;
                };
                let tight: String = text.split_whitespace().collect();
                let has = |what: &str| {
                    let what: String = what.split_whitespace().collect();
                    assert!(tight.contains(&what), "{what} in {text}");
                };
                has("ИСХ-2026/0001");
                has("ВХ-2026/0001");
                if !kind.is_paper() {
                    // A long line breaks, in a corner letterhead among the office's own.
                    let line = &letter.addressee[0];
                    let short = line.chars().count() < 34;
                    has(if short {
                        line
                    } else {
                        line.split(' ').next().unwrap()
                    });
                    has(&letter.salutation);
                }
                has("7827004526");
                // A statement is signed by the one who writes it.
                if kind != LetterKind::Statement {
                    has(match language {
                        Language::Ru => "А. С. Громова",
                        Language::En => "A. S. Gromova",
                    });
                }
                if form == LetterheadForm::Longitudinal {
                    // The first word of a paper's heading is its title, in capitals.
                    let heading: String = letter.heading.split_whitespace().collect();
                    assert!(
                        tight.to_lowercase().contains(&heading.to_lowercase()),
                        "{heading} in {text}"
                    );
                }
                for line in &letter.enclosures {
                    has(&line.name);
                }
            }
        }
    }
}

#[test]
fn every_demands_decision_is_in_the_pdf() {
    let case = ready_for(LetterKind::FinalPartial);
    let letter = compose(LetterKind::FinalPartial, Language::Ru, &case);
    let printed = press::print(&document(&letter, &frame(&case))).unwrap();
    let Some(text) = read_back(&printed.pdf) else {
        return;
    };
    let tight: String = text.split_whitespace().collect();
    for what in [
        "Мы удовлетворяем это требование частично",
        "вернём Вам 2 000 (две тысячи) рублей 50 копеек",
        "Удовлетворить это требование мы не можем",
        "не позднее 27 ноября 2026 г.",
        "обратиться в Роспотребнадзор или в суд",
    ] {
        let what: String = what.split_whitespace().collect();
        assert!(tight.contains(&what), "{what} in {text}");
    }
}

#[test]
fn a_draft_has_no_number_and_says_that_it_is_one() {
    let case = ready_for(LetterKind::FinalRefusal);
    let letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
    let mut frame = frame(&case);
    frame.number = None;
    frame.date = None;
    frame.draft = true;
    let printed = press::print(&document(&letter, &frame)).unwrap();
    keep("draft", &printed.pdf);
    let Some(text) = read_back(&printed.pdf) else {
        return;
    };
    assert!(
        text.contains("Проект письма") && !text.contains("ИСХ"),
        "{text}"
    );
}

/// What is read before issuing breaks into pages where the issued letter does,
/// wherever its end falls.
#[test]
fn a_draft_has_the_pages_of_the_letter_it_becomes() {
    let case = ready_for(LetterKind::FinalRefusal);
    for (language, form, code) in [
        (Language::Ru, LetterheadForm::Longitudinal, false),
        (Language::Ru, LetterheadForm::Corner, true),
        (Language::En, LetterheadForm::Longitudinal, true),
    ] {
        let mut case = case.clone();
        case.office.letterhead.form = form;
        case.office.letterhead.code = code;
        let issued = frame(&case);
        let mut draft = issued.clone();
        (draft.number, draft.date, draft.draft) = (None, None, true);
        let mut letter = compose(LetterKind::FinalRefusal, language, &case);
        let line = letter.blocks.last().expect("a block").clone();
        let mut lengths = Vec::new();
        for _ in 0..80 {
            let pages = |frame| {
                press::typeset(&document(&letter, frame))
                    .unwrap()
                    .pages
                    .len()
            };
            let (read, sent) = (pages(&draft), pages(&issued));
            assert_eq!(read, sent, "{language:?}, {} blocks", letter.blocks.len());
            lengths.push(sent);
            letter.blocks.push(line.clone());
        }
        lengths.dedup();
        assert!(lengths.len() > 2, "the page never broke: {lengths:?}");
    }
}

#[test]
fn the_same_letter_is_the_same_bytes() {
    let case = ready_for(LetterKind::FinalSatisfied);
    let print = || {
        let letter = compose(LetterKind::FinalSatisfied, Language::Ru, &case);
        press::print(&document(&letter, &frame(&case))).unwrap().pdf
    };
    assert_eq!(print(), print());
}

#[test]
fn strangers_text_is_set_without_harm() {
    for name in [
        "<b>x</b>\u{202e}abc\u{7}",
        &"Ы".repeat(5000),
        "שלום عالم 👩‍🦰",
    ] {
        let mut case = ready_for(LetterKind::FinalRefusal);
        case.matter.complainant.name = name.into();
        case.matter.complainant.address = name.into();
        case.matter.subject = name.into();
        let letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
        let mut frame = frame(&case);
        frame.images.logo = Some(name.as_bytes().to_vec());
        let printed = press::print(&document(&letter, &frame)).unwrap();
        assert!(printed.pdf.starts_with(b"%PDF"));
        let Some(text) = read_back(&printed.pdf) else {
            return;
        };
        assert!(text.contains("ВХ-2026/0001"));
    }
}

#[test]
fn a_file_name_is_safe_everywhere() {
    let case = ready_for(LetterKind::FinalRefusal);
    let name = |number, who: &complaint::Complainant| {
        file_name(
            LetterKind::FinalRefusal,
            Language::Ru,
            number,
            &case.number,
            who,
        )
    };
    assert_eq!(
        name(Some("ИСХ-2026/0001"), &case.matter.complainant),
        "ИСХ-2026-0001 Ответ на ВХ-2026-0001 Соколова.pdf"
    );
    let mut who = case.matter.complainant.clone();
    for hostile in [
        "../../etc/passwd",
        "a\0b",
        "<x>:\"|?*",
        &"Щ".repeat(4000),
        "...",
        "\u{202e}fdp.exe",
    ] {
        who.name = hostile.into();
        let name = name(None, &who);
        assert!(
            name.ends_with(".pdf") && name.chars().count() <= 124,
            "{name}"
        );
        assert!(
            !name.contains([
                '/', '\\', '\0', ':', '"', '<', '>', '|', '?', '*', '\u{202e}'
            ]),
            "{name}"
        );
        assert!(!name.starts_with('.'), "{name}");
    }
}

#[test]
fn the_mail_draft_opens_with_its_letter() {
    let draft = MailDraft {
        from: ("ООО «Северный чайник»", "office@chainik.example"),
        to: (
            "Соколова Марина\r\nBcc: all@example.com",
            "sokolova@mail.example",
        ),
        subject: "О рассмотрении претензии от 14 ноября 2026 г. по заказу № 4417\r\nX-Evil: 1",
        text: "Здравствуйте!\n\nОтвет — во вложении.\n",
        file_name: "ИСХ-2026-0001 Ответ на ВХ-2026-0001 Соколова.pdf",
        pdf: b"%PDF-1.7 not quite",
        date: at(),
    };
    let bytes = mail_draft(&draft);
    assert_eq!(bytes, mail_draft(&draft));
    let raw = String::from_utf8(bytes.clone()).unwrap();
    assert!(raw.lines().all(|l| l.len() <= 998 && l.is_ascii()));
    let mail = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(
        mail.subject(),
        Some("О рассмотрении претензии от 14 ноября 2026 г. по заказу № 4417 X-Evil: 1")
    );
    assert!(mail.header("X-Evil").is_none() && mail.bcc().is_none());
    assert_eq!(mail.header("X-Unsent").and_then(|h| h.as_text()), Some("1"));
    let to = mail.to().and_then(|t| t.first()).unwrap();
    assert_eq!(to.address(), Some("sokolova@mail.example"));
    assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n"), draft.text);
    let attached = mail.attachment(0).unwrap();
    assert_eq!(attached.attachment_name(), Some(draft.file_name));
    assert_eq!(attached.contents(), draft.pdf);

    let nobody = MailDraft {
        to: ("x", "a@b.c>, <evil@example.com"),
        ..draft
    };
    let bytes = mail_draft(&nobody);
    assert!(
        MessageParser::default()
            .parse(&bytes)
            .unwrap()
            .to()
            .is_none()
    );
}
