//! The conditions of the template language.

use super::field::{field, fields};
use ConditionValues as V;
use complaint::{Channel, DecisionKind, DemandKind, Kind, LetterKind, Regime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What stands behind the colon of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConditionValues {
    /// Nothing: the condition is one word.
    Nothing,
    /// A body of rules.
    Regime,
    /// The way the message came in.
    Channel,
    Message,
    /// What the office decides on a demand.
    Decision,
    /// A decision, or that there is none yet.
    DecisionOrNone,
    Demand,
    Letter,
    /// A field; the condition then asks whether it is known.
    Field,
    /// `none`, `one` or `many`.
    Count,
}

/// A family of conditions: one word, or one for each value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The word before the colon.
    pub head: &'static str,
    /// Which words may follow the colon.
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
    ("health", V::Nothing, false, ["дело касается здоровья", "дело здоровья не касается", "the case touches on health", "the case does not touch on health"]),
    ("organisation", V::Nothing, false, ["пишет организация", "пишет человек", "an organisation writes", "a person writes"]),
    ("business", V::Nothing, false, ["пишет организация или ИП", "пишет не организация и не ИП", "a firm or a sole trader writes", "neither a firm nor a sole trader writes"]),
    ("has", V::Field, false, ["известно: {}", "неизвестно: {}", "known: {}", "not known: {}"]),
    ("enclosures", V::Nothing, false, ["есть приложения", "приложений нет", "something is enclosed", "nothing is enclosed"]),
    ("questions", V::Nothing, false, ["есть вопросы к заявителю", "вопросов к заявителю нет", "there are questions", "there are no questions"]),
    ("questions_many", V::Nothing, false, ["вопросов несколько", "вопрос один или ни одного", "there are several questions", "there is one question or none"]),
    ("points", V::Nothing, false, ["в обращении выделены доводы", "доводы в обращении не выделены", "points of the complaint are set out", "no points of the complaint are set out"]),
    ("points_many", V::Nothing, false, ["доводов несколько", "довод один или ни одного", "there are several points", "there is one point or none"]),
    ("expected_in_time", V::Nothing, false, ["ответ обещан в срок закона", "ответ обещан позже срока закона", "the answer is promised within the legal term", "the answer is promised after the legal term"]),
    ("earlier", V::Letter, false, ["уже отправлено: {}", "ещё не отправлено: {}", "already sent: {}", "not sent yet: {}"]),
    ("demand", V::Demand, true, ["требуют: {}", "требуют не: {}", "it is demanded: {}", "it is not demanded: {}"]),
    ("decision", V::DecisionOrNone, true, ["решение — «{}»", "решение — не «{}»", "the decision is “{}”", "the decision is not “{}”"]),
    ("money", V::Nothing, true, ["требуют денег", "требуют не денег", "money is demanded", "no money is demanded"]),
    ("in_time", V::Nothing, true, ["срок исполнения — в пределах закона", "срок исполнения законом не покрыт", "it will be done within the legal term", "the day for it is not within the legal term"]),
    ("full", V::Nothing, true, ["сумма выплачивается полностью", "сумма выплачивается не полностью", "the sum is paid in full", "the sum is not paid in full"]),
];

/// Conditions over what a writer gives besides the case: the word, and how the screens say yes and no.
#[rustfmt::skip]
const OF_PARTICULARS: &[(&str, [&str; 4])] = &[
    ("forwarded_by_name", ["обращение направлено с именем заявителя", "обращение направлено без имени заявителя", "it was forwarded with the complainant’s name", "it was forwarded without the complainant’s name"]),
    ("disclosed", ["заявителя можно назвать", "заявителя называть нельзя", "the complainant may be named", "the complainant may not be named"]),
    ("for_check", ["осмотр — проверка качества", "осмотр — не проверка качества", "the inspection is a check of quality", "the inspection is not a check of quality"]),
    ("for_expertise", ["осмотр — экспертиза", "осмотр — не экспертиза", "the inspection is an expert examination", "the inspection is not an expert examination"]),
    ("against_carrier", ["претензия к перевозчику", "претензия не к перевозчику", "the claim is against a carrier", "the claim is not against a carrier"]),
    ("against_platform", ["претензия к площадке", "претензия не к площадке", "the claim is against a platform", "the claim is not against a platform"]),
    ("no_access", ["доступа не дали", "дело не в доступе", "no access was given", "access is not the matter"]),
    ("withheld", ["вещь не передали", "дело не в передаче вещи", "the thing was not handed over", "handing over is not the matter"]),
    ("attended", ["заявитель был на осмотре", "заявителя на осмотре не было", "the complainant attended", "the complainant did not attend"]),
    ("persons", ["названы присутствовавшие", "присутствовавшие не названы", "those present are named", "nobody present is named"]),
    ("witness", ["пишет очевидец", "пишет работник", "a witness writes", "a worker writes"]),
    ("whole", ["письмо заменяет прежнее целиком", "письмо исправляет часть прежнего", "the letter replaces the former as a whole", "the letter mends a part of the former"]),
    ("no_data", ["данных человека у нас нет", "данные человека у нас есть", "no data of the person are held", "data of the person are held"]),
    ("office_terms", ["в соглашении есть наши условия", "наших условий в соглашении нет", "the settlement has terms for us", "the settlement has no terms for us"]),
    ("their_terms", ["в соглашении есть условия заявителя", "условий заявителя в соглашении нет", "the settlement has terms for the complainant", "the settlement has no terms for the complainant"]),
    ("asks_information", ["просят сведений о данных", "сведений о данных не просят", "information about data is asked", "no information about data is asked"]),
    ("replaces", ["письмо выпускается взамен другого", "письмо никакое другое не заменяет", "the letter replaces an issued one", "the letter replaces none"]),
    ("trader", ["организация — ИП", "организация — не ИП", "the office is a sole trader", "the office is no sole trader"]),
    ("answered", ["ответ по существу уже отправлен", "ответа по существу ещё нет", "the final answer is already sent", "there is no final answer yet"]),
];

/// Every family of conditions, in the order of the menus.
pub fn conditions() -> impl Iterator<Item = Condition> {
    let own = OF_PARTICULARS
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

/// The values a condition of this family takes.
pub fn values(of: ConditionValues) -> Vec<&'static str> {
    macro_rules! words {
        ($($kind:ty),+) => { [$(<$kind>::ALL.iter().map(|v| v.as_str()).collect::<Vec<_>>()),+].concat() };
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
        V::Regime => Regime::parse(word).is_some(),
        V::Channel => Channel::parse(word).is_some(),
        V::Message => Kind::parse(word).is_some(),
        V::Decision => DecisionKind::parse(word).is_some(),
        V::DecisionOrNone => word == "none" || DecisionKind::parse(word).is_some(),
        V::Demand => DemandKind::parse(word).is_some(),
        V::Letter => LetterKind::parse(word).is_some(),
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

#[cfg(test)]
mod tests {
    use super::*;

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
            "has:linked",
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
