import type ru from './settings.ru'

const settings: typeof ru = {}

export default settings
