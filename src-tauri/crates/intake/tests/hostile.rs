//! Any bytes are read or refused: nothing panics, and the work stays in
//! proportion to the input.

use intake::{Envelope, facts_in, read_mail, read_text};
use proptest::prelude::*;
use std::fs;
use std::path::Path;

fn fixtures() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut mails: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "eml"))
        .collect();
    mails.sort();
    mails.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// What holds for every draft, whatever it was made from.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(draft) = read_mail(bytes) else {
        return Ok(());
    };
    let has_controls = draft
        .text
        .chars()
        .any(|c| c.is_control() && c != '\n' && c != '\t');
    prop_assert!(!has_controls);
    prop_assert!(!draft.subject.contains('\n'));
    for attachment in &draft.attachments {
        prop_assert!(!attachment.name.is_empty());
        prop_assert!(!attachment.name.contains(['/', '\\']));
        prop_assert_eq!(attachment.sha256.len(), 64);
        // No encoding makes more bytes than it was given.
        prop_assert!(attachment.bytes.len() <= bytes.len() + 3);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        check(&bytes)?;
        let mut mail = b"From: a@b.example\n".to_vec();
        mail.extend(bytes);
        check(&mail)?;
    }

    #[test]
    fn any_header(lines in proptest::collection::vec(
        "(From|To|Subject|Date|Content-Type|Content-Disposition|Content-Transfer-Encoding)?:? ?(multipart/mixed|text/html|base64|; ?boundary=|; ?name\\*?0?\\*?=|=\\?utf-8\\?[BQ]\\?|\\?=|\"|<|>|,|=|b|\\PC){0,12}", 0..12)) {
        check(lines.join("\n").as_bytes())?;
        check(format!("Subject: x\n{}\n\n--b\n\ntext\n--b--", lines.join("\n")).as_bytes())?;
    }

    #[test]
    fn mutated_mail(which in 0usize..64, edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..30)) {
        let mails = fixtures();
        let mut mail = mails[which % mails.len()].clone();
        for (at, byte) in edits {
            let at = at.index(mail.len());
            mail[at] = byte;
        }
        check(&mail)?;
    }

    #[test]
    fn truncated_mail(which in 0usize..64, at in any::<prop::sample::Index>()) {
        let mails = fixtures();
        let mail = &mails[which % mails.len()];
        check(&mail[..at.index(mail.len())])?;
    }

    #[test]
    fn any_text(text in "(прошу|верните|деньги|не |, |\\. |№|заказ|договор|руб|тыс|октября|\\+7|8 |\\(|\\)|[0-9]{1,4}|[./:-]|\n|>|--|\\PC){0,60}") {
        let _ = facts_in(&text, &Envelope { subject: &text, from_name: Some(&text), ..Envelope::default() });
        let _ = read_text(&text, None, None);
    }
}

/// Inputs made to be slow: each would take hours where the work grew with the
/// square of its length.
#[test]
fn inputs_made_to_be_slow_are_read() {
    let repeat = |text: &str| text.repeat(1_000_000 / text.len());
    let head = "From: a@b.example\nContent-Type: text/html\n\n";
    for text in [
        "<script></b>",
        "<a href=x>",
        "<blockquote>",
        "&",
        "<",
        "<a =\"",
        "<!--",
        "<b a='",
        "</",
    ] {
        check(format!("{head}{}", repeat(text)).as_bytes()).unwrap();
    }
    for text in [
        "=?a?q?x",
        "=?utf-8?B?",
        "(",
        "<",
        "\"",
        ",",
        ";a=",
        "a;b*0*=",
    ] {
        check(format!("From: {}\n\nx", repeat(text)).as_bytes()).unwrap();
        check(format!("Content-Type: {}\n\nx", repeat(text)).as_bytes()).unwrap();
    }
    for text in [
        "прошу ",
        "1 ",
        "1.1.26 ",
        "а, ",
        "> \n",
        "От:\n",
        "8 911 555 01 42 ",
        "договор № ",
        "1 и ",
        "---\n",
        "Иван ",
    ] {
        check(format!("From: a@b.example\n\n{}", repeat(text)).as_bytes()).unwrap();
    }
    check(
        format!(
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n{}",
            repeat("--x-\n")
        )
        .as_bytes(),
    )
    .unwrap();
}
