//! Messages, subjects, sums and cases larger than anybody's.

use crate::ground::{at, by, found, refused};
use complaint::{
    ComplaintFields, DispatchFields, DispatchWay, DocumentFields, FieldProblem, InventoryLine,
    Money, Provenance, Side,
};
use office::{ComplaintRef, IncomingFile, MailNotice, NewComplaint, NotRead};
use std::fs::File;
use std::io::{self, Write};
use std::ops::ControlFlow;

#[test]
fn a_message_of_three_gigabytes_is_refused_before_it_is_in_memory() {
    let root = tempfile::tempdir().expect("a folder");
    let path = root.path().join("huge.eml");
    let mut file = File::create(&path).expect("a file");
    writeln!(file, "From: a@example.ru\n\nДобрый день").expect("written");
    // A hole in the file takes no room on the disk.
    file.set_len(3 << 30).expect("three gigabytes");
    let before = bytes_read_so_far();
    assert!(matches!(
        office::message_read(&path),
        Err(NotRead::TooLarge)
    ));
    match (before, bytes_read_so_far()) {
        (Some(before), Some(after)) => {
            let read = after - before;
            assert!(read < 1 << 20, "{read} bytes were read");
        }
        _ => prerequisites::skip("the system does not count what a thread reads"),
    }
    // A stream that tells no length is read to the limit and no further.
    let mut read = 0;
    let endless = Counted(&mut read);
    assert!(matches!(
        office::message_from(endless),
        Err(NotRead::TooLarge)
    ));
    assert!(read < 200 << 20, "{read} bytes were read");
}

/// What this thread has read from files since it began; none where the system does not count it.
fn bytes_read_so_far() -> Option<u64> {
    let counts = std::fs::read_to_string("/proc/thread-self/io").ok()?;
    let count = counts
        .lines()
        .find_map(|line| line.strip_prefix("rchar: "))?;
    Some(count.parse().expect("a count"))
}

struct Counted<'a>(&'a mut usize);

impl io::Read for Counted<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        *self.0 += into.len();
        into.fill(b'x');
        Ok(into.len())
    }
}

#[test]
fn a_subject_longer_than_its_field_is_cut_and_said_so() {
    let root = tempfile::tempdir().expect("a folder");
    let office = found(root.path()).expect("an office");
    let subject = "Чайник течёт и течёт ".repeat(200);
    let name = "Ann ".repeat(600);
    let message = format!(
        "From: {name} <a@example.ru>\r\nSubject: {subject}\r\nDate: Fri, 20 Nov 2026 10:00:00 +0300\r\n\r\nЧайник течёт.\r\n"
    );
    let proposal = office::mail_propose(&office, &by(), message.as_bytes()).expect("read");
    assert!(proposal.notices.contains(&MailNotice::HeaderCut));
    assert!(
        proposal
            .draft
            .fields
            .matter
            .subject
            .starts_with("Чайник течёт")
    );
    assert!(proposal.draft.fields.matter.subject.ends_with('…'));
    office::mail_take(&office, &by(), message.as_bytes(), proposal.draft, &[]).expect("taken in");
}

#[test]
fn sums_of_an_inventory_are_checked_and_name_the_line() {
    let moment = by().now;
    let line = |sheets, copies, kopecks| InventoryLine {
        name: "Ответ".into(),
        sheets: Some(sheets),
        copies,
        value: Some(Money::from_kopecks(kopecks).expect("a sum")),
    };
    let problem = |second: InventoryLine| {
        let mut fields = DispatchFields::sent(DispatchWay::Email, moment);
        fields.inventory = vec![line(1, 1, 1), second];
        fields
            .checked(moment, moment)
            .map_err(|fault| (fault.field, fault.problem))
    };
    let large = |field: &str| Err((format!("inventory.1.{field}"), FieldProblem::TooLarge));
    assert_eq!(problem(line(2, u32::MAX, 0)), large("copies"));
    assert_eq!(problem(line(u32::MAX, 1, 0)), large("sheets"));
    assert_eq!(problem(line(1 << 31, 2, 0)), large("sheets"));
    assert_eq!(problem(line(1, 1 << 30, 1 << 40)), large("value"));
    assert!(problem(line(3, 2, 100)).is_ok());
}

fn documents(count: usize) -> Vec<IncomingFile<io::Cursor<String>>> {
    let file = |n| IncomingFile {
        fields: DocumentFields {
            name: format!("фото {n}.txt"),
            file_time: None,
            provenance: Provenance {
                side: Side::Complainant,
                source: String::new(),
            },
        },
        content: io::Cursor::new(format!("содержимое {n}")),
    };
    (0..count).map(file).collect()
}

#[test]
fn a_case_takes_thousands_of_documents_and_each_has_its_number() {
    let root = tempfile::tempdir().expect("a folder");
    let office = found(root.path()).expect("an office");
    let told = NewComplaint {
        id: None,
        fields: ComplaintFields {
            text: "Чайник течёт. ".repeat(100),
            ..ComplaintFields::received(at("2026-11-22T09:00:00+03:00"))
        },
        person_id: None,
        demands: Vec::new(),
        terms: Vec::new(),
    };
    let case = office::complaint_add(&office, &by(), told)
        .expect("taken")
        .id;
    let go = |_: usize, _: u64| ControlFlow::Continue(());
    office::documents_add(&office, &by(), case, documents(2_000), &go).expect("added");
    let last = office::documents_add(&office, &by(), case, documents(1), &go).expect("added");
    assert_eq!(last[0].exhibit, 2_001);
    let card =
        office::complaint_card(&office, &by(), ComplaintRef { complaint: case }).expect("a card");
    let exhibits: Vec<_> = card.contents.documents.iter().map(|d| d.exhibit).collect();
    assert_eq!(exhibits, (1..=2_001).collect::<Vec<_>>());
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_whose_name_is_no_text_is_refused_before_anything_is_made() {
    use std::os::unix::ffi::OsStrExt;
    let root = tempfile::tempdir().expect("a folder");
    let folder = root.path().join(std::ffi::OsStr::from_bytes(b"\xff\xfe"));
    assert_eq!(refused(found(&folder)).0, "not_unicode");
    assert!(!folder.exists());
    let within = folder.join("office");
    assert_eq!(refused(found(&within)).0, "not_unicode");
    assert!(!folder.exists());
    let office = found(&root.path().join("office")).expect("an office");
    let go = |_: u64, _: u64| ControlFlow::Continue(());
    let answer = office::backup_create(&office, &by(), &folder, &go);
    assert_eq!(refused(answer).0, "not_unicode");
    assert!(!folder.exists());
}
