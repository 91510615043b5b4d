import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answered } from '#/api/answered'
import { api, client } from '#/api/client'
import type { CityCalendar, CityEvent, ClosingDay, Holds } from './shapes'

const PATHS = ['/closing-days/', '/city-events/', '/city-calendars/']

export const closingDaysOptions = () => api.queryOptions('get', '/closing-days/', {})

/** The events of some days, both ends among them. */
export const eventsOptions = (days: { from: string; to: string }) =>
  api.queryOptions('get', '/city-events/', { params: { query: days } })

/** The addresses from which the city's calendar is read. */
export const calendarsOptions = () => api.queryOptions('get', '/city-calendars/', {})

/** The contract lists what only the server says (the id …) among what is sent; it is not sent. */
const sent = <Body>(body: Partial<Body>) => body as Body

function useAsked() {
  const cache = useQueryClient()
  return () =>
    cache.invalidateQueries({
      predicate: ({ queryKey }) => PATHS.some((path) => String(queryKey[1]).startsWith(path)),
    })
}

interface NewDay {
  day: string
  name: string
  name_en: string
}

export function useAddDay() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: (body: NewDay) => answered(client.POST('/closing-days/', { body: sent<ClosingDay>(body) })),
    onSettled,
  })
}

export function useRemoveDay() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: async ({ id }: Pick<ClosingDay, 'id'>) => {
      await client.DELETE('/closing-days/{id}/', { params: { path: { id } } })
    },
    onSettled,
  })
}

interface NewEvent {
  first_day: string
  last_day: string
  name: string
  name_en: string
}

export function useAddEvent() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: (body: NewEvent) => answered(client.POST('/city-events/', { body: sent<CityEvent>(body) })),
    onSettled,
  })
}

export function useRemoveEvent() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: async ({ id }: { id: number }) => {
      await client.DELETE('/city-events/{id}/', { params: { path: { id } } })
    },
    onSettled,
  })
}

export function useAddCalendar() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: (body: { address: string; holds: Holds }) =>
      answered(client.POST('/city-calendars/', { body: sent<CityCalendar>(body) })),
    onSettled,
  })
}

export function useRemoveCalendar() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: async (id: number) => {
      await client.DELETE('/city-calendars/{id}/', { params: { path: { id } } })
    },
    onSettled,
  })
}

/** Read an address now, or see what reading it would change. */
export function useReadCalendar() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: ({ id, dryRun }: { id: number; dryRun: boolean }) =>
      answered(
        client.POST('/city-calendars/{id}/read/', { params: { path: { id } }, body: { dry_run: dryRun } }),
      ),
    onSettled,
  })
}

/** Take a file over, or see what that would change. */
export function useImportFile() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: ({ file, holds, dryRun }: { file: File; holds: Holds; dryRun: boolean }) =>
      answered(
        client.POST('/city-calendars/import/', {
          body: { file: file.name, holds, dry_run: dryRun },
          // The contract names the file by text; what is sent is the file itself.
          bodySerializer: () => {
            const form = new FormData()
            form.append('file', file, file.name)
            form.append('holds', holds)
            form.append('dry_run', String(dryRun))
            return form
          },
        }),
      ),
    onSettled,
  })
}
