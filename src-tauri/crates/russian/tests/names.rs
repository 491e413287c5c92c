//! Names as an office meets them.

use proptest::prelude::*;
use russian::name::{
    Case, FullName, Gender, Order, Part, decline_firm, decline_full, decline_part, decline_party,
    decline_post, gender_of_part, is_organisation,
};

use Gender::{Female, Male};

fn dative(part: Part, gender: Gender, word: &str) -> String {
    decline_part(part, word, Some(gender), Case::Dative)
}

/// Genitive, dative, accusative, instrumental, prepositional.
fn five(part: Part, gender: Gender, word: &str) -> String {
    Case::ALL[1..]
        .iter()
        .map(|&case| decline_part(part, word, Some(gender), case))
        .collect::<Vec<_>>()
        .join(" ")
}

/// What differs in a row `part gender nom gen dat ins`; a slash parts forms that are both right.
pub(crate) fn slips(row: &[&str]) -> Vec<String> {
    let gender = row[1].parse().ok();
    let part: Option<Part> = row[0].parse().ok();
    [Case::Genitive, Case::Dative, Case::Instrumental]
        .into_iter()
        .zip(&row[3..6])
        .filter_map(|(case, expected)| {
            let ours = match part {
                Some(part) => decline_part(part, row[2], gender, case),
                None => decline_full(row[2], gender, case),
            };
            let right = expected.split('/').any(|form| form == ours);
            (!right).then(|| format!("{} {case:?}: {ours} against {expected}", row[2]))
        })
        .collect()
}

#[test]
fn surnames_of_men_in_all_cases() {
    for (word, forms) in [
        ("Соколов", "Соколова Соколову Соколова Соколовым Соколове"),
        (
            "Соловьёв",
            "Соловьёва Соловьёву Соловьёва Соловьёвым Соловьёве",
        ),
        ("Ильин", "Ильина Ильину Ильина Ильиным Ильине"),
        ("Дарвин", "Дарвина Дарвину Дарвина Дарвином Дарвине"),
        ("Грин", "Грина Грину Грина Грином Грине"),
        (
            "Достоевский",
            "Достоевского Достоевскому Достоевского Достоевским Достоевском",
        ),
        ("Толстой", "Толстого Толстому Толстого Толстым Толстом"),
        (
            "Трубецкой",
            "Трубецкого Трубецкому Трубецкого Трубецким Трубецком",
        ),
        ("Белый", "Белого Белому Белого Белым Белом"),
        ("Горячий", "Горячего Горячему Горячего Горячим Горячем"),
        ("Верхний", "Верхнего Верхнему Верхнего Верхним Верхнем"),
        ("Третий", "Третьего Третьему Третьего Третьим Третьем"),
        ("Цой", "Цоя Цою Цоя Цоем Цое"),
        ("Воробей", "Воробья Воробью Воробья Воробьём Воробье"),
        ("Гоголь", "Гоголя Гоголю Гоголя Гоголем Гоголе"),
        ("Кравец", "Кравца Кравцу Кравца Кравцом Кравце"),
        ("Швец", "Швеца Швецу Швеца Швецом Швеце"),
        ("Кузнец", "Кузнеца Кузнецу Кузнеца Кузнецом Кузнеце"),
        ("Стрелец", "Стрельца Стрельцу Стрельца Стрельцом Стрельце"),
        ("Волчок", "Волчка Волчку Волчка Волчком Волчке"),
        (
            "Абрамович",
            "Абрамовича Абрамовичу Абрамовича Абрамовичем Абрамовиче",
        ),
        ("Сирота", "Сироты Сироте Сироту Сиротой Сироте"),
        ("Глинка", "Глинки Глинке Глинку Глинкой Глинке"),
        ("Кваша", "Кваши Кваше Квашу Квашей Кваше"),
        ("Берия", "Берии Берии Берию Берией Берии"),
        ("Рерих", "Рериха Рериху Рериха Рерихом Рерихе"),
        ("Черных", "Черных Черных Черных Черных Черных"),
        ("Долгих", "Долгих Долгих Долгих Долгих Долгих"),
        ("Шевченко", "Шевченко Шевченко Шевченко Шевченко Шевченко"),
        ("Дюма", "Дюма Дюма Дюма Дюма Дюма"),
        ("Гулиа", "Гулиа Гулиа Гулиа Гулиа Гулиа"),
        ("Живаго", "Живаго Живаго Живаго Живаго Живаго"),
        (
            "Мицкевич",
            "Мицкевича Мицкевичу Мицкевича Мицкевичем Мицкевиче",
        ),
        ("Шмидт", "Шмидта Шмидту Шмидта Шмидтом Шмидте"),
        (
            "Салтыков-Щедрин",
            "Салтыкова-Щедрина Салтыкову-Щедрину Салтыкова-Щедрина Салтыковым-Щедриным Салтыкове-Щедрине",
        ),
        (
            "Бонч-Осмоловский",
            "Бонч-Осмоловского Бонч-Осмоловскому Бонч-Осмоловского Бонч-Осмоловским Бонч-Осмоловском",
        ),
        ("ван Гог", "ван Гога ван Гогу ван Гога ван Гогом ван Гоге"),
        ("ТОЛСТОЙ", "ТОЛСТОГО ТОЛСТОМУ ТОЛСТОГО ТОЛСТЫМ ТОЛСТОМ"),
        ("Smith", "Smith Smith Smith Smith Smith"),
    ] {
        assert_eq!(five(Part::Last, Male, word), forms, "{word}");
    }
}

#[test]
fn surnames_of_women_in_all_cases() {
    for (word, forms) in [
        (
            "Соколова",
            "Соколовой Соколовой Соколову Соколовой Соколовой",
        ),
        ("Ильина", "Ильиной Ильиной Ильину Ильиной Ильиной"),
        (
            "Достоевская",
            "Достоевской Достоевской Достоевскую Достоевской Достоевской",
        ),
        ("Горячая", "Горячей Горячей Горячую Горячей Горячей"),
        ("Верхняя", "Верхней Верхней Верхнюю Верхней Верхней"),
        ("Сирота", "Сироты Сироте Сироту Сиротой Сироте"),
        ("Сова", "Совы Сове Сову Совой Сове"),
        ("Калина", "Калины Калине Калину Калиной Калине"),
        ("Кислица", "Кислицы Кислице Кислицу Кислицей Кислице"),
        ("Шмидт", "Шмидт Шмидт Шмидт Шмидт Шмидт"),
        ("Гоголь", "Гоголь Гоголь Гоголь Гоголь Гоголь"),
        ("Ким", "Ким Ким Ким Ким Ким"),
        (
            "Абрамович",
            "Абрамович Абрамович Абрамович Абрамович Абрамович",
        ),
        (
            "Римская-Корсакова",
            "Римской-Корсаковой Римской-Корсаковой Римскую-Корсакову Римской-Корсаковой Римской-Корсаковой",
        ),
        ("Черных", "Черных Черных Черных Черных Черных"),
    ] {
        assert_eq!(five(Part::Last, Female, word), forms, "{word}");
    }
}

#[test]
fn first_names_and_patronymics() {
    for (gender, word, forms) in [
        (Male, "Пётр", "Петра Петру Петра Петром Петре"),
        (Male, "Павел", "Павла Павлу Павла Павлом Павле"),
        (Male, "Лев", "Льва Льву Льва Львом Льве"),
        (Male, "Дмитрий", "Дмитрия Дмитрию Дмитрия Дмитрием Дмитрии"),
        (Male, "Андрей", "Андрея Андрею Андрея Андреем Андрее"),
        (Male, "Илья", "Ильи Илье Илью Ильёй Илье"),
        (Male, "Никита", "Никиты Никите Никиту Никитой Никите"),
        (Male, "Игорь", "Игоря Игорю Игоря Игорем Игоре"),
        (
            Male,
            "Жан-Поль",
            "Жан-Поля Жан-Полю Жан-Поля Жан-Полем Жан-Поле",
        ),
        (Female, "Мария", "Марии Марии Марию Марией Марии"),
        (
            Female,
            "Наталья",
            "Натальи Наталье Наталью Натальей Наталье",
        ),
        (Female, "Любовь", "Любови Любови Любовь Любовью Любови"),
        (Female, "Ольга", "Ольги Ольге Ольгу Ольгой Ольге"),
        (Female, "Айгуль", "Айгуль Айгуль Айгуль Айгуль Айгуль"),
        (
            Female,
            "Анна-Мария",
            "Анны-Марии Анне-Марии Анну-Марию Анной-Марией Анне-Марии",
        ),
        (Female, "Элен", "Элен Элен Элен Элен Элен"),
    ] {
        assert_eq!(five(Part::First, gender, word), forms, "{word}");
    }
    for (gender, word, forms) in [
        (Male, "Ильич", "Ильича Ильичу Ильича Ильичом Ильиче"),
        (
            Male,
            "Никитич",
            "Никитича Никитичу Никитича Никитичем Никитиче",
        ),
        (
            Male,
            "Мамед оглы",
            "Мамед оглы Мамед оглы Мамед оглы Мамед оглы Мамед оглы",
        ),
        (
            Female,
            "Львовна",
            "Львовны Львовне Львовну Львовной Львовне",
        ),
        (
            Female,
            "Ильинична",
            "Ильиничны Ильиничне Ильиничну Ильиничной Ильиничне",
        ),
        (Male, "П.", "П. П. П. П. П."),
    ] {
        assert_eq!(five(Part::Middle, gender, word), forms, "{word}");
    }
}

#[test]
fn parts_are_told_in_either_order() {
    for (text, last, first, middle) in [
        ("Марина Львовна Соколова", "Соколова", "Марина", "Львовна"),
        ("Соколова Марина Львовна", "Соколова", "Марина", "Львовна"),
        ("СОКОЛОВА МАРИНА ЛЬВОВНА", "СОКОЛОВА", "МАРИНА", "ЛЬВОВНА"),
        (
            "Бонч-Осмоловский Пётр Ильич",
            "Бонч-Осмоловский",
            "Пётр",
            "Ильич",
        ),
        (
            "Абрамович Роман Аркадьевич",
            "Абрамович",
            "Роман",
            "Аркадьевич",
        ),
        (
            "Роман Аркадьевич Абрамович",
            "Абрамович",
            "Роман",
            "Аркадьевич",
        ),
        ("Марина Соколова", "Соколова", "Марина", ""),
        ("Соколова Марина", "Соколова", "Марина", ""),
        ("Дюма Александр", "Дюма", "Александр", ""),
        ("Марина Львовна", "", "Марина", "Львовна"),
        ("Марина", "", "Марина", ""),
        ("Соколова", "Соколова", "", ""),
        ("Соколова М. Л.", "Соколова", "М.", "Л."),
        ("М.Л. Соколова", "Соколова", "М.", "Л."),
        ("Мамедов Али Гасан оглы", "Мамедов", "Али", "Гасан оглы"),
        ("Винсент ван Гог", "ван Гог", "Винсент", ""),
        ("Эль Греко", "Эль Греко", "", ""),
        ("Иоганн Вольфганг Гёте", "Гёте", "Иоганн", "Вольфганг"),
        ("Ким Ир Сен", "Ким", "Ир Сен", ""),
        (
            "Соколова Марина Львовна Иванова",
            "Соколова Иванова",
            "Марина",
            "Львовна",
        ),
        ("", "", "", ""),
    ] {
        let name = FullName::parse(text);
        assert_eq!(
            (
                name.last.as_str(),
                name.first.as_str(),
                name.middle.as_str()
            ),
            (last, first, middle),
            "{text}"
        );
    }
}

#[test]
fn full_names_in_the_dative() {
    for (text, expected) in [
        ("Соколова Марина Львовна", "Соколовой Марине Львовне"),
        ("Марина Львовна Соколова", "Марине Львовне Соколовой"),
        (
            "Бонч-Осмоловский Пётр Ильич",
            "Бонч-Осмоловскому Петру Ильичу",
        ),
        ("ШЕВЧЕНКО ТАРАС ГРИГОРЬЕВИЧ", "ШЕВЧЕНКО ТАРАСУ ГРИГОРЬЕВИЧУ"),
        ("Ничипорук Оксана Игоревна", "Ничипорук Оксане Игоревне"),
        ("Дюма Александр", "Дюма Александру"),
        ("Воробей Анна", "Воробей Анне"),
        ("Соколова М. Л.", "Соколовой М. Л."),
        ("Мамедова Лейла Гасан кызы", "Мамедовой Лейле Гасан кызы"),
        ("Кузнец Никита Сергеевич", "Кузнецу Никите Сергеевичу"),
    ] {
        assert_eq!(decline_full(text, None, Case::Dative), expected);
    }
    assert_eq!(
        decline_full("Кузнец Саша", Some(Female), Case::Dative),
        "Кузнец Саше"
    );
}

#[test]
fn initials_and_salutations() {
    let name = FullName::parse("Марина Львовна Соколова");
    assert_eq!(name.initials(Order::FirstLast), "М.\u{a0}Л.\u{a0}Соколова");
    assert_eq!(name.initials(Order::LastFirst), "Соколова\u{a0}М.\u{a0}Л.");
    let dative = name.decline(None, Case::Dative);
    assert_eq!(
        dative.initials(Order::LastFirst),
        "Соколовой\u{a0}М.\u{a0}Л."
    );
    assert_eq!(
        dative.in_order(Order::LastFirst),
        "Соколовой Марине Львовне"
    );
    for (text, gender, expected) in [
        ("Марина Львовна Соколова", None, "Уважаемая Марина Львовна"),
        (
            "Соколов Николай Петрович",
            None,
            "Уважаемый Николай Петрович",
        ),
        (
            "СОКОЛОВ НИКОЛАЙ ПЕТРОВИЧ",
            None,
            "Уважаемый Николай Петрович",
        ),
        ("Соколова Марина", None, "Уважаемая Марина"),
        ("Шевченко Женя", None, "Уважаемый(ая) Женя"),
        ("Шевченко Женя", Some(Female), "Уважаемая Женя"),
        ("Соколова М. Л.", None, "Уважаемая госпожа Соколова"),
        ("Шевченко О.", None, "Уважаемый(ая) Шевченко"),
        ("", None, "Уважаемый заявитель"),
        ("Ким Ир Сен", Some(Male), "Уважаемый Ким Ир Сен"),
    ] {
        assert_eq!(FullName::parse(text).salutation(gender), expected, "{text}");
    }
    assert_eq!(
        FullName::parse("Ким Ир Сен").initials(Order::FirstLast),
        "Ким\u{a0}Ир\u{a0}Сен"
    );
    assert_eq!(
        FullName::parse("Анна-Мария Кох").initials(Order::LastFirst),
        "Кох\u{a0}А.-М."
    );
}

#[test]
fn gender_shows_in_each_part() {
    for (part, word, gender) in [
        (Part::Middle, "Петрович", Some(Male)),
        (Part::Middle, "ПЕТРОВНА", Some(Female)),
        (Part::Middle, "Ильинична", Some(Female)),
        (Part::Middle, "Гасан кызы", Some(Female)),
        (Part::First, "Никита", Some(Male)),
        (Part::First, "Артём", Some(Male)),
        (Part::First, "Саша", None),
        (Part::First, "Женя", None),
        (Part::Last, "Толстой", None),
        (Part::Last, "Соколова", Some(Female)),
        (Part::Last, "Бонч-Осмоловский", Some(Male)),
        (Part::Last, "Шевченко", None),
        (Part::Last, "Сова", None),
    ] {
        assert_eq!(gender_of_part(part, word), gender, "{word}");
    }
}

#[test]
fn organisations_stay_and_people_behind_them_decline() {
    for (text, expected) in [
        ("ООО «Вектор»", "ООО «Вектор»"),
        ("АО \"Заря\"", "АО \"Заря\""),
        (
            "ИП Соколов Николай Петрович",
            "ИП Соколову Николаю Петровичу",
        ),
        (
            "Индивидуальный предприниматель Соколов Н. П.",
            "Индивидуальному предпринимателю Соколову Н. П.",
        ),
        (
            "Общество с ограниченной ответственностью «Вектор»",
            "Обществу с ограниченной ответственностью «Вектор»",
        ),
        (
            "Публичное акционерное общество «Заря»",
            "Публичному акционерному обществу «Заря»",
        ),
        ("Соколова Марина Львовна", "Соколовой Марине Львовне"),
    ] {
        assert_eq!(decline_party(text, None, Case::Dative), expected);
    }
    assert!(is_organisation("ТСЖ «Уют»") && is_organisation("Акционерное общество «Заря»"));
    assert!(!is_organisation("ИП Соколов") && !is_organisation("Фондов Иван Петрович"));
}

#[test]
fn posts_decline_with_their_adjectives_only() {
    for (text, expected) in [
        ("директор", "директору"),
        ("Генеральный директор", "Генеральному директору"),
        ("Начальник отдела продаж", "Начальнику отдела продаж"),
        (
            "заместитель генерального директора",
            "заместителю генерального директора",
        ),
        ("Руководитель", "Руководителю"),
        ("главный бухгалтер", "главному бухгалтеру"),
        ("управляющий", "управляющему"),
        ("управляющий магазином", "управляющему магазином"),
        (
            "исполняющий обязанности директора",
            "исполняющему обязанности директора",
        ),
        ("и. о. директора", "и. о. директора"),
        ("менеджер-консультант", "менеджеру-консультанту"),
        ("продавец", "продавцу"),
        ("старший продавец", "старшему продавцу"),
        ("глава администрации", "главе администрации"),
        ("старшая медицинская сестра", "старшей медицинской сестре"),
        ("механик", "механику"),
        ("HR-директор", "HR-директору"),
        ("", ""),
    ] {
        assert_eq!(decline_post(text, Case::Dative), expected);
    }
    assert_eq!(
        decline_post("Главный инженер", Case::Instrumental),
        "Главным инженером"
    );
    assert_eq!(decline_post("механик", Case::Instrumental), "механиком");
}

#[test]
fn capitals_are_kept() {
    assert_eq!(dative(Part::Last, Female, "СОКОЛОВА"), "СОКОЛОВОЙ");
    assert_eq!(dative(Part::First, Male, "пётр"), "петру");
    assert_eq!(dative(Part::Last, Male, "МакДональд"), "МакДональду");
    assert_eq!(dative(Part::First, Male, "ЛЕВ"), "ЛЬВУ");
}

proptest! {
    #[test]
    fn nothing_panics_and_the_nominative_is_the_name(text in "\\PC{0,40}") {
        let name = FullName::parse(&text);
        let count = |s: &str| s.chars().filter(|c| c.is_alphabetic()).count();
        prop_assert_eq!(count(&name.in_order(Order::LastFirst)), count(&text));
        let _ = (name.salutation(None), name.initials(Order::LastFirst), is_organisation(&text));
        prop_assert_eq!(decline_post(&text, Case::Nominative), text.clone());
        prop_assert_eq!(decline_party(&text, None, Case::Nominative).split_whitespace().count() > 0,
            decline_party(&text, None, Case::Dative).split_whitespace().count() > 0);
        for case in Case::ALL {
            let _ = (decline_full(&text, None, case), decline_post(&text, case));
        }
    }

    #[test]
    fn russian_words_keep_their_beginning(
        word in "[А-Я][а-яё]{2,12}", female in any::<bool>(), case in 0usize..6,
    ) {
        let gender = if female { Female } else { Male };
        for part in [Part::Last, Part::First, Part::Middle] {
            let out = decline_part(part, &word, Some(gender), Case::ALL[case]);
            let keep: String = word.chars().take(word.chars().count() - 2).collect();
            prop_assert!(out.starts_with(&keep), "{} {}", word, out);
            let shouted = decline_part(part, &word.to_uppercase(), Some(gender), Case::ALL[case]);
            prop_assert_eq!(shouted, out.to_uppercase());
        }
    }
}

/// The classes of names that are easily declined wrong, by school grammar, Zaliznyak's grammar
/// dictionary, Kalakutskaya and Rosenthal; in the shape of [`slips`].
#[test]
fn names_of_every_hard_class() {
    let rows: Vec<Vec<&str>> = include_str!("names.tsv")
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect())
        .collect();
    assert!(rows.len() > 300, "{}", rows.len());
    let wrong: Vec<String> = rows.iter().flat_map(|row| slips(row)).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

/// Posts and parties as letters have them; rows `kind nom gen dat ins`.
#[test]
fn posts_and_parties_of_letters() {
    let rows: Vec<Vec<&str>> = include_str!("posts.tsv")
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect())
        .collect();
    assert!(rows.len() > 150, "{}", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        let cases = [Case::Genitive, Case::Dative, Case::Instrumental];
        for (case, expected) in cases.into_iter().zip(&row[2..]) {
            let ours = match row[0] {
                "post" => decline_post(row[1], case),
                "firm" => decline_firm(row[1], None, case),
                _ => decline_party(row[1], None, case),
            };
            if ours != *expected {
                wrong.push(format!("{case:?}: {ours} against {expected}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
