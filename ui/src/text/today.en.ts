import { digits, enPlural } from './plural'
import type ru from './today.ru'

const today: typeof ru = {
  title: 'Today',
  sections: {
    overdue: 'Overdue',
    due_soon: 'Due soon',
    promised: 'Promised',
    delivery: 'Delivery is late',
    fresh: 'New',
    to_answer: 'Decided, to be answered',
    to_send: 'Issued, to be sent',
    to_fulfil: 'Still to be done',
    unfinished: 'A letter is half written',
    waiting: 'Waiting for the complainant',
    in_work: 'In progress',
  },
  why: {
    overdue: 'The deadline has passed: start with these, every day may add to the penalty.',
    due_soon: 'At most three days to the deadline or to the working day before it, or the office’s own goal has passed.',
    promised: 'You promised the complainant a day: for the answer, a payment, a return or a call.',
    delivery: 'The letter should have arrived, but there is no news: check its tracking number.',
    fresh: 'Recorded, not started yet.',
    to_answer: 'Every demand is decided; only the letter remains.',
    to_send: 'The letter is issued but not sent; the answer counts from the day it leaves.',
    to_fulfil: 'Answered, but what was promised is not done yet: record it when it is.',
    unfinished: 'The answer is given, and another letter lies as a draft: finish it or delete it.',
    waiting: 'The complainant was asked and has not answered.',
    in_work: 'Being looked into, with time left.',
  },
  mailWaits: (n) => `${digits(n)} ${enPlural(n, 'message waits', 'messages wait')} to be taken in`,
  mailGo: 'Continue',
  promisedOn: (date) => `promised ${date}`,
  expectedBy: (date) => `expected ${date}`,
  more: (n) => `${digits(n)} more ${enPlural(n, 'complaint', 'complaints')} in the register`,
  drafted: 'a letter is half written',
  intakeBegun: (about) => `A new complaint is half written: ${about}`,
  intakeGo: 'Finish it',
  authority: 'request of a state body',
  authorityWaits: (n) =>
    `${digits(n)} ${enPlural(n, 'request of a state body waits', 'requests of state bodies wait')} for an answer: tell the head at once and read the deadline in the request itself.`,
  authorityOpen: 'Open',
  rulesEnd: (n) => `${digits(n)} ${enPlural(n, 'rule ends', 'rules end')} soon, with no known successor.`,
  rulesLook: 'Have a look',
  clearTitle: 'All done for today',
  clearWhy: 'No complaint is waiting for you. New ones appear here as soon as you record them.',
  emptyTitle: 'Your tasks for today will appear here',
  emptyWhy:
    'Record a complaint or drop an .eml message here: the program gives it a number, works out its deadlines and names the next step.',
  emptyButton: 'Record a complaint',
  summary: (open, overdue) =>
    overdue > 0
      ? `Awaiting an answer: ${digits(open)}, of which overdue: ${digits(overdue)}`
      : `Awaiting an answer: ${digits(open)}, none overdue`,
  network: 'The records are on a network share, where a database can be corrupted. Move the folder to this computer.',
  rowsLost: (found, seen) =>
    `The records went back to an earlier state: the journal has ${digits(found)} ${enPlural(found, 'row', 'rows')}, and had ${digits(seen)}. Until you decide what to do, they can only be read.`,
  rowsLostCopy: (folder) => `The latest good backup: ${folder}. Restore the records from it, or carry on with what there is.`,
  rowsLostNoCopy: 'No good backup is known of. Look for one on other disks, or carry on with what there is.',
  rowsLostAccept: 'Carry on with what there is',
  rowsLostAsk: 'Carry on with what there is?',
  rowsLostWhy: 'The lost records stay lost. Numbering continues from the last number given, and the journal records this.',
  unwritable: { denied: 'The folder of the records can’t be written to: they can be read, printed and copied elsewhere.', disk_full: 'The disk of the records is full: they can be read, printed and copied to another disk. Make room and open them again.' },
  changedOutside: 'The file of the records was changed by something else: another program, or the disk. Verify the journal in Settings before printing and sending.',
  clockBehind: (last) => `The computer’s clock is behind: the last record was made on ${last}. Until you say so, numbers go on in that year.`,
  clockRight: 'The clock is right',
  setAside: (names) => `A damaged file was set aside and a new one made in its place: ${names}`,
  backupDone: (folder) => `Backup made: ${folder}`,
}

export default today
