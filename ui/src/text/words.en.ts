import { kindNames } from './kinds'
import { digits, enPlural } from './plural'
import type ru from './words.ru'

const days = (n: number) => `${digits(n)}\u00a0${enPlural(n, 'day', 'days')}`

const words: typeof ru = {
  status: {
    fresh: 'New',
    in_work: 'In work',
    waiting: 'Awaiting reply',
    decided: 'Decided',
    answered: 'Answered',
    closed: 'Closed',
  },
  channel: {
    email: 'E-mail',
    phone: 'Telephone',
    post: 'Post, courier',
    in_person: 'In person',
    messenger: 'Messenger',
    website: 'Web site',
    platform: 'Marketplace, reviews',
    authority: 'Through an authority',
    complaint_book: 'Complaints book',
    other: 'Other',
  },
  kind: {
    claim: 'Claim',
    complaint: 'Complaint',
    review: 'Review',
    request: 'Request',
    authority: 'Authority’s request',
    gratitude: 'Thanks',
  },
  regime: {
    goods: 'Sale of goods',
    services: 'Services and works',
    prepaid_goods: 'Prepaid goods',
    distance: 'Distance sale',
    housing: 'Housing management',
    communal: 'Communal services',
    medical: 'Paid medicine',
    hotel: 'Hotels',
    catering: 'Catering',
    household: 'Household services',
    tourism: 'Tourism',
    carriage: 'Carriage',
    personal_data: 'Personal data',
    b2b: 'Between firms',
    platform: 'Marketplaces',
    neighbour: 'Neighbours: noise, smells, access',
    general: 'General civil law',
    none: 'No legal relation',
  },
  demand: {
    refund: 'Money back',
    replacement: 'Replacement',
    repair: 'Free repair',
    fix_defects: 'Put defects right',
    exchange: 'Exchange',
    price_reduction: 'Lower price',
    expenses: 'Expenses paid back',
    damages: 'Damages',
    penalty: 'Penalty',
    moral_damages: 'Moral damages',
    delivery: 'Delivery, performance',
    loan_item: 'Item on loan during repair',
    contract_refusal: 'Withdrawal from contract',
    recalculation: 'Recalculation',
    information: 'Information or documents',
    erasure: 'Erasure of personal data',
    apology: 'Apology',
    stop_nuisance: 'End the nuisance',
    stop_charging: 'Stop charging',
    payment: 'Payment',
    other: 'Other',
  },
  decision: {
    satisfy: 'Grant',
    partly: 'Grant in part',
    refuse: 'Refuse',
    goodwill: 'Goodwill',
  },
  letter: kindNames('en'),
  letterState: { draft: 'Draft', issued: 'Issued', superseded: 'Superseded' },
  side: {
    complainant: 'Complainant',
    office: 'We',
    third_party: 'Third party',
    authority: 'Authority',
  },
  noAnswer: {
    withdrawn: 'Withdrawn by the complainant',
    no_address: 'Anonymous, or nowhere to answer',
    duplicate: 'Duplicate: answered under another number',
    nothing_asked: 'Nothing is asked',
    forwarded: 'Forwarded to the right body',
    answered_orally: 'Answered by word of mouth, complainant content',
    spam: 'Advertising, spam',
    other: 'Another reason',
  },
  step: {
    name_demands: 'Write down the demands',
    acknowledge: 'Confirm receipt',
    await_complainant: 'Await the complainant',
    decide: 'Decide on the demands',
    draft_final: 'Write the answer',
    approve: 'Approve the answer',
    revise: 'Change the answer as remarked',
    issue_final: 'Check and issue the answer',
    replace: 'Replace the letter',
    send: 'Send the answer',
    confirm_delivery: 'Learn whether it arrived',
    fulfil: 'Do what was promised',
    close: 'Close the case',
    nothing: 'All done',
  },
  dueFilter: {
    overdue: 'Overdue',
    today: 'Due today',
    week: 'Due in 7 days',
    none: 'Nothing due',
  },
  due: (left) =>
    left < 0
      ? `overdue by ${days(-left)}`
      : left === 0
        ? 'due today'
        : left === 1
          ? 'due tomorrow'
          : `${days(left)} left`,
  noDue: 'no term',
}

export default words
