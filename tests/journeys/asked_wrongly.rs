//! Every command of the window, asked with inputs that no screen would send: each is answered or refused by
//! name, nothing breaks off, and the records are whole afterwards.

use crate::counted::TABLE;
use crate::counted::asking::Asking;
use crate::counted::prepared::Prepared;
use crate::counted::user::User;
use serde_json::{Map, Value, json};
use std::cell::Cell;
use std::sync::Once;

/// Wrong inputs that each asking is given; `OTVET_WRONG_INPUTS` asks for more.
const WRONG_INPUTS: usize = 24;

fn wrong_inputs() -> usize {
    let said = std::env::var("OTVET_WRONG_INPUTS").ok();
    said.and_then(|text| text.parse().ok())
        .unwrap_or(WRONG_INPUTS)
}

/// What stands in the place of a value.
fn strangers() -> Vec<Value> {
    let deep = (0..100).fold(json!([]), |within, _| json!([within]));
    vec![
        Value::Null,
        json!(true),
        json!(-1),
        json!(0),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1e308),
        json!(0.1),
        json!(""),
        json!("\u{0}\u{202e}\u{feff}\u{1f468}\u{200d}\u{1f469}"),
        json!("ё\u{301}".repeat(40_000)),
        json!("../../../../etc/passwd"),
        json!("'); DROP TABLE complaint; --"),
        json!("<img src=x onerror=alert(1)>"),
        json!("01890000-0000-7000-8000-00000000ffff"),
        json!("+262142-12-31"),
        json!("9999-12-31T23:59:59-23:59"),
        json!("0000-01-01"),
        json!([]),
        json!([null]),
        json!({}),
        json!({ "": null }),
        deep,
    ]
}

/// The ways to every value of an input, its own among them.
fn ways(value: &Value, to: &str, all: &mut Vec<String>) {
    all.push(to.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                ways(field, &format!("{to}/{name}"), all);
            }
        }
        Value::Array(entries) => {
            for (place, entry) in entries.iter().enumerate() {
                ways(entry, &format!("{to}/{place}"), all);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The input without the field at the end of the way.
fn without(input: &Value, way: &str) -> Option<Value> {
    let (holder, name) = way.rsplit_once('/')?;
    let mut input = input.clone();
    let holder: &mut Map<String, Value> = input.pointer_mut(holder)?.as_object_mut()?;
    holder.remove(name)?;
    Some(input)
}

/// Wrong inputs made of a right one, as many as are wanted, evenly over all that can be made.
fn wronged(right: &Value, wanted: usize) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    ways(right, "", &mut found);
    let strangers = strangers();
    // At each place every stranger, and last nothing at all.
    let kinds = strangers.len() + 1;
    // An even step would meet only half of an even number of kinds.
    let step = (found.len() * kinds / wanted.max(1)).max(1) | 1;
    let numbers = (0..found.len() * kinds).step_by(step);
    numbers
        .filter_map(|number| {
            let way = &found[number / kinds];
            match strangers.get(number % kinds) {
                Some(stranger) => {
                    let mut input = right.clone();
                    *input.pointer_mut(way)? = stranger.clone();
                    Some((way.clone(), input))
                }
                None => Some((format!("without {way}"), without(right, way)?)),
            }
        })
        .filter(|(_, input)| input != right)
        .collect()
}

thread_local! {
    /// How often a command broke off on this thread.
    static BROKEN_OFF: Cell<u32> = const { Cell::new(0) };
}

/// Counts from now on what breaks off, which the window's commands turn into an answer.
fn count_broken_off() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let told = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |broken| {
            BROKEN_OFF.set(BROKEN_OFF.get() + 1);
            told(broken);
        }));
    });
}

/// Asks every command wrongly; what broke off or harmed the records.
fn ask(askings: &[Asking]) {
    count_broken_off();
    let prepared = Prepared::shared();
    let mut wrong = Vec::new();
    let (mut asked, mut refused) = (0, 0);
    for asking in askings {
        let user = User::at(prepared);
        let right = (asking.input)(&user);
        // What takes nothing is not asked for its seconds of work again and again.
        let wanted = if right.is_null() { 2 } else { wrong_inputs() };
        for (way, input) in wronged(&right, wanted) {
            asked += 1;
            let before = BROKEN_OFF.get();
            let told = user.try_ask(asking.command, &input);
            let Err(failure) = told else {
                continue;
            };
            refused += 1;
            let broken_off = BROKEN_OFF.get() > before;
            if broken_off || ["corrupt", "schema"].contains(&failure.code.as_str()) {
                let shown: String = input.to_string().chars().take(300).collect();
                wrong.push(format!(
                    "{} at «{way}»: {failure:?} of {shown}",
                    asking.command
                ));
            }
        }
        let Ok(_) = user.try_ask("office_info", &Value::Null) else {
            continue;
        };
        match user.try_ask("journal_verify", &Value::Null) {
            Ok(told) => {
                let whole = ["altered", "missing", "differing"]
                    .iter()
                    .all(|list| told[*list] == json!([]))
                    && told["structure"].is_null();
                if !whole {
                    wrong.push(format!("{} harmed the records: {told}", asking.command));
                }
            }
            Err(failure) => wrong.push(format!("after {}: {failure:?}", asking.command)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(refused * 4 > asked, "{refused} of {asked} were refused");
}

#[test]
fn of_the_program_the_lists_and_intake() {
    ask(TABLE[0]);
}

#[test]
fn of_the_case() {
    ask(TABLE[1]);
}

#[test]
fn of_letters_forms_and_templates() {
    ask(TABLE[2]);
}

#[test]
fn of_posting() {
    ask(TABLE[3]);
}

#[test]
fn of_settings_and_records() {
    ask(TABLE[4]);
}

#[test]
fn wrong_inputs_are_many_and_wrong() {
    let right = json!({ "complaint": "a", "values": { "amount": "1", "days": [1, 2] } });
    let all = wronged(&right, 200);
    assert!(all.len() > 100, "{} inputs", all.len());
    let same = all.iter().filter(|(_, input)| *input == right).count();
    assert_eq!(same, 0);
}
