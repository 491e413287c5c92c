import type ru from './register.ru'

const register: typeof ru = {}

export default register
