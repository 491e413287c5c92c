//! What a writer says for letters of every kind.

use crate::day::at;
use complaint::{LetterId, LetterKind};
use letter::{
    Act, Claim, Correction, DataAnswer, Inquiry, Inspection, Particulars, Person, Recipient,
    Settlement, Term,
};

/// What letters of every kind have to say besides.
pub fn asked_particulars(kind: LetterKind, earlier: Option<LetterId>) -> Particulars {
    let day = Some(at(17, 0).date_naive());
    Particulars {
        recipient: Recipient {
            organisation: "ООО «Чайная фабрика»".into(),
            address: "300000, Тула, ул. Ткацкая, д. 1".into(),
            ..Recipient::default()
        },
        inspection: Inspection {
            // An invitation is to a day that comes, an act records one that was.
            on: if [LetterKind::InspectionAct, LetterKind::NoShowAct].contains(&kind) {
                Some(at(10, 0).date_naive())
            } else {
                day
            },
            at: "11:00".into(),
            place: "в магазине на Лиговском проспекте, 10".into(),
            object: "чайник".into(),
            by: "мастер Громов".into(),
            ..Inspection::default()
        },
        act: Act {
            until: "11:40".into(),
            present: vec![Person {
                role: "мастер".into(),
                name: "Громов Пётр Ильич".into(),
            }],
            found: "течёт шов у носика".into(),
            ..Act::default()
        },
        correction: Correction {
            letter: earlier,
            said: "4950 рублей".into(),
            right: "4590 рублей".into(),
            ..Correction::default()
        },
        settlement: Settlement {
            terms: vec![Term {
                text: "вернуть часть цены".into(),
                due: day,
                ..Term::default()
            }],
            until: day,
        },
        inquiry: Inquiry {
            number: "78-00-11/45".into(),
            on: Some(at(8, 0).date_naive()),
            ticket: "55-19".into(),
        },
        claim: Claim {
            contract: "поставки № 7".into(),
            contract_on: Some(at(1, 0).date_naive()),
            ground: "пункт 3.2".into(),
            demand: "возместить цену чайника".into(),
            until: day,
            ..Claim::default()
        },
        data: DataAnswer {
            categories: "имя, адрес, телефон".into(),
            purposes: "ответ на претензию".into(),
            basis: "закон о защите прав потребителей".into(),
            source: "письмо покупателя".into(),
            kept: "три года".into(),
            ways: "запись и хранение на компьютере и на бумаге".into(),
            entrusted: "никто".into(),
            abroad: "данные за границу не передаём".into(),
            measures: "назначен ответственный, доступ ограничен".into(),
            done: "адрес исправлен".into(),
            ..DataAnswer::default()
        },
        forwarding_reason: "вопрос решает другой орган".into(),
        ..Particulars::default()
    }
}
