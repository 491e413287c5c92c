import type ru from './first.ru'

const first: typeof ru = {}

export default first
