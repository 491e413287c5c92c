//! The words of the template language: every field and every condition there
//! is, and what the screens call them in both languages.
//!
//! A name that is missing here does not exist: [`crate::facts`] gives no value
//! for it and no condition of it holds, so a new fact has to be named here, in
//! both languages, before any letter can use it.

use crate::phrases::phrases;
use complaint::{Channel, DecisionKind, DemandKind, Kind, Language, LetterKind, Regime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

mod kinds;

/// What a field is about; the menus of the template editor follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldGroup {
    /// The message that is answered.
    Message,
    /// The case: numbers, dates, what was found.
    Case,
    /// One demand and the decision on it.
    Demand,
    /// The office that writes.
    Office,
    /// The words for the message in the forms a sentence needs.
    Wording,
}

/// A field of the template language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in a template.
    pub name: &'static str,
    /// What it is about.
    pub group: FieldGroup,
    /// Whether it is usually put in as words and not as a place to fill.
    pub as_words: bool,
    /// What the Russian screens call it.
    pub ru: &'static str,
    /// What the English screens call it.
    pub en: &'static str,
}

const fn fact(group: FieldGroup, name: &'static str, ru: &'static str, en: &'static str) -> Field {
    Field {
        name,
        group,
        as_words: false,
        ru,
        en,
    }
}

const fn words(group: FieldGroup, name: &'static str, ru: &'static str, en: &'static str) -> Field {
    Field {
        name,
        group,
        as_words: true,
        ru,
        en,
    }
}

use FieldGroup as G;

/// Every field, in the order of the menus.
#[rustfmt::skip]
pub const FIELDS: &[Field] = &[
    fact(G::Case, "number", "номер обращения", "complaint number"),
    fact(G::Case, "received", "дата поступления", "date of receipt"),
    fact(G::Case, "recorded", "дата регистрации", "date of registration"),
    fact(G::Case, "today", "дата письма", "date of the letter"),
    fact(G::Case, "due", "последний день ответа по закону", "last legal day for the answer"),
    fact(G::Case, "expected", "обещанная дата ответа", "promised date of the answer"),
    fact(G::Case, "reason", "почему ответ ещё не готов", "why the answer is not ready yet"),
    fact(G::Case, "findings", "что проверено и установлено", "what was checked and found"),
    fact(G::Case, "measures", "что сделано или будет сделано", "what was or will be done"),
    fact(G::Case, "question", "вопрос заявителю", "question to the complainant"),
    fact(G::Case, "questions_due", "когда нужны сведения", "when the information is needed"),
    fact(G::Case, "interim_number", "номер промежуточного ответа", "number of the interim reply"),
    fact(G::Case, "interim_date", "дата промежуточного ответа", "date of the interim reply"),
    fact(G::Case, "linked", "связанные обращения", "linked complaints"),
    fact(G::Message, "their_number", "номер письма заявителя", "number of the complainant's letter"),
    fact(G::Message, "their_date", "дата письма заявителя", "date of the complainant's letter"),
    fact(G::Message, "subject", "предмет обращения", "what the complaint is about"),
    fact(G::Message, "order", "заказ или договор", "order or contract"),
    fact(G::Message, "order_aside", "заказ или договор, если предмет его не называет", "order or contract, unless the subject names it"),
    fact(G::Message, "price", "цена", "price"),
    words(G::Demand, "demand.no", "номер требования", "number of the demand"),
    words(G::Demand, "demand.asks", "что просит заявитель («вернуть деньги»)", "what is asked (“refund the money”)"),
    words(G::Demand, "demand.title", "название требования («Возврат денег»)", "title of the demand (“Refund”)"),
    words(G::Demand, "demand.title_inline", "название требования внутри фразы", "title of the demand within a sentence"),
    words(G::Demand, "demand.promise", "что мы сделаем («вернём Вам»)", "what we will do (“we will refund you”)"),
    fact(G::Demand, "demand.detail", "подробности требования", "details of the demand"),
    fact(G::Demand, "demand.asked", "сколько просит заявитель", "sum asked"),
    fact(G::Demand, "demand.decision", "решение по требованию", "decision on the demand"),
    fact(G::Demand, "demand.granted", "сколько мы выплатим, цифрами и прописью", "sum granted, in figures and words"),
    fact(G::Demand, "demand.due", "срок исполнения решения", "day by which it will be done"),
    fact(G::Demand, "demand.reasons", "причины решения", "reasons for the decision"),
    fact(G::Demand, "demand.ground", "пункт договора или статья закона", "clause or article relied on"),
    fact(G::Demand, "demand.action", "что и как будет сделано", "what will be done and how"),
    fact(G::Demand, "demand.due_legal", "срок исполнения по закону", "legal day for meeting the demand"),
    fact(G::Demand, "demand.citation", "статья закона о сроке", "article that sets the term"),
    fact(G::Office, "office", "название организации", "name of the office"),
    fact(G::Office, "phone", "телефон организации", "telephone of the office"),
    fact(G::Office, "email", "электронная почта организации", "e-mail of the office"),
    fact(G::Office, "website", "сайт организации", "website of the office"),
    words(G::Wording, "message.gen", "«претензии», «жалобы» …", "“your claim”, “your complaint” …"),
    words(G::Wording, "message.your_nom", "«Ваша претензия», «Ваш отзыв» …", "“your claim” as the subject"),
    words(G::Wording, "message.your_acc", "«Вашу претензию», «Ваш отзыв» …", "“your claim” as the object"),
    words(G::Wording, "message.your_gen", "«Вашей претензии», «Вашего отзыва» …", "“of your claim”"),
    words(G::Wording, "message.your_dat", "«Вашей претензии», «Вашему отзыву» …", "“to your claim”"),
    words(G::Wording, "message.came", "«поступила», «поступил»", "“arrived”"),
    words(G::Wording, "message.came_gen", "«поступившей», «поступившего»", "“that arrived”"),
    words(G::Wording, "message.got", "«получена», «получен»", "“received”"),
    words(G::Wording, "message.registered", "«зарегистрирована», «зарегистрирован»", "“registered”"),
    words(G::Wording, "message.noun", "«претензия», «жалоба» …", "“claim”, “complaint” …"),
];

/// What stands behind the colon of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConditionValues {
    /// Nothing: the condition is one word.
    Nothing,
    /// A body of rules.
    Regime,
    /// A way in.
    Channel,
    /// A sort of message.
    Message,
    /// A decision.
    Decision,
    /// A decision, or that there is none yet.
    DecisionOrNone,
    /// A sort of demand.
    Demand,
    /// A kind of letter.
    Letter,
    /// A field.
    Field,
    /// None, one, many.
    Count,
}

/// A family of conditions: one word, or one for each value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The word before the colon.
    pub head: &'static str,
    /// What follows it.
    pub values: ConditionValues,
    /// Whether it speaks of one demand and holds only where demands are gone through.
    pub of_demand: bool,
    /// What the Russian screens say after «если»; `{}` is the value.
    pub ru: &'static str,
    /// The same turned round.
    pub ru_not: &'static str,
    /// What the English screens say after "if".
    pub en: &'static str,
    /// The same turned round.
    pub en_not: &'static str,
}

use ConditionValues as V;

/// Every family of conditions, in the order of the menus: head, values,
/// whether it speaks of one demand, and how the screens say yes and no.
#[rustfmt::skip]
const FAMILIES: &[(&str, ConditionValues, bool, [&str; 4])] = &[
    ("any", V::Decision, false, ["среди решений есть «{}»", "среди решений нет «{}»", "one of the decisions is “{}”", "no decision is “{}”"]),
    ("all", V::Decision, false, ["все решения — «{}»", "не все решения — «{}»", "all decisions are “{}”", "not all decisions are “{}”"]),
    ("undecided", V::Nothing, false, ["есть требование без решения", "по всем требованиям есть решения", "a demand is undecided", "every demand is decided"]),
    ("demands", V::Count, false, ["{}", "не так: {}", "{}", "not so: {}"]),
    ("quality", V::Nothing, false, ["спорят о качестве", "о качестве не спорят", "quality is in dispute", "quality is not in dispute"]),
    ("regime", V::Regime, false, ["вид дела — «{}»", "вид дела — не «{}»", "the field is “{}”", "the field is not “{}”"]),
    ("message", V::Message, false, ["пришло: {}", "пришло не: {}", "it came as: {}", "it did not come as: {}"]),
    ("channel", V::Channel, false, ["пришло так: {}", "пришло не так: {}", "it came by: {}", "it did not come by: {}"]),
    ("organisation", V::Nothing, false, ["пишет организация", "пишет человек", "an organisation writes", "a person writes"]),
    ("has", V::Field, false, ["известно: {}", "неизвестно: {}", "known: {}", "not known: {}"]),
    ("enclosures", V::Nothing, false, ["есть приложения", "приложений нет", "something is enclosed", "nothing is enclosed"]),
    ("questions", V::Nothing, false, ["есть вопросы к заявителю", "вопросов к заявителю нет", "there are questions", "there are no questions"]),
    ("questions_many", V::Nothing, false, ["вопросов несколько", "вопрос один или ни одного", "there are several questions", "there is one question or none"]),
    ("expected_in_time", V::Nothing, false, ["ответ обещан в срок закона", "ответ обещан позже срока закона", "the answer is promised within the legal term", "the answer is promised after the legal term"]),
    ("earlier", V::Letter, false, ["уже отправлено: {}", "ещё не отправлено: {}", "already sent: {}", "not sent yet: {}"]),
    ("demand", V::Demand, true, ["требуют: {}", "требуют не: {}", "it is demanded: {}", "it is not demanded: {}"]),
    ("decision", V::DecisionOrNone, true, ["решение — «{}»", "решение — не «{}»", "the decision is “{}”", "the decision is not “{}”"]),
    ("money", V::Nothing, true, ["требуют денег", "требуют не денег", "money is demanded", "no money is demanded"]),
    ("in_time", V::Nothing, true, ["срок исполнения — в пределах закона", "срок исполнения законом не покрыт", "it will be done within the legal term", "the day for it is not within the legal term"]),
    ("full", V::Nothing, true, ["сумма выплачивается полностью", "сумма выплачивается не полностью", "the sum is paid in full", "the sum is not paid in full"]),
];

/// Every field, those of single kinds last.
fn fields() -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().chain(kinds::FIELDS)
}

/// Every family of conditions, in the order of the menus.
pub fn conditions() -> impl Iterator<Item = Condition> {
    let own = kinds::CONDITIONS
        .iter()
        .map(|&(head, said)| (head, V::Nothing, false, said));
    FAMILIES.iter().copied().chain(own).map(
        |(head, values, of_demand, [ru, ru_not, en, en_not])| Condition {
            head,
            values,
            of_demand,
            ru,
            ru_not,
            en,
            en_not,
        },
    )
}

/// The field of that name.
pub fn field(name: &str) -> Option<&'static Field> {
    fields().find(|f| f.name == name)
}

/// Whether a field exists in that language; some forms of words belong to one only.
pub fn is_field_in(name: &str, language: Language) -> bool {
    field(name).is_some()
        && name.strip_prefix("message.").is_none_or(|form| {
            let forms = phrases(language).message.get(Kind::Claim.word());
            forms.is_some_and(|forms| forms.contains_key(form))
        })
}

/// The values a condition of this family takes.
pub fn values(of: ConditionValues) -> Vec<&'static str> {
    macro_rules! words {
        ($($kind:ty),+) => { [$(<$kind>::ALL.iter().map(|v| v.word()).collect::<Vec<_>>()),+].concat() };
    }
    match of {
        V::Nothing => Vec::new(),
        V::Regime => words!(Regime),
        V::Channel => words!(Channel),
        V::Message => words!(Kind),
        V::Decision => words!(DecisionKind),
        V::DecisionOrNone => [vec!["none"], words!(DecisionKind)].concat(),
        V::Demand => words!(DemandKind),
        V::Letter => words!(LetterKind),
        V::Field => fields().map(|f| f.name).collect(),
        V::Count => vec!["none", "one", "many"],
    }
}

/// Whether a condition of this family takes this value.
fn is_value(of: ConditionValues, word: &str) -> bool {
    match of {
        V::Nothing => false,
        V::Regime => Regime::from_word(word).is_some(),
        V::Channel => Channel::from_word(word).is_some(),
        V::Message => Kind::from_word(word).is_some(),
        V::Decision => DecisionKind::from_word(word).is_some(),
        V::DecisionOrNone => word == "none" || DecisionKind::from_word(word).is_some(),
        V::Demand => DemandKind::from_word(word).is_some(),
        V::Letter => LetterKind::from_word(word).is_some(),
        V::Field => field(word).is_some(),
        V::Count => ["none", "one", "many"].contains(&word),
    }
}

/// The family of a condition without its `!`, if there is such a condition.
pub fn condition(atom: &str) -> Option<Condition> {
    let (head, tail) = match atom.split_once(':') {
        Some((head, tail)) => (head, Some(tail)),
        None => (atom, None),
    };
    let family = conditions().find(|c| c.head == head)?;
    let fits = match tail {
        None => family.values == V::Nothing,
        Some(tail) => is_value(family.values, tail),
    };
    fits.then_some(family)
}

/// A field as the template editor offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldWord {
    /// Its name in a template.
    pub name: String,
    /// What it is about.
    pub group: FieldGroup,
    /// Whether it is usually put in as words and not as a place to fill.
    pub as_words: bool,
    /// Languages that have it.
    pub languages: Vec<Language>,
    /// What the Russian screens call it.
    pub ru: String,
    /// What the English screens call it.
    pub en: String,
}

/// A family of conditions as the template editor offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConditionWord {
    /// The word before the colon.
    pub head: String,
    /// What follows it.
    pub kind: ConditionValues,
    /// The values there are; none for a condition of one word.
    pub values: Vec<String>,
    /// Whether it speaks of one demand.
    pub of_demand: bool,
    /// What the Russian screens say after «если»; `{}` is the value.
    pub ru: String,
    /// The same turned round.
    pub ru_not: String,
    /// What the English screens say after "if".
    pub en: String,
    /// The same turned round.
    pub en_not: String,
}

/// All words of the template language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateWords {
    /// The fields.
    pub fields: Vec<FieldWord>,
    /// The conditions.
    pub conditions: Vec<ConditionWord>,
}

/// All words of the template language, for the menus.
pub fn template_words() -> TemplateWords {
    let fields = fields().map(|f| FieldWord {
        name: f.name.to_owned(),
        group: f.group,
        as_words: f.as_words,
        languages: Language::ALL
            .iter()
            .copied()
            .filter(|&language| is_field_in(f.name, language))
            .collect(),
        ru: f.ru.to_owned(),
        en: f.en.to_owned(),
    });
    let conditions = conditions().map(|c| ConditionWord {
        head: c.head.to_owned(),
        kind: c.values,
        values: values(c.values).into_iter().map(str::to_owned).collect(),
        of_demand: c.of_demand,
        ru: c.ru.to_owned(),
        ru_not: c.ru_not.to_owned(),
        en: c.en.to_owned(),
        en_not: c.en_not.to_owned(),
    });
    TemplateWords {
        fields: fields.collect(),
        conditions: conditions.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The words in quotes before `=>` in a function of `facts.rs`.
    fn arms(function: &str) -> BTreeSet<&'static str> {
        let source = include_str!("facts.rs");
        let body = source
            .split(&format!("fn {function}("))
            .nth(1)
            .and_then(|rest| rest.split("\n    }\n").next())
            .expect("the function");
        body.lines()
            .filter_map(|line| line.split_once("=>"))
            .flat_map(|(arm, _)| arm.split('"').skip(1).step_by(2))
            .collect()
    }

    #[test]
    fn whatever_the_facts_know_has_a_name_here_in_both_languages() {
        let mut known: BTreeSet<String> = arms("raw_value").into_iter().map(Into::into).collect();
        known.extend(
            arms("demand_value")
                .into_iter()
                .map(|n| format!("demand.{n}")),
        );
        assert!(known.len() > 30, "only {known:?}");
        for name in known {
            assert!(field(&name).is_some(), "{name} is not in FIELDS");
        }
        let heads = arms("holds");
        assert!(heads.len() > 15, "only {heads:?}");
        for head in heads {
            let counted = ["none", "one", "many"].contains(&head);
            assert!(
                counted || conditions().any(|c| c.head == head),
                "{head} is not in FAMILIES"
            );
        }
        for language in Language::ALL {
            for form in phrases(*language).message[Kind::Claim.word()].keys() {
                assert!(field(&format!("message.{form}")).is_some(), "{form}");
            }
        }
    }

    #[test]
    fn every_word_has_a_label_and_no_two_are_called_alike() {
        let (mut names, mut ru, mut en) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for f in fields() {
            assert!(names.insert(f.name), "{} stands twice", f.name);
            assert!(!f.ru.trim().is_empty() && ru.insert(f.ru), "{}", f.name);
            assert!(!f.en.trim().is_empty() && en.insert(f.en), "{}", f.name);
            assert!(
                Language::ALL.iter().any(|&l| is_field_in(f.name, l)),
                "no language has {}",
                f.name
            );
        }
        let mut said = BTreeSet::new();
        for c in conditions() {
            for label in [c.ru, c.ru_not, c.en, c.en_not] {
                let has_place = label.contains("{}");
                assert_eq!(has_place, c.values != V::Nothing, "{}: {label}", c.head);
            }
            for label in [c.ru, c.ru_not] {
                assert!(said.insert(label), "{label} stands twice");
            }
        }
    }

    #[test]
    fn a_condition_is_known_by_its_head_and_its_value() {
        for known in [
            "regime:goods",
            "has:demand.due",
            "decision:none",
            "money",
            "demands:many",
        ] {
            assert!(condition(known).is_some(), "{known}");
        }
        for unknown in [
            "regime",
            "regime:shops",
            "money:much",
            "has:soul",
            "any:none",
            "",
        ] {
            assert!(condition(unknown).is_none(), "{unknown}");
        }
        for family in conditions() {
            for value in values(family.values) {
                assert!(is_value(family.values, value), "{}:{value}", family.head);
            }
        }
    }
}
