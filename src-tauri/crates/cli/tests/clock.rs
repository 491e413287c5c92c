//! A clock that stands behind the records: a script gives no number of another year unasked.

use crate::terminal::Terminal;
use serde_json::json;

#[test]
fn no_number_of_a_later_year_is_given_before_the_clock_is_said_to_be_right() {
    let terminal = Terminal::founded();
    let complaint = json!({ "complainant": "Соколова Марина", "text": "Чайник протекает" });
    let complaint = terminal.file("complaint.json", complaint.to_string());
    let add = ["complaint", "add", "--json", &complaint];
    let ahead = "2036-02-03T10:00:00+03:00";
    let then = terminal.json(&[&add[..], &["--now", ahead]].concat(), "");
    assert_eq!(then["number"], "ВХ-2036/0001");

    let refused = terminal.failure(&add, "");
    assert_eq!(refused["code"], "clock_behind");
    assert_eq!(terminal.json(&["office", "info"], "")["complaints"], 1);

    terminal.json(&["office", "clock", "--right"], "");
    assert_eq!(terminal.json(&add, "")["number"], "ВХ-2026/0001");
}
