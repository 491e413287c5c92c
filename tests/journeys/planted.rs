//! A name, an address, a telephone and a diagnosis planted in a case: a letter that others read has none of them
//! without a recorded ground, in whatever leaves the office.

use crate::day::{Shop, asked, by, decision, kettle, profile};
use crate::said::asked_particulars;
use complaint::{DecisionKind, DemandKind, LetterKind, Regime};
use letter::Severity;
use office::{LetterCard, LetterChoices, LetterRef, NewComplaint};
use std::path::Path;
use std::process::Command;

/// What tells of the person, as it would stand in any case and any spelling.
const PLANTED: [&str; 9] = [
    "соколов",
    "sokolov",
    "марин",
    "львовн",
    "декабрист",
    "555-01-63",
    "5550163",
    "пульпит",
    "pulpit",
];

fn planted_in(text: &str) -> Vec<&'static str> {
    let low = text.to_lowercase();
    let found = PLANTED.into_iter().filter(|planted| low.contains(planted));
    found.collect()
}

fn planted(regime: Regime) -> NewComplaint {
    let mut complaint = kettle();
    let matter = &mut complaint.fields.matter;
    matter.regime = regime;
    matter.complainant.name = "Соколова Марина Львовна".into();
    matter.complainant.address = "191000, Санкт-Петербург, ул. Декабристов, д. 44, кв. 8".into();
    matter.complainant.phone = "+7 952 555-01-63".into();
    matter.complainant.email = "sokolova.m@mail.example".into();
    matter.subject = "Хронический пульпит после лечения".into();
    complaint.fields.text = "Пульпит не вылечили, верните деньги. Соколова М. Л.".into();
    let mut refund = asked(DemandKind::Refund, Some("4590.00"));
    refund.fields.detail = "за лечение пульпита".into();
    complaint.demands = vec![refund];
    complaint
}

fn choices(kind: LetterKind, ground: &str, findings: &str) -> LetterChoices {
    let mut particulars = asked_particulars(kind, None);
    particulars.disclosure = ground.into();
    LetterChoices {
        writer_words: letter::WriterWords {
            questions: vec!["Кто принимал обращение?".into()],
            findings: findings.into(),
            measures: "Порядок приёма проверен.".into(),
            particulars,
            ..letter::WriterWords::default()
        },
        ..LetterChoices::default()
    }
}

/// What a program says of a file, as text; `None`, and said so, where there is no such program.
fn said_of(program: &str, arguments: &[&str], folder: &Path) -> Option<String> {
    let ran = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output();
    let Ok(output) = ran else {
        prerequisites::skip(&format!("{program} is not installed"));
        return None;
    };
    assert!(output.status.success(), "{program}: {output:?}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Everything that leaves the office with such a letter, each with its name.
fn leaving(shop: &Shop, draft: &LetterCard) -> Vec<(&'static str, String)> {
    let folder = shop.folder.path();
    let asked = LetterRef {
        letter: draft.summary.id,
    };
    let mut all = vec![
        ("text", serde_json::to_string(&draft.text).expect("JSON")),
        ("file name", draft.file_name.clone()),
    ];
    let (name, docx) = office::letter_docx(&shop.office, &by(10, 11), asked).expect("a DOCX");
    std::fs::write(folder.join("letter.docx"), docx).expect("written");
    all.push(("name of the DOCX", name));
    if let Some(text) = said_of("unzip", &["-p", "letter.docx"], folder) {
        all.push(("DOCX", text));
    }
    let (issued, pdf) = shop.issues(draft);
    all.push(("name of the PDF", issued.file_name.clone()));
    if let Some(text) = shop.reads(&pdf) {
        assert!(
            text.contains("«Северный дом»"),
            "the letter was read: {text}"
        );
        all.push(("PDF", text));
    }
    if let Some(text) = said_of("pdfinfo", &["-meta", "read.pdf"], folder) {
        all.push(("metadata", text));
    }
    if let Some(text) = said_of("pdfinfo", &["read.pdf"], folder) {
        all.push(("properties", text));
    }
    let attached = folder.join("attached");
    std::fs::create_dir_all(&attached).expect("a folder");
    if said_of(
        "pdfdetach",
        &["-saveall", "-o", "attached", "read.pdf"],
        folder,
    )
    .is_some()
    {
        for file in std::fs::read_dir(&attached).expect("read").flatten() {
            let text = std::fs::read_to_string(file.path()).expect("the attached facts");
            all.push(("attached facts", text));
        }
    }
    let (name, eml) = office::letter_mail(&shop.office, &by(10, 13), asked).expect("a message");
    all.push(("name of the message", name));
    let mail = office::reference::mail_read(&eml).expect("our own message is a message");
    all.push(("message", format!("{}\n{}", mail.subject, mail.text)));
    let plain = String::from_utf8_lossy(&eml).into_owned();
    all.push((
        "head of the message",
        plain.split("\r\n\r\n").next().unwrap_or_default().into(),
    ));
    all
}

fn shop_that_attaches_facts() -> Shop {
    let shop = Shop::founded();
    let mut with_facts = profile();
    with_facts.letterhead.summary = true;
    with_facts.letterhead.code = true;
    office::profile_save(&shop.office, &by(2, 9), &with_facts).expect("settings kept");
    shop
}

#[test]
fn without_a_ground_nothing_of_the_person_leaves_the_office_to_others() {
    let shop = shop_that_attaches_facts();
    for regime in [
        Regime::Medical,
        Regime::Goods,
        Regime::Catering,
        Regime::Housing,
    ] {
        let id = shop.takes(planted(regime));
        shop.decides(id, 0, decision(DecisionKind::Refuse, "Проверено.", None));
        for kind in LetterKind::ALL
            .iter()
            .filter(|kind| kind.is_read_by_others())
        {
            let silent = choices(*kind, "", "Запись приёма проверена, порядок соблюдён.");
            let draft = shop.drafts(id, *kind, silent);
            for (what, text) in leaving(&shop, &draft) {
                assert_eq!(
                    planted_in(&text),
                    [""; 0],
                    "{regime:?} {kind:?}, {what}: {text}"
                );
            }
        }
    }
}

#[test]
fn with_a_ground_the_complainant_is_named() {
    let shop = shop_that_attaches_facts();
    let id = shop.takes(planted(Regime::Goods));
    for kind in [LetterKind::Forwarding, LetterKind::RegulatorReply] {
        let told = choices(kind, "согласие от 12.11.2026", "Запись приёма проверена.");
        let draft = shop.drafts(id, kind, told);
        let text = serde_json::to_string(&draft.text).expect("JSON");
        assert!(planted_in(&text).contains(&"соколов"), "{kind:?}: {text}");
    }
}

#[test]
fn what_is_typed_by_hand_stops_the_letter() {
    let shop = Shop::founded();
    for regime in [Regime::Medical, Regime::Goods] {
        let id = shop.takes(planted(regime));
        for kind in LetterKind::ALL
            .iter()
            .filter(|kind| kind.is_read_by_others())
        {
            for typed in [
                "Мы говорили с Соколовой.",
                "Мариной Львовной подписано согласие на лечение.",
                "Проживает на улице Декабристов, в доме 44.",
                "Телефон 8 (952) 555-01-63.",
                "Жалоба касается лечения хронического пульпита.",
                "Пациентка обратилась с пульпитом.",
            ] {
                let by_hand = |ground: &str| {
                    let mut said = choices(*kind, ground, typed);
                    said.writer_words.questions = vec![typed.into()];
                    // Where a letter tells no findings, its writer may put them into the reason.
                    let own = &mut said.writer_words.particulars;
                    own.forwarding_reason = typed.trim_end_matches('.').into();
                    let draft = shop.drafts(id, *kind, said);
                    let stops = draft.findings.iter().filter(|one| {
                        one.severity == Severity::Must
                            && ["data.person_named", "data.health"].contains(&one.rule.as_str())
                    });
                    stops.count()
                };
                assert!(by_hand("") > 0, "{regime:?} {kind:?}: {typed}");
            }
        }
    }
}

/// The notice says of the forwarding what went out, whenever it was begun and whatever it copied then.
#[test]
fn a_notice_tells_whether_the_forwarding_that_went_out_named_the_complainant() {
    for (ground, told) in [
        ("согласие от 12.11.2026", "мы направили Ваше обращение"),
        ("", "не называя Вас"),
    ] {
        let shop = Shop::founded();
        let id = shop.takes(planted(Regime::Goods));
        let other = if ground.is_empty() {
            "согласие"
        } else {
            ""
        };
        let notice = choices(LetterKind::ForwardingNotice, other, "Проверено.");
        let notice = shop.drafts(id, LetterKind::ForwardingNotice, notice);
        let forwarding = choices(LetterKind::Forwarding, ground, "Проверено.");
        shop.issues(&shop.drafts(id, LetterKind::Forwarding, forwarding));
        let refresh = office::LetterTextSave {
            version: None,
            letter: notice.summary.id,
            text: notice.text,
        };
        let card = office::letter_refresh(&shop.office, &by(10, 13), refresh).expect("refreshed");
        let text = letter::plain_text(&card.text);
        assert!(text.contains(told), "{ground}: {text}");
    }
}
