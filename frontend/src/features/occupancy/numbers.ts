/** Numbers as the reports print them; both languages group thousands by commas. */
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

const NONE = '—'

/** `75.3` of 0.753; a dash where the source cannot tell. */
export function percent(share: number | null | undefined, digits = 1): string {
  return share == null ? NONE : (share * 100).toFixed(digits)
}

/** `1,670`. */
export function count(value: number | null | undefined): string {
  return value == null ? NONE : whole.format(value)
}

/** `1.42`. */
export function ratio(value: number | null | undefined): string {
  return value == null ? NONE : value.toFixed(2)
}

/** `+3.2`, `−0.4`, `±0`: what a figure moved by, with as many decimals as it is printed with. */
export function signed(change: number, digits: number): string {
  const size = Math.abs(change).toFixed(digits)
  if (Number(size) === 0) return '±0'
  return `${change > 0 ? '+' : '−'}${digits === 0 ? whole.format(Math.abs(change)) : size}`
}

/** The number of the day that is p95 by nearest rank. */
export function rankOfP95(days: number): number {
  return Math.max(1, Math.ceil(0.95 * days - 1e-9))
}
