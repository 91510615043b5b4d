import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useMe } from '#/api/me'
import type { Booking } from '#/features/bookings/offer'
import {
  bookingOptions,
  buildingsOptions,
  countsOptions,
  deskDayOptions,
  floorAvailabilityOptions,
  floorOptions,
  floorsOptions,
  myDayOptions,
  whereaboutsOptions,
} from '#/features/bookings/queries'
import { type Asked, askedOf, type BookSearch } from '#/features/bookings/search'
import { isOpen, statesById } from '#/features/floor-map/desk-state'
import { fits } from '#/features/floor-map/filters'
import { cityClock } from '#/lib/city-time'
import { areaLetters } from '#/ui/plan/area-letters'
import { inReadingOrder } from '#/ui/plan/neighbours'

/** Everything "Book a desk" shows, read from its address and the server. */
export function useBookState(search: BookSearch) {
  const me = useMe()
  const changing = useChanging(search.booking)
  const day = search.day ?? changing?.day ?? firstDay(me.today, me.working_days)
  const asked = changing && !search.part && !search.start ? askedOfBooking(changing) : askedOf(search)
  const building = useQuery(buildingsOptions())
  const floors = useQuery(floorsOptions(day))
  const counts = useQuery(countsOptions(day, asked))
  const deskDay = useQuery({
    ...deskDayOptions(search.desk ?? 0, day, asked, search.person),
    enabled: search.desk !== undefined,
  })
  const floorId =
    search.floor ??
    deskDay.data?.floor.id ??
    changing?.desk.floor ??
    me.home_areas[0]?.floor ??
    floors.data?.[0]?.id
  const floor = useQuery({ ...floorOptions(floorId ?? 0, day), enabled: floorId !== undefined })
  const availability = useQuery({
    ...floorAvailabilityOptions(floorId ?? 0, day, asked),
    enabled: floorId !== undefined,
  })
  const myDay = useQuery({ ...myDayOptions(day, search.person), enabled: me.person !== null })
  const near = useQuery({ ...whereaboutsOptions(search.near ?? 0, day), enabled: search.near !== undefined })

  const plan = floor.data
  const lines = useMemo(
    () => new Map((availability.data?.desks ?? []).map((line) => [line.desk, line])),
    [availability.data],
  )
  const shown = useMemo(() => {
    if (!plan) return null
    const states = statesById(plan.desks, availability.data?.desks)
    const filter = {
      features: search.features ?? [],
      area: search.area ?? null,
      onlyOpen: search.open ?? false,
    }
    const desks = inReadingOrder(plan.desks, plan.areas)
    const onMap = { ...filter, onlyOpen: false }
    return {
      plan: { ...plan, desks },
      states,
      listed: desks.filter((desk) => fits(desk, states.get(desk.id) ?? null, filter)),
      fitting: desks.filter((desk) => fits(desk, states.get(desk.id) ?? null, onMap)),
      faint: new Set(
        desks.filter((desk) => !fits(desk, states.get(desk.id) ?? null, onMap)).map((desk) => desk.id),
      ),
      partly: [...states.values()].some((state) => state?.kind === 'taken' && state.partly),
      offered: [...states.values()].some((state) => state?.kind === 'offered'),
      letters: areaLetters(plan.areas),
    }
  }, [plan, availability.data, search.features, search.area, search.open])

  const place = near.data?.stretches.find((stretch) => stretch.desk)?.desk ?? null
  return {
    me,
    /** For whom, where it is not oneself. */
    person: search.person,
    changing,
    day,
    asked,
    building: building.data?.find((one) => one.id === plan?.building) ?? building.data?.[0],
    floors: floors.data ?? [],
    counts: counts.data,
    count: counts.data?.find((one) => one.floor === floorId),
    deskDay: deskDay.data?.desk.id === search.desk && deskDay.data?.day === day ? deskDay.data : undefined,
    deskDayError: deskDay.error,
    floorId,
    lines,
    shown,
    free: new Map(
      counts.data?.find((one) => one.floor === floorId)?.areas.map((area) => [area.area, area.free]),
    ),
    error: floor.error ?? availability.error ?? floors.error,
    again: () => Promise.all([floor.refetch(), availability.refetch(), floors.refetch()]),
    staleSince: availability.isError && availability.data ? availability.dataUpdatedAt : null,
    mine: (myDay.data?.results ?? []).filter(
      (booking) => booking.state === 'booked' || booking.state === 'checked_in',
    ),
    near: search.near === undefined || !near.data ? null : { person: near.data.person, desk: place },
    openDesks: (desks: { id: number }[]) =>
      desks.filter((desk) => isOpen(shown?.states.get(desk.id) ?? null)),
  }
}

export type BookState = ReturnType<typeof useBookState>

function useChanging(id: number | undefined): Booking | null {
  const booking = useQuery({ ...bookingOptions(id ?? 0), enabled: id !== undefined })
  return id !== undefined && booking.data?.may.includes('change') ? booking.data : null
}

/** Today when it is a working day, else the next one: nobody comes to book a Sunday. */
function firstDay(today: string, workingDays: readonly string[]): string {
  return workingDays[0] ?? today
}

export function askedOfBooking(booking: Booking): Asked {
  return booking.part
    ? { part: booking.part }
    : { start: cityClock(booking.start), end: cityClock(booking.end) }
}
