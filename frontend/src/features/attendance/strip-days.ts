import { halfState, isAway } from '#/api/half-state'
import { addDays, daysBetween, monthOf } from '#/lib/dates'
import type { PlanDay } from './queries'

export interface StripDay {
  plan: PlanDay
  /** A new month begins: its name stands above. */
  newMonth: boolean
  /** Not the working day after the one before: room between. */
  newWeek: boolean
}

const SATURDAY = 6
const SUNDAY = 0
const EPOCH_THURSDAY = 4
const WEEK = 7

/** The working days among `plans`, with 祝日 that fall on a weekday between them. */
export function stripDays(plans: readonly PlanDay[]): StripDay[] {
  const shown = plans.filter(
    ({ day, working_day, holiday }) => working_day || (holiday !== null && !isWeekend(day)),
  )
  return shown.map((plan, index) => {
    const before = shown[index - 1]
    return {
      plan,
      newMonth: !before || monthOf(before.day) !== monthOf(plan.day),
      newWeek: before !== undefined && weekOf(before.day) !== weekOf(plan.day),
    }
  })
}

/** The working days on which I said that I am in the office, or a team day calls me, and no desk goes with it. */
export function daysWithoutDesk(plans: readonly PlanDay[]): PlanDay[] {
  return plans.filter((plan) => {
    if (!plan.working_day) return false
    const states = [halfState(plan, 'am'), halfState(plan, 'pm')]
    if (states.some((state) => state?.kind === 'noDesk')) return true
    return plan.team_day !== null && states.some((state) => !isAway(state) && state?.kind !== 'desk')
  })
}

function isWeekend(day: string): boolean {
  const weekday = (daysBetween('1970-01-01', day) + EPOCH_THURSDAY) % WEEK
  return weekday === SATURDAY || weekday === SUNDAY
}

/** Weeks begin on Sunday. */
function weekOf(day: string): string {
  return addDays(day, -((daysBetween('1970-01-01', day) + EPOCH_THURSDAY) % WEEK))
}
