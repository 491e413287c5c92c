//! Templates of letters, as files and as words.

use crate::failure::Refusal;
use crate::file::{self, SavedFile, read_at_most, save};
use crate::host::Host;
use crate::program::Program;
use crate::texts::texts;
use office::{TemplateExport, TemplateImportPlan, TemplateWords};

/// A byte more than any file of templates may have, so that the office can say
/// that it is too large.
const READ_AT_MOST: u64 = 5 * 1024 * 1024;

/// What a template may name. It needs no open office.
pub fn words(_program: &Program, _host: &dyn Host) -> Result<TemplateWords, Refusal> {
    Ok(office::template_words())
}

/// Asks for a file of templates and says what is in it; nothing when the
/// dialog was cancelled.
pub fn import_look(
    program: &Program,
    host: &dyn Host,
) -> Result<Option<TemplateImportPlan>, Refusal> {
    let office = program.office(host)?;
    let texts = texts(program.language());
    let types = [
        (texts.kind_templates, ["toml"].as_slice()),
        (texts.kind_any, &["*"]),
    ];
    let Some(path) = file::choose(host, texts.templates_file, &types) else {
        return Ok(None);
    };
    let bytes = read_at_most(&path, READ_AT_MOST)?;
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy())
        .unwrap_or_default();
    let plan = office::template_import_plan(&office, &program.by(host), &name, &bytes)?;
    Ok(Some(plan))
}

/// Asks where to and writes templates to a file there.
pub fn export(
    program: &Program,
    host: &dyn Host,
    input: TemplateExport,
) -> Result<SavedFile, Refusal> {
    let office = program.office(host)?;
    let (name, text) = office::template_export(&office, &program.by(host), &input)?;
    let texts = texts(program.language());
    let kind = (texts.kind_templates, ["toml"].as_slice());
    save(host, texts.templates_save, &name, kind, text.as_bytes())
}
