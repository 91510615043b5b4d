import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']
export type Choices = Schemas['CalendarChoices']
export type Feed = Schemas['Feed']
export type NewFeed = Schemas['NewFeed']
export type Links = Schemas['CalendarLinks']
export type CalendarLink = Schemas['CalendarLink']
export type LinkKind = CalendarLink['kind']
export type LinkChange = Schemas['PatchedLinkChange']
export type Account = Schemas['AccountAsked']
export type FoundCalendar = Schemas['FoundCalendar']
export type NewLink = Schemas['NewLink']

/** What goes into my calendars. */
export const choicesOptions = () => api.queryOptions('get', '/calendar/choices/')

/** My subscription addresses, and the sections for which I may make one. */
export const feedsOptions = () => api.queryOptions('get', '/calendar/feeds/')

/** My linked calendars, and the kinds that can be linked here. */
export const linksOptions = () => api.queryOptions('get', '/calendar/links/')

/** Save some of my choices; the screen shows them at once and takes them back when they are refused. */
export function useChoose() {
  const cache = useQueryClient()
  const { queryKey } = choicesOptions()
  return useMutation({
    mutationFn: async (change: Schemas['PatchedCalendarChoicesChange']) =>
      answered((await client.PATCH('/calendar/choices/', { body: change })).data),
    onMutate: async (change) => {
      await cache.cancelQueries({ queryKey })
      const before = cache.getQueryData<Choices>(queryKey)
      if (before) cache.setQueryData(queryKey, { ...before, ...change })
      return before
    },
    onError: (_error, _change, before) => {
      if (before) cache.setQueryData(queryKey, before)
    },
    onSuccess: (choices) => cache.setQueryData(queryKey, choices),
  })
}

/** Make, renew or end a subscription address. */
export function useFeedWrites() {
  const onSuccess = useRefresh(feedsOptions())
  return {
    make: useMutation({
      mutationFn: async (body: NewFeed) => answered((await client.POST('/calendar/feeds/', { body })).data),
      onSuccess,
    }),
    renew: useMutation({
      mutationFn: async (id: number) =>
        answered((await client.POST('/calendar/feeds/{id}/renew/', { params: { path: { id } } })).data),
      onSuccess,
    }),
    end: useMutation({
      mutationFn: (id: number) => client.DELETE('/calendar/feeds/{id}/', { params: { path: { id } } }),
      onSuccess,
    }),
  }
}

/** The calendars of an account, or the refusal `calendar_trouble`. Nothing is stored. */
export function useFind() {
  return useMutation({
    mutationFn: async (body: Account) =>
      answered((await client.POST('/calendar/links/find/', { body })).data).calendars,
  })
}

/** Link a calendar. */
export function useLinkCalendar() {
  const onSuccess = useRefresh(linksOptions())
  return useMutation({
    mutationFn: async (body: NewLink) => answered((await client.POST('/calendar/links/', { body })).data),
    onSuccess,
  })
}

/** What can be done with a linked calendar. */
export function useLinkWrites(id: number) {
  const onSuccess = useRefresh(linksOptions())
  const path = { id }
  return {
    change: useMutation({
      mutationFn: async (body: LinkChange) =>
        answered((await client.PATCH('/calendar/links/{id}/', { params: { path }, body })).data),
      onSuccess,
    }),
    test: useMutation({
      mutationFn: async () =>
        answered((await client.POST('/calendar/links/{id}/test/', { params: { path } })).data),
      onSuccess,
    }),
    resume: useMutation({
      mutationFn: async (password: string) => {
        const body = password ? { password } : {}
        return answered((await client.POST('/calendar/links/{id}/resume/', { params: { path }, body })).data)
      },
      onSuccess,
    }),
    end: useMutation({
      mutationFn: (keep: boolean) =>
        client.DELETE('/calendar/links/{id}/', { params: { path, query: { keep: keep ? '1' : '0' } } }),
      onSuccess,
    }),
  }
}

function useRefresh({ queryKey }: { queryKey: readonly unknown[] }) {
  const cache = useQueryClient()
  return () => cache.invalidateQueries({ queryKey })
}

/** An answer without a body does not happen: problems were thrown before. */
function answered<Body>(data: Body | undefined): Body {
  if (data === undefined) throw new Error('the API answered without a body')
  return data
}
