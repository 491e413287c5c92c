//! Commands that need no office: terms, words, requisites. The rules of terms are those of an office
//! where one is named.

use crate::answer::{Answers, Outcome};
use crate::arguments::{Count, Deadline, RequisitesCommand, Russian};
use crate::input;
use crate::places::Invocation;
use office::Failure;
use office::reference::{self, Counting};

pub fn deadline(invocation: &Invocation, what: &Deadline, answers: &mut Answers) -> Outcome {
    match what {
        Deadline::Count(count) => counted(count, answers),
        Deadline::Rules { on, regime } => {
            let day = on.unwrap_or_else(|| invocation.now().date_naive());
            let office = invocation.named_office()?;
            answers.each(reference::rules_in_force(office.as_ref(), day, *regime))
        }
        Deadline::Explain {
            regime,
            demand,
            received,
            price,
        } => {
            let office = invocation.named_office()?;
            let (regime, demand) = (*regime, *demand);
            answers.each(reference::explained(
                office.as_ref(),
                regime,
                demand,
                *received,
                *price,
            ))
        }
        Deadline::Last { day } => answers.give(&reference::last_moments(*day)?),
        Deadline::Pack { regime } => answers.line(reference::law_pack(*regime).trim_end()),
        Deadline::Check { file } => answers.give(&reference::law_pack_read(&input::text(file)?)?),
    }
}

fn counted(asked: &Count, answers: &mut Answers) -> Outcome {
    if let Some(batch) = &asked.batch {
        return input::lines(batch, |line| {
            let counted = input::of_json::<Counting>(line).and_then(|a| reference::counted(&a));
            answers.line_of(counted, |answers, counted| answers.give(&counted))
        });
    }
    // clap asks for all three when there is no batch.
    let (Some(start), Some(count), Some(unit)) = (asked.start, asked.count, asked.unit) else {
        return Err(Failure::of("usage").into());
    };
    let asked = Counting {
        start,
        count,
        unit,
        at: asked.at,
    };
    answers.give(&reference::counted(&asked)?)
}

pub fn russian(what: &Russian, answers: &mut Answers) -> Outcome {
    match what {
        Russian::Name(of) => input::lines(&of.batch, |line| {
            answers.line_of(name(line), |answers, form| answers.line(&form))
        }),
        Russian::Amount(of) => input::lines(&of.batch, |line| {
            let words = reference::sum_in_words(line);
            answers.line_of(words, |answers, words| answers.line(&words))
        }),
        Russian::Stem(of) => input::lines(&of.batch, |line| answers.line(&reference::stem(line))),
    }
}

fn name(line: &str) -> Result<String, Failure> {
    let fields: Vec<&str> = line.splitn(4, '\t').collect();
    let [part, gender, case, text] = fields[..] else {
        return Err(Failure::of("columns").with("part gender case text"));
    };
    reference::name_inflected(part, gender, case, text)
}

pub fn requisites(what: &RequisitesCommand, answers: &mut Answers) -> Outcome {
    let RequisitesCommand::Check(of) = what;
    input::lines(&of.batch, |line| {
        let holds = match line.split_once('\t') {
            Some((kind, value)) => reference::requisite_holds(kind, value),
            None => Err(Failure::of("columns").with("kind value")),
        };
        answers.line_of(holds, |answers, holds| {
            answers.line(if holds { "1" } else { "0" })
        })
    })
}
