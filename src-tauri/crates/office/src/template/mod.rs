//! Templates of letters.

pub(crate) mod files;
pub(crate) mod values;
pub(crate) mod versions;

pub use files::{template_check, template_export, template_import, template_import_plan};
pub use letter::{BlockShape, kind_labels};
pub use values::{
    ImportFate, LetterTemplate, TemplateCard, TemplateExport, TemplateFaults, TemplateFileCheck,
    TemplateGroup, TemplateHead, TemplateImport, TemplateImportItem, TemplateImportPlan,
    TemplateOffer, TemplateRef, TemplateRetire, TemplateSave, TemplateUndo, TemplateVersionHead,
    TemplateVersionRef, TemplatesChanged,
};
pub use versions::{
    LONGEST_VERSION_NOTE, template_card, template_choose, template_retire, template_save,
    template_undo, template_version, template_words, templates,
};
