//! What is asked for.
//!
//! A demand needs two things: words that ask («прошу», «верните», «можно ли»)
//! and words that say what for. The text is cut into sentences and those into
//! clauses at commas and «и»; from a clause that asks on, each clause is held
//! against the table until the sentence ends or turns to reasons or threats. So
//! «ремонт длился месяц» demands nothing, and «прошу вернуть деньги» does.

use super::sentence::sentences;
use crate::pattern::pattern;
use complaint::{DemandKind, Regime};
use regex::Regex;
use std::sync::LazyLock;

/// A demand found in the text, before the regime settles what it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub kind: DemandKind,
    /// Asked as a question («можно ли…»), not claimed.
    pub is_question: bool,
}

/// Words with which a person asks.
static ASKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?:прошу|просим|попрошу|просил[аи]? бы|требую|требуем|потребую|требовани[еяй]|настаива(?:ю|ем)|хочу|хотим|хотел[аи]?|хотелось бы|желаю|",
        r"ожида(?:ю|ем)|ждем|жду|претендую|рассчитыва(?:ю|ем)|пожалуйста|будьте добры|будьте любезны|необходимо|нужно|нужна|нужен|надо|намерен[аы]?|",
        r"вы обязаны|обязаны вернуть|должны вернуть|должны мне|отказываюсь|отказываемся|расторгаю|расторгаем|отзываю|заявляю|предлагаю|готов[аы]? принять|соглас(?:на|ен|ны) на|",
        r"i want|i would like|i'd like|we want|we request|i request|i demand|we demand|i ask|please|kindly|i expect|we expect|i insist|i am asking|i'm asking)\b"
    ))
});
static QUESTIONS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?:можно(?: ли)?|нельзя ли|возможно ли|могу(?: ли)?(?: я)?|можем(?: ли)?|можете(?: ли)?|не могли бы|могли бы|подскажите|",
        r"can i|could i|may i|can you|could you|would you|is it possible)\b"
    ))
});
/// Forms that order. A form that may also tell («вы храните») is not here.
static ORDERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?:верните|возвратите|отдайте|замените|поменяйте|обменяйте|отремонтируйте|почините|исправьте|устраните|переделайте|доделайте|",
        r"закончите|завершите|доставьте|привезите|отправьте|отгрузите|пришлите|вышлите|направьте|предоставьте|представьте|выдайте|дайте|сообщите|объясните|",
        r"поясните|разъясните|уточните|выплатите|оплатите|заплатите|уплатите|погасите|перечислите|переведите|компенсируйте|возместите|",
        r"извинитесь|принесите|удалите|уничтожьте|прекратите|прекращайте|перестаньте|остановите|хватит|отмените|отключите|аннулируйте|",
        r"расторгните|пересчитайте|перерассчитайте|сделайте|произведите|уменьшите|снизьте|примите|проведите|уберите|разберитесь|",
        r"проверьте|накажите|покажите|оформите|доплатите|передайте|поставьте|восстановите|не списывайте|не снимайте|не звоните|",
        r"refund|return my money|give me my money|give back|replace|repair|fix|exchange|compensate|reimburse|apologi[sz]e|apology|deliver|",
        r"stop|cancel|delete|erase|explain|provide|send|pay)\b"
    ))
});
/// A question after the day of a promise is a demand.
static WHEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\bкогда(?: же)?(?: вы)?(?: мне)?\s+(?:уже\s+)?(?:верн(?:ете|ут)|отдадите|достав(?:ите|ят)|привез(?:ете|ут)|отремонтируете|почините|замените|будет (?:возврат|доставк))",
    )
});
static NEGATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\bне\s+(?:хочу|хотим|хотел[аи]?|прошу|требую|требуем|нужно|нужна|нужен|надо|желаю|намерен[аы]?|соглас\w*|собира\w+|готов[аы]?|буду|жду)\b|\b(?:do not|don't) want\b|\bотказ[а-я]+ (?:в|мне|вернуть|принять)\b",
    )
});
/// From these words on a sentence gives reasons, conditions or threats.
static TURNS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:потому|так как|т\.? ?к\.?|поскольку|ведь|иначе|в противном|в случае|если|а если|не то|а то|в связи с тем|из-за того|otherwise|because|since|if)\b",
    )
});
/// With these words begins a clause that only tells what is asked about.
static TELLS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:и |а )?(?:что|почему|отчего|как|какие|какая|какой|каких|каким|каком|котор[а-я]+|где|кто|кем|когда|куда|откуда|сколько|пока|хотя|на каком|по какой|в котор[а-я]+|за котор[а-я]+|why|how|which|what|when|where)\b",
    )
});
/// A clause that takes the asking up again after one that tells.
static RESUMES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:и |а |также |а также |или |либо |затем |ещё |еще |после |до |на |больше |впредь |мне |нам |их |её |ее |его |мои |все )*(?:не )?[а-я]+(?:ть|ти|чь|ться|тись)\b|^(?:и |а )?(?:также|а также)\b|^(?:and |or )?(?:to )?(?:refund|replace|repair|delete|apologi[sz]e|compensate|stop)\b",
    )
});

/// Words of courtesy stand between commas and cut nothing; «хотя бы» is none of
/// the words that begin a clause.
static COURTESY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r",?\s*\b(пожалуйста|please|kindly|будьте добры|очень|убедительно)\b\s*,?|\bхотя бы\b")
});

/// The cuts between clauses. A comma between figures is a decimal sign, and a
/// contract number has no commas.
static CUTS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[;:()]|,\s|\s[—–-]\s|\s(?:и|а также|а|либо|или|но|and|or|but)\s"));
/// A verb of giving, kept for the next clause that has none of its own:
/// «верните 15000 рублей и 100 000 рублей морального вреда».
static GIVES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:верн|возвра[тщ]|выпла[тч]|компенс|возмест|возмещ|перечисл|взыск|оплат|заплат|предостав|выда|refund|pay|reimburse)[а-яa-z]*",
    )
});
static HAS_VERB: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b[а-я]{2,}(?:ть|ти|чь|ться|тись|ите|йте|ьте|итесь|ую|аю|яю)\b"));

struct Rule {
    kind: DemandKind,
    says: Regex,
    except: Option<Regex>,
}

/// What is asked, the narrower before the wider: a penalty that is «выплачена
/// деньгами» is a penalty, the harm that is «возмещён» may be a moral one. The
/// first rule that fits a clause takes it.
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    use DemandKind as D;
    let rule = |kind, says: &str, except: &str| Rule {
        kind,
        says: pattern(says),
        except: (!except.is_empty()).then(|| pattern(except)),
    };
    vec![
        rule(
            D::StopCharging,
            r"не\s+(?:[а-я]+\s+)?(?:списыва|снимат|снимай|взима)|(?:прекра[тщ]|переста|остано|отмен|отключ|запре[тщ])[а-я]*\s+(?:[а-я]+\s+){0,3}(?:списани|списыва|подписк|автоплат|автосписан|автопродлен|снимать|платн[а-я]+ услуг)|(?:подписк|автоплат|списани|автопродлен)[а-я]*\s+(?:[а-я]+\s+)?(?:отключ|отмен|прекра|остано)|отказ[а-я]* от (?:[а-я]+ )?(?:подписк|автоплат|автопродлен)|\b(?:stop|cancel)\b.*\b(?:charg|subscription|auto-?renew)",
            "",
        ),
        rule(
            D::MoralDamages,
            r"моральн|нравственн|moral (?:harm|damage)|emotional distress",
            "",
        ),
        rule(
            D::Penalty,
            r"неустой|\bпен[июяь]\b|\bпеней\b|штраф|проценты за (?:пользован|просроч)|\bpenalt|late fee",
            "",
        ),
        rule(
            D::Erasure,
            r"(?:удал|уничтож|стер|изъя|обезлич)[а-я]*.*(?:данн|профил|аккаунт|учетн|номер|информаци|анкет|фото|\bих\b|\bвсе\b)|прекра[тщ][а-я]* (?:[а-я]+ )?обработк|отзыв[а-я]* (?:[а-я]+ )?согласи|(?:данн|профил|аккаунт)[а-я]*.*(?:удал|уничтож)|\b(?:delete|erase|remove)\b.*\b(?:data|account|information|profile)",
            "",
        ),
        rule(
            D::Apology,
            r"извин|прощени|apolog",
            r"^извините$|прошу (?:прощения|извинить|извинения) за (?:беспокойств|ошибк|опечат|сумбур)",
        ),
        rule(
            D::LoanItem,
            r"подменн|на (?:время|период|срок) (?:ремонта|замены|проверки|экспертизы)[^,]*(?:аппарат|телефон|товар|аналог|устройств|ноутбук)|аналогичн[а-я]+ (?:товар|аппарат)[а-я]* на (?:время|период)|(?:loan|replacement) .*(?:during|while) .*repair|loaner",
            "",
        ),
        rule(
            D::PriceReduction,
            r"(?:уменьш|сниз|сниж|понизить|соразмерн|уцен)[а-я]*.*(?:цен|стоимост|плат|сумм)|скидк|уценк|разниц[ауы] в (?:цене|стоимости)|price reduction|(?:reduce|lower).*price|discount|partial refund",
            "",
        ),
        rule(
            D::Recalculation,
            r"перерасч|пересчит|пересчет|перерасс?чит|recalculat",
            "",
        ),
        rule(
            D::Expenses,
            r"(?:расход|затрат|издерж)|(?:возмест|возмещ|компенс|опла[тч]|покры)[а-я]*.*(?:такси|экспертиз|проезд|дорог[уи]|почтов|юрист|лекарств|лечени|доставк|эвакуатор|хранени|гостиниц|проживани|билет|стоимост[а-я]+ ремонта)|reimburs|expenses",
            r"оплатить (?:мой|наш) заказ",
        ),
        rule(
            D::Damages,
            r"ущерб|убыт|упущенн[а-я]+ выгод|вред[а-я]*\b|(?:компенс|возмест|возмещ)[а-я]*.*(?:испорч|поврежд|порч|утрат|утер|разбит)|\bкомпенсаци|damages|compensat",
            r"вредн|вредит",
        ),
        rule(
            D::Exchange,
            r"(?:обмен|поменя|сменить|заменить|замените|менять)[а-я]*.*(?:размер|цвет|фасон|расцветк|габарит|на \d|на (?:больш|меньш)|модел)|\bexchange",
            r"обмен[а-я]* (?:на такой|на новый)",
        ),
        rule(
            D::Repair,
            r"(?:замен|поменя)[а-я]*.*(?:экран|детал|аккумулятор|батаре|стекл|двигател|плат[уы]\b|фурнитур|замок|молни)|отремонтир|\bпочин|(?:провести|сделать|выполнить|произвести|принять в|сдать в|принять на|сдать на|бесплатн[а-я]+|гарантийн[а-я]+) (?:[а-я]+ )?ремонт|ремонта товара|\b(?:repair|fix)\b",
            r"(?:уменьш|возмес|подмен)",
        ),
        rule(
            D::FixDefects,
            r"(?:устран|исправ)[а-я]*|передел|доделат|доделай|доработа|переустанов|перекрас|перекле|перешит|довести до ума|fix (?:the )?(?:defect|work)|redo",
            r"устранени[ея] (?:угроз|препятств)",
        ),
        rule(
            D::Exchange,
            r"\bобмен|\bобменя|поменять|поменяйте",
            r"данными|на такой|на нов|бракован|неисправн|сломан",
        ),
        rule(
            D::Replacement,
            r"замен[аиуыеёя]?[а-я]*|взамен|поменя|обмен|\bнов(?:ый|ую|ое|ые|ого) [а-я]+|replace",
            r"^до замен|нов[а-я]+ (?:дат|врем|срок|адрес|встреч|запис|мастер)",
        ),
        rule(
            D::ContractRefusal,
            r"отказ[а-я]*\s+(?:[а-я]+\s+){0,2}от\s+(?:[а-я]+\s+){0,3}(?:договор|исполнен|услуг|заказ|тур|товар|покуп|абонемент|контракт|бронир|обучен|курс|поездк)|расторг|расторж|аннулир|(?:отмен)[а-я]*\s+(?:[а-я]+\s+){0,2}(?:заказ|бронь|бронир|договор|покуп|запись|контракт)|cancel\b.*\b(?:order|contract|booking|membership)|terminate",
            "",
        ),
        rule(
            D::Payment,
            r"(?:оплат|погас|перечисл|упла[тч]|заплат|выплат)[а-я]*.*(?:задолженност|долг\b|долга|поставленн|\bсчет|выполненн[а-я]+ работ)|pay .*(?:invoice|outstanding|debt)",
            "",
        ),
        rule(
            D::Refund,
            r"(?:верн|возвра[тщ]|отда[тй]|перечисл|перевести|переведите|выпла[тч]|взыска)[а-я]*\b.*(?:деньг|денег|деньга|средств|стоимост|сумм|оплат|предоплат|аванс|плату|переплат|залог|депозит|взнос|\d\s*(?:руб|р\b|₽|тыс)|рублей|разниц|\d{3,})|(?:деньги|средства|сумму|стоимость|предоплату|аванс|плату|\d\s*(?:рублей|руб\.?|р\.?|₽))\s+(?:[а-я]+\s+){0,3}(?:верн|возвра|назад|обратно)|возврат[а-я]*\s+(?:[а-я]+\s+){0,3}(?:деньг|денег|денежн|средств|стоимост|сумм|товар|предоплат)|(?:оформить|сделать|произвести|сделайте|оформите|произведите|о|на) возврат|(?:вернуть|сдать) (?:[а-я]+ ){0,2}(?:товар|покупк|плать|куртк|телефон|обув|туфл|сапог|диван|книг|игрушк|чайник|заказ|вещ|билет|абонемент|путевк|тур\b)|refund|money back|return (?:my|the|our) money",
            r"(?:вернуть|сдать) [а-я ]*в ремонт",
        ),
        rule(
            D::Delivery,
            r"\b(?:допостав|достав)[а-я]*|привез(?:ти|ите|ет|ете)|отгруз|(?:передать|передайте|выдать|выдайте|отправить|отправьте|вручить|поставить|пришлите|прислать|переда[тч][а-я]*) (?:[а-я]+ ){0,3}(?:товар|заказ|посылк|мебел|оборудован|издели|продукци)|(?:закончить|завершить|закончите|завершите|выполнить|исполнить|оказать)\s+(?:[а-я]+ ){0,2}(?:работ|договор|обязательств|услуг|заказ|монтаж|ремонт)|\bdeliver",
            r"неудобств|копи|документ|за доставку",
        ),
        rule(
            D::StopNuisance,
            r"(?:прекра[тщ]|переста|хватит|не допуска|исключ|огранич|запрет|утихомир)[а-я]*|не (?:шуме|курит|парков|звонит|звоните|беспоко|работат)|(?:убрать|уберите|снизить|уменьшить|устранить|приглуш)[а-я]* (?:[а-я]+ ){0,2}(?:шум|запах|громкост|музык|мусор|вибрац|машин)|stop (?:the )?(?:noise|calling|sending)",
            "",
        ),
        // The harm stands in an earlier clause: «ущерб 27 800 рублей, прошу возместить».
        rule(D::Damages, r"\b(?:возмест|возмещ|компенс)[а-я]*", ""),
        rule(
            D::Information,
            r"(?:сообщ|объясн|разъясн|поясн|уточн|проинформир|информир|подсказ|подскаж|скажите|расска)[а-я]*|\bузнать\b|(?:копи|справк|документ|\bакт|\bчек|выписк|договор)[а-я]*\s+(?:прошу |просим |пожалуйста |мне )*(?:прислат|пришл|выда|направ|предостав|выслат)[а-я]*|(?:предостав|представ|выда|прислат|пришл|вышл|выслат|направ|показ|дать|дайте|получить|сделать)[а-я]*\s+(?:[а-я]+\s+){0,4}(?:копи|дубликат|документ|справк|выписк|чек|сведени|информаци|сертификат|расчет|детализац|запис|отчет|объяснен|график|карт|акт\b|акта|договор|декларац|результат анализ|обоснован|статус|видеозапис|список)|ознаком|\bexplain|(?:provide|send|give) .*(?:information|copy|copies|document|certificate|report)",
            r"(?:сообщ|направ|информир|проинформир|уведом)[а-я]* (?:[а-я]+ )*(?:о|об) (?:[а-я]+ )*(?:решени|результат|рассмотрени|принят)|(?:ответ|решени)[а-я]* (?:[а-я]+ )*(?:сообщ|направ|предостав)|(?:сообщ|направ|предостав)[а-я]* (?:[а-я]+ )*(?:ответ|решени|в суд|экспертиз)|сообщаю|направляю|направлен|предоставлен[аоы]?\b",
        ),
    ]
});
/// Asks that have no word of their own in the register.
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"разобраться|разберитесь|принять меры|примите меры|наказать|накажите|уволить|(?:провести|проведите) (?:[а-я]+ )?(?:проверк|беседу|экспертиз|обучени)|проверить|проверьте|восстанов|подключить|привлечь|take action|investigate",
    )
});
/// Subjects that are a demand in themselves.
static SUBJECT_ASKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:re: |fwd: |fw: )*(?:возврат|обмен|перерасчет|расторжение|отказ от|требование|прошу|верните|запрос|заявление (?:о|об|на)|претензия (?:о|об|на) (?:возврат|замен|обмен|расторж|устран|взыск)|refund|exchange|cancel|request (?:for|to))\b",
    )
});

/// The demands of a lower-case text, in its order, each once. Where the text
/// asks for nothing, the subject may.
pub(super) fn asked(low: &str, low_subject: &str) -> Vec<Asked> {
    let mut found = Vec::new();
    for sentence in sentences(low) {
        sentence_asks(&sentence, false, &mut found);
    }
    if found.is_empty() && SUBJECT_ASKS.is_match(low_subject) {
        sentence_asks(low_subject, true, &mut found);
        if found.is_empty() && low_subject.contains("запрос") {
            add(&mut found, DemandKind::Information, false);
        }
    }
    if found.is_empty() {
        for sentence in sentences(low) {
            if asks(&sentence) && OTHER.is_match(&sentence) {
                add(&mut found, DemandKind::Other, false);
            }
        }
    }
    found
}

fn asks(clause: &str) -> bool {
    ASKS.is_match(clause) || ORDERS.is_match(clause)
}

fn add(found: &mut Vec<Asked>, kind: DemandKind, is_question: bool) {
    match found.iter_mut().find(|asked| asked.kind == kind) {
        Some(asked) => asked.is_question &= is_question,
        None => found.push(Asked { kind, is_question }),
    }
}

fn sentence_asks(sentence: &str, is_open: bool, found: &mut Vec<Asked>) {
    let mut open = is_open;
    let mut is_question = false;
    let mut telling = false;
    let mut giving = String::new();
    let sentence = COURTESY.replace_all(sentence, " $1 ");
    for clause in clauses(&sentence) {
        let clause = clause.trim();
        if TURNS.is_match(clause) {
            open = false;
            giving.clear();
            // «если не хотите суда, верните деньги»: the next clause may ask.
            continue;
        }
        let negated = NEGATED.is_match(clause);
        let question = QUESTIONS.is_match(clause);
        if let Some(when) = WHEN.find(clause) {
            // «Когда вернёте?» claims what was promised before.
            let kind = match when.as_str() {
                promise if promise.contains("вернете") || promise.contains("возврат") => {
                    DemandKind::Refund
                }
                promise if promise.contains("замен") => DemandKind::Replacement,
                promise if promise.contains("ремонт") || promise.contains("почин") => {
                    DemandKind::Repair
                }
                _ => DemandKind::Delivery,
            };
            add(found, kind, false);
            continue;
        }
        if negated {
            // «на гарантию сдавать не хочу» refuses, it does not ask.
            open = false;
            giving.clear();
            continue;
        }
        if asks(clause) || question {
            is_question = question && !asks(clause);
            open = true;
            telling = false;
        } else if clause.starts_with("чтобы") || clause.starts_with("чтоб ") {
            telling = !open;
        } else if TELLS.is_match(clause) {
            telling = true;
        } else if telling && RESUMES.is_match(clause) {
            telling = false;
        }
        if !open || telling {
            continue;
        }
        let lent = (!giving.is_empty() && !HAS_VERB.is_match(clause)).then(|| giving.clone());
        let whole = match &lent {
            Some(verb) => format!("{verb} {clause}"),
            None => clause.to_owned(),
        };
        if let Some(verb) = GIVES.find(clause) {
            giving = verb.as_str().to_owned();
        } else if HAS_VERB.is_match(clause) {
            giving.clear();
        }
        if let Some(rule) = RULES.iter().find(|rule| {
            // «возместить расходы на доставку, 600 рублей»: the lent verb alone asks for nothing again.
            let own = lent.as_ref().is_none_or(|verb| !rule.says.is_match(verb));
            own && rule.says.is_match(&whole)
                && !rule
                    .except
                    .as_ref()
                    .is_some_and(|except| except.is_match(&whole))
        }) {
            add(found, rule.kind, is_question);
        }
    }
}

fn clauses(sentence: &str) -> Vec<&str> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for cut in CUTS.find_iter(sentence) {
        clauses.push(&sentence[start..cut.start()]);
        start = cut.end();
    }
    clauses.push(&sentence[start..]);
    clauses
}

/// Settles what depends on the law: putting right is a repair of goods and the
/// redoing of a work, and a fault turns an exchange into a replacement.
pub(super) fn settled(asked: &[Asked], regime: Regime, low: &str) -> Vec<DemandKind> {
    static FAULT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"\bбрак\b|бракован|сломал|не работа|не включа|дефект|недостат|неисправ|трещин|треснул|порвал|отклеил|протека|defect|broken|faulty|does not work|doesn't work",
        )
    });
    let mut kinds = Vec::new();
    for one in asked {
        let of_goods = one.kind == DemandKind::FixDefects && regime.is_about_goods();
        let of_fault =
            one.kind == DemandKind::Exchange && FAULT.is_match(low) && !low.contains("размер");
        let kind = if of_goods {
            DemandKind::Repair
        } else if of_fault {
            DemandKind::Replacement
        } else {
            one.kind
        };
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}
