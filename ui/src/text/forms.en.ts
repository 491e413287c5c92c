import { digits } from './plural'
import type ru from './forms.ru'

const forms: typeof ru = {
  title: 'Other forms of the answer',
  lead: 'The same decision in other words: for a review, for a call, for a text message. Each is compared with the decisions of the case.',
  toCase: (number) => `To case ${number}`,
  open: 'Other forms of the answer',
  kinds: { public: 'Public reply', call: 'Call script', sms: 'Text message' },
  why: {
    public: 'For maps, reviews and marketplaces. No names, numbers, sums or anything that tells who it is about.',
    call: 'What to say, and how to answer hard questions calmly. Say it in your own words.',
    sms: 'The number, the decision in a sentence, and where the letter is.',
  },
  language: 'Language',
  limit: 'Length',
  limits: {
    public: (n) => `up to ${digits(n)} characters`,
    sms: (n) => (n === 70 ? 'one message' : n <= 201 ? `up to ${digits(Math.ceil(n / 67))} messages` : 'for a messenger'),
  },
  again: 'Write anew',
  againTitle: 'Write anew from the case?',
  againText: 'Your changes to this text are lost unless you saved them.',
  copy: 'Copy',
  save: 'Keep with the case',
  saved: 'Kept with the case',
  unsaved: 'Not kept with the case yet',
  keptAt: (when) => `Kept ${when}`,
  chars: (n) => `${digits(n)} ${n === 1 ? 'character' : 'characters'}`,
  ofLimit: (n, most) => `${digits(n)} of ${digits(most)} characters`,
  messages: (n, room) => `${digits(n)} ${n === 1 ? 'message' : 'messages'}, room for ${digits(room)} more in the last`,
  used: {
    public: 'Note where it was posted',
    call: 'Note the call',
    sms: 'Note the sending',
  },
  usedTitle: {
    public: 'Where the reply was posted',
    call: 'When the call was made',
    sms: 'Where the message went',
  },
  place: { public: 'Platform', call: 'Who called whom', sms: 'Sent by' },
  placeHint: { public: 'maps, a marketplace, a review site', call: 'the manager, to the complainant', sms: 'text message, messenger' },
  placeMissing: { public: 'Write where the reply was posted.', call: 'Write who called whom.', sms: 'Write how it was sent.' },
  link: { public: 'Link to the reply', call: 'Number', sms: 'Number' },
  linkHint: 'Kept as text; the program does not open it',
  note: 'It goes into the diary of the case.',
  noted: 'Noted, and written into the diary of the case',
  where: 'Where it was used',
  usedAt: (when, place) => `${when} – ${place}`,
  clean: 'Nothing to remark',
  cleanHint: 'The text agrees with the decisions of the case.',
  remove: 'Delete this text',
  removed: 'The text is deleted',
  mustsTitle: 'Note it in spite of the findings?',
  mustsText: 'The check found what must not be posted so. If it is out already, note it as it is and mend it there.',
}

export default forms
