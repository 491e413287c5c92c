use super::figures::{per_cent, sum};
use super::worded::{PenaltyRate, Promise, Texts};
use complaint::FormKind;
use russian::date::short;

pub(super) const TEXTS: Texts = Texts {
    head_post: "Директор",
    attached: "приложено к письму",
    message: "исходное письмо",
    message_file: "письмо",
    received_by_mail: "Дата получения взята из письма",
    received_by_chat: "Дата получения взята из переписки",
    form_used: |kind| match kind {
        FormKind::Public => "Опубликован ответ",
        FormKind::Call => "Звонок по сценарию",
        FormKind::Sms => "Отправлено сообщение",
    },
    letter_listed: |number, day| format!("Письмо № {number} от {}", short(day)),
    named_in_request: "Ответить в день, названный в запросе",
    until_time: |time| format!(", до {}", time.format("%H:%M")),
    in_place_of: |title| format!("Срок считается иначе: {title}"),
    envelope_file: "Конверт",
    address_sheet_file: "Лист с адресом",
    labels_file: "Наклейки",
    inventory_file: "Опись вложения",
    receipt_file: "Расписка",
    case_index_file: "Опись дела",
    person_data_file: "Сведения о данных",
    erasure_act_file: "Акт об уничтожении",
    register_file: "Журнал обращений",
    inspection_file: "Осмотр",
    recovery_sheet_file: "Ключ восстановления",
    proof_file: "Доказательства ответа",
    proof_cover_file: "Сводка",
    bundle_file: "Дело",
    bundle_court: "для суда",
    bundle_registered_mail: "для электронного заказного письма",
    bundle_closed: "закрытая копия",
    bundle_folder_originals: "Подлинники",
    bundle_folder_letters: "Письма",
    bundle_folder_sheets: "Листы с отметками",
    bundle_list: "Опись",
    bundle_signatures_file: "Подписи.txt",
    bundle_to_sign: "Подпишите каждый файл своей программой для электронной подписи (отсоединённая подпись) и положите подпись рядом под указанным именем. Программа «Ответ» ничего не подписывает.",
    bundle_sheets: |count| format!("{count}л"),
    bundle_part: |number, of| format!("часть {number} из {of}"),
    party_person: "гражданин",
    party_organisation: "организация",
    courtesies: &["уважаем", "господин", "госпож", "заявител"],
    address_numbers: &[
        &["д", "дом", "дома", "доме", "вл", "владение"],
        &["кв", "квартира", "квартиры", "квартире"],
        &["к", "корп", "корпус", "корпуса", "корпусе"],
        &["с", "стр", "строение", "строения", "строении"],
        &["оф", "офис", "офиса", "офисе"],
        &["ком", "комн", "комната", "комнаты", "комнате"],
        &["пом", "помещение", "помещения", "помещении"],
    ],
    of_street: &[
        "ул",
        "улица",
        "улице",
        "улицы",
        "пр",
        "просп",
        "проспект",
        "проспекте",
        "пер",
        "переулок",
        "переулке",
        "наб",
        "ш",
        "шоссе",
    ],
    signature_source: |number, names| format!("электронная подпись к письму № {number}: {names}"),
    proof: |number| format!("Доказательства ответа {number}"),
    proof_cover: "Сводка и сверка",
    proof_letter: |number| format!("Письмо {number}"),
    proof_inventory: "Опись вложения",
    proof_envelope: "Лицевая сторона конверта",
    recovery_title: "Ключ восстановления",
    recovery_of: |office, day| {
        format!(
            "Программа «Ответ». Записи: {office}. Ключ выдан {}.",
            day.format("%d.%m.%Y")
        )
    },
    recovery_rules: &[
        "Этот ключ открывает записи, если пароль забыт. Кто его держит, может прочесть всё: храните лист отдельно от компьютера и от копий, например в сейфе.",
        "Восемь групп по пять знаков. Вместо О и 0, I и 1 программа понимает и то и другое; опечатку она назовёт по номеру группы.",
        "Без пароля и без этого ключа записи не прочесть никому, разработчикам программы тоже.",
        "Новый ключ делает этот лист ненужным: уничтожьте его.",
    ],
    not_sent: "нет",
    sent_late: |due, days| format!("{due}; отправлено на {days} дн. позже"),
    sent_in_time: |due| format!("{due}; отправлено в срок"),
    safer_by: |day| format!("Надёжнее успеть {}.", day.format("%d.%m.%Y")),
    penalty_rate,
    late_promise,
};

fn penalty_rate(rate: &PenaltyRate<'_>) -> String {
    let mut text = format!(
        "{}\u{a0}% в день, {}",
        per_cent(rate.per_mille, ','),
        rate.citation
    );
    if let Some(per_day) = rate.per_day {
        text.push_str(&format!(": {} за каждый день", sum(per_day)));
    }
    if let Some(cap) = rate.cap {
        text.push_str(&format!(", не больше {}", sum(cap)));
    }
    if let Some((last, cap)) = rate.later_cap {
        text.push_str(&format!(
            ", за дни после {} не больше {}",
            short(last),
            sum(cap)
        ));
    }
    if rate.cap_unconfirmed {
        text.push_str("; формулировка предела не подтверждена: «уплаченного» или «цены»");
    }
    if rate.from_contract_day {
        text.push_str("; считают с дня по договору или нового дня, который назначил потребитель");
    }
    text
}

fn late_promise(late: &Promise<'_>) -> String {
    let mut text = format!(
        "Срок по закону {} ({}), обещано {}: на {} дн. позже.",
        short(late.legal),
        late.citation,
        short(late.promised),
        late.late_days
    );
    match (late.penalty, late.sums) {
        (Some(article), Some((basis, per_day, total))) => text.push_str(&format!(
            " За каждый день просрочки — неустойка {} (от {}, {article}): к обещанному дню {}.",
            sum(per_day),
            sum(basis),
            sum(total)
        )),
        (Some(article), None) => text.push_str(&format!(
            " За каждый день просрочки положена неустойка ({article}); чтобы увидеть сумму, запишите цену."
        )),
        (None, _) => text.push_str(" Особой неустойки закон здесь не называет."),
    }
    text.push_str(" Обещание срок не продлевает: заявитель может пойти в суд, не дожидаясь его.");
    text
}
