//! The whole job, the way a shop does it: the office is founded, a message is
//! dropped on the window, the case is decided, the letter goes out, and what
//! came out is read back from the PDF.

use acceptance::{Window, Workstation, top};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether the sample of the letterhead is there, with something printed on it.
const PAGE_HAS_INK: &str = "
    const page = document.querySelector('figure img')
    if (!page || !page.complete || page.naturalWidth === 0) return false
    const canvas = document.createElement('canvas')
    canvas.width = page.naturalWidth
    canvas.height = page.naturalHeight
    const context = canvas.getContext('2d')
    context.drawImage(page, 0, 0)
    return context.getImageData(0, 0, canvas.width, canvas.height).data.some((shade) => shade < 64)
";

#[test]
fn a_message_comes_in_and_an_answer_goes_out() {
    let workstation = Workstation::fresh();
    let window = workstation.window();
    window.resize(1280, 800);

    found_the_office(&workstation);
    let number = take_in_the_message(&workstation);
    add_a_document(&workstation);
    decide(window);
    let letter = issue_the_letter(window);
    let pdf = save_the_pdf(&workstation);

    let text = pdf_text(&pdf);
    for expected in [
        letter.as_str(),
        number.as_str(),
        "Соколовой",
        "Возврат денег",
        "вернём Вам 24 990 (двадцать четыре тысячи девятьсот девяносто) рублей 00 копеек",
        "Возмещение расходов",
        "доставка оплачивалась курьерской службе",
        "Основание: пункт 4.2 договора",
        "Ветрова",
        "Директор",
    ] {
        let there = squeezed(&text)
            .to_lowercase()
            .contains(&squeezed(expected).to_lowercase());
        assert!(there, "«{expected}» is not in the letter:\n{text}");
    }

    hand_it_over(&workstation);
    every_screen_is_accessible(window);
}

fn found_the_office(workstation: &Workstation) {
    let window = workstation.window();
    window.wait_for_text("Шаг 1 из 3");
    window.assert_accessible("the first run");
    window.picture("first-run");
    for (label, value) in [
        ("Полное название", "ООО «Северный дом»"),
        ("ИНН", "7800000002"),
        ("КПП", "780001001"),
        ("ОГРН (ОГРНИП)", "1007800000009"),
        (
            "Почтовый адрес с индексом",
            "190000, Санкт-Петербург, ул. Примерная, д. 7",
        ),
        ("Телефон", "+7 812 555-01-00"),
        ("Электронная почта", "office@sever.example"),
    ] {
        window.role("textbox", label).fill(value);
    }
    window.role("button", "Дальше").click();
    window.role("textbox", "Должность").fill("Директор");
    window
        .role("textbox", "Кто подписывает")
        .fill("Ветрова Ирина Александровна");
    window.wait_until("a page is set on the letterhead", PAGE_HAS_INK);
    window.picture("first-run-letterhead");
    window.role("button", "Дальше").click();
    window.assert_accessible("the folder of the records");
    window.role("button", "Начать работу").click();
    window.role("heading", "Сегодня");
    window.picture("today-empty");
}

/// Drops the message and registers it; gives the incoming number.
fn take_in_the_message(workstation: &Workstation) -> String {
    let window = workstation.window();
    workstation.answers.drop_files(&[message(workstation)]);
    window.wait_for_text("Обращение из письма");
    window.wait_for_text("Вложения письма");
    // A stranger's markup is words, and no more than words.
    let words = window
        .role("textbox", "Слова заявителя, дословно")
        .property("value");
    let words = words.as_str().unwrap_or_default().to_owned();
    for verbatim in ["<script>alert(", "onerror=", "file:///etc/passwd"] {
        assert!(
            words.contains(verbatim),
            "«{verbatim}» was not kept verbatim: {words}"
        );
    }
    window.assert_accessible("a complaint out of a message");
    window.picture("intake-from-mail");
    // What the reading proposed beyond what she asks for is struck by hand, as in any office.
    let too_much = "Убрать требование «Возместить убытки»";
    if window.has_role("button", too_much) {
        window.role("button", too_much).click();
    }
    window.role("button", "Записать в журнал").click();
    window.wait_for_text("Записано в журнал");
    let number = window.css("h1").text();
    assert!(
        number.starts_with("ВХ-") && number.ends_with("/0001"),
        "{number}"
    );
    window.role("button", "Открыть дело").click();
    window.wait_for_text("Требования и решения");
    assert_eq!(
        window.run(
            "return document.querySelectorAll('main script, main img[src=x]').length",
            &[]
        ),
        0
    );
    window.picture("case-fresh");
    number
}

fn add_a_document(workstation: &Workstation) {
    let window = workstation.window();
    let file = workstation
        .machine
        .file("акт \u{202e}осмотра.txt", "Осмотр 19.11.2026".as_bytes());
    workstation.answers.files(std::slice::from_ref(&file));
    window.role("button", "Добавить документы").click();
    window.wait_for_text("осмотра.txt");
    assert!(
        workstation
            .answers
            .asked()
            .iter()
            .any(|asked| asked.what() == "open_files")
    );
}

fn decide(window: &Window) {
    let soon = window.run(
        "const day = new Date(Date.now() + 2 * 864e5); return day.toLocaleDateString('ru-RU')",
        &[],
    );
    let soon = soon.as_str().expect("a day").to_owned();

    window.role("button", "Решить").click();
    window.role("radio", "Удовлетворить").click();
    window
        .role("textbox", "Что установлено")
        .fill("Проверка показала производственный недостаток: блок питания не подаёт напряжение.");
    window
        .role("textbox", "Что будет дальше")
        .fill("Вернём деньги на карту, с которой оплачен заказ.");
    window.fill_date("Сделаем до", &soon);
    window.picture("decision");
    window.role("button", "Записать решение").click();
    window.wait_for_text("производственный недостаток");

    window.role("button", "Решить").click();
    window.role("radio", "Отказать").click();
    window.wait_for_text("Выбрать из того, что подходит");
    window.picture("decision-refuse");
    window.assert_accessible("a refusal with its grounds");
    window
        .role("textbox", "Что проверено, что найдено и почему нет")
        .fill("По договору доставка оплачивалась курьерской службе отдельно, мы эту сумму не получали.");
    window
        .role("textbox", "Основание")
        .fill("пункт 4.2 договора");
    window.role("button", "Записать решение").click();
    window.wait_for_text("курьерской службе");
    window.assert_accessible("a decided case");
    window.picture("case-decided");
}

/// Writes and issues the letter; gives the outgoing number.
fn issue_the_letter(window: &Window) -> String {
    window.role("button", "Написать ответ").click();
    window.role("heading", "Ответ: удовлетворено частично");
    window.wait_until(
        "the page of the preview is drawn",
        "return document.querySelector('canvas, .pages img') !== null",
    );
    window.assert_accessible("a letter being written");
    window.picture("letter-draft");
    window.role("button", "Выпустить письмо").click();
    window.role("dialog", "Выпустить письмо?");
    // The refused delivery stands on the contract alone, which lies in no file of the case.
    window
        .role("textbox", "Почему выпускаем с замечаниями")
        .fill("Договор с этим пунктом у заявителя есть.");
    window.picture("letter-issue");
    window.role("button", "Выпустить").click();
    window.wait_for_text("Исходящий номер");
    window.assert_accessible("an issued letter");
    window.picture("letter-issued");
    let number = window.css("dd.number").text();
    assert!(
        number.starts_with("ИСХ-") && number.ends_with("/0001"),
        "{number}"
    );
    number
}

fn save_the_pdf(workstation: &Workstation) -> PathBuf {
    let window = workstation.window();
    let pdf = workstation.machine.path("home/ответ.pdf");
    workstation.answers.save_as(Some(&pdf));
    window.role("button", "Сохранить PDF…").click();
    window.wait_for_notice("PDF сохранён");
    assert!(pdf.is_file());
    pdf
}

/// Opens and mails: each hands a file to the system, whose bytes are the frozen letter's. Prints: its pages go to the
/// system's dialog.
fn hand_it_over(workstation: &Workstation) {
    let window = workstation.window();
    let frozen =
        std::fs::read(workstation.machine.path("home/ответ.pdf")).expect("the saved letter");
    for (button, ending) in [
        ("Открыть PDF", "pdf"),
        ("Письмо в почтовой программе", "eml"),
    ] {
        let before = opened(workstation).len();
        window.role("button", button).click();
        let path = wait_for(|| opened(workstation).get(before).cloned())
            .unwrap_or_else(|| panic!("{button} opened nothing"));
        assert_eq!(path.extension().and_then(|end| end.to_str()), Some(ending));
        let bytes = std::fs::read(&path).expect("the file that was opened");
        if ending == "pdf" {
            assert!(
                bytes == frozen,
                "{button} shows other bytes than those that were saved"
            );
        }
    }
    window.role("button", "Печать (Ctrl+P)").click();
    window.wait_for_notice("Отправлено на печать");
    let asked = workstation.answers.asked();
    let printed = asked.iter().find(|one| one.what() == "print");
    let pages = printed.and_then(|one| one.0["pages"].as_u64());
    assert!(pages >= Some(1), "nothing was printed: {pages:?}");
}

fn every_screen_is_accessible(window: &Window) {
    for (link, heading, picture) in [
        ("Сегодня", "Сегодня", "today"),
        ("Журнал", "Журнал обращений", "register"),
        ("Настройки", "Настройки", "settings"),
        ("Помощь", "Помощь", "help"),
    ] {
        window.role("link", link).click();
        window.role("heading", heading);
        window.picture(picture);
        window.assert_accessible(heading);
    }
}

fn opened(workstation: &Workstation) -> Vec<PathBuf> {
    let asked = workstation.answers.asked();
    asked
        .iter()
        .filter(|asked| asked.what() == "opened")
        .filter_map(|asked| asked.path())
        .collect()
}

fn wait_for<T>(mut found: impl FnMut() -> Option<T>) -> Option<T> {
    (0..200).find_map(|_| {
        let there = found();
        if there.is_none() {
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        there
    })
}

/// Our own message, dated yesterday, for a message of the future is no message.
fn message(workstation: &Workstation) -> PathBuf {
    let text =
        std::fs::read_to_string(top().join("tests/fixtures/pretenziya.eml")).expect("the message");
    let date = Command::new("date")
        .args(["-R", "-d", "yesterday"])
        .output()
        .expect("date");
    let date = String::from_utf8_lossy(&date.stdout).trim().to_owned();
    workstation
        .machine
        .file("Претензия.eml", text.replace("@DATE@", &date).as_bytes())
}

fn pdf_text(pdf: &Path) -> String {
    let output = Command::new("pdftotext")
        .args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()])
        .output();
    let output = output.expect("pdftotext (package poppler-utils)");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Without soft breaks: lines joined, hyphens at their ends and odd spaces gone.
fn squeezed(text: &str) -> String {
    text.replace("-\n", "")
        .replace(['\u{ad}', '\u{a0}', '\u{202f}', ' ', '\n', '\t'], "")
}
