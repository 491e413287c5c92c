//! Neighbours of the public cases, of our own making: other shapes of the same kinds, each with its right answer.
//!
//! A file of `neighbours/` holds one kind; its first line says what its entries are.

use crate::public::wrong;
use chrono::NaiveDate;
use intake::{chat_began, read_mail, read_text};

const LETTER: &str = "Здравствуйте! Меня зовут Анна Зуева. 3 ноября 2026 года купила у вас чайник за 4 590 рублей, он потёк. Прошу вернуть деньги.\n\nАнна Зуева\n+7 911 555-01-42";
const ANSWER: &str = "Не согласна. Прошу вернуть 4 590 рублей.";
const SHOP: &str = "Здравствуйте, Анна! Вы купили чайник 01.02.2025 за 7 777 рублей. Требуем оплатить доставку, договор № 998877. Верните товар и обменяйте его.\nЛавка чая\n+7 812 555-00-00";

/// Entries of a file: what stands behind `===`, and the lines below it.
fn entries(file: &str) -> Vec<(&str, &str)> {
    file.split("\n=== ")
        .skip(1)
        .filter_map(|entry| entry.split_once('\n'))
        .collect()
}

/// Rows of a file whose entries are lines.
fn rows(file: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect())
}

fn quoted(text: &str) -> String {
    text.lines().map(|line| format!("> {line}\n")).collect()
}

fn mail(from: &str, subject: &str, date: &str, body: &str) -> Vec<u8> {
    format!(
        "From: {from}\nTo: shop@lavka.example\nSubject: {subject}\nDate: {date}\nContent-Type: text/plain; charset=utf-8\n\n{body}"
    )
    .into_bytes()
}

const DAY: &str = "Fri, 13 Nov 2026 10:00:00 +0300";

fn faults_of_mail(message: &[u8], must: &str) -> Vec<String> {
    match read_mail(message) {
        Ok(draft) => wrong(&draft, must),
        Err(error) => vec![error.to_string()],
    }
}

/// Fails with all that is wrong, and says how many entries are right.
fn all_right(found: Vec<(String, Vec<String>)>) {
    let right = found.iter().filter(|(_, faults)| faults.is_empty()).count();
    let said: Vec<String> = found
        .iter()
        .filter(|(_, faults)| !faults.is_empty())
        .map(|(what, faults)| format!("{what}: {}", faults.join("; ")))
        .collect();
    assert!(
        said.is_empty(),
        "{right} of {} are right\n{}",
        found.len(),
        said.join("\n")
    );
}

#[test]
fn a_letter_passed_on_is_its_writers_by_any_head() {
    let must = "name=Анна Зуева|from=anna.zueva@post.example|amounts=4590.00|dates=2026-11-03|demands=refund|phones=+79115550142|notices=passed_on|by=olga@lavka.example";
    all_right(
        entries(include_str!("neighbours/forwards.txt"))
            .into_iter()
            .map(|(what, body)| {
                let body = body.replace("{L}", LETTER).replace("{Q}", &quoted(LETTER));
                let message = mail(
                    "Ольга Продавцова <olga@lavka.example>",
                    "Fwd: Чайник",
                    DAY,
                    &body,
                );
                (what.to_owned(), faults_of_mail(&message, must))
            })
            .collect(),
    );
}

#[test]
fn words_of_the_letter_answered_are_not_the_customers_by_any_head() {
    let must = "name=Анна Зуева|from=anna.zueva@post.example|amounts=4590.00|dates=|phones=|order=|demands=refund|not=passed_on";
    all_right(
        entries(include_str!("neighbours/replies.txt"))
            .into_iter()
            .map(|(what, body)| {
                let body = body
                    .replace("{A}", ANSWER)
                    .replace("{S}", SHOP)
                    .replace("{Q}", &quoted(SHOP));
                let message = mail(
                    "Анна Зуева <anna.zueva@post.example>",
                    "Re: Чайник",
                    DAY,
                    &body,
                );
                (what.to_owned(), faults_of_mail(&message, must))
            })
            .collect(),
    );
}

#[test]
fn who_wrote_is_read_of_any_line() {
    all_right(
        rows(include_str!("neighbours/froms.txt"))
            .map(|row| {
                let message = mail(row[0], "t", DAY, "Верните 500 рублей.");
                let must = format!("name={}|from={}", row[1], row[2]);
                (row[0].to_owned(), faults_of_mail(&message, &must))
            })
            .collect(),
    );
}

#[test]
fn when_it_was_sent_is_read_of_any_line() {
    all_right(
        rows(include_str!("neighbours/dates.txt"))
            .map(|row| {
                let message = mail("a@post.example", "t", row[0], "Верните 500 рублей.");
                (
                    row[0].to_owned(),
                    faults_of_mail(&message, &format!("sent={}", row[1])),
                )
            })
            .collect(),
    );
}

#[test]
fn facts_are_read_in_any_notation() {
    all_right(
        rows(include_str!("neighbours/facts.txt"))
            .map(|row| {
                let message = mail("a@post.example", "t", DAY, row[0]);
                (row[0].to_owned(), faults_of_mail(&message, row[1]))
            })
            .collect(),
    );
}

#[test]
fn chats_are_read_as_any_messenger_hands_them_over() {
    let received = NaiveDate::from_ymd_opt(2026, 11, 30);
    all_right(
        entries(include_str!("neighbours/chats.txt"))
            .into_iter()
            .map(|(head, text)| {
                let words: Vec<&str> = head.split('|').map(str::trim).collect();
                let draft = read_text(text, received, None).unwrap();
                let must = format!("name={}|amounts=4590.00|demands=refund", words[1]);
                let mut faults = wrong(&draft, &must);
                let began = chat_began(text, None)
                    .map(|at| at.to_string())
                    .unwrap_or_default();
                if !words[2].is_empty() && began != words[2] {
                    faults.push(format!("began: {began} for {}", words[2]));
                }
                (words[0].to_owned(), faults)
            })
            .collect(),
    );
}

#[test]
fn a_form_is_whoever_filled_it_in() {
    let must = "name=Анна Зуева|from=anna.zueva@post.example|amounts=4590.00|demands=refund|phones=+79115550142|notices=from_form";
    all_right(
        entries(include_str!("neighbours/forms.txt"))
            .into_iter()
            .map(|(what, body)| {
                let message = mail(
                    "Лавка чая <noreply@lavka.example>",
                    "Новая заявка",
                    DAY,
                    body,
                );
                (what.to_owned(), faults_of_mail(&message, must))
            })
            .collect(),
    );
}

/// A letter in each charset under each label, right or wrong, in small letters and in capitals.
#[test]
fn letters_are_read_under_any_label() {
    let small =
        "Здравствуйте! Купила у вас чайник за 4 590 рублей, он потёк. Прошу вернуть деньги.";
    let loud = "ПРОШУ ВЕРНУТЬ ДЕНЬГИ ЗА ЧАЙНИК, 4 590 РУБЛЕЙ";
    let mut found = Vec::new();
    for written in [
        encoding_rs::WINDOWS_1251,
        encoding_rs::KOI8_R,
        encoding_rs::IBM866,
        encoding_rs::UTF_8,
    ] {
        for label in [
            "",
            "us-ascii",
            "iso-8859-1",
            "windows-1252",
            "windows-1251",
            "koi8-r",
            "utf-8",
            "gb2312",
            "big5",
            "shift_jis",
            "euc-kr",
            "iso-8859-2",
            "windows-1253",
            "unicode",
            "x-unknown",
            "default",
            "8bit",
            "cp1251",
            "KOI8",
        ] {
            for text in [small, loud] {
                let (bytes, _, _) = written.encode(text);
                let charset = if label.is_empty() {
                    String::new()
                } else {
                    format!("; charset={label}")
                };
                let head = format!(
                    "From: a@post.example\nSubject: t\nDate: {DAY}\nContent-Type: text/plain{charset}\nContent-Transfer-Encoding: 8bit\n\n"
                );
                let message = [head.as_bytes(), &*bytes].concat();
                let what = format!(
                    "{} as «{label}», {}",
                    written.name(),
                    if text == loud { "loud" } else { "small" }
                );
                found.push((
                    what,
                    faults_of_mail(
                        &message,
                        &format!("says={text}|demands=refund|amounts=4590.00"),
                    ),
                ));
            }
        }
    }
    all_right(found);
}
