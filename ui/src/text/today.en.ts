import type ru from './today.ru'

const today: typeof ru = {}

export default today
