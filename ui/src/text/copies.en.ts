import type ru from './copies.ru'
import { digits, enPlural, firstOf } from './plural'

const days = (n: number) => `${digits(n)} ${enPlural(n, 'day', 'days')}`
const complaints = (n: number) => `${digits(n)} ${enPlural(n, 'complaint', 'complaints')}`
const letters = (n: number) => `${digits(n)} ${enPlural(n, 'letter', 'letters')}`
const files = (n: number) => `${digits(n)} ${enPlural(n, 'file', 'files')}`

const copies: typeof ru = {
  title: 'Copies of the records',
  why: 'A copy brings the records back when a computer breaks or something is damaged.',
  safe: (date) => `Your records are safe as of ${date}.`,
  lastGood: (date) => `The last copy to rely on: ${date}.`,
  damaged: 'Damage was found in the records. No new copies are made automatically, and earlier ones are kept.',
  noPlace: 'Say where to keep copies of the records: there is no place for them yet.',
  gone: (n) =>
    n === null
      ? 'The disk or folder for the copies is not there.'
      : n < 1
        ? 'The disk for the copies is not plugged in.'
        : `The disk for the copies is not plugged in; the last copy is ${days(n)} old.`,
  goneAdvice: 'Once it is there, a copy is made automatically.',
  failed: (why) => `No copy could be made. ${why}`,
  full: 'The disk for the copies is nearly full. Make room on it or choose another one.',
  never: 'There is no copy of the records yet.',
  old: (n) => `The last copy of the records is ${days(n)} old.`,
  partly: (n) => `The last copy lacks ${files(n)} that could not be read.`,
  brokenLast: 'The last copy is damaged. A new one will be made soon, or now if you like.',
  notThinned: (folder) =>
    `Old copies can’t be removed whole, so the disk is not freed: ${folder} is in the way. Remove that folder if you don’t need it.`,
  notRestorable: 'A trial restore found an incomplete copy. Make a new one and try that.',
  sameDisk: 'The copies are on the same disk as the records: if it fails, both are lost.',
  networkShare: 'The copies are on a network share and can’t be read without the network.',
  byHand: 'Copies are made only when you ask for one.',
  choosePlace: 'Choose a place…',
  make: 'Make a copy',
  look: 'Have a look',
  place: 'Where they are kept',
  placeNone: 'No place is chosen. Another disk or a memory stick is best: the program copies what is not there yet.',
  placeOther: 'Another place…',
  placeFree: (size) => `${size} free`,
  rhythm: 'How often',
  rhythms: { daily: 'Every day', weekly: 'Once a week', off: 'Only when asked' },
  rhythmWhy: ({ hours, days, weeks, months }) =>
    'While the program is open, and at its start when the last copy is older. ' +
    `All copies of ${hours} hours stay, and one each of ${days} days, ${weeks} weeks and ${months} months.`,
  rehearsal: 'Trial restore',
  rehearsedGood: (date, made, n) => `${date}: a trial restore of the copy of ${made} succeeded. Everything is intact, ${files(n)}.`,
  readGood: (date, made, n) =>
    `${date}: the copy of ${made} was read through. Everything is intact, ${files(n)}. There was no room on the disk for a trial restore.`,
  rehearsedLost: (date, made, n) => `${date}: a trial restore of the copy of ${made} lacked ${files(n)}.`,
  rehearsedBad: (date, made) => `${date}: the copy of ${made} could not be restored.`,
  rehearsedNever: 'Once a month the program restores a copy into a temporary folder and checks it.',
  held: {
    restored: 'The records come from a copy, so earlier copies are not thinned for now: what came after it may still be needed.',
    damaged: 'Damage was found, so no copies are made automatically and earlier ones are not thinned. Verify the records in Settings; if need be, bring them back from a copy.',
  },
  release: 'All is well, carry on as usual',
  list: 'Copies',
  listElsewhere: (folder) => `Copies in ${folder}`,
  listOther: 'Show the copies in another folder…',
  listOwn: 'Back to your own copies',
  empty: 'There are no copies here yet.',
  emptyElsewhere: 'There are no copies in this folder.',
  away: 'They will appear once the disk is plugged in.',
  columns: {
    at: 'Records of',
    bytes: 'Size',
    complaints: 'Complaints',
    documents: 'Files',
    verified: 'Verified',
  },
  lacks: (n) => `lacks ${digits(n)}`,
  broken: 'damaged',
  otherOffice: 'another office',
  pick: 'Copy',
  pickHint: 'Choose a copy to see what it holds.',
  of: (date) => `Copy of ${date}`,
  holds: (c, l, f) => `It holds ${complaints(c)}, ${letters(l)} and ${files(f)}.`,
  lostTitle: 'It lacks these files:',
  same: 'Nothing was written since: it is the same as the current records.',
  changes: (n) => `${digits(n)} ${enPlural(n, 'change was', 'changes were')} made since.`,
  ahead: (n) => `It has ${digits(n)} ${enPlural(n, 'change', 'changes')} more than the current records.`,
  parted: 'The copy and the current records have diverged: each has what the other lacks.',
  beyondComplaints: (numbers) =>
    `It lacks ${complaints(numbers.length)}: ${firstOf(numbers, (n) => `and ${digits(n)} more`)}.`,
  beyondLetters: (numbers) =>
    `It lacks ${digits(numbers.length)} issued ${enPlural(numbers.length, 'letter', 'letters')}: ${firstOf(numbers, (n) => `and ${digits(n)} more`)}.`,
  onlyInCopy: (n) => `${complaints(n)} ${enPlural(n, 'is', 'are')} only in this copy. If they were erased on purpose, erase them again after restoring.`,
  otherOfficeWhy: 'This is a copy of other records than the open ones.',
  lookInto: 'Open the copy alongside',
  lookingAt: (date) => `You are looking at the copy of ${date}. Nothing can be changed in it.`,
  lookBack: 'Back to your own records',
  rehearse: 'Trial restore',
  restore: 'Bring the records back from this copy…',
  restoreAsk: (date) => `Bring back the records of ${date}?`,
  restoreText: (lost) =>
    [lost ? `The copy differs from the current records. ${lost}` : '', 'The current records are not deleted: their folder is kept next to them, with today’s date in its name.'].filter(Boolean).join(' '),
  restoreYes: 'Bring back',
  restored: (date, kept) =>
    kept ? `The records of ${date} are open. The previous ones are in ${kept}` : `The records of ${date} are open.`,
  restoredPart: (n) => `${files(n)} did not come back. Verify the documents in Settings.`,
  lackingAsk: (n) => `${files(n)} did not come back. Bring the records back all the same?`,
  lackingText: (lost) =>
    `They were there when the copy was made and can’t be read now: ${firstOf(lost, (n) => `and ${digits(n)} more`)}. The current records are untouched. Look at the disk with the copies, or choose another copy.`,
  lackingYes: 'Bring back without them',
  openWhy: 'Anyone can read this copy: it was made before the password was set.',
  openRemove: 'Erase the copy',
  openAsk: 'Erase the copy without a password?',
  openText: 'The copy and the documents that only it needs are overwritten. The other copies stay.',
  unlocked: 'no password: anyone can read it',
  locked: 'with a password',
  otherPassword: {
    off: {
      title: 'Bring back records without a password?',
      text: 'The records have a password now; the copy was made without one. Once it takes their place, the records are unprotected until you set a password again.',
      yes: 'Bring back without a password',
    },
    other: {
      title: 'Bring back records under the copy’s password?',
      text: 'The records will open with the password of the day the copy was made, or its recovery key. Be sure that you remember that password.',
      yes: 'Bring back under that password',
    },
  },
  leftover: (folder) => `An unfinished restore lies next to the records: ${folder}`,
  former: (folder) => `Records that a copy replaced: ${folder}`,
  plain: 'This folder has no password: anyone with access to the disk can read it.',
  formerAsk: 'Remove the previous records?',
  formerText: (folder) =>
    `The records that a copy replaced will be removed from the disk for good: ${folder}. The current records and the copies stay. Anything in neither of them will be lost.`,
  leftoverRemove: 'Remove this folder',
  leftoverAsk: 'Remove the restored copy?',
  leftoverText: 'Only the folder next to the records is removed. The records and the copy itself stay.',
  numbersUnknown: 'The numbers given after this copy could not be read. Compare with your papers: a number may be given twice.',
  erasuresUnknown: 'What the previous records had erased could not be read. Something erased after this copy may be back: compare with your records of deletion.',
  working: { make: 'Copying…', rehearse: 'Trial restore…', restore: 'Restoring…' },
  progress: 'Progress',
  ofFiles: (done, total) => `${digits(done)} of ${digits(total)}`,
  stopped: 'Stopped.',
  open: 'Copies of the records',
  elsewhere: 'A copy in another place…',
  fromCopy: 'Bring records back from a copy…',
}

export default copies
