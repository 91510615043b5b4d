import { expect, test } from 'vitest'
import { misakiInTheOffice } from '#/testing/cast'
import type { PlanDay } from './queries'
import { daysWithoutDesk, stripDays } from './strip-days'

const day = (date: string, facts: Partial<PlanDay> = {}): PlanDay => ({
  ...misakiInTheOffice,
  day: date,
  am: null,
  pm: null,
  ...facts,
})
const closed = (date: string, holiday: string | null = null) => day(date, { working_day: false, holiday })

test('the strip holds the working days and the holidays between them, with room between weeks and a name for a month', () => {
  const plans = [
    day('2026-11-27'),
    closed('2026-11-28'),
    closed('2026-11-29', '日曜の祝日'),
    closed('2026-11-30', '創立記念日'),
    day('2026-12-01'),
  ]
  expect(stripDays(plans).map(({ plan, newMonth, newWeek }) => [plan.day, newMonth, newWeek])).toEqual([
    ['2026-11-27', true, false],
    ['2026-11-30', false, true],
    ['2026-12-01', true, false],
  ])
})

test('a half said to be in the office without a desk waits, and a team day; a presumption does not', () => {
  const half = misakiInTheOffice.am
  if (!half) throw new Error('the cast has Misaki in the office')
  const own = { ...half, source: 'own' as const, desk: null }
  const presumed = { ...half, source: 'default' as const, desk: null }
  const team_day = { department_id: 7, name: '広聴課', part: 'full' as const, rule: 'warn' as const }
  const plans = [
    day('2026-11-24', { am: half, pm: own }),
    day('2026-11-25', { am: half, pm: { ...own, place: 'leave' } }),
    day('2026-11-26', { am: presumed, pm: presumed }),
    day('2026-11-27', { am: presumed, pm: presumed, team_day }),
    day('2026-11-30', { am: { ...own, place: 'trip' }, pm: { ...own, place: 'trip' }, team_day }),
    closed('2026-12-05'),
  ]
  expect(daysWithoutDesk(plans).map((plan) => plan.day)).toEqual(['2026-11-24', '2026-11-27'])
})
