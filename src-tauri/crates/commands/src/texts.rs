//! Words that the system shows for the program, in its dialogs and notifications: no page is there to word them.

use chrono::NaiveTime;
use complaint::Language;

/// All of them in one language.
pub struct Texts {
    pub folder_for_new: &'static str,
    pub folder_to_open: &'static str,
    /// The folder of the records among the person's documents.
    pub records_folder: &'static str,
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

/// What the folder of the records is called in each language.
pub const RECORDS_FOLDERS: [&str; 2] = ["Ответ, записи", "Otvet, records"];

pub fn texts(language: Language) -> &'static Texts {
    match language {
        Language::Ru => &RU,
        Language::En => &EN,
    }
}

const RU: Texts = Texts {
    folder_for_new: "Выберите папку для новых записей",
    folder_to_open: "Выберите папку, в которой лежат ваши записи",
    records_folder: RECORDS_FOLDERS[0],
    office_folder: "Ответ",
    documents: "Выберите документы",
    messages: "Выберите письма",
    images: "Выберите изображения",
    logo: "Выберите картинку логотипа",
    stamp: "Выберите картинку печати",
    signature: "Выберите картинку подписи",
    document_save: "Сохранить документ",
    letter_save: "Сохранить письмо",
    draft_save: "Сохранить проект письма",
    paper_save: "Сохранить бумагу",
    proof_save: "Сохранить доказательства ответа",
    proof_folder: "Выберите, куда положить папку с доказательствами",
    inspection_save: "Сохранить материалы об осмотре",
    bundle_save: "Сохранить дело одним файлом",
    bundle_folder: "Выберите, куда положить папку с делом",
    calendar_save: "Сохранить сроки для календаря",
    calendar_name: "Сроки.ics",
    law_file: "Выберите файл с нормами",
    calendar_file: "Выберите файл календаря",
    norm_save: "Сохранить в файл",
    templates_file: "Выберите файл с шаблонами писем",
    templates_save: "Сохранить шаблоны в файл",
    backup_folder: "Выберите папку, куда сохранить копию",
    copies_place: "Выберите диск или папку, где хранить копии",
    copies_folder: "Выберите папку, в которой лежат копии",
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
    signature_file: "Выберите файл электронной подписи",
    kind_signatures: "Электронные подписи",
    kind_messages: "Письма",
    kind_images: "Изображения",
    kind_templates: "Шаблоны писем",
    kind_any: "Все файлы",
};

const EN: Texts = Texts {
    folder_for_new: "Choose a folder for the new records",
    folder_to_open: "Choose the folder that holds your records",
    records_folder: RECORDS_FOLDERS[1],
    office_folder: "Otvet",
    documents: "Choose documents",
    messages: "Choose messages",
    images: "Choose images",
    logo: "Choose a picture of the logo",
    stamp: "Choose a picture of the stamp",
    signature: "Choose a picture of the signature",
    document_save: "Save the document",
    letter_save: "Save the letter",
    draft_save: "Save the draft",
    paper_save: "Save the paper",
    proof_save: "Save the proof of the answer",
    proof_folder: "Choose where to put the folder with the proof",
    inspection_save: "Save the papers of the inspection",
    bundle_save: "Save the case as one file",
    bundle_folder: "Choose where to put the case folder",
    calendar_save: "Save the dates for a calendar",
    calendar_name: "dates.ics",
    law_file: "Choose a file of rules",
    calendar_file: "Choose a calendar file",
    norm_save: "Save to a file",
    templates_file: "Choose a file of letter templates",
    templates_save: "Save the templates to a file",
    backup_folder: "Choose a folder for the copy",
    copies_place: "Choose a disk or folder for the copies",
    copies_folder: "Choose the folder that holds the copies",
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
    signature_file: "Choose an electronic signature file",
    kind_signatures: "Electronic signatures",
    kind_messages: "Messages",
    kind_images: "Images",
    kind_templates: "Letter templates",
    kind_any: "All files",
};
