//! The fields of the template language.

use crate::words::phrases::phrases;
use FieldGroup as G;
use complaint::{Kind, Language};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a field is about; the menus of the template editor follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldGroup {
    /// The message that is answered.
    Message,
    /// The case: numbers, dates, what was found.
    Case,
    Demand,
    Office,
    /// The words for the message in the forms a sentence needs.
    Wording,
}

/// A field of the template language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in a template.
    pub name: &'static str,
    pub group: FieldGroup,
    /// Whether it is usually put in as words and not as a place to fill.
    pub as_words: bool,
    /// Whether its value is a day.
    pub is_day: bool,
    /// What the Russian screens call it.
    pub ru: &'static str,
    /// What the English screens call it.
    pub en: &'static str,
}

impl Field {
    /// Whether it says something of one demand and has a value only where demands are gone through.
    pub fn is_of_demand(&self) -> bool {
        self.name.starts_with("demand.")
    }

    /// Whether a letter may not know it. The words for the sort of a message are known of each, and a question stands
    /// only where questions are gone through.
    pub fn may_be_unknown(&self) -> bool {
        !self.name.starts_with("message.") && self.name != "question"
    }
}

const fn fact(group: FieldGroup, name: &'static str, ru: &'static str, en: &'static str) -> Field {
    Field {
        name,
        group,
        as_words: false,
        is_day: false,
        ru,
        en,
    }
}

const fn day(group: FieldGroup, name: &'static str, ru: &'static str, en: &'static str) -> Field {
    Field {
        is_day: true,
        ..fact(group, name, ru, en)
    }
}

const fn words(group: FieldGroup, name: &'static str, ru: &'static str, en: &'static str) -> Field {
    Field {
        name,
        group,
        as_words: true,
        is_day: false,
        ru,
        en,
    }
}

/// Every field, in the order of the menus.
#[rustfmt::skip]
const FIELDS: &[Field] = &[
    fact(G::Case, "number", "номер обращения", "complaint number"),
    day(G::Case, "received", "дата поступления", "date of receipt"),
    day(G::Case, "recorded", "дата регистрации", "date of registration"),
    day(G::Case, "today", "дата письма", "date of the letter"),
    day(G::Case, "due", "последний день ответа по закону, пока он не прошёл", "last legal day for the answer, until it is past"),
    day(G::Case, "expected", "обещанная дата ответа", "promised date of the answer"),
    fact(G::Case, "reason", "почему ответ ещё не готов", "why the answer is not ready yet"),
    fact(G::Case, "findings", "что проверено и установлено", "what was checked and found"),
    fact(G::Case, "measures", "что сделано или будет сделано", "what was or will be done"),
    day(G::Case, "questions_due", "когда нужны сведения", "when the information is needed"),
    fact(G::Case, "interim_number", "номер промежуточного ответа", "number of the interim reply"),
    day(G::Case, "interim_date", "дата промежуточного ответа", "date of the interim reply"),
    fact(G::Message, "their_number", "номер письма заявителя", "number of the complainant's letter"),
    day(G::Message, "their_date", "дата письма заявителя", "date of the complainant's letter"),
    fact(G::Message, "subject", "предмет обращения", "what the complaint is about"),
    fact(G::Message, "order", "заказ или договор", "order or contract"),
    fact(G::Message, "order_aside", "заказ или договор, если предмет его не называет", "order or contract, unless the subject names it"),
    fact(G::Message, "price", "цена", "price"),
    words(G::Demand, "demand.no", "номер требования", "number of the demand"),
    words(G::Demand, "demand.asks", "что просит заявитель («вернуть деньги»)", "what is asked (“refund the money”)"),
    words(G::Demand, "demand.title", "название требования («Возврат денег»)", "title of the demand (“Refund”)"),
    words(G::Demand, "demand.promise", "что мы сделаем («вернём Вам»)", "what we will do (“we will refund you”)"),
    fact(G::Demand, "demand.detail", "подробности требования", "details of the demand"),
    fact(G::Demand, "demand.asked", "сколько просит заявитель", "sum asked"),
    fact(G::Demand, "demand.decision", "решение по требованию", "decision on the demand"),
    fact(G::Demand, "demand.granted", "сколько мы выплатим, цифрами и прописью", "sum granted, in figures and words"),
    day(G::Demand, "demand.due", "срок исполнения решения", "day by which it will be done"),
    fact(G::Demand, "demand.reasons", "причины решения", "reasons for the decision"),
    fact(G::Demand, "demand.ground", "пункт договора или статья закона", "clause or article relied on"),
    fact(G::Demand, "demand.action", "что и как будет сделано", "what will be done and how"),
    day(G::Demand, "demand.due_legal", "срок исполнения по закону", "legal day for meeting the demand"),
    fact(G::Demand, "demand.citation", "статья закона о сроке", "article that sets the term"),
    words(G::Case, "point.no", "номер довода", "number of the point"),
    words(G::Case, "point.text", "довод заявителя", "what the complainant states"),
    words(G::Case, "point.check", "что проверено по доводу, кем и когда", "what was checked of the point, by whom and when"),
    words(G::Case, "point.verdict", "вывод по доводу", "finding on the point"),
    words(G::Case, "point.found", "что установлено по доводу", "what was found on the point"),
    words(G::Case, "point.ground", "на чём основан вывод по доводу", "ground of the finding on the point"),
    words(G::Case, "point.proofs", "какие приложения доказывают вывод", "enclosures that prove the finding"),
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

/// Fields that a writer gives besides the case, in the order of the menus.
#[rustfmt::skip]
const OF_PARTICULARS: &[Field] = &[
    fact(G::Case, "complainant", "имя заявителя", "complainant's name"),
    fact(G::Case, "complainant_address", "адрес заявителя", "complainant's address"),
    fact(G::Office, "signatory_gen", "кто подписывает, в родительном падеже", "who signs, with the post"),
    fact(G::Case, "recipient", "кому письмо: орган или организация", "to whom: body or organisation"),
    fact(G::Case, "recipient_address", "адрес получателя", "recipient's address"),
    fact(G::Case, "forwarding_reason", "почему вопрос относится к их ведению", "why the matter is theirs"),
    day(G::Case, "inspection_date", "день осмотра", "day of the inspection"),
    fact(G::Case, "inspection_time", "время осмотра", "hour of the inspection"),
    fact(G::Case, "inspection_place", "место осмотра", "place of the inspection"),
    fact(G::Case, "inspection_object", "что осматривают", "what is inspected"),
    fact(G::Case, "inspection_by", "кто проводит осмотр", "who inspects"),
    day(G::Case, "inspection_reply_date", "до какого дня можно перенести осмотр", "day by which another time may be asked for"),
    fact(G::Case, "act_until", "до какого часа шёл осмотр или ждали", "hour until which it lasted or was waited for"),
    fact(G::Case, "act_found", "что увидели и установили", "what was seen and found"),
    fact(G::Case, "act_remarks", "замечания присутствовавших", "remarks of those present"),
    fact(G::Case, "act_reason", "названная причина", "reason given"),
    fact(G::Case, "act_notified", "как заявитель узнал об осмотре", "how the complainant was told"),
    fact(G::Case, "said", "что было сказано в письме", "what the letter said"),
    fact(G::Case, "right", "как следует читать", "how it should read"),
    fact(G::Case, "mistake", "почему вышла ошибка", "how the mistake came about"),
    fact(G::Case, "corrected_number", "номер исправляемого письма", "number of the letter corrected"),
    day(G::Case, "corrected_date", "дата исправляемого письма", "date of the letter corrected"),
    fact(G::Case, "replaced_number", "номер письма, которое заменяется", "number of the letter replaced"),
    day(G::Case, "replaced_date", "дата письма, которое заменяется", "date of the letter replaced"),
    day(G::Case, "offer_date", "до какого дня действует предложение", "day until which the offer stands"),
    fact(G::Case, "inquiry_number", "номер запроса органа или площадки", "number of the body's request"),
    day(G::Case, "inquiry_date", "дата запроса органа или площадки", "date of the body's request"),
    fact(G::Case, "ticket", "номер спора на площадке", "platform's number of the dispute"),
    fact(G::Case, "contract", "договор с контрагентом", "contract with the other firm"),
    day(G::Case, "contract_date", "дата договора с контрагентом", "date of the contract with the other firm"),
    fact(G::Case, "claim_ground", "на чём основана наша претензия", "what our claim rests on"),
    fact(G::Case, "claim_demand", "чего мы требуем", "what we demand"),
    fact(G::Case, "claim_amount", "сумма нашей претензии, цифрами и прописью", "sum claimed, in figures and words"),
    day(G::Case, "claim_date", "до какого дня ждём ответа", "day by which we expect an answer"),
    fact(G::Case, "data_categories", "какие персональные данные есть", "what personal data there are"),
    fact(G::Case, "data_purposes", "зачем нужны персональные данные", "what the personal data are for"),
    fact(G::Case, "data_basis", "основание обработки", "legal ground of the processing"),
    fact(G::Case, "data_source", "откуда получены данные", "where the data came from"),
    fact(G::Case, "data_shared", "кому передавались данные", "to whom the data were given"),
    fact(G::Case, "data_kept", "сколько хранятся данные", "how long the data are kept"),
    fact(G::Case, "data_ways", "способы обработки данных", "how the data are processed"),
    fact(G::Case, "data_entrusted", "кто обрабатывает данные по поручению", "who processes the data on our behalf"),
    fact(G::Case, "data_abroad", "передача данных за границу", "transfer of the data abroad"),
    fact(G::Case, "data_measures", "как выполняются обязанности оператора", "how the operator's duties are seen to"),
    fact(G::Case, "data_done", "что сделано с данными", "what was done with the data"),
    fact(G::Case, "forwarding_number", "номер письма о направлении", "number of the forwarding letter"),
    day(G::Case, "forwarding_date", "дата письма о направлении", "date of the forwarding letter"),
    fact(G::Case, "invitation_number", "номер приглашения на осмотр", "number of the invitation"),
    day(G::Case, "invitation_date", "дата приглашения на осмотр", "date of the invitation"),
    fact(G::Case, "answer_number", "номер нашего ответа по существу", "number of our final answer"),
    day(G::Case, "answer_date", "дата нашего ответа по существу", "date of our final answer"),
    fact(G::Case, "term_text", "условие соглашения", "term of the settlement"),
    fact(G::Case, "term_amount", "сумма по условию соглашения", "sum of a term"),
    day(G::Case, "term_date", "срок по условию соглашения", "last day of a term"),
    words(G::Wording, "who.nom", "«покупатель», «пациент» …", "“customer”, “patient” …"),
    words(G::Wording, "who.gen", "«покупателя», «пациента» …", "“customer” after “of”"),
    words(G::Wording, "who.dat", "«покупателю», «пациенту» …", "“customer” after “to”"),
    words(G::Wording, "who.cap_nom", "«Покупатель», «Пациент» …", "“Customer”, “Patient” …"),
    words(G::Wording, "we.nom", "«продавец», «исполнитель» …", "“seller”, “contractor” …"),
    words(G::Wording, "we.cap_nom", "«Продавец», «Исполнитель» …", "“Seller”, “Contractor” …"),
];

/// Every field, in the order of the menus.
pub fn fields() -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().chain(OF_PARTICULARS)
}

pub fn field(name: &str) -> Option<&'static Field> {
    fields().find(|f| f.name == name)
}

/// Whether a field holds a day, by the name it carries in a letter: a demand's has the demand's id,
/// `demand:<id>.due`.
pub fn is_day(name_in_letter: &str) -> bool {
    let tail = name_in_letter
        .strip_prefix("demand:")
        .and_then(|rest| rest.rsplit_once('.'))
        .map(|(_, tail)| format!("demand.{tail}"));
    field(tail.as_deref().unwrap_or(name_in_letter)).is_some_and(|field| field.is_day)
}

/// Whether a field exists in that language; some forms of words belong to one only.
pub fn is_field_in(name: &str, language: Language) -> bool {
    field(name).is_some()
        && name.strip_prefix("message.").is_none_or(|form| {
            let forms = phrases(language).message.get(Kind::Claim.as_str());
            forms.is_some_and(|forms| forms.contains_key(form))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_known_by_the_name_it_carries_in_a_letter() {
        for name in [
            "received",
            "demand:0192/x.due",
            "demand:7.due_legal",
            "term_date",
        ] {
            assert!(is_day(name), "{name}");
        }
        for name in [
            "number",
            "demand:7.ground",
            "demand.asked",
            "due_soon",
            "demand:7",
        ] {
            assert!(!is_day(name), "{name}");
        }
    }

    #[test]
    fn every_field_called_a_date_holds_a_day() {
        for field in fields().filter(|field| field.name.ends_with("_date")) {
            assert!(field.is_day, "{}", field.name);
        }
    }
}
