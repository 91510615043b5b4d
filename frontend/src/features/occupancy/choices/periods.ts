import { addDays, daysBetween, monthOf, yearOf } from '#/lib/dates'

/** Days from the first to the last, both in it. */
export interface Period {
  from: string
  to: string
}

export const PRESETS = ['weeks', 'month', 'quarter', 'year'] as const
export type Preset = (typeof PRESETS)[number]

const FOUR_WEEKS = 28
const MONTHS_A_YEAR = 12
const MONTHS_A_QUARTER = 3
const APRIL = 4

/** The last four whole weeks of days, the calendar month before this one, this fiscal quarter and year up to yesterday. */
export function presetPeriod(preset: Preset, today: string): Period {
  const yesterday = addDays(today, -1)
  switch (preset) {
    case 'weeks':
      return { from: addDays(today, -FOUR_WEEKS), to: yesterday }
    case 'month': {
      const first = firstOfMonth(yearOf(today), monthOf(today) - 1)
      return { from: first, to: addDays(`${today.slice(0, 8)}01`, -1) }
    }
    case 'quarter': {
      const month = monthOf(yesterday)
      return {
        from: firstOfMonth(yearOf(yesterday), month - ((month - 1) % MONTHS_A_QUARTER)),
        to: yesterday,
      }
    }
    case 'year': {
      const year = monthOf(yesterday) >= APRIL ? yearOf(yesterday) : yearOf(yesterday) - 1
      return { from: firstOfMonth(year, APRIL), to: yesterday }
    }
  }
}

/** Which preset a period is today, if any. */
export function presetOf(period: Period, today: string): Preset | null {
  return (
    PRESETS.find((preset) => {
      const { from, to } = presetPeriod(preset, today)
      return from === period.from && to === period.to
    }) ?? null
  )
}

/** As many days, just before; whole weeks apart, so that both have the same weekdays. */
export function periodBefore({ from, to }: Period): Period {
  const days = daysBetween(from, to) + 1
  const back = Math.ceil(days / 7) * 7
  return { from: addDays(from, -back), to: addDays(to, -back) }
}

/** The same weeks a year before: 364 days, so that Mondays meet Mondays. */
export function yearBefore({ from, to }: Period): Period {
  return { from: addDays(from, -364), to: addDays(to, -364) }
}

function firstOfMonth(year: number, month: number): string {
  const months = year * MONTHS_A_YEAR + month - 1
  const whole = Math.floor(months / MONTHS_A_YEAR)
  return `${String(whole).padStart(4, '0')}-${String((months % MONTHS_A_YEAR) + 1).padStart(2, '0')}-01`
}
