import type { components } from '#/api/generated/schema'

type PlanDay = components['schemas']['PlanDay']
type Place = components['schemas']['Place']
type Stretch = components['schemas']['Stretch']

/** Half a day at a glance; null when nothing is planned. */
export interface HalfGlance {
  place: Place
  code: string | null
}

/** A day at a glance: `whole` where both halves are alike. */
export interface DayGlance {
  day: string
  am: HalfGlance | null
  pm: HalfGlance | null
  whole: boolean
}

/** What a strip shows of a day. Hours that fill neither half stand for the half in which they begin. */
export function glanceOf(plan: PlanDay): DayGlance {
  const am = half(plan.am)
  const pm = half(plan.pm)
  const alike = am?.place === pm?.place && am?.code === pm?.code
  if (!am && !pm && plan.stretches[0]) {
    const only = half(plan.stretches[0])
    return { day: plan.day, am: only, pm: only, whole: true }
  }
  return { day: plan.day, am, pm, whole: alike }
}

function half(stretch: Stretch | null): HalfGlance | null {
  return stretch && { place: stretch.place, code: stretch.desk?.code ?? null }
}
