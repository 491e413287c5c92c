/** The Russian form for a count: 1 день, 2 дня, 5 дней. */
export function ruPlural(n: number, one: string, few: string, many: string): string {
  const tens = Math.abs(n) % 100
  const units = tens % 10
  if (tens > 10 && tens < 20) return many
  if (units === 1) return one
  if (units >= 2 && units <= 4) return few
  return many
}

/** The English form for a count. */
export function enPlural(n: number, one: string, many: string): string {
  return Math.abs(n) === 1 ? one : many
}

/** A count with its digits in threes, by narrow no-break spaces. */
export function digits(n: number): string {
  return String(Math.trunc(n)).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f')
}

/** The first names of a list, and how many more there are. */
export function firstOf(names: string[], more: (n: number) => string): string {
  const named = 12
  const first = names.slice(0, named).join(', ')
  return names.length > named ? `${first} ${more(names.length - named)}` : first
}
