//! Templates of letters: listed, written out, taken in, checked.

use crate::answer::{Answers, Outcome};
use crate::arguments::{TemplateCommand, TemplateToFile};
use crate::input;
use crate::places::Invocation;
use office::{
    Failure, ImportFate, OfficeError, TemplateExport, TemplateHead, TemplateImport, TemplateRef,
    TemplateSave,
};
use serde_json::json;
use std::path::Path;

pub fn template(invocation: &Invocation, what: &TemplateCommand, answers: &mut Answers) -> Outcome {
    use TemplateCommand as T;
    match what {
        T::List { kind, language } => {
            let office = invocation.office()?;
            let groups = office::templates(&office, &invocation.by())?;
            let wanted = groups.into_iter().filter(|group| {
                kind.is_none_or(|k| k == group.kind) && language.is_none_or(|l| l == group.language)
            });
            answers.each(wanted)
        }
        T::Export(what) => export(invocation, what, answers),
        T::Import {
            file,
            dry_run,
            choose,
            note,
        } => import(invocation, file, *dry_run, *choose, note, answers),
        T::Check { file } => {
            let bytes = input::bytes(file)?;
            answers.give(&office::template_check(&bytes))
        }
    }
}

fn export(invocation: &Invocation, what: &TemplateToFile, answers: &mut Answers) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let fits = |head: &TemplateHead| {
        let named = what.name.as_ref().is_none_or(|name| *name == head.name);
        head.template.is_none() == what.shipped && head.retired_at.is_none() && named
    };
    let mut chosen = Vec::new();
    for group in office::templates(&office, &by)? {
        let asked = what.kind.is_none_or(|k| k == group.kind)
            && what.language.is_none_or(|l| l == group.language);
        let heads = group.templates.iter().filter(|head| asked && fits(head));
        chosen.extend(heads.map(|head| TemplateRef {
            kind: group.kind,
            language: group.language,
            template: head.template,
        }));
    }
    if chosen.is_empty() {
        return Err(Failure::of("not_found").with("template").into());
    }
    let count = chosen.len();
    let wanted = TemplateExport { templates: chosen };
    let (_, file) = office::template_export(&office, &by, &wanted)?;
    input::write(&what.out, file.as_bytes())?;
    answers.give(&json!({ "templates": count, "bytes": file.len() }))
}

fn import(
    invocation: &Invocation,
    file: &Path,
    dry_run: bool,
    choose: bool,
    note: &str,
    answers: &mut Answers,
) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let name = file.file_name().map(|name| name.to_string_lossy());
    let bytes = input::bytes(file)?;
    let plan = office::template_import_plan(&office, &by, &name.unwrap_or_default(), &bytes)?;
    if !plan.faults.is_empty() {
        return Err(OfficeError::Template(plan.faults).into());
    }
    if !dry_run {
        let items = plan
            .items
            .iter()
            .filter(|item| item.fate != ImportFate::Same)
            .map(|item| TemplateSave {
                template: item.template,
                expected: None,
                choose,
                note: note.to_owned(),
                standalone: item.standalone.clone(),
            })
            .collect();
        office::template_import(&office, &by, TemplateImport { items })?;
    }
    answers.each(plan.items.iter().map(|item| {
        json!({
            "kind": item.standalone.kind,
            "language": item.standalone.language,
            "name": item.standalone.name,
            "fate": item.fate,
            "taken": !dry_run && item.fate != ImportFate::Same,
            "faults": item.faults,
        })
    }))
}
