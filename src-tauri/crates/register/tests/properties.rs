//! What must hold whatever is done: numbers without gaps and doubles, lists
//! that agree with the cases, undo that restores, a journal that verifies.

use crate::office::{ClockSteps, Office, SingleSteps, at, kettle, no_error, pdf, profile};
use chrono::{DateTime, Duration, FixedOffset};
use complaint::*;
use proptest::prelude::*;
use register::*;
use std::collections::HashMap;

fn who(now: DateTime<FixedOffset>) -> By {
    By {
        actor: Actor::named("Анна"),
        now,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn numbers_count_each_year_through(
        days in prop::collection::vec(0i64..1500, 1..40),
        pattern in prop::sample::select(vec!["ВХ-{year}/{n:4}", "{n}", "{year}-{n}", "№{n:2}"]),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let start = at("2024-11-22T10:00:00+03:00");
        let mut profile = profile();
        profile.numbering.incoming = pattern.into();
        let office = Register::create(folder.path(), &who(start), &profile).unwrap();
        let mut counted: HashMap<i32, i64> = HashMap::new();
        // Of a clock that stands behind the records a journey tells.
        let mut days = days;
        days.sort_unstable();
        for day in days {
            use chrono::Datelike;
            let by = who(start + Duration::days(day));
            let year = if pattern.contains("{year}") { by.now.year() } else { 0 };
            let n = counted.entry(year).or_default();
            *n += 1;
            let expected = pattern
                .replace("{year}", &year.to_string())
                .replace("{n:4}", &format!("{n:04}"))
                .replace("{n:2}", &format!("{n:02}"))
                .replace("{n}", &n.to_string());
            prop_assert_eq!(office.complaint_add(&by, &kettle()).unwrap().number, expected);
        }
    }

    #[test]
    fn whatever_is_done_the_records_agree_and_undo_restores(
        steps in prop::collection::vec((0u8..27, 0usize..4, 0usize..6), 1..60),
    ) {
        let office = Office::new();
        office.set_term_counter(Box::new(|asked| {
            let held: i64 = asked.pauses.iter().map(|(from, to)| to.map_or(0, |to| (to - *from).num_days() + 1)).sum();
            let end = asked.day.unwrap_or(asked.start + Duration::days(asked.term?.count.into())) + Duration::days(held);
            Some((end, end))
        }));
        let by = who(at("2026-11-23T10:00:00+03:00"));
        let ids: Vec<ComplaintId> =
            (0..3).map(|_| office.complaint_add(&by, &kettle()).unwrap().id).collect();
        for (what, which, choice) in steps {
            let id = ids[which % ids.len()];
            let before = office.case(id).unwrap();
            let done = act(&office, &by, &before, what, choice);
            let after = office.case(id).unwrap();
            if let Some(done) = &done && let Some(seq) = done.seq {
                prop_assert_eq!(after.contents.complaint.version, done.version);
                let row = office.journal(seq..=seq).unwrap().remove(0);
                if row.op.is_reversible() {
                    office.undo(&by, seq).unwrap();
                    prop_assert_eq!(bare(office.case(id).unwrap()), bare(before));
                    office.undo(&by, seq + 1).unwrap();
                    prop_assert_eq!(bare(office.case(id).unwrap()), bare(after));
                }
            } else if done.is_none() {
                prop_assert_eq!(after, before, "what is refused changes nothing");
            }
        }
        let check = office.journal_verify().unwrap();
        prop_assert_eq!((check.broken, check.structure), (None, None));
        prop_assert_eq!(check.differing, []);
        prop_assert_eq!(check.uncompared, 0);
        office.integrity_check().unwrap();
        for trashed in [false, true] {
            let query = RegisterQuery { trashed, ..RegisterQuery::default() };
            let today = "2026-11-23".parse().unwrap();
            let page = office.complaints_page(&query, 0, 9, today).unwrap();
            prop_assert_eq!(page.total as usize, page.rows.len());
            for row in page.rows {
                let case = office.case(row.id).unwrap();
                prop_assert_eq!(row.status, case.contents.complaint.status);
                prop_assert_eq!(row.next_step, case.next_step.on(today, case.contents.complaint.fields.received_at.date_naive(), case.next_due));
                prop_assert_eq!(row.next_due, case.next_due);
                prop_assert_eq!((row.next_due, row.next_due_kind), nearest(&case));
                prop_assert_eq!(row.promised, case.promised);
                prop_assert_eq!(row.subject, case.contents.complaint.fields.matter.subject);
                prop_assert_eq!(row.trashed, trashed);
                let kinds: Vec<DemandKind> = case.demands.iter().map(|d| d.fields.kind).collect();
                prop_assert_eq!(row.demands, kinds);
            }
        }
    }

    #[test]
    fn no_query_breaks_the_search(text in "(\\PC|[\"*()^:+-]|AND|OR|NOT|NEAR| ){0,40}") {
        let office = Office::new();
        let by = who(at("2026-11-23T10:00:00+03:00"));
        office.complaint_add(&by, &kettle()).unwrap();
        let hits = office.search(&text, 5).unwrap();
        for hit in hits {
            let length = hit.snippet.chars().count();
            for span in hit.spans {
                prop_assert!(span.start < span.end && span.end as usize <= length);
            }
        }
        let query = RegisterQuery { text, ..RegisterQuery::default() };
        office.complaints_page(&query, 0, 5, "2026-11-23".parse().unwrap()).unwrap();
        office.complaints_after(&query, None, 5, "2026-11-23".parse().unwrap()).unwrap();
    }

    #[test]
    fn pages_are_the_sorted_filtered_list(
        seeds in prop::collection::vec((0usize..3, 0i64..40, 0usize..4, 0usize..3, any::<bool>()), 0..40),
        sort in prop::sample::select(vec![
            SortColumn::Received, SortColumn::Number, SortColumn::Due,
            SortColumn::Complainant, SortColumn::Subject, SortColumn::Status,
        ]),
        descending in any::<bool>(),
        due in prop::option::of(prop::sample::select(vec![
            DueFilter::Overdue, DueFilter::Today, DueFilter::Week, DueFilter::None,
        ])),
        statuses in prop::sample::subsequence(Status::ALL.to_vec(), 0..3),
        channels in prop::sample::subsequence(vec![Channel::Email, Channel::Phone, Channel::Post], 0..2),
        worded in any::<bool>(),
        size in 1u32..9,
    ) {
        let office = Office::new();
        let by = who(at("2026-11-23T10:00:00+03:00"));
        for (channel, days, who, subject, close) in seeds {
            let mut new = kettle();
            new.fields.matter.channel = [Channel::Email, Channel::Phone, Channel::Post][channel];
            new.fields.received_at = at("2026-11-01T10:00:00+03:00") + Duration::days(days % 7);
            new.fields.matter.subject = ["Чайник", "утюг", "Ёлка", "ель"][who].into();
            new.fields.matter.complainant.name = ["Ёлкина", "Елина", "Жук", ""][who].into();
            new.demands[0].due.legal = (subject > 0)
                .then(|| "2026-11-10".parse::<chrono::NaiveDate>().unwrap() + Duration::days(days));
            let id = office.complaint_add(&by, &new).unwrap().id;
            if close {
                let reason = Closing::NoAnswer(NoAnswerReason::Spam, String::new());
                office.complaint_close(&by, id, &reason).unwrap();
            }
        }
        let today: chrono::NaiveDate = "2026-11-23".parse().unwrap();
        let all = RegisterQuery { sort: SortColumn::Number, descending: false, ..RegisterQuery::default() };
        let all = office.complaints_page(&all, 0, 100, today).unwrap().rows;
        let text = if worded { "чайники" } else { "" };
        let mut expected: Vec<ComplaintRow> = all
            .into_iter()
            .filter(|row| statuses.is_empty() || statuses.contains(&row.status))
            .filter(|row| channels.is_empty() || channels.contains(&row.channel))
            .filter(|row| match due {
                None => true,
                Some(DueFilter::Overdue) => row.next_due.is_some_and(|d| d < today),
                Some(DueFilter::Today) => row.next_due == Some(today),
                Some(DueFilter::Week) => row.next_due.is_some_and(|d| d >= today && d < today + Duration::days(7)),
                Some(DueFilter::None) => row.next_due.is_none(),
            })
            .collect();
        // Every text speaks of a kettle, so the words leave all of them in.
        let key = |row: &ComplaintRow| -> (bool, String) {
            let name = |s: &str| s.to_lowercase().replace('ё', "е");
            match sort {
                SortColumn::Received => (false, row.received_at.to_rfc3339()),
                SortColumn::Number => (false, row.number.clone()),
                SortColumn::Due => (row.next_due.is_none(), row.next_due.map_or(String::new(), |d| d.to_string())),
                SortColumn::Complainant => (false, name(&row.complainant)),
                SortColumn::Subject => (false, name(&row.subject)),
                SortColumn::Status => (false, (Status::ALL.iter().position(|s| *s == row.status)).unwrap().to_string()),
            }
        };
        expected.sort_by(|a, b| {
            let (a, b) = (key(a), key(b));
            a.0.cmp(&b.0).then(if descending { b.1.cmp(&a.1) } else { a.1.cmp(&b.1) })
        });
        let query = RegisterQuery { statuses, channels, kinds: vec![], due, text: text.into(), trashed: false, sort, descending };
        let mut paged = Vec::new();
        loop {
            let page = office.complaints_page(&query, paged.len() as u64, size, today).unwrap();
            prop_assert_eq!(page.total as usize, expected.len());
            if page.rows.is_empty() {
                break;
            }
            paged.extend(page.rows);
        }
        let keys = |rows: &[ComplaintRow]| rows.iter().map(key).collect::<Vec<_>>();
        prop_assert_eq!(keys(&paged), keys(&expected));
        let ids = |rows: &[ComplaintRow]| {
            let mut ids: Vec<_> = rows.iter().map(|r| r.id).collect();
            ids.sort();
            ids
        };
        prop_assert_eq!(ids(&paged), ids(&expected));
        let (mut cursor, mut walked) = (None, Vec::new());
        loop {
            let (rows, next) = office.complaints_after(&query, cursor.as_deref(), size, today).unwrap();
            walked.extend(rows);
            cursor = next;
            if cursor.is_none() {
                break;
            }
        }
        prop_assert_eq!(ids(&walked), ids(&expected));
    }
}

/// The nearest open clock of a case by its own rows, as a person would find it.
fn nearest(case: &Case) -> (Option<chrono::NaiveDate>, Option<ClockKind>) {
    let status = case.contents.complaint.status;
    let closed = status == Status::Closed;
    let ended = |demand: &Demand| {
        case.clocks
            .iter()
            .any(|c| c.fields.kind == ClockKind::Demand && c.source == Some(demand.id.0))
    };
    let mut days: Vec<(chrono::NaiveDate, u8, ClockKind)> = Vec::new();
    if status != Status::Answered && !closed {
        for demand in case.demands.iter().filter(|d| !ended(d)) {
            days.extend(demand.due_legal.map(|due| (due, 0, ClockKind::Demand)));
        }
    }
    for clock in &case.clocks {
        let still = case
            .pauses
            .iter()
            .any(|p| p.clock == Some(clock.id) && p.to.is_none());
        if clock.fields.kind != ClockKind::Demand
            && clock.ended.is_none()
            && clock.fields.ours
            && (!closed || clock.fields.kind.is_obligation())
            && !still
        {
            let last = u8::from(clock.fields.kind == ClockKind::Interim) + 1;
            days.extend(clock.due_legal.map(|due| (due, last, clock.fields.kind)));
        }
    }
    days.sort_by_key(|(due, last, kind)| (*due, *last, kind.as_str()));
    // What is granted leads once the answer has left, or where nothing else does.
    let awaited = status.awaits_answer();
    let leading = days
        .iter()
        .find(|(_, _, kind)| !awaited || !kind.is_redress());
    leading
        .or(days.first())
        .map_or((None, None), |(due, _, kind)| (Some(*due), Some(*kind)))
}

/// A case without what only counts its changes.
fn bare(mut case: Case) -> Case {
    case.contents.complaint.version = 0;
    case
}

/// A clock of the case for an even number, the term of a demand for an odd one.
fn timed(case: &Case, what: u8, choice: usize) -> Option<TermRef> {
    if what.is_multiple_of(2) {
        let clock = case.clocks.get(choice % case.clocks.len().max(1))?;
        (clock.fields.kind != ClockKind::Demand).then_some(TermRef::Clock(clock.id))
    } else {
        let demand = case.demands.get(choice % case.demands.len().max(1))?;
        Some(TermRef::Demand(demand.id))
    }
}

/// Does something to a case; `None` when it is refused.
fn act(office: &Office, by: &By, case: &Case, what: u8, choice: usize) -> Option<Done> {
    let id = case.contents.complaint.id;
    let demand = case.demands.get(choice % case.demands.len().max(1));
    let letter = case
        .contents
        .letters
        .get(choice % case.contents.letters.len().max(1));
    let fields = ComplaintFields {
        matter: Matter {
            subject: ["Утюг", "Чайник", "Шкаф"][choice % 3].into(),
            ..case.contents.complaint.fields.matter.clone()
        },
        ..case.contents.complaint.fields.clone()
    };
    let mut new = kettle().demands.remove(0);
    new.fields.kind = DemandKind::ALL[choice];
    new.due.legal = choice
        .is_multiple_of(2)
        .then(|| "2026-12-01".parse().unwrap());
    let kinds = [
        LetterKind::Acknowledgement,
        LetterKind::InformationRequest,
        LetterKind::Interim,
        LetterKind::FinalPartial,
    ];
    let text = NewLetter {
        kind: kinds[choice % 4],
        language: Language::Ru,
        heading: format!("О деле {choice}"),
        content: serde_json::json!([choice]),
        promised: (choice % 4 == 2)
            .then(|| ["2026-11-28", "2026-12-20"][choice % 2].parse().unwrap()),
    };
    match what {
        0 => office.complaint_edit(by, id, None, &fields).ok(),
        1 => office.demand_add(by, id, &new).ok().map(|added| added.done),
        2 => office.demand_edit(by, demand?.id, &new).ok(),
        3 => office.demand_remove(by, demand?.id).ok(),
        4 | 5 => {
            let decision = Decision {
                kind: DecisionKind::ALL[choice % 4],
                reasons: "Так".into(),
                ground: String::new(),
                amount: None,
                action: String::new(),
                due: (choice > 2).then(|| "2026-11-29".parse().unwrap()),
                evidence: Vec::new(),
            };
            office
                .decide(by, demand?.id, (choice > 0).then_some(&decision))
                .ok()
        }
        6 if choice > 2 => {
            let fields = AllegationFields {
                text: "Утюг не греет".into(),
                verdict: (choice % 2 == 1).then_some(Verdict::Partly),
                ..AllegationFields::default()
            };
            let first = office.transact(by, Op::AllegationAdd, |change| {
                change.allegation_add(id, &fields, Some(0))
            });
            first.ok().map(|(_, done)| done)
        }
        7 if choice > 2 => {
            let gone = case.contents.allegations.first()?.id;
            let removed = office.transact(by, Op::AllegationRemove, |change| {
                change.allegation_remove(gone)
            });
            removed.ok().map(|((), done)| done)
        }
        6 => {
            let entry = DiaryFields {
                at: by.now,
                text: "Звонок".into(),
                source: "касса".into(),
            };
            office
                .diary_add(by, id, &entry)
                .ok()
                .map(|added| added.done)
        }
        7 => office
            .diary_remove(by, case.contents.diary.first()?.id)
            .ok(),
        8 => office
            .note_add(by, id, "Заметка")
            .ok()
            .map(|added| added.done),
        9 => office
            .note_edit(by, case.contents.notes.first()?.id, ["a", "b"][choice % 2])
            .ok(),
        10 => office
            .letter_draft_add(by, id, &text)
            .ok()
            .map(|added| added.done),
        11 => office.letter_draft_save(by, letter?.id, &text).ok(),
        12 => office
            .letter_issue(by, letter?.id, |n, _| no_error(pdf(n)))
            .ok()
            .map(|(_, done)| done),
        13 => office
            .letter_supersede(by, letter?.id)
            .ok()
            .map(|added| added.done),
        14 => office
            .letter_sent(by, letter?.id, Channel::Post, by.now)
            .ok(),
        15 => office.question_answered(by, id).ok(),
        16 => {
            let closing = if choice == 0 {
                Closing::NoAnswer(NoAnswerReason::Withdrawn, String::new())
            } else {
                Closing::Answered
            };
            office.complaint_close(by, id, &closing).ok()
        }
        17 => office.complaint_reopen(by, id).ok(),
        18 if choice == 0 => office.complaint_trash(by, id).ok(),
        18 => office.complaint_restore(by, id).ok(),
        20 => {
            let start = case.contents.diary.first();
            let new = NewClock {
                fields: ClockFields {
                    kind: [ClockKind::Payment, ClockKind::Expertise, ClockKind::Goal][choice % 3],
                    title: String::new(),
                    ours: choice != 4,
                    start: if start.is_some() {
                        ClockStart::Diary
                    } else {
                        ClockStart::Received
                    },
                    start_ref: start.map(|entry| entry.id.0),
                    term: Some(Term {
                        count: u32::try_from(choice).unwrap() + 3,
                        unit: Unit::CalendarDays,
                    }),
                    day: (choice == 5).then(|| "2026-11-26".parse().unwrap()),
                    citation: String::new(),
                    note: String::new(),
                },
                start_on: "2026-11-20".parse().unwrap(),
            };
            match case.clocks.get(choice) {
                Some(clock) => office.clock_edit(by, clock.id, &new).ok(),
                None => office.clock_add(by, id, &new).ok().map(|added| added.done),
            }
        }
        21 => office
            .clock_remove(by, case.clocks.get(choice % case.clocks.len().max(1))?.id)
            .ok(),
        22 | 23 => {
            let end = NewEnding {
                how: ClockEnd::ALL[choice % 2],
                on: "2026-11-25".parse().unwrap(),
                why: "сделано".into(),
                proof: case.contents.diary.first().map(|entry| Proof {
                    kind: ProofKind::Diary,
                    id: entry.id.0,
                }),
            };
            office.clock_end(by, timed(case, what, choice)?, &end).ok()
        }
        24 => office
            .clock_reopen(by, timed(case, what + (choice as u8 % 2), choice)?)
            .ok(),
        25 if choice < 4 => {
            let pause = NewPause {
                from: "2026-11-21".parse().unwrap(),
                to: choice
                    .is_multiple_of(2)
                    .then(|| "2026-11-22".parse().unwrap()),
                ground: "не передан".into(),
                citation: "ст. 406".into(),
                proof: None,
            };
            let due = Due {
                rule: None,
                legal: pause.to,
                safe: pause.to,
            };
            let what = timed(case, choice as u8 / 2, choice)?;
            office
                .clock_pause(by, what, &pause, Some(&due))
                .ok()
                .map(|added| added.done)
        }
        25 | 26 => {
            let pause = case.pauses.get(choice % case.pauses.len().max(1))?;
            let due = Due {
                rule: None,
                legal: Some("2026-12-03".parse().unwrap()),
                safe: None,
            };
            if choice.is_multiple_of(2) {
                office
                    .clock_resume(by, pause.id, "2026-11-24".parse().unwrap(), Some(&due))
                    .ok()
            } else {
                office.clock_pause_remove(by, pause.id, Some(&due)).ok()
            }
        }
        _ => {
            let mut fields = case.contents.complaint.fields.clone();
            fields.matter.complainant.address = format!("Псков, {choice}");
            office.complaint_edit(by, id, None, &fields).ok()
        }
    }
}
