//! Approval: a letter waits for the head, comes back with remarks, is approved, falls with a change, goes out.

use super::{HEAD, dialog_is_gone, finish, sample};

#[test]
fn a_letter_goes_to_the_head_and_back_and_out() {
    let workstation = sample("Крылова М. И.");
    let window = workstation.window();
    window.picture("rooms-today");
    window.css("a[data-row][href^='#/letter/']").click();
    window.wait_for_text("Ждёт утверждения: Крылова М. И.");
    window.wait_for_text("Записка: Возвращаем всю сумму");
    assert!(!window.has_role("button", "Утвердить"));
    window.picture("rooms-approval-waiting");

    // The head sits down, and sends it back; nothing is sent back without a word.
    window.role("button", &format!("Я — {HEAD}")).click();
    window.role("button", "Вернуть с замечаниями").click();
    window.role("dialog", "Вернуть письмо с замечаниями");
    finish(window);
    window.wait_for_text("Напишите, что исправить.");
    window.wait_until(
        "the caret stands where the words are missing",
        "return document.activeElement?.tagName === 'TEXTAREA'",
    );
    window.assert_accessible("a letter being returned");
    window
        .role("textbox", "Что исправить")
        .fill("Назовите день, когда приедет курьер.");
    finish(window);
    dialog_is_gone(window);
    window.wait_for_text(&format!("Вернул(а): {HEAD}"));
    window.wait_for_text("Назовите день, когда приедет курьер.");
    window.picture("rooms-approval-returned");

    window.role("button", "Отправить на утверждение").click();
    window
        .role("textbox", "Записка руководителю")
        .fill("День назван.");
    finish(window);
    dialog_is_gone(window);
    window.wait_for_text("Записка: День назван.");
    window.role("button", "Утвердить").click();
    window.wait_for_text(&format!("Утверждено: {HEAD}"));
    window.picture("rooms-approval-stands");

    // Whatever is changed after that voids it, and the bar says what changed.
    window.css(".ProseMirror").click();
    window.press(&["\u{e009}", "\u{e010}"]);
    window.css(".ProseMirror").write(" Спасибо за терпение.");
    window.press(&["\u{e009}", "s"]);
    window.wait_for_text("снято: после него письмо изменилось");
    window.picture("rooms-approval-void");
    window.assert_accessible("a letter whose approval has fallen");
    window.role("button", "Выпустить письмо").click();
    window.wait_for_text("Выпустить нельзя: письмо не утверждено");
    assert!(!window.has_role("dialog", "Выпустить письмо?"));

    window.role("button", "Утвердить").click();
    window.wait_for_text(&format!("Утверждено: {HEAD}"));
    window.role("button", "Выпустить письмо").click();
    window.role("dialog", "Выпустить письмо?");
    if window.try_css("dialog[open] textarea").is_some() {
        window
            .css("dialog[open] textarea")
            .write("Учебное письмо, курьер позвонит сам.");
    }
    finish(window);
    window.wait_for_text("Исходящий номер");
    window.wait_for_text(&format!("Утвердил(а): {HEAD}"));
    window.role("link", "Сегодня").click();
    window.role("heading", "Сегодня");
    window.wait_until(
        "nothing waits for the head any more",
        "return document.querySelector('#today-to_approve') === null",
    );
}
