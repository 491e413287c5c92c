//! Words that the system shows for the program, in its dialogs and notifications: no page is there to word them.

use chrono::NaiveTime;
use complaint::Language;

/// All of them in one language.
pub struct Texts {
    pub folder: &'static str,
    /// The office's own folder in one that holds other things.
    pub office_folder: &'static str,
    pub documents: &'static str,
    pub messages: &'static str,
    pub images: &'static str,
    pub logo: &'static str,
    pub stamp: &'static str,
    pub signature: &'static str,
    pub document_save: &'static str,
    pub letter_save: &'static str,
    pub draft_save: &'static str,
    pub paper_save: &'static str,
    pub proof_save: &'static str,
    pub proof_folder: &'static str,
    pub inspection_save: &'static str,
    pub bundle_save: &'static str,
    pub bundle_folder: &'static str,
    pub calendar_save: &'static str,
    pub calendar_name: &'static str,
    pub law_file: &'static str,
    pub calendar_file: &'static str,
    pub norm_save: &'static str,
    pub templates_file: &'static str,
    pub templates_save: &'static str,
    pub backup_folder: &'static str,
    pub copies_place: &'static str,
    pub copies_folder: &'static str,
    /// The folder of the copies in the one that was chosen.
    pub backups_folder: &'static str,
    pub backup_done: &'static str,
    /// Of the documents of the complaint with this number.
    pub documents_added: fn(&str) -> String,
    /// How many cases are overdue, due today, due soon.
    pub digest: fn(u64, u64, u64) -> String,
    /// How many cases are due today, and when the post branch closes.
    pub last_call: fn(u64, NaiveTime) -> String,
    pub signature_file: &'static str,
    pub kind_signatures: &'static str,
    pub kind_messages: &'static str,
    pub kind_images: &'static str,
    pub kind_templates: &'static str,
    pub kind_any: &'static str,
}

/// What the folder of the copies is called in each language.
pub const BACKUPS_FOLDERS: [&str; 2] = ["Ответ, копии", "Otvet, copies"];

pub fn texts(language: Language) -> &'static Texts {
    match language {
        Language::Ru => &RU,
        Language::En => &EN,
    }
}

const RU: Texts = Texts {
    folder: "Где хранить записи",
    office_folder: "Ответ",
    documents: "Выберите документы",
    messages: "Выберите письма",
    images: "Выберите изображения",
    logo: "Логотип",
    stamp: "Печать",
    signature: "Подпись",
    document_save: "Сохранить документ",
    letter_save: "Сохранить письмо",
    draft_save: "Сохранить проект письма",
    paper_save: "Сохранить бумагу",
    proof_save: "Сохранить доказательства ответа",
    proof_folder: "Куда положить папку с доказательствами",
    inspection_save: "Сохранить материалы об осмотре",
    bundle_save: "Сохранить дело одним файлом",
    bundle_folder: "Куда положить папку с делом",
    calendar_save: "Сохранить сроки для календаря",
    calendar_name: "Сроки.ics",
    law_file: "Файл с нормами",
    calendar_file: "Файл календаря",
    norm_save: "Сохранить в файл",
    templates_file: "Файл с шаблонами писем",
    templates_save: "Сохранить шаблоны в файл",
    backup_folder: "Куда сохранить копию",
    copies_place: "Где хранить копии",
    copies_folder: "Папка с копиями",
    backups_folder: BACKUPS_FOLDERS[0],
    backup_done: "Резервная копия готова",
    documents_added: |number| format!("Документы добавлены к обращению {number}"),
    digest: |overdue, today, soon| {
        format!("Просрочено: {overdue}. Последний день сегодня: {today}. В ближайшие дни: {soon}.")
    },
    last_call: |today, closes| {
        format!(
            "Сегодня последний день по делам: {today}. Отделение почты закроется в {}.",
            closes.format("%H:%M")
        )
    },
    signature_file: "Файл электронной подписи",
    kind_signatures: "Электронные подписи",
    kind_messages: "Письма",
    kind_images: "Изображения",
    kind_templates: "Шаблоны писем",
    kind_any: "Все файлы",
};

const EN: Texts = Texts {
    folder: "Where to keep the records",
    office_folder: "Otvet",
    documents: "Choose documents",
    messages: "Choose messages",
    images: "Choose images",
    logo: "Logo",
    stamp: "Stamp",
    signature: "Signature",
    document_save: "Save the document",
    letter_save: "Save the letter",
    draft_save: "Save the draft",
    paper_save: "Save the paper",
    proof_save: "Save the proof of the answer",
    proof_folder: "Where to put the folder with the proof",
    inspection_save: "Save the papers of the inspection",
    bundle_save: "Save the case as one file",
    bundle_folder: "Where to put the folder of the case",
    calendar_save: "Save the dates for a calendar",
    calendar_name: "dates.ics",
    law_file: "A file of rules",
    calendar_file: "A calendar file",
    norm_save: "Save to a file",
    templates_file: "File of letter templates",
    templates_save: "Save the templates to a file",
    backup_folder: "Where to keep the copy",
    copies_place: "Where to keep the copies",
    copies_folder: "The folder with the copies",
    backups_folder: BACKUPS_FOLDERS[1],
    backup_done: "The backup is ready",
    documents_added: |number| format!("The documents are with complaint {number}"),
    digest: |overdue, today, soon| {
        format!("Overdue: {overdue}. Last day today: {today}. In the next days: {soon}.")
    },
    last_call: |today, closes| {
        format!(
            "Today is the last day of cases: {today}. The post branch closes at {}.",
            closes.format("%H:%M")
        )
    },
    signature_file: "File of an electronic signature",
    kind_signatures: "Electronic signatures",
    kind_messages: "Messages",
    kind_images: "Images",
    kind_templates: "Letter templates",
    kind_any: "All files",
};
