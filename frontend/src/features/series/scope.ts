import type { SeriesDate } from './queries'

export const SCOPES = ['one', 'stretch', 'rest'] as const
export type Scope = (typeof SCOPES)[number]

/** Which dates an act is about: days of bookings, both included. */
export interface Chosen {
  scope: Scope
  from: string
  to: string
}

/** The dates that are still to come and can be acted on, in order. */
export function datesToCome(dates: readonly SeriesDate[]): SeriesDate[] {
  return dates.filter((one) => one.booking.may.includes('change') || one.booking.may.includes('cancel'))
}

/** Those of `dates` that the choice is about. */
export function datesChosen(dates: readonly SeriesDate[], chosen: Chosen): SeriesDate[] {
  const last = chosen.scope === 'one' ? chosen.from : chosen.scope === 'rest' ? '9999' : chosen.to
  return dates.filter(({ booking }) => booking.day >= chosen.from && booking.day <= last)
}

/** The stretch as the API takes it. */
export function stretchOf({ scope, from, to }: Chosen): { from: string; to?: string } {
  if (scope === 'rest') return { from }
  return { from, to: scope === 'one' ? from : to }
}
