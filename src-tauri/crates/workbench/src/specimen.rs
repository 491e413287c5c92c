//! Specimen letters: every part that the press can set, with made-up words.

// A specimen that can't be drawn is a fault of this file, which every test would show.
#![allow(clippy::missing_panics_doc)]

use chrono::DateTime;
use press::*;

/// Prose of an office, its paragraphs parted by empty lines: what the evenness
/// of lines is measured on.
pub const RUSSIAN_PROSE: &str = include_str!("../prose/ru.txt");
/// More of it, written after the breaker was first tuned.
pub const FRESH_RUSSIAN_PROSE: &str = include_str!("../prose/fresh.ru.txt");
/// Prose that was written when all tuning was done, and is for measuring alone.
pub const KEPT_RUSSIAN_PROSE: [&str; 2] = [
    include_str!("../prose/kept-a.ru.txt"),
    include_str!("../prose/kept-b.ru.txt"),
];
pub const ENGLISH_PROSE: &str = include_str!("../prose/en.txt");
/// The widths of the text that prose is measured at, mm.
pub const PROSE_WIDTHS: [f32; 10] = [
    90.0, 100.0, 110.0, 120.0, 130.0, 140.0, 150.0, 160.0, 170.0, 180.0,
];

/// A stamp and a signature as a scanner leaves them, PNG.
pub const STAMP: &[u8] = include_bytes!("../pictures/stamp.png");
/// A made-up signature as a PNG; see [`STAMP`].
pub const SIGNATURE: &[u8] = include_bytes!("../pictures/signature.png");

/// Says the same of every specimen: one author, one time, one seed.
pub fn meta(title: &str, language: Language) -> Meta {
    Meta {
        title: title.into(),
        author: "ООО «Уютный дом»".into(),
        subject: "Ответ на претензию".into(),
        language,
        created: DateTime::parse_from_rfc3339("2026-11-22T10:30:00+03:00").expect("a date"),
        seed: "test".into(),
    }
}

/// A round blue stamp, drawn here.
pub fn stamp() -> Vec<u8> {
    ring(420, |r, angle| {
        (0.93..1.0).contains(&r)
            || (0.60..0.63).contains(&r)
            || (0.68..0.88).contains(&r) && (angle * 9.0).sin() > 0.2
    })
}

/// A blue stroke like a signature.
pub fn scrawl() -> Vec<u8> {
    let (w, h) = (480u32, 160u32);
    let mut rgba = vec![0u8; (w * h * 4) as usize];
    for t in 0..6000 {
        let t = f64::from(t) / 6000.0;
        let x = 20.0 + t * 430.0 + (t * 37.0).sin() * 14.0;
        let y = 80.0 + (t * 23.0).sin() * 50.0 * (1.0 - t * 0.6);
        for dx in -2i32..=2 {
            for dy in -2i32..=2 {
                let at = (((y as i32 + dy) * w as i32 + x as i32 + dx) * 4) as usize;
                rgba[at..at + 4].copy_from_slice(&[25, 45, 150, 255]);
            }
        }
    }
    png(w, h, &rgba)
}

fn ring(side: u32, ink: impl Fn(f64, f64) -> bool) -> Vec<u8> {
    let mut rgba = vec![0u8; (side * side * 4) as usize];
    let c = f64::from(side) / 2.0;
    for y in 0..side {
        for x in 0..side {
            let (dx, dy) = (f64::from(x) - c, f64::from(y) - c);
            if ink(dx.hypot(dy) / c, dy.atan2(dx)) {
                let at = ((y * side + x) * 4) as usize;
                rgba[at..at + 4].copy_from_slice(&[30, 60, 170, 210]);
            }
        }
    }
    png(side, side, &rgba)
}

/// A logo: a house.
pub fn logo() -> Vec<u8> {
    let side = 240i32;
    let mut rgba = vec![0u8; (side * side * 4) as usize];
    for y in 0..side {
        for x in 0..side {
            let roof = y > 20 && y < 120 && (x - 120).abs() < y - 20;
            let wall = (120..220).contains(&y)
                && (50..190).contains(&x)
                && !((100..140).contains(&x) && y > 150);
            if roof || wall {
                let at = ((y * side + x) * 4) as usize;
                rgba[at..at + 4].copy_from_slice(&[20, 90, 110, 255]);
            }
        }
    }
    png(side as u32, side as u32, &rgba)
}

/// A PNG of eight-bit red, green, blue and opacity.
pub fn png(w: u32, h: u32, rgba: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut e = png::Encoder::new(&mut out, w, h);
    e.set_color(png::ColorType::Rgba);
    e.set_depth(png::BitDepth::Eight);
    let mut writer = e.write_header().expect("header");
    writer.write_image_data(rgba).expect("samples");
    writer.finish().expect("end");
    out
}

/// The letterhead of a made-up company, with a logo where it has a place.
pub fn letterhead(form: LetterheadForm, logo_place: Option<LogoPlace>) -> Letterhead {
    Letterhead {
        form,
        name: "Общество с ограниченной ответственностью «Уютный дом»".into(),
        tagline: Some("Мебель и техника для дома".into()),
        details: vec![
            "123456, г. Москва, ул. Зелёная, д. 5, стр. 2, офис 17".into(),
            "Тел.: +7 495 123-45-67, e-mail: office@uyut.example".into(),
            "ОГРН 1027700132195, ИНН 7707083893, КПП 770701001".into(),
        ],
        logo: logo_place.map(|_| Picture::new(logo(), "Логотип: дом")),
        logo_place: logo_place.unwrap_or_default(),
    }
}

/// The paragraphs of [`russian`].
pub const PROSE: [&str; 7] = [
    "Мы получили Вашу претензию 10 ноября 2026 г. и внимательно её рассмотрели. Вы сообщаете, что электрический чайник \"Волна-2\", купленный в нашем магазине 3 октября 2026 г. по договору № 1187, перестал нагревать воду через две недели обычного использования, и просите вернуть уплаченную сумму - 4 990 руб. 00 коп. - и возместить расходы на доставку.",
    "Специалист сервисного центра А. В. Кузнецов осмотрел товар 14 ноября 2026 г. в Вашем присутствии. Осмотр показал, что нагревательный элемент вышел из строя из-за производственного недостатка: признаков неправильной эксплуатации, ударов или попадания посторонних предметов не обнаружено. Акт осмотра подписан обеими сторонами, его копия приложена к настоящему письму.",
    "Согласно статье 18 Закона о защите прав потребителей покупатель технически несложного товара, в котором обнаружены недостатки, вправе по своему выбору потребовать замены, соразмерного уменьшения цены, безвозмездного устранения недостатков либо отказаться от исполнения договора и потребовать возврата уплаченной суммы. Срок возврата денег установлен статьёй 22 того же закона и составляет десять дней со дня предъявления требования.",
    "Мы признаём Ваше требование о возврате денег обоснованным и удовлетворяем его полностью. Деньги будут перечислены на карту, с которой была произведена оплата, не позднее 20 ноября 2026 г.; банк может зачислить их в течение ещё трёх рабочих дней. Возвращать упаковку не требуется, а сам товар можно передать курьеру, который приедет в согласованное с Вами время.",
    "Требование о возмещении расходов на доставку мы удовлетворяем частично: возмещается стоимость доставки чайника (350 руб. 00 коп.), поскольку она подтверждена чеком. Стоимость доставки других предметов из того же заказа не возмещается, так как эти предметы исправны и остаются у Вас, а договор в этой части исполнен надлежащим образом.",
    "Нам жаль, что так вышло. Мы передали сведения о недостатке изготовителю и проверили остаток этой партии на складе, чтобы подобное не повторилось. Если у Вас остались вопросы, позвоните по телефону +7 495 123-45-67 с 9 до 18 часов по рабочим дням или напишите на office@uyut.example: Ваш вопрос рассмотрит руководитель отдела.",
    "Если Вы не согласны с принятым решением, Вы вправе обратиться в территориальный орган Роспотребнадзора или в суд по месту своего жительства; государственная пошлина по таким искам не уплачивается в пределах, установленных законом.",
];

/// The paragraphs of [`english`].
pub const PROSE_EN: [&str; 3] = [
    "We received your complaint on 10 November 2026 and have considered it with care. You tell us that the \"Wave-2\" kettle you bought in our shop on 3 October 2026 stopped heating water after two weeks of ordinary use, and you ask us to return the 4 990 RUB you paid and to compensate you for the cost of delivery.",
    "Our technician examined the appliance in your presence. The examination showed that the heating element had failed because of a manufacturing defect; there was no evidence of improper use, of impact or of foreign objects. Both parties signed the inspection report, and a copy of it is enclosed with this letter for your information.",
    "We therefore accept your demand in full. The money will be transferred to the card that was used for the payment no later than 20 November 2026; your bank may need up to three further working days. There is no need to return the packaging, and a courier will collect the appliance at a time that is convenient for you.",
];

/// A whole Russian letter whose prose comes `repeat` times.
pub fn russian(form: LetterheadForm, repeat: usize) -> Document {
    let mut body = vec![Block::salutation("Уважаемый Николай Петрович!")];
    for _ in 0..repeat {
        body.extend(PROSE.iter().map(|p| Block::text(*p)));
    }
    Document {
        letterhead: Some(letterhead(form, Some(LogoPlace::Left))),
        reference: Some(Reference {
            date: Some("20 ноября 2026 г.".into()),
            number: Some("ИСХ-2026/0107".into()),
            reply_number: Some("ВХ-2026/0001".into()),
            reply_date: Some("10.11.2026".into()),
        }),
        addressee: vec![
            "Смирнову Н. П.".into(),
            "ул. Садовая, д. 12, кв. 48, г. Тверь, Тверская область, 170100".into(),
        ],
        heading: Some("О возврате денег за чайник и возмещении расходов на доставку".into()),
        enclosures: Some(Enclosures {
            label: None,
            items: vec![
                "копия акта осмотра от 14.11.2026 на 2 л. в 1 экз.".into(),
                "копия чека на 1 л. в 1 экз.".into(),
            ],
        }),
        signatures: vec![Signature {
            closing: Some("С уважением,".into()),
            post: "Генеральный директор ООО «Уютный дом»".into(),
            name: "И. И. Соколова".into(),
            picture: None,
            stamp: None,
            stamp_place: false,
        }],
        executor: vec![
            "Петрова Анна Сергеевна".into(),
            "+7 495 123-45-67, доб. 12".into(),
        ],
        code: None,
        receipt: false,
        head: None,
        foot: None,
        attachments: Vec::new(),
        ..Document::new(meta("О возврате денег за чайник", Language::Ru), body)
    }
}

/// A whole English letter, signed with a picture.
pub fn english() -> Document {
    let mut body = vec![Block::aligned(Align::Left, vec!["Dear Mr Smith,".into()])];
    body.extend(PROSE_EN.iter().map(|p| Block::text(*p)));
    let mut doc = russian(LetterheadForm::Longitudinal, 0);
    doc.meta = meta("Refund for the kettle", Language::En);
    doc.letterhead = Some(Letterhead {
        form: LetterheadForm::Longitudinal,
        name: "Cosy Home Ltd".into(),
        tagline: None,
        details: vec![
            "5 Green Street, Moscow 123456".into(),
            "office@uyut.example".into(),
        ],
        logo: None,
        logo_place: LogoPlace::Left,
    });
    doc.heading = Some("Refund for the kettle and the cost of delivery".into());
    doc.reference = Some(Reference {
        date: Some("20 November 2026".into()),
        number: Some("OUT-2026/0107".into()),
        reply_number: Some("IN-2026/0001".into()),
        reply_date: Some("10 November 2026".into()),
    });
    doc.addressee = vec![
        "Mr N. Smith".into(),
        "12 Garden Road, flat 48, Tver 170100".into(),
    ];
    doc.body = body;
    doc.enclosures = Some(Enclosures {
        label: None,
        items: vec!["inspection report of 14 November 2026, 2 pages".into()],
    });
    doc.signatures = vec![Signature {
        closing: Some("Yours sincerely,".into()),
        post: "Director".into(),
        name: "I. Sokolova".into(),
        picture: Some(Picture::new(scrawl(), "Signature")),
        stamp: None,
        stamp_place: false,
    }];
    doc.executor = vec!["Anna Petrova".into(), "+7 495 123-45-67".into()];
    doc
}

/// A file to go inside the file.
pub fn attachment(name: &str) -> Attachment {
    Attachment {
        name: name.into(),
        mime: "application/json".into(),
        description: "Сведения о деле".into(),
        relationship: Relationship::Data,
        modified: meta("t", Language::Ru).created,
        bytes: br#"{"number":"1"}"#.to_vec(),
    }
}

/// Tables, lists, a quotation, a picture of an exhibit, words that rest on
/// exhibits, a stamp, a code, a line for who receives it.
pub fn rich() -> Document {
    let mut doc = russian(LetterheadForm::Corner, 1);
    let mut rows: Vec<Vec<Cell>> = vec![
        vec!["1".into(), "Возврат 4 990 руб. 00 коп.".into(), "Удовлетворено полностью".into(), "20.11.2026".into()],
        vec!["2".into(), "Возмещение расходов на доставку всего заказа".into(), "Удовлетворено частично: 350 руб. 00 коп. подтверждены чеком, остальное относится к исправным предметам".into(), "20.11.2026".into()],
        vec!["3".into(), "Письменные извинения".into(), "Удовлетворено".into(), "—".into()],
    ];
    for i in 4..30 {
        rows.push(vec![
            i.to_string().into(),
            "Дополнительное требование заявителя".into(),
            "Рассмотрено".into(),
            "—".into(),
        ]);
    }
    let table = Table {
        columns: vec![],
        head: vec![vec![
            "№".into(),
            "Требование".into(),
            "Решение и причина".into(),
            "Срок".into(),
        ]],
        rows,
    };
    doc.body.insert(2, Block::Quote { blocks: vec![Block::spans(vec![Span { verbatim: false, ..Span::italic("«Чайник не греет, продавец грубит, деньги не возвращают. Требую вернуть мне всё до копейки и извиниться письменно!»") }])] });
    doc.body.insert(4, Block::List { marker: Marker::Numbered { start: 1 }, items: vec![
        vec![Block::text("осмотрен товар и составлен акт с фотографиями нагревательного элемента и шнура питания;")],
        vec![Block::text("опрошены продавец-консультант и кладовщик;")],
        vec![Block::spans(vec![Span::plain("проверены "), Span::bold("все чеки"), Span::plain(" за октябрь 2026 г.")])],
    ] });
    doc.body.insert(
        5,
        Block::List {
            marker: Marker::Dashed,
            items: vec![
                vec![Block::text("первый пункт перечня;")],
                vec![Block::text("второй пункт перечня.")],
            ],
        },
    );
    doc.body.push(Block::Table(table));
    doc.body.insert(
        6,
        Block::spans(vec![
            Span::plain("Состояние прибора при приёме описано в акте")
                .resting_on("Акт осмотра от 14.11.2026"),
            Span::plain(", оплата подтверждена чеком")
                .resting_on("Кассовый чек от 03.10.2026 № 118"),
            Span::plain(", а место недостатка видно на снимке; с актом")
                .resting_on("Акт осмотра от 14.11.2026"),
            Span::plain(" Вы согласились."),
        ]),
    );
    doc.body.insert(
        7,
        Block::figure(
            Picture::new(stamp(), "Снимок нагревательного элемента").width_mm(40.0),
            "Снимок 1. Нагревательный элемент чайника «Волна-2»",
        ),
    );
    doc.code = Some(Code {
        text: "№ ИСХ-2026/0107 20.11.2026\nSHA-256 \
               9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            .into(),
        alt: "QR-код: номер письма и отпечаток его текста".into(),
        caption: "Номер и отпечаток письма".into(),
    });
    doc.receipt = true;
    doc.signatures[0].picture = Some(Picture::new(scrawl(), "Подпись И. И. Соколовой"));
    doc.signatures[0].stamp = Some(Picture::new(stamp(), "Печать ООО «Уютный дом»").width_mm(38.0));
    doc
}

/// This sheet with its right margin moved so that the text is `mm` wide. The sheet grows when it is too
/// narrow for that.
#[must_use]
pub fn of_text_width(mut page: PageSetup, mm: f32) -> PageSetup {
    let mm = if mm.is_finite() {
        mm.clamp(20.0, 2000.0)
    } else {
        180.0
    };
    page.width = page.width.max(page.left + mm + 5.0);
    page.right = page.width - page.left - mm;
    page
}
