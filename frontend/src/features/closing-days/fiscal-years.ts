const APRIL = 4
const FIRST = 2000
const LAST = 2098
const YEARS_BACK = 1
const YEARS_AHEAD = 3

const two = (number: number) => String(number).padStart(2, '0')

/** The fiscal year (年度) in which a day lies, by the year of its April. */
export function thisFiscalYear(day: string): number {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return month >= APRIL ? year : year - 1
}

/** Whether something out of an address is a fiscal year that can be shown. */
export function isFiscalYear(year: unknown): year is number {
  return typeof year === 'number' && Number.isInteger(year) && year >= FIRST && year <= LAST
}

/** The first and the last day of a fiscal year. */
export function daysOfFiscalYear(year: number): { from: string; to: string } {
  return { from: `${year}-${two(APRIL)}-01`, to: `${year + 1}-03-31` }
}

/** The fiscal years to choose among, the shown one with them. */
export function yearsToChoose(now: number, shown: number): number[] {
  const years = Array.from({ length: YEARS_BACK + 1 + YEARS_AHEAD }, (_, place) => now - YEARS_BACK + place)
  return years.includes(shown) ? years : [...years, shown].sort((one, other) => one - other)
}

/** What lies in a fiscal year, wholly or in part, in order of its days. */
export function within<Held extends { first: string; last: string }>(
  year: number,
  all: readonly Held[],
): Held[] {
  const { from, to } = daysOfFiscalYear(year)
  return all
    .filter(({ first, last }) => first <= to && last >= from)
    .sort((one, other) => one.first.localeCompare(other.first) || one.last.localeCompare(other.last))
}
