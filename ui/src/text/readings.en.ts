import type ru from './readings.ru'

const section: typeof ru = {
  tab: 'Three readings',
  title: 'Three readings of the letter',
  lead: 'Three people will read this letter, each looking for something different. A click shows the place.',
  readers: { customer: 'The customer', inspector: 'The inspector', judge: 'The judge' },
  asks: {
    customer: 'Was I heard? What do I get, and when? Whom do I call?',
    inspector: 'Is the deadline kept, is each demand answered, are the norm and the signatory there.',
    judge: 'Facts and evidence, grounds, no needless admission, no contradiction.',
  },
  found: 'there',
  missing: 'not seen',
  count: (found: number, asked: number) => `${found} of ${asked}`,
  all: 'Everything they look for is there.',
  notAsked: (count: number) => `Does not apply to this letter: ${count}`,
  show: 'Show in the letter',
  failed: 'The letter could not be read that way.',
  again: 'Read again',
}

export default section
