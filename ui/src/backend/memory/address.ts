// The office in memory as the address of a plain browser asks for it.

import type { Backend } from '../backend'
import { memoryOffice, type MemoryOptions } from '../memory'

/** An office as the address asks for: `?rows=10000&lang=en&theme=dark`, `?empty`, `?first`. */
export function memoryFromAddress(search: string): Backend {
  const ask = new URLSearchParams(search)
  const options: MemoryOptions = {
    empty: ask.has('empty'),
    first: ask.has('first'),
    own: ask.has('own'),
    language: ask.get('lang') === 'en' ? 'en' : 'ru',
    delay: Number(ask.get('delay') ?? 0),
    scale: Number(ask.get('scale') ?? 1),
  }
  if (ask.has('rows')) options.rows = Number(ask.get('rows'))
  const theme = ask.get('theme')
  if (theme === 'dark' || theme === 'light') options.theme = theme
  const office = memoryOffice(options)
  Object.assign(globalThis, { otvetMemory: office })
  return office
}
