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

/** The working days on which a half is planned in the office and no desk goes with it. */
export function daysWithoutDesk(plans: readonly PlanDay[]): PlanDay[] {
  return plans.filter(
    (plan) =>
      plan.working_day && [plan.am, plan.pm].some((half) => half?.place === 'office' && half.desk === null),
  )
}

function isWeekend(day: string): boolean {
  const weekday = (daysBetween('1970-01-01', day) + EPOCH_THURSDAY) % WEEK
  return weekday === SATURDAY || weekday === SUNDAY
}

/** Weeks begin on Sunday. */
function weekOf(day: string): string {
  return addDays(day, -((daysBetween('1970-01-01', day) + EPOCH_THURSDAY) % WEEK))
}
