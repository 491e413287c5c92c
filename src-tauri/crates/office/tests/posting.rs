//! From an issued letter to the proof that it was delivered, through the use
//! cases, in the sample office.

use chrono::{DateTime, FixedOffset, TimeDelta};
use complaint::*;
use office::*;
use office::{By, Failure, IncomingFile, Office, Op};
use std::ops::ControlFlow;
use std::process::Command;

fn now() -> DateTime<FixedOffset> {
    "2026-11-22T10:30:00+03:00".parse().unwrap()
}

fn by(days: i64) -> By {
    By {
        actor: Actor::named("Проверка"),
        now: now() + TimeDelta::days(days),
    }
}

/// The sample office and its issued final letter that never left.
fn issued(dir: &tempfile::TempDir) -> (Office, ComplaintId, LetterRef) {
    let office = office::sample_create(&dir.path().join("office"), now()).unwrap();
    let today = office::today(&office, &by(0)).unwrap();
    let row = today
        .to_send
        .rows
        .iter()
        .find(|row| row.next_step == NextStep::Send)
        .expect("the sample has a letter to send");
    let card = office::complaint_card(&office, &by(0), ComplaintRef { complaint: row.id }).unwrap();
    let letter = card
        .contents
        .letters
        .iter()
        .find(|l| l.issued.is_some() && l.sent.is_none() && l.kind.is_final())
        .unwrap()
        .id;
    let id = row.id;
    (office, id, LetterRef { letter })
}

fn values(card: &PostingCard) -> DispatchValues {
    let mut address = card.address.clone();
    if address.len() < 2 {
        address.push("190000, Санкт-Петербург, ул. Примерная, д. 7".into());
    }
    DispatchValues {
        fields: DispatchFields {
            tracking: "62009147017544".into(),
            address,
            cost: Some("92.50".parse().unwrap()),
            expected: Some("2026-12-06".parse().unwrap()),
            inventory: card.inventory.clone(),
            ..DispatchFields::sent(DispatchWay::PostRegistered, now() + TimeDelta::minutes(5))
        },
        tracking_kept: false,
    }
}

fn refused<T: std::fmt::Debug>(result: office::Result<T>) -> (String, Option<String>, String) {
    let failure = Failure::from(result.unwrap_err());
    (
        failure.code,
        failure.field,
        failure.detail.unwrap_or_default(),
    )
}

#[test]
fn a_letter_is_dispatched_is_late_on_today_and_is_delivered_at_last() {
    let dir = tempfile::tempdir().unwrap();
    let (office, complaint, letter) = issued(&dir);
    let at = by(1);
    let card = office::posting_card(&office, &at, letter).unwrap();
    assert!(card.dispatches.is_empty());
    let good = values(&card);
    let save = |values: DispatchValues| {
        office::dispatch_save(
            &office,
            &at,
            DispatchSave {
                letter: letter.letter,
                dispatch: None,
                values,
            },
        )
    };
    let field = |name: &str, problem: &str| {
        (
            "field".to_owned(),
            Some(name.to_owned()),
            problem.to_owned(),
        )
    };
    let mut wrong = good.clone();
    wrong.fields.tracking = "62009147017545".into();
    assert_eq!(refused(save(wrong.clone())), field("tracking", "doubtful"));
    let mut later = good.clone();
    later.fields.sent_at = now() + TimeDelta::days(3);
    assert_eq!(refused(save(later)), field("sent_at", "future"));
    let mut before = good.clone();
    before.fields.sent_at = now() - TimeDelta::days(90);
    assert_eq!(refused(save(before)), field("sent_at", "too_early"));
    let mut back = good.clone();
    back.fields.expected = Some("2026-11-01".parse().unwrap());
    assert_eq!(refused(save(back)), field("expected", "too_early"));
    let check = |number: &str| {
        let number = number.to_owned();
        office::tracking_check(&office, &at, TrackingQuestion { number }).unwrap()
    };
    let told = check("6200 9147 0175 45");
    assert_eq!((told.digit, told.found), (Some(4), Some(5)));
    assert_eq!(check("rr123456789ee").digit, Some(5));
    assert_eq!(check("RB123456785GB").problem, None);

    let card = save(good).unwrap();
    assert_eq!(card.dispatches[0].state, DeliveryState::HandedOver);
    let case =
        |office: &Office| office::complaint_card(office, &at, ComplaintRef { complaint }).unwrap();
    // The cloth itself is still to be exchanged; once it is, the letter is what is waited for.
    assert_eq!(case(&office).next_step, NextStep::Fulfil);
    let owed = case(&office).running.into_iter();
    for clock in owed.filter(|c| c.ended.is_none() && c.fields.kind.is_obligation()) {
        let of = ClockRef {
            complaint,
            clock: clock.clock,
            demand: None,
        };
        let done = ClockEnding {
            of,
            how: ClockEnd::Met,
            on: at.now.date_naive(),
            why: "обменяли в магазине".into(),
            proof: None,
        };
        office::clock_end(&office, &at, done).unwrap();
    }
    assert_eq!(case(&office).next_step, NextStep::ConfirmDelivery);
    assert_eq!(
        case(&office)
            .contents
            .letters
            .iter()
            .find(|l| l.id == letter.letter)
            .unwrap()
            .sent
            .unwrap()
            .0,
        Channel::Post
    );
    // What the decision promised is done, so that nothing presses more than the delivery.
    for clock in case(&office).running {
        if clock.clock.is_some() && clock.ended.is_none() {
            let of = ClockRef {
                complaint,
                clock: clock.clock,
                demand: None,
            };
            let ending = ClockEnding {
                of,
                how: ClockEnd::Met,
                on: at.now.date_naive(),
                why: "выдано на кассе".into(),
                proof: None,
            };
            office::clock_end(&office, &at, ending).unwrap();
        }
    }
    let on_today = |days: i64| {
        let today = office::today(&office, &by(days)).unwrap();
        today.delivery.rows.iter().any(|row| row.id == complaint)
    };
    assert!(!on_today(14), "the last expected day is still in time");
    assert!(on_today(15));
    let late = office::posting_card(&office, &by(17), letter).unwrap();
    assert_eq!(late.dispatches[0].overdue, 3);

    let dispatch = card.dispatches[0].dispatch.id;
    let step = |state, on: &str, reason: &str| DeliverySave {
        dispatch,
        fields: DeliveryFields {
            state,
            on: on.parse().unwrap(),
            until: None,
            reason: reason.into(),
            source: "сайт почты".into(),
            document: None,
        },
    };
    let early = office::delivery_save(
        &office,
        &by(20),
        step(DeliveryState::Delivered, "2026-11-01", ""),
    );
    assert_eq!(refused(early), field("on", "too_early"));
    let wordless = office::delivery_save(
        &office,
        &by(20),
        step(DeliveryState::Returned, "2026-12-10", " "),
    );
    assert_eq!(refused(wordless), field("reason", "missing"));
    let card = office::delivery_save(
        &office,
        &by(20),
        step(DeliveryState::Delivered, "2026-12-09", ""),
    )
    .unwrap();
    assert_eq!(card.dispatches[0].state, DeliveryState::Delivered);
    assert_eq!(case(&office).next_step, NextStep::Close);
    assert!(!on_today(30));
    // Each change can be taken back where the case shows it.
    let undo = case(&office).undo.unwrap();
    assert_eq!(undo.op, Op::DeliveryAdd);
    let turned = Undo {
        complaint,
        seq: undo.seq,
    };
    office::undo(&office, &at, turned).unwrap();
    assert_eq!(case(&office).next_step, NextStep::ConfirmDelivery);
}

#[test]
fn papers_are_made_and_the_same_bytes_are_shown() {
    let dir = tempfile::tempdir().unwrap();
    let (office, complaint, letter) = issued(&dir);
    let id = letter.letter;
    let card = office::posting_card(&office, &by(0), letter).unwrap();
    let address = values(&card).fields.address;
    let paper = |json: serde_json::Value| -> Paper { serde_json::from_value(json).unwrap() };
    use serde_json::json;
    let papers = [
        paper(json!({ "paper": "envelope", "letter": id, "size": "c5", "address": address })),
        paper(json!({ "paper": "window_sheet", "letter": id, "address": address })),
        paper(json!({ "paper": "labels", "letters": [id], "start": 7 })),
        paper(json!({ "paper": "inventory", "letter": id, "one_sheet": true })),
        paper(json!({ "paper": "receipt", "letter": id })),
        paper(json!({ "paper": "case_index", "complaint": complaint })),
        paper(json!({ "paper": "register_book", "from": "2026-01-01", "to": "2026-12-31" })),
    ];
    for one in papers {
        let (name, pdf) = office::paper_make(&office, &by(0), &one).unwrap();
        assert!(
            pdf.starts_with(b"%PDF-1.7") && name.ends_with(".pdf"),
            "{name}"
        );
        let shown = office::paper_preview(&office, &by(0), &one).unwrap();
        assert_eq!(shown.file_name, name);
        assert_eq!((shown.missing_glyphs.as_str(), shown.overfull), ("", false));
        let page = office::letter_page(&office, &shown.key, shown.pages - 1, 1.0).unwrap();
        assert!(page.starts_with(b"\x89PNG"), "{name}");
    }
    let backwards =
        paper(json!({ "paper": "register_book", "from": "2026-02-01", "to": "2026-01-01" }));
    assert_eq!(
        refused(office::paper_make(&office, &by(0), &backwards)).1,
        Some("to".into())
    );
}

/// A small picture, as a telephone would take it.
fn photo() -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_fn(320, 240, |x, y| {
        image::Rgb([(x % 256) as u8, (y % 256) as u8, 90])
    });
    picture
        .write_to(&mut out, image::ImageFormat::Jpeg)
        .unwrap();
    out.into_inner()
}

#[test]
fn the_proof_holds_all_papers_and_asks_for_a_reason_where_they_contradict() {
    let dir = tempfile::tempdir().unwrap();
    let (office, complaint, letter) = issued(&dir);
    let at = by(1);
    let question = ProofQuestion {
        letter: letter.letter,
        dispatch: None,
    };
    let make = |reason: Option<&str>| {
        let make = ProofMake {
            letter: letter.letter,
            dispatch: None,
            reason: reason.map(str::to_owned),
            folder: true,
        };
        let taken =
            |files: &[office::ProofFile]| Ok::<_, office::OfficeError>(Some(files.to_vec()));
        office::proof_make(&office, &at, &make, taken).map(|made| made.unwrap())
    };
    let report = office::proof_check(&office, &at, question).unwrap();
    assert!(report.contradicts, "nothing says it was sent");
    let (code, _, detail) = refused(make(Some("  ")));
    assert_eq!(
        (code.as_str(), detail.as_str()),
        ("stopped", "dispatch.none")
    );

    // A photograph of the receipt, and a page from a stranger that acts.
    let keep = |name: &str, bytes: &[u8]| {
        let file = IncomingFile {
            fields: complaint::DocumentFields {
                name: name.into(),
                file_time: None,
                provenance: complaint::Provenance {
                    side: Side::Office,
                    source: "квитанция".into(),
                },
            },
            content: bytes,
        };
        let on = |_, _| ControlFlow::Continue(());
        office::documents_add(&office, &at, complaint, vec![file], &on).unwrap();
        let card = office::complaint_card(&office, &at, ComplaintRef { complaint }).unwrap();
        card.contents.documents.last().unwrap().id
    };
    let receipt = keep("квитанция.jpg", &photo());
    let broken = keep("уведомление.pdf", b"%PDF-1.4\nnot really a file");
    let card = office::posting_card(&office, &at, letter).unwrap();
    let mut sent = values(&card);
    sent.fields.receipt = Some(receipt);
    sent.fields.inventory[0].sheets = Some(99);
    let save = DispatchSave {
        letter: letter.letter,
        dispatch: None,
        values: sent,
    };
    let card = office::dispatch_save(&office, &at, save.clone()).unwrap();
    let dispatch = card.dispatches[0].dispatch.id;
    let step = DeliverySave {
        dispatch,
        fields: DeliveryFields {
            state: DeliveryState::Delivered,
            on: "2026-11-23".parse().unwrap(),
            until: None,
            reason: String::new(),
            source: "уведомление".into(),
            document: Some(broken),
        },
    };
    office::delivery_save(&office, &at, step).unwrap();
    let report = office::proof_check(&office, &at, question).unwrap();
    let rules: Vec<&str> = report.findings.iter().map(|f| f.rule.as_str()).collect();
    assert!(rules.contains(&"sheets.letter"), "{rules:?}");
    // Who closes the dialog has made nothing, and a disk that refuses neither.
    let reasoned = ProofMake {
        letter: letter.letter,
        dispatch: None,
        reason: Some("Листы пересчитаны".into()),
        folder: false,
    };
    let last = || {
        let asked = JournalQuery {
            complaint: Some(complaint),
            before: None,
            limit: 1,
        };
        office::journal_page(&office, &at, asked).unwrap()[0].op
    };
    let left = office::proof_make(&office, &at, &reasoned, |_| {
        Ok::<Option<()>, office::OfficeError>(None)
    });
    assert!(left.unwrap().is_none() && last() != Op::ProofMade);
    let refused_by_disk = office::proof_make(&office, &at, &reasoned, |_| {
        Err::<Option<()>, _>(office::OfficeError::NoPreview)
    });
    assert!(refused_by_disk.is_err() && last() != Op::ProofMade);
    let files = make(Some("Листы пересчитаны, опись опечатка")).unwrap();
    let joined = &files[0].bytes;
    assert!(
        files.len() >= 5,
        "{:?}",
        files.iter().map(|f| &f.name).collect::<Vec<_>>()
    );
    let path = dir.path().join("proof.pdf");
    std::fs::write(&path, joined).unwrap();
    // It keeps the rules of an archive, though a stranger's photograph is in it.
    let faults = ::workbench::lint::lint(joined).unwrap();
    assert!(faults.is_empty(), "{faults:?}");
    // What can't be shown goes along as a file, as do all originals.
    for (program, arguments, name) in [
        ("mutool", "show proof.pdf outline", "квитанция.jpg"),
        ("pdfdetach", "-list proof.pdf", "уведомление.pdf"),
    ] {
        let mut tells = Command::new(program);
        tells.args(arguments.split(' ')).current_dir(dir.path());
        match tells.output() {
            Ok(done) => assert!(String::from_utf8_lossy(&done.stdout).contains(name)),
            Err(_) => prerequisites::skip(&format!("{program} is not installed")),
        }
    }
    match Command::new("qpdf").arg("--check").arg(&path).output() {
        Ok(done) => assert!(
            done.status.success(),
            "{}{}",
            String::from_utf8_lossy(&done.stdout),
            String::from_utf8_lossy(&done.stderr)
        ),
        Err(_) => prerequisites::skip("qpdf is not installed"),
    }
    if let Ok(done) = Command::new("pdftotext").arg(&path).arg("-").output() {
        let text = String::from_utf8_lossy(&done.stdout).into_owned();
        for word in [
            "62009147017544",
            "Опись вложения",
            "Причина",
            "опись опечатка",
        ] {
            assert!(text.contains(word), "no {word} in {text}");
        }
    } else {
        prerequisites::skip("pdftotext is not installed");
    }
    if let Ok(dir) = std::env::var("OTVET_KEEP_PAPERS") {
        std::fs::copy(&path, std::path::Path::new(&dir).join("proof.pdf")).unwrap();
    }
    // Made and why stands in the journal.
    let rows = office::journal_page(
        &office,
        &at,
        JournalQuery {
            complaint: Some(complaint),
            before: None,
            limit: 1,
        },
    )
    .unwrap();
    assert_eq!(rows[0].op, Op::ProofMade);
    assert!(rows[0].detail.to_string().contains("опечатка"));
}

#[test]
fn an_address_is_compared_with_the_letters_own_and_looked_through_for_its_index() {
    let dir = tempfile::tempdir().unwrap();
    let (office, _, letter) = issued(&dir);
    let own = office::posting_card(&office, &by(0), letter)
        .unwrap()
        .address;
    let check = |address: Vec<String>| {
        let letter = letter.letter;
        let question = DispatchQuestion {
            letter,
            way: DispatchWay::PostRegistered,
            sent_on: None,
            address,
        };
        office::dispatch_check(&office, &by(0), question).unwrap()
    };
    assert!(own.len() > 1, "{own:?}");
    let spaced = own.iter().map(|line| line.replace(", ", "  ")).collect();
    assert!(!check(spaced).elsewhere);
    assert!(check(vec![own.join(" "), "7".into()]).elsewhere);
    let indexed = |line: &str| !check(vec!["Панова А.".into(), line.into()]).index_missing;
    assert!(indexed("190000, Санкт-Петербург"));
    assert!(!indexed("Санкт-Петербург, 1900001") && !indexed("Санкт-Петербург"));
    assert_eq!(check(vec![" ".into()]), DispatchCheck::default());
    let expected = |way, sent_on: &str| {
        let question = DispatchQuestion {
            letter: letter.letter,
            way,
            sent_on: Some(sent_on.parse().unwrap()),
            address: Vec::new(),
        };
        let check = office::dispatch_check(&office, &by(0), question).unwrap();
        check.expected.map(|day| day.to_string())
    };
    let registered = expected(DispatchWay::PostRegistered, "2026-11-22");
    assert_eq!(registered.as_deref(), Some("2026-12-06"));
    assert_eq!(expected(DispatchWay::ByHand, "2026-11-22"), None);
}

#[test]
fn a_letter_never_leaves_before_its_issue_for_want_of_seconds() {
    let dir = tempfile::tempdir().unwrap();
    let (office, complaint, letter) = issued(&dir);
    let card = office::complaint_card(&office, &by(0), ComplaintRef { complaint }).unwrap();
    let issued_at = |one: &LetterSummary| Some(one.issued.as_ref()?.at);
    let summary = card
        .contents
        .letters
        .iter()
        .find(|one| one.id == letter.letter);
    let issued = summary.and_then(issued_at).unwrap();
    let sent = |at| {
        let mut values = values(&office::posting_card(&office, &by(0), letter).unwrap());
        values.fields.sent_at = at;
        let save = DispatchSave {
            letter: letter.letter,
            dispatch: None,
            values,
        };
        office::dispatch_save(&office, &by(0), save)
    };
    let card = sent(issued - TimeDelta::seconds(30)).unwrap();
    assert_eq!(card.dispatches[0].dispatch.fields.sent_at, issued);
    assert!(sent(issued - TimeDelta::seconds(90)).is_err());
}
