//! The body of rules a text falls under.
//!
//! Words weigh for a regime, each form once; the heaviest regime wins, and of
//! equals the one that stands earlier in the table, for it is the more special
//! one. Threats («подам в Роспотребнадзор», «обращусь в управляющую компанию»)
//! are left out first: they name others.

use super::demands::Asked;
use super::own_words::sentences;
use super::{Envelope, pattern};
use complaint::{DemandKind, Kind, Regime};
use regex::Regex;
use std::sync::LazyLock;

static THREAT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"обращусь|обратимся|обращаться|буду обращат|подам\b|подадим|пожалуюсь|напишу (?:в|жалоб|везде|отзыв)|вынужден[аы]? (?:буд|обра)|сообщу в|i will (?:report|contact|sue)",
    )
});

struct Weights {
    regime: Regime,
    words: Vec<(Regex, u32)>,
}

static TABLE: LazyLock<Vec<Weights>> = LazyLock::new(|| {
    let weights = |regime, words: &[(&str, u32)]| Weights {
        regime,
        words: words
            .iter()
            .map(|(stem, weight)| (pattern(&format!(r"\b(?:{stem})")), *weight))
            .collect(),
    };
    vec![
        weights(
            Regime::PersonalData,
            &[
                (r"персональн[а-я]+ данн", 6),
                (r"152-фз", 5),
                (r"обработк[а-я]* (?:[а-я]+ )?данн", 4),
                (r"мои (?:[а-я]+ )?данные", 4),
                (r"согласи[а-я]+ на обработк", 4),
                (r"утечк[а-я]+ данн", 4),
                (r"рекламн[а-я]+ (?:звонк|рассылк|сообщен|смс)", 4),
                (r"спам", 2),
                (r"personal data|gdpr|my data", 6),
            ],
        ),
        weights(
            Regime::Neighbour,
            &[
                (r"шум(?:а|у|ом|е|ы|ят|ите|но|н[а-я]+)?\b", 4),
                (r"громк[а-я]+ музык", 5),
                (r"музык", 1),
                (r"запах[а-я]*", 2),
                (r"вон[ьяюи]", 2),
                (r"ноч(?:ь|ью|ное|ной|ные|ам|и)\b|полуноч|после 23", 2),
                (r"под (?:нашими |моими |самыми )?окнами", 4),
                (r"вибраци", 2),
                (r"вытяжк", 1),
                (r"мусор|коробки|парку(?:ет|ют|етесь)", 2),
                (
                    r"(?:у|около|возле|напротив) (?:нашего |моего )?(?:подъезда|дома)|в(?:о)? (?:нашем )?дворе",
                    2,
                ),
                (r"жильц|жители (?:дома|подъезд)", 3),
                (
                    r"(?:первом|цокольном|моем|нашем) этаже|над нами|под нами",
                    2,
                ),
                (
                    r"вывеск[а-я]+ светит|дым (?:от|из)|перекрыва[а-я]+ (?:выезд|двор|проезд)",
                    4,
                ),
                (r"noise|neighbou?r", 4),
            ],
        ),
        weights(
            Regime::Medical,
            &[
                (r"врач|доктор", 3),
                (r"клиник|поликлиник|больниц|медцентр", 3),
                (r"медицинск", 3),
                (r"стоматолог|зуб[а-я]{0,3}\b|пломб|имплант|коронк", 3),
                (r"анализ", 2),
                (
                    r"диагноз|диагност[а-я]+ (?:заболеван|пациент)|пациент|медсестр|узи\b|мрт\b|лечащ|рентген|терапевт|хирург",
                    2,
                ),
                (r"лечени", 1),
                (r"назначени|рецепт", 1),
                (r"doctor|clinic|dentist|medical|patient", 3),
            ],
        ),
        weights(
            Regime::Tourism,
            &[
                (r"тур(?:а|у|ом|е|ы|ов)?\b", 4),
                (r"туроператор|турагент|турфирм|турист|путевк", 4),
                (r"экскурси", 2),
                (r"трансфер", 2),
                (r"поездк", 1),
                (r"ваучер", 2),
                (r"вылет", 1),
                (r"отел", 1),
                (r"визы|визу\b", 1),
                (r"tour\b|travel agency|package holiday", 4),
            ],
        ),
        weights(
            Regime::Hotel,
            &[
                (r"гостиниц|хостел|гостев[а-я]+ дом|мини-отел", 4),
                (r"отел", 3),
                (r"апартамент", 3),
                (
                    r"засел|выселен|проживан|постоял|ресепшен|ресепшн|горничн",
                    3,
                ),
                (
                    r"номер(?:е|а)? (?:был|оказал|забронир|не убир|с видом|люкс|стандарт|гряз)|в номере",
                    3,
                ),
                (r"бронь|брони\b|бронир|забронир", 2),
                (r"заезд", 2),
                (r"hotel|check-in|hostel", 3),
            ],
        ),
        weights(
            Regime::Catering,
            &[
                (
                    r"кафе\b|ресторан|столов(?:ая|ой|ую)|кофейн|пиццери|бистро|в баре|бара\b|буфет",
                    3,
                ),
                (r"официант|бариста|повар[а-я]{0,2}\b|банкет", 3),
                (r"блюд|меню\b|порци", 2),
                (
                    r"пицц|суши|ролл[ыао]|бургер|шаурм|салат|суп[а-я]{0,2}\b|десерт|стейк",
                    2,
                ),
                (r"отравил|отравлен", 2),
                (r"ед[уы]\b", 3),
                (r"доставк[а-я]* еды", 2),
                (r"ужин|обед[а-я]{0,2}\b|завтрак|столик", 1),
                (r"restaurant|cafe\b|waiter|dish", 3),
            ],
        ),
        weights(
            Regime::Carriage,
            &[
                (r"рейс", 4),
                (r"багаж", 3),
                (r"авиабилет|авиакомпан|аэропорт", 3),
                (
                    r"перевозчик|перевозк|грузоперевоз|экспедитор|транспортн[а-я]+ компани",
                    4,
                ),
                (
                    r"поезд(?:а|у|ом|е|ов)?\b|электричк|автобус|вагон|маршрутк|пассажир",
                    3,
                ),
                (r"груз(?:а|у|ом|е)?\b", 2),
                (r"билет", 1),
                (r"flight|luggage|baggage|airline|train\b|carrier", 3),
            ],
        ),
        weights(
            Regime::Communal,
            &[
                (
                    r"отоплен|водоснабжен|водоотведен|электроснабжен|канализаци",
                    4,
                ),
                (r"горяч[а-я]+ вод|холодн[а-я]+ вод|нет воды", 4),
                (r"электроэнерги|электричеств", 3),
                (r"коммунальн|жку\b|жкх", 4),
                (r"батаре[яи] (?:холодн|едва|чуть|не гре)|стояк", 4),
                (r"счетчик", 3),
                (r"температур[а-я]+ в (?:квартир|комнат)", 3),
                (r"квитанци", 1),
                (r"heating|hot water|utilit", 3),
            ],
        ),
        weights(
            Regime::Housing,
            &[
                (
                    r"управляющ[а-я]+ (?:компани|организаци)|ук\b|тсж\b|жск\b|жэк",
                    4,
                ),
                (r"подъезд", 3),
                (r"лифт", 3),
                (r"крыш[аиуей]+\b|кровл", 3),
                (
                    r"домофон|общедомов|придомов|капремонт|капитальн[а-я]+ ремонт дома",
                    4,
                ),
                (r"дворник|уборк[а-я]+ (?:подъезд|двор)|подвал", 2),
                (r"housing manager|stairwell|elevator", 3),
            ],
        ),
        weights(
            Regime::Household,
            &[
                (r"химчистк|прачечн", 5),
                (r"ателье|пошив|портн(?:ой|ому|ого)|закройщик", 4),
                (r"клининг|уборк[а-я]+ квартир", 3),
                (r"ремонт[а-я]* обув|сапожн|фотоател|ритуальн", 4),
                (r"dry.?clean|laundry|tailor", 5),
            ],
        ),
        weights(
            Regime::Platform,
            &[
                (r"маркетплейс|агрегатор", 5),
                (
                    r"озон(?:е|а|у)?\b|ozon|wildberries|вайлдберриз|вб\b|яндекс[ .]?маркет|авито|мегамаркет",
                    5,
                ),
                (r"площадк[а-я] (?:обязан|не|ваш)", 2),
                (r"marketplace", 5),
            ],
        ),
        weights(
            Regime::Distance,
            &[
                (r"интернет-? ?магазин", 5),
                (r"(?:на|через|с) (?:вашем |вашего |ваш |нашем )?сайт", 4),
                (r"дистанционн", 5),
                (r"пункт[а-я]* выдачи|пвз\b|постамат", 4),
                (r"онлайн-? ?(?:заказ|магазин)|заказ[а-я]+ онлайн", 4),
                (r"курьер", 3),
                (r"посылк|наложенн|сдэк|почтой", 2),
                (r"online (?:store|shop|order)|your website", 5),
            ],
        ),
        weights(
            Regime::B2b,
            &[
                (r"договор[а-я]* поставки|по поставке|поставщик", 5),
                (
                    r"упд\b|универсальн[а-я]+ передаточн|товарн[а-я]+ накладн|спецификаци",
                    4,
                ),
                (r"арбитраж", 4),
                (r"контрагент", 3),
                (r"парти[яиюей]+ (?:товар|продукц|\d)", 3),
                (r"наш[а-я]+ (?:компани|организаци|предприяти|обществ)", 2),
                (r"задолженност[а-я]* по (?:договор|оплат)", 4),
                (r"invoice|supply contract|our company", 3),
            ],
        ),
        weights(
            Regime::Services,
            &[
                (r"услуг", 3),
                (r"подписк|абонемент|тариф", 4),
                (
                    r"стрижк|постригл|окрашиван|покрасил|маникюр|педикюр|парикмахер|салон|барбер|ресниц|косметолог",
                    4,
                ),
                (r"мастер(?:а|у|ом|е)?\b", 2),
                (
                    r"чинил|починил|ремонтировал|отремонтировал|сервисн[а-я]+ центр|автосервис|шиномонтаж|сто\b",
                    3,
                ),
                (
                    r"работ[уы] (?:я )?(?:принял|выполн|сдел|законч)|исполнител|подрядчик|смет[аыуе]",
                    3,
                ),
                (
                    r"установ(?:ил|к|ит)|монтаж|монтировал|собирал[аи]? (?:кухн|шкаф|мебел)",
                    2,
                ),
                (
                    r"ремонт[а-я]* (?:квартир|ванн|кухн|крыши|дома|машин|автомобил|двигател|стиральн)",
                    4,
                ),
                (
                    r"курс(?:ы|ов|а|у|е)?\b|обучен|заняти|урок|репетитор|преподават|тренер|тренировк|фитнес|бассейн|школ[аыуе]",
                    3,
                ),
                (
                    r"фотограф|фотосесси|свадьб|праздник|аниматор|ведущ(?:ий|его)",
                    3,
                ),
                (
                    r"интернет(?:а|у|ом)?\b[^-]|провайдер|(?:мобильн|сотов)[а-я]+ связ|оператор[а-я]* связи",
                    2,
                ),
                (r"списал|списыва|списани", 1),
                (r"прием[а-я]* (?:у )?мастер|записал[аи]?сь|запись", 1),
                (r"такси", 1),
                (r"service|haircut|subscription|course|gym", 3),
                (
                    r"юрист|адвокат|нотариус|ветеринар|ветклиник|груминг|парковк|мойк[аеуи]",
                    2,
                ),
                (r"натяжн[а-я]+ потол", 3),
            ],
        ),
        weights(
            Regime::Goods,
            &[
                (r"купил|куплен|приобр[ел]|приобрел|покупк|покупал", 3),
                (r"магазин", 2),
                (r"касс[аеуы]\b|кассир|продав[ец]", 1),
                (r"аптек|продали", 2),
                (r"чек[аеуи]?\b|пробили", 1),
                (r"посуд|сервиз|духи\b|косметик", 2),
                (r"товар", 3),
                (r"брал[аи]?\b[^.]{0,20}\bу вас|взял[аи]? у вас", 3),
                (r"гаранти", 2),
                (r"брак\b|бракован", 2),
                (r"бирк|ценник|примерк|не подош[еёл]", 2),
                (r"размер", 1),
                (
                    r"чайник|телефон|смартфон|ноутбук|планшет|холодильник|пылесос|утюг|телевизор|микроволнов|кофемашин|наушник|монитор|принтер|блендер|мультивар",
                    2,
                ),
                (r"стиральн[а-я]+ машин|посудомо", 2),
                (
                    r"диван|матрас|шкаф|кресл|стул|стол(?:а|у|ом)?\b|кроват|комод|кухн[июя]|мебел|двер[ьи]|ковер",
                    2,
                ),
                (
                    r"плать|обув|ботин|кроссов|сапог|туфл|куртк|пальто|шуб|костюм|рубашк|джинс|сумк|рюкзак",
                    2,
                ),
                (
                    r"игрушк|коляск|велосипед|самокат|часы\b|кольц|шин(?:ы|а)\b|книг|краск[ауи]\b|корм[а-я]{0,2}\b|молок|сыр\b|колбас|продукт|срок годности|просрочен[а-я]+ (?:товар|продукт)",
                    2,
                ),
                (
                    r"bought|purchase|shop\b|store\b|item|product|warranty|kettle|phone|sofa|shoes",
                    3,
                ),
            ],
        ),
    ]
});

/// Words that say the goods were not handed over in time.
static LATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"не (?:был[аио]? )?(?:доставл|передан|привез|поставл|отгруж|отправл|пришел|пришла|пришло|пришли|получил|получен|прибыл)|не доставил|просроч[а-я]+ (?:доставк|поставк|передач)|срок[а-я]* (?:доставк|поставк|передач)[^.]{0,60}(?:истек|прош|сорв|наруш|перенос)|(?:доставк|поставк)[а-я]* (?:[а-я]+ )?(?:просроч|задерж|перенос|срыва|сорва|откладыва)|(?:задержк|задержив)[а-я]* (?:доставк|поставк)|до сих пор (?:[а-я]+ )?нет|(?:перенос|сдвига|откладыва)[а-я]* срок|обещал[аи]? (?:привезти|доставить|передать|отгрузить)|(?:not|never) (?:been )?(?:delivered|arrived|received)",
    )
});
static PAID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"оплат|оплач|предоплат|аванс|внес(?:ен|ла|ли|\b)|заплат|перечисл|перевел|деньги (?:взяли|получили|списал)|купил|paid|prepaid",
    )
});

/// The regime that the words of a lower-case text weigh for.
pub(super) fn regime(
    low: &str,
    low_subject: &str,
    envelope: &Envelope<'_>,
    asked: &[Asked],
) -> Regime {
    let kept: Vec<String> = sentences(low)
        .into_iter()
        .filter(|sentence| !THREAT.is_match(sentence))
        .collect();
    let text = format!("{low_subject}\n{}", kept.join("\n"));
    let weight = |of: Regime| -> u32 {
        TABLE
            .iter()
            .filter(|weights| weights.regime == of)
            .flat_map(|weights| &weights.words)
            .map(|(word, weight)| {
                // The subject says what the matter is, so its words weigh twice.
                let times = u32::from(word.is_match(&text)) + u32::from(word.is_match(low_subject));
                weight * times
            })
            .sum()
    };
    let asks = |kind: DemandKind| asked.iter().any(|one| one.kind == kind);
    let mut best = (Regime::General, 1);
    for weights in TABLE.iter() {
        let mut own = weight(weights.regime);
        match weights.regime {
            Regime::Neighbour if asks(DemandKind::StopNuisance) && own > 0 => own += 2,
            Regime::PersonalData if asks(DemandKind::Erasure) => own += 4,
            // A sale through a site is a sale: its goods weigh for it too.
            Regime::Distance if own >= 4 => own += weight(Regime::Goods),
            Regime::Platform if own > 0 => own += weight(Regime::Goods),
            Regime::B2b if envelope.from_name.is_some_and(is_firm) => own += 3,
            _ => {}
        }
        if own > best.1 {
            best = (weights.regime, own);
        }
    }
    let is_goods = matches!(best.0, Regime::Goods | Regime::Distance | Regime::General);
    let is_order = asks(DemandKind::Delivery) || text.contains("заказ") || text.contains("поставк");
    let has_goods = weight(Regime::Goods) > 0 || best.0 == Regime::General && is_order;
    if is_goods && has_goods && LATE.is_match(&text) && PAID.is_match(&text) {
        return Regime::PrepaidGoods;
    }
    best.0
}

/// Thanks, and a review that asks for nothing and names no contract, are no
/// legal relation.
pub(super) fn for_kind(regime: Regime, kind: Kind, demands: &[DemandKind]) -> Regime {
    match kind {
        Kind::Gratitude => Regime::None,
        Kind::Review if demands.is_empty() && regime == Regime::General => Regime::None,
        _ => regime,
    }
}

/// Whether a sender's name is that of a firm.
pub(super) fn is_firm(name: &str) -> bool {
    static FIRM: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r#"(?:^|\s)(?:ООО|АО|ПАО|ЗАО|ОАО|НАО|ТСЖ|АНО|ИП|ФГУП|МУП|ГУП|ГБУ|МБУ|Общество с ограниченной|LLC|Ltd|Inc)(?:\s|$|[«".,])|[«"].+[»"]"#,
        )
    });
    FIRM.is_match(name)
}
