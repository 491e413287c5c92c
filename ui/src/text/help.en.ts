import type ru from './help.ru'

const help: typeof ru = {}

export default help
