//! A law pack written as the file that people edit: one name a line, in a fixed order, defaults left out.

use super::pack::{Pack, Word};
use super::rule::{Binds, Penalty, Rule, StartEvent};
use chrono::NaiveDate;
use std::fmt::Write as _;

pub(super) fn write(pack: &Pack) -> String {
    let mut out = String::new();
    text(&mut out, "regime", pack.regime.word());
    if let Some(other) = pack.leans_on {
        text(&mut out, "leans_on", other.word());
    }
    day(&mut out, "checked_on", pack.checked_on);
    for penalty in &pack.penalties {
        out.push_str("\n[[penalty]]\n");
        write_penalty(&mut out, penalty);
    }
    for rule in &pack.rules {
        out.push_str("\n[[rule]]\n");
        write_rule(&mut out, rule, pack.checked_on);
    }
    out
}

fn write_penalty(out: &mut String, penalty: &Penalty) {
    text(out, "id", &penalty.id);
    let _ = writeln!(out, "per_mille_per_day = {}", penalty.per_mille_per_day);
    text(out, "of", penalty.of.word());
    word(out, "cap", penalty.cap);
    word(out, "later_cap", penalty.later_cap);
    text(out, "citation", &penalty.citation);
    if !penalty.source.is_empty() {
        text(out, "source", &penalty.source);
    }
    text(out, "certainty", penalty.certainty.word());
    day(out, "valid_from", penalty.valid_from);
    if let Some(to) = penalty.valid_to {
        day(out, "valid_to", to);
    }
    text(out, "note_ru", &penalty.note_ru);
    text(out, "note_en", &penalty.note_en);
}

fn write_rule(out: &mut String, rule: &Rule, checked_on: NaiveDate) {
    text(out, "id", &rule.id);
    if let Some(variant) = &rule.variant {
        text(out, "variant", variant);
    }
    if !rule.demands.is_empty() {
        let demands: Vec<String> = rule.demands.iter().map(|d| quoted(d.word())).collect();
        let _ = writeln!(out, "demands = [{}]", demands.join(", "));
    }
    for (name, set) in [
        ("every_demand", rule.every_demand),
        ("answer", rule.answer),
        ("reference", rule.reference),
        ("caution", rule.caution),
        ("off", rule.off),
    ] {
        if set {
            let _ = writeln!(out, "{name} = true");
        }
    }
    if let Some(term) = rule.term {
        let unit = quoted(term.unit.word());
        let _ = writeln!(out, "term = {{ count = {}, unit = {unit} }}", term.count);
    }
    word(out, "open", rule.open);
    word(
        out,
        "start",
        Some(rule.start).filter(|s| *s != StartEvent::DemandReceived),
    );
    word(
        out,
        "binds",
        Some(rule.binds).filter(|b| *b != Binds::Office),
    );
    if let Some(penalty) = &rule.penalty {
        text(out, "penalty", penalty);
    }
    if let Some(pause) = &rule.pause {
        text(out, "pause", pause);
    }
    text(out, "citation", &rule.citation);
    text(out, "source", &rule.source);
    text(out, "certainty", rule.certainty.word());
    day(out, "valid_from", rule.valid_from);
    if let Some(to) = rule.valid_to {
        day(out, "valid_to", to);
    }
    if rule.checked_on != checked_on {
        day(out, "checked_on", rule.checked_on);
    }
    text(out, "title_ru", &rule.title_ru);
    text(out, "title_en", &rule.title_en);
    text(out, "todo_ru", &rule.todo_ru);
    text(out, "todo_en", &rule.todo_en);
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn text(out: &mut String, name: &str, value: &str) {
    let _ = writeln!(out, "{name} = {}", quoted(value));
}

fn word<W: Word>(out: &mut String, name: &str, value: Option<W>) {
    if let Some(value) = value {
        text(out, name, value.word());
    }
}

fn day(out: &mut String, name: &str, day: NaiveDate) {
    let _ = writeln!(out, "{name} = \"{day}\"");
}
