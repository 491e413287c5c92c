import { kindNames } from './kinds'
import { digits, enPlural } from './plural'
import type ru from './words.ru'

const days = (n: number) => `${digits(n)}\u00a0${enPlural(n, 'day', 'days')}`

const words: typeof ru = {
  status: {
    fresh: 'New',
    in_work: 'In progress',
    waiting: 'Awaiting reply',
    decided: 'Decided',
    issued: 'Issued, not sent',
    answered: 'Answered',
    closed: 'Closed',
  },
  channel: {
    email: 'E-mail',
    phone: 'Telephone',
    post: 'Post, courier',
    in_person: 'In person',
    messenger: 'Messenger',
    website: 'Website',
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
    communal: 'Utilities',
    medical: 'Private healthcare',
    hotel: 'Hotels',
    catering: 'Catering',
    household: 'Household services',
    tourism: 'Tourism',
    carriage: 'Carriage',
    passenger: 'Passengers, taxi',
    telecom: 'Telecoms, internet',
    finance: 'Banks, insurance, microfinance',
    car_service: 'Car repairs',
    education: 'Education, courses',
    fitness_beauty: 'Fitness and beauty',
    veterinary: 'Vets',
    tickets: 'Tickets for events',
    delivery: 'Couriers and delivery',
    personal_data: 'Personal data',
    b2b: 'Between businesses',
    platform: 'Seller against a marketplace',
    prosecutor: 'Prosecutor’s request',
    rospotrebnadzor: 'Consumer watchdog: warning, request',
    roskomnadzor: 'Data-protection regulator’s request',
    housing_inspection: 'Housing inspectorate’s request',
    labour_inspection: 'Labour inspectorate’s request',
    neighbour: 'Neighbours: noise, smells, access',
    general: 'General civil law',
    none: 'No legal relationship',
  },
  demand: {
    refund: 'Refund',
    replacement: 'Replacement',
    repair: 'Free repair',
    fix_defects: 'Defects put right',
    exchange: 'Exchange of the item',
    price_reduction: 'Price reduction',
    expenses: 'Reimbursement of expenses',
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
    stop_nuisance: 'End of the nuisance',
    stop_charging: 'End of charges',
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
    office: 'Us',
    third_party: 'Third party',
    authority: 'Authority',
  },
  noAnswer: {
    withdrawn: 'Withdrawn by the complainant',
    no_address: 'Anonymous, or no address to reply to',
    duplicate: 'Duplicate: answered under another number',
    nothing_asked: 'Nothing is asked',
    forwarded: 'Forwarded to the right body',
    answered_orally: 'Answered orally, complainant satisfied',
    spam: 'Advertising, spam',
    other: 'Another reason',
  },
  step: {
    name_demands: 'Name the demands',
    acknowledge: 'Confirm receipt',
    tell_forwarded: 'Tell the complainant where it went',
    await_complainant: 'Wait for the complainant',
    establish: 'Establish what is true',
    decide: 'Decide on the demands',
    draft_final: 'Write the answer',
    approve: 'Approve the answer',
    revise: 'Revise the answer as the remarks ask',
    issue_final: 'Check and issue the answer',
    replace: 'Replace the letter',
    send: 'Send the answer',
    confirm_delivery: 'Check whether it arrived',
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
  goal: (left) =>
    left < 0
      ? `the office’s goal passed ${days(-left)} ago`
      : left === 0
        ? 'the office’s goal is today'
        : left === 1
          ? 'the office’s goal is tomorrow'
          : `${days(left)} to the office’s goal`,
  noDue: 'no deadline',
}

export default words
