import { useQuery } from '@tanstack/react-query'
import { mySeriesOptions, type Series } from './queries'

export interface Fold {
  /** Bookings that stand for themselves no more: their series says how many there are. */
  folded: ReadonlySet<number>
  /** By booking, the series whose next date it is, and how many come after it. */
  next: ReadonlyMap<number, { series: Series; further: number }>
}

/** Of each series only its next date stands in a list, and those that were changed by themselves. */
export function foldOf(every: readonly Series[]): Fold {
  const folded = new Set<number>()
  const next = new Map<number, { series: Series; further: number }>()
  for (const series of every) {
    const [first, ...rest] = series.dates
      .filter(({ booking }) => ['booked', 'checked_in'].includes(booking.state))
      .sort((one, other) => Date.parse(one.booking.start) - Date.parse(other.booking.start))
    if (!first) continue
    next.set(first.booking.id, { series, further: rest.length })
    for (const one of rest) if (!one.exception) folded.add(one.booking.id)
  }
  return { folded, next }
}

/** My series folded; undefined until they are known. Where they cannot be read, every date stands for itself. */
export function useFold(): Fold | undefined {
  const mine = useQuery(mySeriesOptions())
  if (mine.isPending) return undefined
  return foldOf(mine.data?.results ?? [])
}
