//! Templates of letters as files: written out, looked at, taken in.

use crate::error::{OfficeError, Result};
use crate::office::Office;
use crate::template::values::{
    ImportFate, TemplateExport, TemplateFaults, TemplateFileCheck, TemplateImport,
    TemplateImportItem, TemplateImportPlan, TemplateRef, TemplatesChanged,
};
use crate::template::versions::{changed, is_called, save, template_card};
use letter::{FaultCode, StandaloneTemplate, Template, TemplateFault, TemplatePart};
use register::{By, Op, RegisterError};

/// Writes templates to one file: its name and its text.
///
/// # Errors
/// [`RegisterError::NotFound`], also when the office has made none.
pub fn template_export(
    office: &Office,
    by: &By,
    input: &TemplateExport,
) -> Result<(String, String)> {
    let chosen = if input.templates.is_empty() {
        let kept = office.register().templates()?;
        kept.iter()
            .filter(|t| t.retired_at.is_none())
            .map(|t| TemplateRef {
                kind: t.current.fields.kind,
                language: t.current.fields.language,
                template: Some(t.id),
            })
            .collect()
    } else {
        input.templates.clone()
    };
    let templates: Vec<StandaloneTemplate> = chosen
        .iter()
        .map(|named| Ok(template_card(office, by, *named)?.standalone))
        .collect::<Result<_>>()?;
    let name = match templates.as_slice() {
        [] => return Err(RegisterError::NotFound("template").into()),
        [one] if one.name.is_empty() => {
            format!("{}.{}", one.kind.as_str(), one.language.as_str())
        }
        [one] => format!(
            "{}.{} {}",
            one.kind.as_str(),
            one.language.as_str(),
            one.name.replace(|c: char| !c.is_alphanumeric(), " ").trim()
        ),
        _ => "letters".to_owned(),
    };
    Ok((
        format!("{name}.otvet-template.toml"),
        letter::write_templates(&templates),
    ))
}

/// Says what a file of templates holds and what taking it would do. Changes nothing.
///
/// # Errors
/// Those of the register; what is wrong with the file is told in the plan.
pub fn template_import_plan(
    office: &Office,
    by: &By,
    file: &str,
    bytes: &[u8],
) -> Result<TemplateImportPlan> {
    let mut plan = TemplateImportPlan {
        file: file.to_owned(),
        items: Vec::new(),
        faults: Vec::new(),
    };
    let templates = match read(bytes) {
        Ok(templates) => templates,
        Err(faults) => {
            plan.faults = faults;
            return Ok(plan);
        }
    };
    let kept = office.register().templates()?;
    for mut standalone in templates {
        if standalone.name.trim().is_empty() {
            // The program's own have no name; the file's will do.
            let stem = file.split('.').next().unwrap_or_default();
            standalone.name = stem.chars().filter(|c| !c.is_control()).take(60).collect();
        }
        standalone.name = standalone.name.trim().to_owned();
        let same = kept.iter().find(|t| is_called(t, &standalone));
        let named = TemplateRef {
            kind: standalone.kind,
            language: standalone.language,
            template: same.map(|t| t.id),
        };
        let current = template_card(office, by, named)?.standalone;
        let fate = match same {
            Some(_) if fingerprint(&standalone) == fingerprint(&current) => ImportFate::Same,
            Some(_) => ImportFate::NewVersion,
            None => ImportFate::New,
        };
        plan.items.push(TemplateImportItem {
            faults: letter::faults(&standalone),
            fate,
            template: named.template,
            current,
            standalone,
        });
    }
    Ok(plan)
}

fn read(bytes: &[u8]) -> std::result::Result<Vec<StandaloneTemplate>, Vec<TemplateFault>> {
    if bytes.len() > letter::MOST_BYTES {
        return Err(vec![TemplateFault::of(
            FaultCode::TooLarge,
            TemplatePart::File,
        )]);
    }
    let text = String::from_utf8_lossy(bytes);
    letter::read_templates(text.trim_start_matches('\u{feff}'))
}

fn fingerprint(standalone: &StandaloneTemplate) -> String {
    Template::of(standalone.clone(), 0, None).source
}

/// Takes templates from a file, all of them in one change or none.
///
/// # Errors
/// As [`crate::template_save`].
pub fn template_import(
    office: &Office,
    by: &By,
    input: TemplateImport,
) -> Result<TemplatesChanged> {
    let ((), done) = office.register().transact(by, Op::TemplateSave, |change| {
        for item in input.items {
            save(change, item)?;
        }
        Ok::<_, OfficeError>(())
    })?;
    changed(office, by, done.seq)
}

/// Every fault of a file of templates, its own and those of each template in
/// it, without an office.
pub fn template_check(bytes: &[u8]) -> TemplateFileCheck {
    match read(bytes) {
        Ok(templates) => TemplateFileCheck {
            faults: Vec::new(),
            templates: templates
                .into_iter()
                .map(|standalone| TemplateFaults {
                    faults: letter::faults(&StandaloneTemplate {
                        // A file of the program's own templates has no names in it.
                        name: if standalone.name.is_empty() {
                            standalone.kind.as_str().to_owned()
                        } else {
                            standalone.name.clone()
                        },
                        ..standalone.clone()
                    }),
                    kind: standalone.kind,
                    language: standalone.language,
                    name: standalone.name,
                })
                .collect(),
        },
        Err(faults) => TemplateFileCheck {
            faults,
            templates: Vec::new(),
        },
    }
}
