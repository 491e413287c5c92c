import type ru from './copies.ru'
import { digits, enPlural, firstOf } from './plural'

const days = (n: number) => `${digits(n)} ${enPlural(n, 'day', 'days')}`
const complaints = (n: number) => `${digits(n)} ${enPlural(n, 'complaint', 'complaints')}`
const letters = (n: number) => `${digits(n)} ${enPlural(n, 'letter', 'letters')}`
const files = (n: number) => `${digits(n)} ${enPlural(n, 'file', 'files')}`

const copies: typeof ru = {
  title: 'Copies of the records',
  why: 'Records come back from a copy when a computer breaks or something is spoilt.',
  safe: (date) => `Your records are safe as of ${date}.`,
  lastGood: (date) => `The last copy to rely on: ${date}.`,
  damaged: 'Damage was found in the records. No new copies are made by themselves, and earlier ones are kept.',
  noPlace: 'Say where to keep copies of the records: there is no place for them yet.',
  gone: (n) =>
    n === null
      ? 'The disk or folder for the copies is not there.'
      : n < 1
        ? 'The disk for the copies is not plugged in.'
        : `The disk for the copies is not plugged in; the last copy is ${days(n)} old.`,
  goneAdvice: 'Once it is there, a copy is made by itself.',
  failed: (why) => `No copy could be made. ${why}`,
  full: 'The disk for the copies is nearly full. Make room on it or choose another one.',
  never: 'There is no copy of the records yet.',
  old: (n) => `The last copy of the records is ${days(n)} old.`,
  partly: (n) => `The last copy lacks ${files(n)} that could not be read.`,
  brokenLast: 'The last copy is spoilt. A new one is made soon, or now if you like.',
  notThinned: (folder) =>
    `Old copies can’t be removed whole, so the disk is not freed: ${folder} is in the way. Remove that folder if you don’t need it.`,
  notRestorable: 'Restoring for trial found a copy that is not whole. Make a new one and try that.',
  sameDisk: 'The copies lie on the disk of the records: if it breaks, both are gone.',
  networkShare: 'The copies lie on a network share and can’t be read without the network.',
  byHand: 'Copies are made only when you ask for one.',
  choosePlace: 'Choose a place…',
  make: 'Make a copy',
  look: 'Have a look',
  place: 'Where they are kept',
  placeNone: 'No place is chosen. Another disk or a memory stick is best: the program copies what is not there yet.',
  placeOther: 'Another place…',
  placeFree: (size) => `${size} free`,
  rhythm: 'How often',
  rhythms: { daily: 'Every day', weekly: 'Once a week', off: 'Only by hand' },
  rhythmWhy: ({ hours, days, weeks, months }) =>
    'While the program is open, and at its start when the last copy is older. ' +
    `All copies of ${hours} hours stay, and one each of ${days} days, ${weeks} weeks and ${months} months.`,
  rehearsal: 'Trial',
  rehearsedGood: (date, made, n) => `${date}: the copy of ${made} was restored for trial. All is whole, ${files(n)}.`,
  readGood: (date, made, n) =>
    `${date}: the copy of ${made} was read through. All is whole, ${files(n)}. There was no room on the disk to restore it for trial.`,
  rehearsedLost: (date, made, n) => `${date}: the copy of ${made} was restored for trial and lacks ${files(n)}.`,
  rehearsedBad: (date, made) => `${date}: the copy of ${made} could not be restored.`,
  rehearsedNever: 'Once a month the program restores a copy into a temporary folder by itself and checks it.',
  held: {
    restored: 'The records come from a copy, so earlier copies are not thinned for now: what came after it may be wanted yet.',
    damaged: 'Damage was found, so no copies are made by themselves and earlier ones are not thinned. Verify the records in Settings; if need be, bring them back from a copy.',
  },
  release: 'All is well, go on as usual',
  list: 'Copies',
  listElsewhere: (folder) => `Copies in ${folder}`,
  listOther: 'Show the copies in another folder…',
  listOwn: 'Back to your own copies',
  empty: 'There are no copies here yet.',
  emptyElsewhere: 'There are no copies in this folder.',
  away: 'They show once the disk is plugged in.',
  columns: {
    at: 'Records of',
    bytes: 'Size',
    complaints: 'Complaints',
    documents: 'Files',
    verified: 'Verified',
  },
  lacks: (n) => `lacks ${digits(n)}`,
  broken: 'spoilt',
  otherOffice: 'another office',
  pick: 'Copy',
  pickHint: 'Choose a copy to see what it holds.',
  of: (date) => `Copy of ${date}`,
  holds: (c, l, f) => `It holds ${complaints(c)}, ${letters(l)} and ${files(f)}.`,
  lostTitle: 'It lacks these files:',
  same: 'Nothing was written since: it is the same as the present records.',
  changes: (n) => `${digits(n)} ${enPlural(n, 'change was', 'changes were')} made since.`,
  ahead: (n) => `It has ${digits(n)} ${enPlural(n, 'change', 'changes')} more than the present records.`,
  parted: 'The copy and the present records have parted: each has what the other lacks.',
  beyondComplaints: (numbers) =>
    `It lacks ${complaints(numbers.length)}: ${firstOf(numbers, (n) => `and ${digits(n)} more`)}.`,
  beyondLetters: (numbers) =>
    `It lacks ${digits(numbers.length)} issued ${enPlural(numbers.length, 'letter', 'letters')}: ${firstOf(numbers, (n) => `and ${digits(n)} more`)}.`,
  onlyInCopy: (n) => `${complaints(n)} ${enPlural(n, 'is', 'are')} in it alone. If they were erased on purpose, erase them again after restoring.`,
  otherOfficeWhy: 'This is a copy of other records than the open ones.',
  lookInto: 'Open the copy beside',
  lookingAt: (date) => `You are looking at the copy of ${date}. Nothing can be changed in it.`,
  lookBack: 'Back to your own records',
  rehearse: 'Restore for trial',
  restore: 'Bring the records back from this copy…',
  restoreAsk: (date) => `Bring back the records of ${date}?`,
  restoreText: (lost) =>
    [lost ? `The copy is not the same as the present records. ${lost}` : '', 'The present records are not deleted: their folder stays beside, with today’s date in its name.'].filter(Boolean).join(' '),
  restoreYes: 'Bring back',
  restored: (date, kept) =>
    kept ? `The records of ${date} are open. The former ones are in ${kept}` : `The records of ${date} are open.`,
  restoredPart: (n) => `${files(n)} did not come back. Verify the documents in Settings.`,
  lackingAsk: (n) => `${files(n)} did not come back. Bring the records back all the same?`,
  lackingText: (lost) =>
    `They were there when the copy was made and can’t be read now: ${firstOf(lost, (n) => `and ${digits(n)} more`)}. The present records are as they were. Look at the disk with the copies, or choose another copy.`,
  lackingYes: 'Bring back without them',
  locked: 'with a password',
  otherPassword: {
    off: {
      title: 'Bring back records without a password?',
      text: 'The records have a password now; the copy was made without one. Once it takes their place the records lie open, until you set a password again.',
      yes: 'Bring back without a password',
    },
    other: {
      title: 'Bring back records under the copy’s password?',
      text: 'The records will open with the password of the day the copy was made, or its recovery key. Be sure that you remember that password.',
      yes: 'Bring back under that password',
    },
  },
  leftover: (folder) => `A copy that did not take the records’ place lies beside them: ${folder}`,
  former: (folder) => `Records whose place a copy took: ${folder}`,
  plain: 'This folder has no password: whoever gets at the disk reads it.',
  formerAsk: 'Remove the former records?',
  formerText: (folder) =>
    `The records whose place a copy took go from the disk for good: ${folder}. The present records and the copies stay. What is in neither of them is then nowhere.`,
  leftoverRemove: 'Remove this folder',
  leftoverAsk: 'Remove the restored copy?',
  leftoverText: 'Only the folder beside the records goes. The records and the copy itself stay.',
  numbersUnknown: 'Nobody could read which numbers were given after this copy. Compare with your papers: a number may be given twice.',
  erasuresUnknown: 'Nobody could read in the former records what they had erased. Something erased after this copy may be back: compare with your acts of destruction.',
  working: { make: 'Copying…', rehearse: 'Restoring for trial…', restore: 'Restoring…' },
  progress: 'How far it is',
  ofFiles: (done, total) => `${digits(done)} of ${digits(total)}`,
  stopped: 'Stopped.',
  open: 'Copies of the records',
  elsewhere: 'A copy in another place…',
  fromCopy: 'Bring records back from a copy…',
}

export default copies
