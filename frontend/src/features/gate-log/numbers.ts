const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const KILO = 1000
const UNITS = ['B', 'kB', 'MB', 'GB'] as const

/** `11,000,000`; both languages group thousands by commas. */
export function whole(value: number): string {
  return grouped.format(value)
}

/** `412 MB`. */
export function bytes(size: number): string {
  let rest = size
  let unit = 0
  while (rest >= KILO && unit < UNITS.length - 1) {
    rest /= KILO
    unit += 1
  }
  const digits = rest < 10 && unit > 0 ? 1 : 0
  return `${rest.toFixed(digits)} ${UNITS[unit]}`
}
