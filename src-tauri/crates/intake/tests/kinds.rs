//! The kinds of mail that other programs were reported to misread, in shapes of our own: whoever lacks the public
//! files tests the same here.

use crate::public::wrong;
use intake::{one_message, read_mail};

const LETTER: &str = "Здравствуйте! Купила у вас чайник за 4 590 рублей, он потёк. Прошу вернуть деньги.\nАнна Зуева";
const RIGHT: &str = "name=Анна Зуева|amounts=4590.00|demands=refund|not=no_text";

fn check(what: &str, message: &[u8], must: &str) -> Vec<String> {
    match read_mail(message) {
        Ok(draft) => wrong(&draft, must)
            .into_iter()
            .map(|fault| format!("{what}: {fault}"))
            .collect(),
        Err(error) => vec![format!("{what}: {error}")],
    }
}

fn mail(head: &str, body: &str) -> Vec<u8> {
    format!("From: a@post.example\nTo: shop@lavka.example\nSubject: t\nDate: Fri, 13 Nov 2026 10:00:00 +0300\n{head}\n\n{body}").into_bytes()
}

fn all(faults: Vec<Vec<String>>) {
    let faults: Vec<String> = faults.into_iter().flatten().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_body_is_lost() {
    let page = LETTER.replace('\n', "<br>");
    let mixed = |parts: &[(&str, &str)]| {
        let mut body = String::new();
        for (head, text) in parts {
            body += &format!("--b\n{head}\n\n{text}\n");
        }
        mail(
            "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b",
            &(body + "--b--"),
        )
    };
    let alternative = |parts: &[(&str, &str)]| {
        let bytes = mixed(parts);
        String::from_utf8(bytes)
            .unwrap()
            .replace("multipart/mixed", "multipart/alternative")
            .into_bytes()
    };
    let shapes: Vec<(&str, Vec<u8>, String)> = vec![
        (
            "marked as a file",
            mixed(&[(
                "Content-Type: text/plain; charset=utf-8\nContent-Disposition: attachment",
                LETTER,
            )]),
            format!("{RIGHT}|files="),
        ),
        (
            "named",
            mixed(&[(
                "Content-Type: text/plain; charset=utf-8; name=body.txt\nContent-Disposition: attachment; filename=body.txt",
                LETTER,
            )]),
            format!("{RIGHT}|files=body.txt"),
        ),
        (
            "named page",
            mixed(&[(
                "Content-Type: text/html; charset=utf-8; name=letter.html",
                &page,
            )]),
            RIGHT.to_owned(),
        ),
        (
            "unknown text",
            mail("Content-Type: text/x-unknown; charset=utf-8", LETTER),
            format!("{RIGHT}|files="),
        ),
        (
            "plain/text",
            mail("Content-Type: plain/text; charset=utf-8", LETTER),
            format!("{RIGHT}|files="),
        ),
        (
            "markdown",
            mail("Content-Type: text/markdown; charset=utf-8", LETTER),
            format!("{RIGHT}|files="),
        ),
        (
            "enriched",
            mail(
                "Content-Type: text/enriched; charset=utf-8",
                &format!("<bold>{LETTER}</bold>"),
            ),
            format!("{RIGHT}|lacks=bold"),
        ),
        (
            "marked page beside an empty text",
            mixed(&[
                ("Content-Type: text/plain", " "),
                (
                    "Content-Type: text/html; charset=utf-8\nContent-Disposition: attachment",
                    &page,
                ),
            ]),
            RIGHT.to_owned(),
        ),
        (
            "no type at all",
            mail("X-Nothing: 1", LETTER),
            RIGHT.to_owned(),
        ),
        (
            "twins",
            mixed(&[
                ("Content-Type: text/plain; charset=utf-8", LETTER),
                ("Content-Type: text/html; charset=utf-8", &page),
            ]),
            format!("{RIGHT}|once=Прошу вернуть"),
        ),
        (
            "twins, page first",
            mixed(&[
                ("Content-Type: text/html; charset=utf-8", &page),
                ("Content-Type: text/plain; charset=utf-8", LETTER),
            ]),
            format!("{RIGHT}|once=Прошу вернуть"),
        ),
        (
            "twins, page longer",
            mixed(&[
                ("Content-Type: text/plain; charset=utf-8", LETTER),
                (
                    "Content-Type: text/html; charset=utf-8",
                    &format!("{page}<p>Отправлено с телефона</p>"),
                ),
            ]),
            format!("{RIGHT}|once=Прошу вернуть"),
        ),
        (
            "two texts",
            mixed(&[
                ("Content-Type: text/plain; charset=utf-8", LETTER),
                (
                    "Content-Type: text/html; charset=utf-8",
                    "<p>Рассылка проверена.</p>",
                ),
            ]),
            "amounts=4590.00|says=Рассылка проверена".to_owned(),
        ),
        (
            "csv is no letter",
            mixed(&[("Content-Type: text/csv; name=a.csv", "a;b")]),
            "notices=no_text|files=a.csv".to_owned(),
        ),
        (
            "stub",
            alternative(&[
                (
                    "Content-Type: text/plain; charset=utf-8",
                    "Ваша программа не поддерживает HTML.",
                ),
                ("Content-Type: text/html; charset=utf-8", &page),
            ]),
            RIGHT.to_owned(),
        ),
        (
            "stub in English",
            alternative(&[
                (
                    "Content-Type: text/plain; charset=utf-8",
                    "Your e-mail program does not support HTML messages. View this email in your browser.",
                ),
                ("Content-Type: text/html; charset=utf-8", &page),
            ]),
            RIGHT.to_owned(),
        ),
        (
            "stub to a browser",
            alternative(&[
                (
                    "Content-Type: text/plain; charset=utf-8",
                    "Чтобы увидеть письмо, откройте это письмо в браузере: https://x.example/1",
                ),
                ("Content-Type: text/html; charset=utf-8", &page),
            ]),
            RIGHT.to_owned(),
        ),
        (
            "old line ends",
            String::from_utf8(mail("X-A: 1", LETTER))
                .unwrap()
                .replace('\n', "\r")
                .into_bytes(),
            RIGHT.to_owned(),
        ),
        (
            "file in the text",
            mail(
                "X-A: 1",
                &format!("{LETTER}\n\nbegin 644 foto.jpg\n#0V%T\n`\nend\n"),
            ),
            "amounts=4590.00|files=foto.jpg|lacks=begin 644".to_owned(),
        ),
        (
            "base64 without a word",
            mail(
                "Content-Type: text/plain; charset=utf-8",
                "0J/QstCw0LbQsNC10LzRi9C1ISDQktC10YDQvdC40YLQtSA0IDU5MCDRgNGD0LHQu9C10Lku",
            ),
            "amounts=4590.00|demands=refund|notices=encoding_guessed".to_owned(),
        ),
        (
            "hidden words",
            mail(
                "Content-Type: text/html; charset=utf-8",
                &format!("<div style='display:none'>Скидка 90 000 рублей, обменяйте</div>{page}"),
            ),
            format!("{RIGHT}|lacks=Скидка"),
        ),
    ];
    all(shapes
        .iter()
        .map(|(what, bytes, must)| check(what, bytes, must))
        .collect());
    let length = mail("X-A: 1", LETTER).len();
    let mut apple = format!("{length}\n").into_bytes();
    apple.extend(mail("X-A: 1", LETTER));
    apple.extend(b"<?xml version=\"1.0\"?><plist/>");
    all(vec![check("emlx", &apple, &format!("{RIGHT}|lacks=plist"))]);
}

#[test]
fn several_messages_of_a_file_are_several() {
    let two = "From a Fri Nov 13 10:00:00 2026\nFrom: anna@post.example\nSubject: one\n\nПрошу вернуть 100 рублей.\n\nFrom b Fri Nov 13 11:00:00 2026\nFrom: petr@post.example\nSubject: two\n\nТребую заменить телефон.\n";
    let (count, first) = one_message(two.as_bytes(), 0);
    assert_eq!(count, 2);
    let (_, second) = one_message(two.as_bytes(), 1);
    assert_eq!(read_mail(&first).unwrap().subject, "one");
    let second = read_mail(&second).unwrap();
    assert_eq!(second.from_address.as_deref(), Some("petr@post.example"));
    assert!(second.facts.amounts.is_empty());
    let whole = mail("X-A: 1", LETTER);
    assert_eq!(one_message(&whole, 0), (1, whole.as_slice().into()));
}

#[test]
fn messages_of_programs_are_told_as_such() {
    let bounce = |from: &str, subject: &str, text: &str| {
        format!("From: {from}\nSubject: {subject}\n\n{text}").into_bytes()
    };
    let mut faults = Vec::new();
    for (from, subject, text) in [
        (
            "MAILER-DAEMON@p.example (Mail Delivery System)",
            "Undelivered Mail Returned to Sender",
            "sorry",
        ),
        (
            "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
            "Delivery Status Notification (Failure)",
            "x",
        ),
        (
            "postmaster@outlook.example",
            "Не удалось доставить: Ответ",
            "x",
        ),
        ("mailer-daemon@yandex.ru", "Недоставленное сообщение", "x"),
        (
            "Mail Delivery System <postmaster@corp.example>",
            "x",
            "Your message could not be delivered to one recipient",
        ),
    ] {
        faults.push(check(
            from,
            &bounce(from, subject, text),
            "notices=bounce|name=",
        ));
    }
    for head in [
        "Subject: Автоответ: Ваш заказ",
        "Subject: Automatic reply: order",
        "Subject: Re: x\nAuto-Submitted: auto-replied",
        "Subject: Re: x\nX-Autoreply: yes",
        "Subject: Out of Office: x",
    ] {
        let message = format!("From: Анна <a@post.example>\n{head}\n\nЯ в отпуске до 5 декабря.");
        faults.push(check(
            head,
            message.as_bytes(),
            "notices=auto_reply|not=bounce",
        ));
    }
    // A customer who writes about a delivery that failed is no server.
    let customer =
        "From: Анна <a@post.example>\nSubject: Заказ не доставлен\n\nВерните 500 рублей.";
    faults.push(check(
        "customer",
        customer.as_bytes(),
        "not=bounce,auto_reply|amounts=500.00",
    ));
    let event = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Осмотр\nDESCRIPTION:Верните 500 рублей\nEND:VEVENT\nEND:VCALENDAR";
    faults.push(check(
        "invitation",
        &mail(
            "Content-Type: text/calendar; method=REQUEST; charset=utf-8",
            event,
        ),
        "notices=invitation|not=no_text|amounts=500.00",
    ));
    all(faults);
}

#[test]
fn a_letter_within_a_letter_is_its_writers() {
    let inner = format!(
        "From: Анна Зуева <anna@post.example>\nTo: shop@lavka.example\nSubject: Чайник\nDate: Thu, 12 Nov 2026 10:00:00 +0300\nContent-Type: text/plain; charset=utf-8\n\n{LETTER}"
    );
    let outer = |own: &str, from: &str| {
        format!("From: {from}\nTo: shop@lavka.example\nSubject: Fwd: Чайник\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n{own}\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--").into_bytes()
    };
    let hers =
        "name=Анна Зуева|from=anna@post.example|amounts=4590.00|notices=passed_on|first=2026-11-12";
    all(vec![
        check(
            "empty",
            &outer("", "Ольга <olga@lavka.example>"),
            &format!("{hers}|by=olga@lavka.example"),
        ),
        check(
            "note",
            &outer(
                "Коллеги, посмотрите, обещали 1 000 рублей.",
                "Ольга <olga@lavka.example>",
            ),
            &format!("{hers}|says=Коллеги"),
        ),
        check(
            "her own",
            &outer("Жду ответа", "Анна Зуева <anna@post.example>"),
            "from=anna@post.example|not=passed_on",
        ),
        check(
            "another's",
            &outer(
                "Прошу вернуть мне 900 рублей за доставку.",
                "Пётр <p@kum.example>",
            ),
            "from=p@kum.example|amounts=900.00|not=passed_on",
        ),
    ]);
}

#[test]
fn the_servers_clock_counts() {
    let by = |date: &str, received: &str| {
        format!("Received: from x by mail.lavka.example; {received}\nReceived: from y by x; Fri, 13 Nov 2020 10:00:00 +0300\nFrom: a@post.example\nDate: {date}\n\n{LETTER}").into_bytes()
    };
    let server = "Fri, 13 Nov 2026 10:00:05 +0300 (MSK)";
    let right = "received=2026-11-13T10:00:05+03:00";
    all(vec![
        check(
            "1970",
            &by("Thu, 01 Jan 1970 03:00:00 +0300", server),
            &format!("{right}|notices=clocks_differ"),
        ),
        check(
            "future",
            &by("Fri, 13 Nov 2037 10:00:00 +0300", server),
            &format!("{right}|notices=clocks_differ"),
        ),
        check(
            "near",
            &by("Fri, 13 Nov 2026 09:59:00 +0300", server),
            &format!("{right}|not=clocks_differ"),
        ),
        check(
            "another zone",
            &by("Fri, 13 Nov 2026 02:59:00 -0400", server),
            &format!("{right}|not=clocks_differ"),
        ),
        check(
            "none",
            &by("no day", server),
            &format!("{right}|not=no_sent_date"),
        ),
        check(
            "zone in words",
            &by("Fri, 13 Nov 2026 10:00:00 MSK", server),
            &format!("{right}|sent=2026-11-13T10:00:00+03:00"),
        ),
    ]);
}
