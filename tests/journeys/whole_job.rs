//! From a message to a closed case, and the letter read back by another program.

use crate::day::{Shop, asked, at, by, decision, kettle};
use complaint::{DecisionKind, DemandKind, LetterKind, Side, Status};
use office::{
    CloseCase, ComplaintRef, IncomingFile, LetterChoices, LetterRef, LetterSent, PageQuery,
    SearchQuery,
};
use prerequisites::shared;
use std::fs;
use std::ops::ControlFlow;

/// A message with one attachment, such as any mail program writes.
const MAIL: &[u8] = "From: \"Соколова Марина Львовна\" <sokolova.m@mail.example>\r\n\
To: office@sever.example\r\nSubject: Претензия: чайник протекает\r\nDate: Mon, 09 Nov 2026 09:42:00 +0300\r\n\
MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
24.10.2026 купила у вас чайник за 4 590 руб., заказ № А-20418. Он протекает.\r\n\
Прошу вернуть деньги и принести извинения.\r\n\
--b\r\nContent-Type: image/png; name=\"photo.png\"\r\nContent-Disposition: attachment; filename=\"photo.png\"\r\n\
Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
    .as_bytes();

#[test]
fn a_message_comes_in_and_a_letter_goes_out() {
    let shop = Shop::founded();
    let office = &shop.office;

    let proposal = office::mail_propose(office, &by(9, 12), MAIL).expect("read");
    assert_eq!(
        proposal.draft.fields.matter.complainant.name,
        "Соколова Марина Львовна"
    );
    assert_eq!(proposal.attachments.len(), 1);
    let kinds: Vec<_> = proposal
        .draft
        .demands
        .iter()
        .map(|d| d.fields.kind)
        .collect();
    assert_eq!(kinds, [DemandKind::Refund, DemandKind::Apology]);
    let added =
        office::mail_take(office, &by(9, 12), MAIL, proposal.draft, &[0]).expect("taken in");
    assert_eq!(added.number, "ВХ-2026/0001");
    let card = shop.card(added.id);
    assert_eq!(card.contents.complaint.status, Status::Fresh);
    assert_eq!(
        card.contents.documents.len(),
        2,
        "the photo and the message itself"
    );
    let due = card.demands[0].demand.due_legal;
    assert_eq!(due, Some(at(19, 0).date_naive()), "ten days for a refund");

    let act = IncomingFile {
        fields: complaint::DocumentFields {
            name: "Акт проверки качества.txt".into(),
            file_time: None,
            provenance: complaint::Provenance {
                side: Side::Office,
                source: "составлен мастером".into(),
            },
        },
        content: "Уплотнение треснуло".as_bytes(),
    };
    let on = |_, _| ControlFlow::Continue(());
    let act = office::documents_add(office, &by(10, 9), added.id, vec![act], &on)
        .expect("stored")
        .remove(0);

    let reasons = "Проверка качества показала трещину уплотнения, возникшую до передачи товара.";
    let mut refund = decision(DecisionKind::Satisfy, reasons, Some("4590.00"));
    refund.action = "Деньги поступят на карту, с которой оплачен заказ.".into();
    refund.due = Some(at(17, 0).date_naive());
    shop.decides(added.id, 0, refund);
    let refusal = "Грубости при разговоре 25 октября запись звонка не подтверждает.";
    let decided = shop.decides(added.id, 1, decision(DecisionKind::Refuse, refusal, None));
    assert_eq!(decided.contents.complaint.status, Status::Decided);

    let choices = LetterChoices {
        enclosures: vec![act.id],
        ..LetterChoices::default()
    };
    let draft = shop.drafts(added.id, LetterKind::FinalPartial, choices);
    let (issued, pdf) = shop.issues(&draft);
    let facts = issued.summary.issued.expect("issued");
    assert_eq!(facts.number, "ИСХ-2026/0001");
    if let Some(text) = shop.reads(&pdf) {
        for words in [
            "ИСХ-2026/0001",
            "10 ноября 2026",
            "Соколовой М",
            &issued.summary.heading,
            "Уважаемая Марина Львовна!",
            reasons,
            "4 590 руб.",
            "17 ноября 2026",
            refusal,
            "Акт проверки качества",
            "Директор",
            "Ветрова",
        ] {
            let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ");
            assert!(
                plain(&text).contains(&plain(words)),
                "«{words}» is not in the letter:\n{text}"
            );
        }
    }
    let closing = CloseCase {
        complaint: added.id,
        reason: None,
    };
    let sent = LetterSent {
        letter: issued.summary.id,
        channel: complaint::Channel::Email,
        at: at(10, 13),
    };
    office::letter_sent(office, &by(10, 13), sent).expect("sent");
    let closed = office::complaint_close(office, &by(10, 14), closing).expect("closed");
    assert_eq!(closed.contents.complaint.status, Status::Closed);

    let office = shop.reopened(11);
    let journal = office::journal_verify(&office, &by(11, 9)).expect("verified");
    assert!(journal.is_whole(), "{journal:?}");
    let documents =
        office::documents_verify(&office, &|_| ControlFlow::Continue(())).expect("verified");
    assert!(documents.altered.is_empty() && documents.missing.is_empty());
}

#[test]
fn every_sample_message_can_go_the_whole_way() {
    let Some(folder) = shared("samples/mail-ru") else {
        return;
    };
    let shop = Shop::founded();
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("samples")
        .map(|e| e.expect("a file").path())
        .collect();
    files.sort();
    files.retain(|file| file.extension().is_some_and(|end| end == "eml"));
    for file in files {
        let name = file.display();
        let bytes = fs::read(&file).expect("a sample");
        let proposal = office::mail_propose(&shop.office, &by(22, 10), &bytes).expect("read");
        let all: Vec<u32> = proposal.attachments.iter().map(|a| a.index).collect();
        let added = office::mail_take(&shop.office, &by(22, 10), &bytes, proposal.draft, &all)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let card = office::complaint_card(
            &shop.office,
            &by(22, 10),
            ComplaintRef {
                complaint: added.id,
            },
        )
        .expect("a card");
        for place in 0..card.demands.len() {
            let reasons = "Обстоятельства проверены, оснований не найдено.";
            let mut refusal = decision(DecisionKind::Refuse, reasons, None);
            refusal.due = None;
            shop.decides(added.id, place, refusal);
        }
        let kind = if card.demands.is_empty() {
            LetterKind::Acknowledgement
        } else {
            LetterKind::FinalRefusal
        };
        let draft = office::LetterDraft {
            complaint: added.id,
            kind,
            language: None,
        };
        let draft = office::letter_draft(&shop.office, &by(22, 11), draft).expect("a draft");
        let issue = office::LetterIssue {
            version: None,
            letter: draft.summary.id,
            override_reason: Some("проверено директором".into()),
        };
        let issued = office::letter_issue(&shop.office, &by(22, 12), issue)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let asked = LetterRef {
            letter: issued.summary.id,
        };
        let (_, pdf) = office::letter_pdf(&shop.office, &by(22, 12), asked).expect("its PDF");
        let number = issued.summary.issued.expect("issued").number;
        if let Some(text) = shop.reads(&pdf) {
            assert!(text.contains(&number), "{name}: no {number} in\n{text}");
        }
    }
}

#[test]
fn one_name_found_in_any_form_of_the_word() {
    let shop = Shop::founded();
    let mut complaint = kettle();
    complaint.fields.text = "Продавщица Пётрова отказалась принять чайники обратно".into();
    complaint.demands = vec![asked(DemandKind::Refund, None)];
    let id = shop.takes(complaint);
    for words in [
        "чайником",
        "Продавщицы отказ",
        "петров",
        "Соколовой",
        "вх-2026/0001",
        "ВХ-2026/0001",
    ] {
        let query = SearchQuery {
            text: words.into(),
            limit: 10,
        };
        let hits = office::search(&shop.office, &by(10, 9), query).expect("hits");
        assert_eq!(
            hits.iter().map(|hit| hit.row.id).collect::<Vec<_>>(),
            [id],
            "{words}"
        );
    }
    let query = SearchQuery {
        text: "холодильник".into(),
        limit: 10,
    };
    assert!(
        office::search(&shop.office, &by(10, 9), query)
            .expect("hits")
            .is_empty()
    );
}

#[test]
fn the_sample_office_is_full_of_life_and_whole() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let office =
        office::sample_create(&folder.path().join("sample"), at(22, 10)).expect("the sample");
    let query = PageQuery {
        query: Default::default(),
        offset: 0,
        limit: 100,
    };
    let page = office::register_page(&office, &by(22, 10), query).expect("a page");
    assert_eq!(page.total, 40);
    for status in Status::ALL {
        assert!(
            page.rows.iter().any(|row| row.status == *status),
            "nothing is {status:?}"
        );
    }
    assert!(
        office::office_info(&office, &by(22, 10))
            .expect("info")
            .profile
            .sample
    );
    let today = office::today(&office, &by(22, 10)).expect("today");
    assert_eq!(today.delivery.total, 1, "a registered letter is late");
    let waiting = &today.to_approve;
    assert_eq!(waiting.len(), 1, "a letter waits for the head");
    assert_eq!(waiting[0].row.complainant, "Ге Ольга Николаевна");
    let replied = page
        .rows
        .iter()
        .find(|row| row.complainant == "Покупатель 1187")
        .expect("the review");
    let complaint = office::ComplaintRef {
        complaint: replied.id,
    };
    let forms = office::forms_of_case(&office, &by(22, 10), complaint).expect("its forms");
    assert_eq!(forms.len(), 1);
    assert_eq!(forms[0].used[0].place, "Яндекс Карты");
    assert!(forms[0].findings.is_empty(), "{:?}", forms[0].findings);
    let documents =
        office::documents_verify(&office, &|_| ControlFlow::Continue(())).expect("verified");
    assert!(documents.checked > 0 && documents.altered.is_empty() && documents.missing.is_empty());
}
