// Words with a capital that name nobody, so that what has another one stays behind when words of a letter are taken.

/** Within a sentence: the polite forms, laws and bodies. */
const COMMON =
  /^(?:Вы|Вас|Вам|Вами|Ваш(?:а|е|и|его|ей|ему|ем|им|их|ими|у)?|Закон(?:а|у|ом|е)?|РФ|ГК|КоАП|ФЗ|ЗоЗПП|Российск(?:ая|ой|ую)|Федераци(?:я|и|ю|ей)|Роспотребнадзор(?:а|у|ом|е)?|Правительств(?:о|а|ом|у)|I|You|Your|Yours|Act|Russian|Federation)$/u

/** At the beginning of a sentence. No word is here that is a name as well. */
const BEGINNINGS = new Set(
  `а без благодарим более будем в ввиду вернем во возврат возмещение возможно вопрос вопросы вместе вместо внимание все всего вчера выводы выплата
  выплатим готовы данный данное данные действительно деньги денежные до договор документы должны доставка другие если еще ждем звоните жалоба жалобу за завтра
  заключение замена заменим замену записались запись заявление и из изучив изучили или иначе исполнение их к как кассовый когда компенсация кроме ко копия
  копии который лишь либо магазин между могли можете может можно мы на надеемся назначим наш наша наше наши не недостаток недостатки нет неустойка ни но
  нужно о об обе обратите обращение обращения объясним ответ ответим от отказ отвечаем отказываем отправим отправили оплата оплату оснований осмотр перед перечислим письмо письмом
  по повторно под поводу подтверждаем пожалуйста позвоните пока получив получили помимо понимаем поскольку после поставим поступило потому поэтому
  право предлагаем предложили представьте претензия претензию при приглашаем признаем пришлите приведем принесите приносим приняли причина причиной про проверив проверили проверка
  проверку просим просьба прошу разница раньше рассмотрев рассмотрели расходы ремонт решение с свяжемся сделаем сегодня сейчас сначала со сообщаем сообщим
  сообщите сожалеем согласны спасибо срок сроки стоимость сумма сумму также такой такая такие так там товар товара то тогда только требование требования
  у уважаемая уважаемые уважаемый уведомим удержим укажите уплатим условия услуга услуги устраним уточните через чек что чтобы экспертиза экспертизу эта эти это этого этот эту является
  a after all although an any as at because before but by case claim complaint during each first for from further have having how however if in it its no not
  nothing now of on once only or our please receipt refund regarding repair since so such thank thanks that the their then there therefore these they this
  those to under unfortunately until upon we what when where whether which while who why with within without yes you your`
    .split(/\s+/u)
    .filter(Boolean),
)

/** Whether a word may stand with a capital within a sentence and name nobody. */
export const isCommon = (word: string): boolean => COMMON.test(word)

/** Whether a sentence may begin with a word that names nobody. */
export const mayBegin = (word: string): boolean => BEGINNINGS.has(word.toLowerCase().replaceAll('ё', 'е'))
