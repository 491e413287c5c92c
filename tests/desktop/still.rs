//! What stands under the pointer stays there, and what comes and goes covers nothing one presses.

use acceptance::{Window, Workstation};
use serde_json::{Value, json};

/// Where a control stands: its left and upper edge.
fn place(window: &Window, selector: &str) -> Value {
    window.run(
        "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return [Math.round(box.left), Math.round(box.top)]",
        &[json!(selector)],
    )
}

/// Each way a complaint may have come asks for other things; the buttons for the ways stay where they are.
#[test]
fn the_form_does_not_move_under_the_pointer_when_a_channel_is_chosen() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.resize(1280, 800);
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    window.run("location.hash = '#/intake'; return null", &[]);
    window.role("heading", "Новое обращение");
    let group = "main fieldset .options";
    window.css(group);
    let names = window.run(
        "return [...document.querySelector(arguments[0]).querySelectorAll('label')].map((one) => one.innerText.trim())",
        &[json!(group)],
    );
    let names = names.as_array().expect("names").clone();
    assert!(names.len() > 4, "{names:?}");
    let below = "main .when";
    let before = (place(window, group), place(window, below));
    for name in &names {
        window.run(
            "const [group, name] = arguments;\
             [...document.querySelector(group).querySelectorAll('label')].find((one) => one.innerText.trim() === name).click(); return null",
            &[json!(group), name.clone()],
        );
        window.wait_until(
            "the page is painted",
            "return document.readyState === 'complete'",
        );
        let now = (place(window, group), place(window, below));
        assert_eq!(now, before, "{name}");
    }
}

/// A line at the foot of the window pushes what is above it up, and lies over no button.
#[test]
fn lines_at_the_foot_lie_over_no_button_and_go_with_their_screen() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.resize(1024, 700);
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    window.run("location.hash = '#/settings'; return null", &[]);
    window.role("heading", "Настройки");
    window.press(&["\u{e009}", "p"]);
    window.wait_for_notice("печатать нечего");
    // What its own list has scrolled away lies under nothing.
    let covered = "const middle = (one) => { const box = one.getBoundingClientRect(); return box.top + box.height / 2; };\
        const clipped = (one) => { for (let up = one.parentElement; up; up = up.parentElement) {\
            if (getComputedStyle(up).overflowY !== 'visible' && middle(one) > up.getBoundingClientRect().bottom) return true; }\
            return false; };\
        return [...document.querySelectorAll('button, a, input')]\
            .filter((one) => one.checkVisibility() && !one.closest('.notices'))\
            .filter((one) => !clipped(one))\
            .filter((one) => { const box = one.getBoundingClientRect();\
                const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);\
                return at?.closest('.notices'); })\
            .map((one) => one.innerText)";
    assert_eq!(window.run(covered, &[]), json!([]));
    window.run("location.hash = '#/register'; return null", &[]);
    window.wait_for_text("Журнал обращений");
    window.wait_until(
        "the line has gone with its screen",
        "return document.querySelectorAll('.notices .notice').length === 0",
    );
}

/// Whatever is chosen by arrows shows where one is: a ring that nothing cuts off and that stands out from what is chosen.
#[test]
fn the_ring_of_the_keyboard_is_whole_around_chips() {
    const RINGS: &str = "const shown = (label) => {\
            const style = getComputedStyle(label); const box = label.getBoundingClientRect();\
            const reach = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);\
            if (style.outlineStyle === 'none' || !(parseFloat(style.outlineWidth) >= 2)) return 'no ring';\
            for (let at = label.parentElement; at; at = at.parentElement) {\
                const cut = getComputedStyle(at); const edge = at.getBoundingClientRect();\
                if (cut.overflowX !== 'visible' && (box.left - reach < edge.left || box.right + reach > edge.right)) return 'cut at a side';\
                if (cut.overflowY !== 'visible' && (box.top - reach < edge.top || box.bottom + reach > edge.bottom)) return 'cut above or below';\
            }\
            return style.outlineColor === style.borderTopColor ? 'lost in the border' : null;\
        };\
        const label = document.activeElement.closest('label');\
        return [label?.innerText ?? document.activeElement.tagName, label ? shown(label) : 'no chip']";
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    for (wide, high) in [(1024, 700), (1440, 900)] {
        window.resize(wide, high);
        window.run("location.hash = '#/intake'; return null", &[]);
        window.role("heading", "Новое обращение");
        window.css("main fieldset .options");
        window.run(
            "document.querySelector('main fieldset .options input').focus(); return null",
            &[],
        );
        // Come to by keys, as whoever walks through the form does.
        window.press(&["\u{e008}", "\u{e004}"]);
        window.press(&["\u{e004}"]);
        let mut seen = Vec::new();
        for step in 0..6 {
            window.press(&["\u{e014}"]);
            window.run(
                "window.painted = false; requestAnimationFrame(() => requestAnimationFrame(() => { window.painted = true })); return null",
                &[],
            );
            window.wait_until("the page is painted", "return window.painted");
            let ring = window.run(RINGS, &[]);
            assert_eq!(ring[1], json!(null), "{wide}, step {step}: {ring}");
            seen.push(ring[0].to_string());
        }
        seen.dedup();
        assert!(seen.len() > 1, "the arrows walk: {seen:?}");
        window.picture(&format!("ring-{wide}"));
    }
}
