import type ru from './records.ru'

const records: typeof ru = {}

export default records
