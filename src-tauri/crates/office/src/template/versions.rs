//! Templates of letters: the program's own, which are always there, and those
//! an office makes from them; their versions, and the letters made from them.

use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::office::Office;
use crate::records::undo::undo_of;
use crate::template::values::{
    LetterTemplate, TemplateCard, TemplateGroup, TemplateHead, TemplateOffer, TemplateRef,
    TemplateRetire, TemplateSave, TemplateUndo, TemplateVersionHead, TemplateVersionRef,
    TemplatesChanged,
};
use complaint::{Language, LetterKind, Regime, TemplateId};
use letter::{LetterText, StandaloneTemplate, Template, TemplateFault, Weight};
use register::{
    By, Change, NewTemplateVersion, Op, RegisterError, StoredTemplate, TemplateVersion,
    TemplateVersionFields,
};
use std::borrow::Cow;

/// Signs a note on a version may have.
pub const LONGEST_VERSION_NOTE: usize = 500;

/// The words of the template language with what the screens call them.
pub fn template_words() -> letter::TemplateWords {
    letter::template_words()
}

/// Every template there is, by kind and language.
///
/// # Errors
/// Those of the register.
pub fn templates(office: &Office, _: &By) -> Result<Vec<TemplateGroup>> {
    let stored = office.register().templates()?;
    let mut groups = Vec::new();
    for &kind in LetterKind::ALL {
        for &language in Language::ALL {
            let here = || {
                stored.iter().filter(move |t| {
                    t.current.fields.kind == kind && t.current.fields.language == language
                })
            };
            let mut templates = vec![shipped_head(kind, language, here())];
            templates.extend(here().map(stored_head));
            groups.push(TemplateGroup {
                kind,
                language,
                templates,
            });
        }
    }
    Ok(groups)
}

fn shipped_head<'a>(
    kind: LetterKind,
    language: Language,
    mut stored: impl Iterator<Item = &'a StoredTemplate>,
) -> TemplateHead {
    TemplateHead {
        template: None,
        name: String::new(),
        regimes: Vec::new(),
        version: letter::shipped(kind, language).version,
        chosen: !stored.any(|t| t.chosen && t.regimes.is_empty()),
        retired_at: None,
        changed_at: None,
        actor: String::new(),
        note: String::new(),
    }
}

fn stored_head(stored: &StoredTemplate) -> TemplateHead {
    TemplateHead {
        template: Some(stored.id),
        name: stored.name.clone(),
        regimes: stored.regimes.clone(),
        version: stored.current.fields.version,
        chosen: stored.chosen,
        retired_at: stored.retired_at,
        changed_at: Some(stored.current.made_at),
        actor: stored.current.actor.0.clone(),
        note: stored.current.fields.note.clone(),
    }
}

/// One template with its text and its history.
///
/// # Errors
/// Those of the register.
pub fn template_card(office: &Office, _: &By, input: TemplateRef) -> Result<TemplateCard> {
    let TemplateRef { kind, language, .. } = input;
    let Some(id) = input.template else {
        let stored = office.register().templates()?;
        let here = stored
            .iter()
            .filter(|t| t.current.fields.kind == kind && t.current.fields.language == language);
        let standalone = letter::shipped_standalone(kind, language);
        return Ok(TemplateCard {
            head: shipped_head(kind, language, here),
            shipped: standalone.clone(),
            standalone,
            versions: Vec::new(),
            faults: Vec::new(),
            seq: None,
        });
    };
    card(office, id, None)
}

fn card(office: &Office, id: TemplateId, seq: Option<i64>) -> Result<TemplateCard> {
    let stored = office.register().template(id)?;
    let (current, source) = office.register().template_version(stored.current.id)?;
    let standalone = standalone_of(&current, &source)?;
    let versions = office.register().template_versions(id)?;
    Ok(TemplateCard {
        head: stored_head(&stored),
        shipped: letter::shipped_standalone(standalone.kind, standalone.language),
        faults: letter::faults(&standalone),
        standalone,
        versions: versions
            .into_iter()
            .map(|v| TemplateVersionHead {
                current: v.id == current.id,
                id: v.id,
                version: v.fields.version,
                name: v.fields.name,
                made_at: v.made_at,
                actor: v.actor.0,
                note: v.fields.note,
            })
            .collect(),
        seq,
    })
}

/// What a kept version says.
fn standalone_of(version: &TemplateVersion, source: &str) -> Result<StandaloneTemplate> {
    let damaged = || RegisterError::Corrupt(format!("template version {}", version.id));
    let standalone = letter::read_templates(source)
        .ok()
        .and_then(|templates| templates.into_iter().next())
        .ok_or_else(damaged)?;
    Ok(StandaloneTemplate {
        version: version.fields.version,
        note: version.fields.note.clone(),
        ..standalone
    })
}

/// What one version of a template said.
///
/// # Errors
/// [`RegisterError::NotFound`].
pub fn template_version(
    office: &Office,
    _: &By,
    input: TemplateVersionRef,
) -> Result<StandaloneTemplate> {
    let (version, source) = office.register().template_version(input.version)?;
    standalone_of(&version, &source)
}

/// Saves a template as a new version, or a new template.
///
/// # Errors
/// [`OfficeError::Template`] with what is wrong with it; [`FieldProblem::Taken`]
/// for the name of another template; [`RegisterError::Conflict`] when somebody
/// saved meanwhile.
pub fn template_save(office: &Office, by: &By, input: TemplateSave) -> Result<TemplateCard> {
    let (id, done) = office
        .register()
        .transact(by, Op::TemplateSave, |change| save(change, input))?;
    card(office, id, done.seq)
}

/// A template saved as part of a change.
pub(crate) fn save(change: &mut Change<'_>, input: TemplateSave) -> Result<TemplateId> {
    if input.note.chars().count() > LONGEST_VERSION_NOTE {
        return field("note", FieldProblem::TooLong);
    }
    let standalone = as_filed(input.standalone)?;
    let wrong: Vec<TemplateFault> = letter::faults(&standalone)
        .into_iter()
        .filter(|f| f.weight == Weight::Error)
        .collect();
    if !wrong.is_empty() {
        return Err(OfficeError::Template(wrong));
    }
    let all = change.templates()?;
    if let Some(id) = input.template {
        let stored = all.iter().find(|t| t.id == id);
        let stored = stored.ok_or(RegisterError::NotFound("template"))?;
        if stored.current.fields.kind != standalone.kind
            || stored.current.fields.language != standalone.language
        {
            return field("standalone", FieldProblem::Foreign);
        }
    }
    if all
        .iter()
        .any(|t| Some(t.id) != input.template && is_called(t, &standalone))
    {
        return field("name", FieldProblem::Taken);
    }
    let version = NewTemplateVersion {
        fields: TemplateVersionFields {
            kind: standalone.kind,
            language: standalone.language,
            name: standalone.name.clone(),
            version: 0,
            note: input.note.trim().to_owned(),
            sha256: Template::of(standalone.clone(), 0, None).source,
        },
        source: letter::write_templates(std::slice::from_ref(&standalone)),
    };
    Ok(change.template_save(
        input.template,
        input.expected,
        &standalone.regimes,
        input.choose,
        &version,
    )?)
}

/// Whether a template that is in use has the name of this one.
pub(crate) fn is_called(stored: &StoredTemplate, standalone: &StandaloneTemplate) -> bool {
    stored.retired_at.is_none()
        && stored.current.fields.kind == standalone.kind
        && stored.current.fields.language == standalone.language
        && stored.name.to_lowercase() == standalone.name.to_lowercase()
}

/// A template as it will be read back from its file.
fn as_filed(mut standalone: StandaloneTemplate) -> Result<StandaloneTemplate> {
    standalone.name = standalone.name.trim().to_owned();
    standalone.version = 0;
    standalone.note.clear();
    complaint::order::ascending(&mut standalone.regimes);
    standalone.regimes.dedup();
    standalone.text.keep_what_is_used();
    // What is too large or odd is told by the faults, not by the reader.
    match letter::read_templates(&letter::write_templates(&[standalone])) {
        Ok(templates) => templates
            .into_iter()
            .next()
            .ok_or_else(|| OfficeError::Template(Vec::new())),
        Err(faults) => Err(OfficeError::Template(faults)),
    }
}

/// Has new letters of a kind made from this template.
///
/// # Errors
/// [`RegisterError::NotFound`], also for one that was put aside.
pub fn template_choose(office: &Office, by: &By, input: TemplateRef) -> Result<TemplatesChanged> {
    let ((), done) = office
        .register()
        .transact(by, Op::TemplateChoose, |change| {
            change.template_choose(input.kind, input.language, input.template)
        })?;
    changed(office, by, done.seq)
}

/// Puts a template aside, or takes it back.
///
/// # Errors
/// [`RegisterError::NotFound`]; [`FieldProblem::Taken`] when another template
/// has taken its name.
pub fn template_retire(
    office: &Office,
    by: &By,
    input: TemplateRetire,
) -> Result<TemplatesChanged> {
    let op = if input.retired {
        Op::TemplateRetire
    } else {
        Op::TemplateRestore
    };
    let ((), done) = office.register().transact(by, op, |change| {
        if !input.retired {
            let all = change.templates()?;
            let stored = all.iter().find(|t| t.id == input.template);
            let stored = stored.ok_or(RegisterError::NotFound("template"))?;
            let named = StandaloneTemplate {
                name: stored.name.clone(),
                ..letter::shipped_standalone(
                    stored.current.fields.kind,
                    stored.current.fields.language,
                )
            };
            if all
                .iter()
                .any(|t| t.id != stored.id && is_called(t, &named))
            {
                return field("name", FieldProblem::Taken);
            }
        }
        Ok(change.template_retire(input.template, input.retired)?)
    })?;
    changed(office, by, done.seq)
}

/// Undoes a change of templates.
///
/// # Errors
/// [`RegisterError::NothingToUndo`], [`RegisterError::NotReversible`],
/// [`RegisterError::UndoConflict`]. A change of anything but templates is
/// [`RegisterError::NothingToUndo`] here.
pub fn template_undo(office: &Office, by: &By, input: TemplateUndo) -> Result<TemplatesChanged> {
    undo_of(office, by, input.seq, |op| {
        matches!(
            op,
            Op::TemplateSave | Op::TemplateChoose | Op::TemplateRetire | Op::TemplateRestore
        )
    })?;
    changed(office, by, None)
}

pub(crate) fn changed(office: &Office, by: &By, seq: Option<i64>) -> Result<TemplatesChanged> {
    Ok(TemplatesChanged {
        groups: templates(office, by)?,
        seq,
    })
}

/// The template new letters of that kind are made from: one meant for the
/// case's body of rules, then one for all, then the program's own.
pub(crate) fn for_new(
    office: &Office,
    kind: LetterKind,
    language: Language,
    regime: Regime,
) -> Result<Cow<'static, Template>> {
    let stored = office.register().templates()?;
    match chosen(&stored, kind, language, regime) {
        Some(stored) => Ok(Cow::Owned(from_stored(office, stored)?)),
        None => Ok(Cow::Borrowed(letter::shipped(kind, language))),
    }
}

fn chosen(
    stored: &[StoredTemplate],
    kind: LetterKind,
    language: Language,
    regime: Regime,
) -> Option<&StoredTemplate> {
    let fit = || {
        stored.iter().filter(|t| {
            t.chosen && t.current.fields.kind == kind && t.current.fields.language == language
        })
    };
    fit()
        .find(|t| t.regimes.contains(&regime))
        .or_else(|| fit().find(|t| t.regimes.is_empty()))
}

fn from_stored(office: &Office, stored: &StoredTemplate) -> Result<Template> {
    let (version, source) = office.register().template_version(stored.current.id)?;
    let standalone = standalone_of(&version, &source)?;
    Ok(Template::of(
        standalone,
        version.fields.version,
        Some(stored.id),
    ))
}

/// A template of this kind by its id, or the program's own.
pub(crate) fn named(
    office: &Office,
    kind: LetterKind,
    language: Language,
    template: Option<TemplateId>,
) -> Result<Cow<'static, Template>> {
    let Some(id) = template else {
        return Ok(Cow::Borrowed(letter::shipped(kind, language)));
    };
    let stored = office.register().template(id)?;
    if stored.current.fields.kind != kind || stored.current.fields.language != language {
        return field("template", FieldProblem::Foreign);
    }
    Ok(Cow::Owned(from_stored(office, &stored)?))
}

/// The very template a letter was made from. A letter from before templates
/// were kept follows the program's own.
pub(crate) fn made_from(office: &Office, text: &LetterText) -> Result<Cow<'static, Template>> {
    let shipped = letter::shipped(text.kind, text.language);
    let made = &text.composed;
    if made.source.is_empty() || made.source == shipped.source {
        return Ok(Cow::Borrowed(shipped));
    }
    let Some((version, source)) = office.register().template_by_hash(&made.source)? else {
        return Ok(Cow::Borrowed(shipped));
    };
    let standalone = standalone_of(&version, &source)?;
    let mut template = Template::of(standalone, made.version, made.own);
    // The hash is that of the stored text even where a later program would write it otherwise.
    template.source.clone_from(&made.source);
    template.name.clone_from(&made.template);
    Ok(Cow::Owned(template))
}

/// Keeps one of the program's own templates with the letter that is made from it.
pub(crate) fn keep(
    change: &mut Change<'_>,
    kind: LetterKind,
    language: Language,
    template: &Template,
) -> Result<()> {
    if template.own.is_some() {
        return Ok(());
    }
    let standalone = letter::shipped_standalone(kind, language);
    change.template_keep(&NewTemplateVersion {
        fields: TemplateVersionFields {
            kind,
            language,
            name: template.name.clone(),
            version: template.version,
            sha256: template.source.clone(),
            note: String::new(),
        },
        source: letter::write_templates(&[standalone]),
    })?;
    Ok(())
}

/// What a draft was made from, and what it could be taken over to.
pub(crate) fn of_letter(
    office: &Office,
    text: &LetterText,
    regime: Regime,
) -> Result<LetterTemplate> {
    let (kind, language) = (text.kind, text.language);
    let made = &text.composed;
    let stored = office.register().templates()?;
    let shipped = letter::shipped(kind, language);
    let offer = |stored: &StoredTemplate| TemplateOffer {
        template: Some(stored.id),
        name: stored.name.clone(),
        version: stored.current.fields.version,
    };
    let own = TemplateOffer {
        template: None,
        name: String::new(),
        version: shipped.version,
    };
    let made_from = TemplateOffer {
        template: made.own,
        name: if made.own.is_some() {
            made.template.clone()
        } else {
            String::new()
        },
        version: made.version,
    };
    let line = stored.iter().find(|t| Some(t.id) == made.own);
    let now = chosen(&stored, kind, language, regime);
    let newer = match (made.own, line) {
        // A letter from before templates were kept says nothing of its words.
        (None, _) if made.source.is_empty() => None,
        (None, _) => match now {
            Some(now) => Some(offer(now)),
            None => (made.source != shipped.source).then(|| own.clone()),
        },
        (Some(_), Some(line)) => (line.current.fields.sha256 != made.source).then(|| offer(line)),
        (Some(_), None) => None,
    };
    let mut others = vec![own];
    others.extend(
        stored
            .iter()
            .filter(|t| {
                t.retired_at.is_none()
                    && t.current.fields.kind == kind
                    && t.current.fields.language == language
            })
            .map(offer),
    );
    Ok(LetterTemplate {
        made_from,
        newer,
        others,
    })
}
