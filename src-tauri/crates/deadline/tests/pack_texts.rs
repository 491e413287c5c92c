//! Any pack that is sound, written as a file and read back.

use chrono::NaiveDate;
use complaint::{DemandKind, Regime};
use deadline::law::{
    Binds, Certainty, IndefiniteTerm, Penalty, PenaltyBase, PenaltyStart, StartEvent,
};
use deadline::{Pack, Rule, Term, Unit};
use proptest::prelude::*;

/// Any text that a pack may hold: every sign of Unicode, quotes and line ends of all kinds among them.
fn text() -> impl Strategy<Value = String> {
    let signs = prop_oneof![
        any::<char>(),
        prop::sample::select(
            "\"'\\\n\r\t#[]{}=,.«»ё \u{feff}\u{0}\u{85}"
                .chars()
                .collect::<Vec<_>>()
        ),
    ];
    let text = prop::collection::vec(signs, 1..30).prop_map(|signs| signs.into_iter().collect());
    text.prop_filter("no text without a letter", |text: &String| {
        !text.trim().is_empty()
    })
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..60_000u64)
        .prop_map(|days| NaiveDate::default().succ_opt().expect("a day") + chrono::Days::new(days))
}

fn one_of<T: Clone + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = T> + use<T> {
    prop::sample::select(all.to_vec())
}

fn span() -> impl Strategy<Value = (NaiveDate, Option<NaiveDate>)> {
    let later = |from: NaiveDate| {
        let to =
            prop::option::of((0..4000u64).prop_map(move |days| from + chrono::Days::new(days)));
        (Just(from), to)
    };
    date().prop_flat_map(later)
}

const CERTAINTIES: &[Certainty] = &[
    Certainty::Act,
    Certainty::Secondary,
    Certainty::OtherSoftware,
    Certainty::Memory,
    Certainty::OfficeGoal,
];
const BASES: &[PenaltyBase] = &[
    PenaltyBase::Price,
    PenaltyBase::Prepayment,
    PenaltyBase::ServicePrice,
    PenaltyBase::PaidUnderContract,
];

prop_compose! {
    fn penalty(id: String)(
        per_mille_per_day in any::<u32>(), of in one_of(BASES), cap in prop::option::of(one_of(BASES)),
        later_cap in prop::option::of(one_of(BASES)), certainty in one_of(CERTAINTIES),
        (valid_from, valid_to) in span(), texts in prop::array::uniform3(text()),
        source in prop_oneof![Just(String::new()), text()],
        runs_from in one_of(&[PenaltyStart::LegalDay, PenaltyStart::ContractDay]),
    ) -> Penalty {
        let [citation, note_ru, note_en] = texts;
        Penalty {
            id: id.clone(), per_mille_per_day, of, cap, later_cap, runs_from, citation, source, certainty, valid_from,
            valid_to, note_ru, note_en,
        }
    }
}

/// What a rule comes to: a term, an indefinite one, or a mere reference.
fn outcome() -> impl Strategy<Value = (Option<Term>, Option<IndefiniteTerm>, bool)> {
    const OPEN: &[IndefiniteTerm] = &[
        IndefiniteTerm::AtOnce,
        IndefiniteTerm::NamedByComplainant,
        IndefiniteTerm::ByContract,
        IndefiniteTerm::NextDelivery,
        IndefiniteTerm::NamedInRequest,
    ];
    prop_oneof![
        (any::<u32>(), one_of(Unit::ALL)).prop_map(|(count, unit)| (
            Some(Term { count, unit }),
            None,
            false
        )),
        one_of(OPEN).prop_map(|open| (None, Some(open), false)),
        Just((None, None, true)),
    ]
}

prop_compose! {
    fn rule(id: String)(
        (term, open, reference) in outcome(),
        demands in prop::collection::vec(one_of(DemandKind::ALL), 0..4),
        flags in prop::array::uniform4(any::<bool>()),
        start in one_of(&[
            StartEvent::DemandReceived, StartEvent::DemandSent, StartEvent::ItemReturned,
            StartEvent::ItemPurchased, StartEvent::ItemDelivered, StartEvent::ContractEnded,
        ]),
        binds in one_of(&[Binds::Office, Binds::Complainant]),
        variant in prop::option::of(text()), penalty in prop::option::of(text()),
        pause in prop::option::of(text()), certainty in one_of(CERTAINTIES),
        (valid_from, valid_to) in span(), checked_on in date(),
        texts in prop::array::uniform6(text()),
    ) -> Rule {
        let [every_demand, answer, caution, off] = flags;
        let covers = !demands.is_empty() || every_demand || answer;
        let [citation, source, title_ru, title_en, todo_ru, todo_en] = texts;
        Rule {
            id: id.clone(), regime: Regime::None, variant,
            demands: if reference { Vec::new() } else { demands },
            every_demand: !reference && (every_demand || !covers), answer: !reference && answer, reference,
            caution, off, term, open, start, binds, penalty, pause, citation, source, certainty,
            valid_from, valid_to, checked_on, title_ru, title_en, todo_ru, todo_en,
        }
    }
}

prop_compose! {
    fn pack()(
        regime in one_of(Regime::ALL), subsidiary in prop::option::of(one_of(Regime::ALL)), checked_on in date(),
        names in prop::collection::hash_set(text(), 0..6),
    )(
        regime in Just(regime), subsidiary in Just(subsidiary), checked_on in Just(checked_on),
        penalties in names.iter().take(2).cloned().map(penalty).collect::<Vec<_>>(),
        rules in names.iter().skip(2).cloned().map(rule).collect::<Vec<_>>(),
    ) -> Pack {
        let mut pack = Pack { regime, subsidiary, checked_on, penalties, rules };
        for rule in &mut pack.rules {
            rule.regime = regime;
        }
        pack
    }
}

proptest! {
    /// What the office writes and reads back is the same pack, whatever stands in it.
    #[test]
    fn a_pack_written_is_the_pack_read(pack in pack()) {
        prop_assert_eq!(pack.check(), Ok(()));
        let text = pack.write();
        prop_assert_eq!(Pack::read(&text), Ok(pack), "{}", text);
    }
}
