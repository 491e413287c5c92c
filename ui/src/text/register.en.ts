import { digits, enPlural } from './plural'
import type ru from './register.ru'

const register: typeof ru = {
  title: 'Register of complaints',
  label: 'Complaints',
  columns: {
    number: 'Number',
    received: 'Received',
    complainant: 'Complainant',
    subject: 'Subject',
    kind: 'Kind',
    channel: 'Channel',
    status: 'Status',
    due: 'Due',
    step: 'Next step',
  },
  resize: (column) => `Width of the column “${column}”`,
  sortBy: (column) => `Sort by: ${column}`,
  filters: 'Filters',
  text: 'Words of the complaint',
  status: 'Status',
  channel: 'Channel',
  kind: 'Kind',
  due: 'Due',
  all: 'any',
  allStatus: 'any',
  awaiting: 'not answered',
  clear: 'Clear filters',
  total: (n) => `${digits(n)} ${enPlural(n, 'complaint', 'complaints')}`,
  found: (n) => `${digits(n)} ${enPlural(n, 'complaint', 'complaints')} found`,
  copied: (n) => `${digits(n)} ${enPlural(n, 'row', 'rows')} copied`,
  tooMany: (n) => `Up to ${digits(n)} rows can be copied at once. Select fewer.`,
  emptyTitle: 'All complaints will be here',
  emptyWhy:
    'A complaint gets its number and its terms the minute you write it down, and nothing is lost after that.',
  emptyButton: 'Write down the first complaint',
  zeroTitle: 'Nothing fits these filters',
  zeroWhy: 'Check the words or clear some filters: the search understands word forms.',
  trash: 'Trash',
  loading: 'loading',
}

export default register
