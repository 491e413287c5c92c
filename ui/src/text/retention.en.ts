import controls from './controls.en'
import { digits, enPlural, firstOf } from './plural'
import type ru from './retention.ru'

const more = (n: number) => `and ${digits(n)} more`
const documents = (n: number) => `${digits(n)} ${enPlural(n, 'document', 'documents')}`
const letters = (n: number) => `${digits(n)} ${enPlural(n, 'letter', 'letters')}`

const retention: typeof ru = {
  title: 'How long closed cases are kept',
  lead: 'A term begins on 1 January of the year after the case was closed. When it is over, the program shows the case in the list below. Nothing is erased automatically unless you chose that.',
  checked: (day) => `The terms were recorded on ${day}; where it says “from memory”, the act itself has not been read yet. No lawyer has signed them off.`,
  years: (kind) => `${kind}, years`,
  yearsWrong: (most) => `A whole number from 1 to ${most} is needed.`,
  fixed: (n) => `at least ${digits(n)} ${enPlural(n, 'year', 'years')}`,
  unverified: 'from memory, not compared with the act',
  word: (kind) => `${kind}: why less than the law asks`,
  wordHint: 'The law asks for a longer term. State why it is shorter: the reason stays in the journal.',
  trashDays: 'In the trash, days',
  trashHint: 'After that, what was deleted appears in the list below.',
  byItself: 'Erase what is due without review',
  byItselfHint: 'Once a day everything due is erased automatically, except what is ordered to be kept. It can’t be brought back.',
  byItselfTitle: 'Erase without review?',
  byItselfAsk: (n) =>
    n > 0
      ? `Cases and documents already due: ${digits(n)}. They will be erased tomorrow, and so on every day. What is erased can’t be brought back.`
      : 'From tomorrow on everything due is erased automatically. What is erased can’t be brought back.',
  byItselfYes: 'Erase without review',
  save: 'Save the terms',
  due: {
    title: 'Due to be erased',
    lead: 'Look through the list and tick what is to be erased for good. To keep a case, open it and order it to be kept.',
    today: (n) => `Due to be erased: ${digits(n)}.`,
    look: 'Have a look',
    none: 'Nothing is due',
    noneWhy: 'Cases whose term is over, and items long enough in the trash, appear here.',
    more: 'There are more: erase these and the next will appear.',
    held: (until) => (until === null ? 'ordered to be kept' : `ordered to be kept up to ${until}`),
    since: { trash: (day) => `in the trash since ${day}`, other: (day) => `closed on ${day}` },
    inTrash: 'in the trash',
    goesOn: (day) => `may be erased since ${day}`,
    waiting: (day) => `due on ${day}`,
    holds: (n, of) => `${letters(n)}, ${documents(of)}`,
    all: 'Tick all',
    erase: (n) => (n === 0 ? 'Erase' : `Erase ${digits(n)}`),
    askTitle: 'Erase for good?',
    ask: (numbers, n) =>
      [
        numbers.length > 0
          ? `Everything recorded under ${firstOf(numbers, more)} goes: words, letters, documents. The activity log keeps numbers and what was done, without words.`
          : '',
        n > 0 ? `${documents(n)} of other cases will be erased.` : '',
        'It can’t be brought back. The numbers are not given again, and the journal keeps a row about it.',
      ]
        .filter(Boolean)
        .join(' '),
    yes: 'Erase for good',
    done: (n, of) => `Erased: ${controls.complaints(n)}, ${documents(of)}`,
  },
  undone: {
    title: 'Came back with a copy',
    lead: 'This was erased, but the records were restored from a copy made before that. Erase it again in one step, or leave it if that is why the records were brought back.',
    today: (n) => `Erased data came back with a copy: ${digits(n)}.`,
    erased: (day, ground) => `erased ${day}: ${ground}`,
    repeat: (n) => (n === 0 ? 'Erase again' : `Erase again: ${digits(n)}`),
    askTitle: 'Erase it again?',
    yes: 'Erase for good',
    keep: 'Leave it as it is',
    keepTitle: 'Leave what came back?',
    keepText: 'What was erased by its term or at a person’s request stays in the records, and the program will not mention it again. The journal records this decision.',
    kept: 'Left as it is; the journal says so',
  },
  copies: {
    title: 'Where it remains',
    lead: 'Copies of the records still hold what was erased until they are removed themselves. Remove a copy by hand if that is too late.',
    none: 'The program knows of no copy of the records that holds this.',
    unknown: 'It knows nothing of copies made without it, such as a folder copied to another disk.',
    outside:
      'Outside the records stays what the program cannot reach: what was printed and sent; files you saved or opened in other programs, bundles and proofs among them; the person’s messages in your mailbox. Find and destroy those yourself.',
    sent: (n) => `Letters that have left: ${digits(n)}. They stay with those they were sent to.`,
    journal: 'The journal keeps numbers and what was done, without words.',
    copy: (at, until) => `copy of ${at}, gone by ${until}`,
    file: 'an old file of the program; it is not removed automatically',
  },
  log: {
    title: 'What was erased',
    lead: 'This list holds nothing of the erased records but their numbers.',
    act: 'Record of the deletion',
    actWhy: 'One paper: what went and why, and the extract of the journal.',
    actOpened: 'The record is open in the PDF viewer',
    none: 'Nothing has been erased yet.',
    row: (n, of, files, persons) =>
      `${controls.complaints(n)}, ${letters(of)}, ${documents(files)}` +
      (persons > 0 ? `, ${digits(persons)} ${enPlural(persons, 'complainant', 'complainants')}` : ''),
  },
  grounds: {
    trash: 'from the trash',
    term_over: 'the term of keeping is over',
    request: 'the person asked for it',
    consent_withdrawn: 'consent was withdrawn',
    unlawful: 'kept without legal grounds',
  },
  hold: {
    action: 'Order to keep…',
    title: 'Keep the case',
    lead: 'While the order binds, the case is not erased: not from the trash, not by its term, not on request.',
    reason: 'Why',
    reasonHint: 'A lawsuit, an inspection, a dispute to come.',
    by: 'Who ordered it',
    byHint: 'A court, a body, the head.',
    until: 'Up to which day',
    untilHint: 'Empty: until you lift it.',
    save: 'Keep',
    saved: 'The case is ordered to be kept',
    standing: (until) => (until === null ? 'Ordered to be kept' : `Ordered to be kept up to ${until}`),
    told: (reason, by, day) => `${reason}. Ordered by: ${by}, recorded on ${day}.`,
    lift: 'Lift the order',
    lifted: 'The order is lifted',
    edit: 'Change',
    trashAsk: 'This case is ordered to be kept. Move it to the trash?',
    trashText: 'While the order stands it is not erased from there, but the register does not show it.',
    trashYes: 'Move to the trash',
  },
  person: {
    action: 'The complainant’s data…',
    title: (name) => `Data: ${name}`,
    anonymous: 'a complainant without a name',
    lead: 'Everything held on this person: the card and the complaints.',
    report: 'Report on the data',
    reportHint: 'A paper for the person: what is held, where from, why, until when, and to whom it was sent.',
    opened: 'The report is open in the PDF viewer',
    goes: 'Will be erased',
    stays: 'Will stay',
    nothing: 'Nothing can be erased now: all there is must be kept.',
    whole: 'The card, the forms of the name and any drafts about the person go with the last complaint.',
    partly: 'The card stays while there is any complaint.',
    mentioned: (n) => `It stays in other people’s complaints, found: ${digits(n)}`,
    mentionedWhy: 'The name, e-mail or phone stands in the words of these cases. Open them and decide what to remove.',
    notMentioned: 'Neither name nor e-mail nor phone was found in the words of other people’s complaints.',
    notSought: 'Files and pictures, initials and nicknames are not searched.',
    ground: 'On what ground',
    erase: 'Erase the person’s data',
    askTitle: 'Erase for good?',
    ask: (numbers) => `Everything recorded under ${firstOf(numbers, more)} goes. It can’t be brought back.`,
    yes: 'Erase for good',
    done: (n) => `Erased: ${controls.complaints(n)}`,
    why: (keeping, date) => {
      switch (keeping.why) {
        case 'open':
          return 'the case is not closed, or something is still owed in it'
        case 'hold':
          return keeping.hold.until === null
            ? `ordered to be kept: ${keeping.hold.reason}`
            : `ordered to be kept up to ${date(keeping.hold.until)}: ${keeping.hold.reason}`
        case 'term':
          return `the law requires it to be kept until ${date(keeping.until)}: ${keeping.citation}`
      }
    },
  },
}

export default retention
