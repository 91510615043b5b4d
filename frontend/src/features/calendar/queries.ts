import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import {
  type Account,
  ask,
  type CalendarLink,
  type Choices,
  type Feed,
  type Feeds,
  type FoundCalendar,
  type Links,
  type NewLink,
  type Tested,
} from './contract'

export type { Account, CalendarLink, Choices, Feed, Feeds, FoundCalendar, Links, NewLink, Tested }
export type LinkKind = CalendarLink['kind']
export type LinkChange = Partial<Pick<CalendarLink, 'sends' | 'takes_in' | 'on_deleted' | 'acceptance'>>

/** What goes into my calendars. */
export const choicesOptions = () =>
  queryOptions({
    queryKey: ['get', '/calendar/choices/'],
    queryFn: () => ask<Choices>('GET', '/calendar/choices/'),
  })

/** My subscription addresses, and the sections for which I may make one. */
export const feedsOptions = () =>
  queryOptions({
    queryKey: ['get', '/calendar/feeds/'],
    queryFn: () => ask<Feeds>('GET', '/calendar/feeds/'),
  })

/** My linked calendars, and the kinds that can be linked here. */
export const linksOptions = () =>
  queryOptions({
    queryKey: ['get', '/calendar/links/'],
    queryFn: () => ask<Links>('GET', '/calendar/links/'),
  })

/** Save some of my choices; the screen shows them at once and takes them back when they are refused. */
export function useChoose() {
  const cache = useQueryClient()
  const { queryKey } = choicesOptions()
  return useMutation({
    mutationFn: (change: Partial<Choices>) => ask<Choices>('PATCH', '/calendar/choices/', change),
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
  const refresh = useRefresh('/calendar/feeds/')
  return {
    make: useMutation({
      mutationFn: (body: { kind: Feed['kind']; department?: number }) =>
        ask<Feed>('POST', '/calendar/feeds/', body),
      onSuccess: refresh,
    }),
    renew: useMutation({
      mutationFn: (id: number) => ask<Feed>('POST', `/calendar/feeds/${id}/renew/`),
      onSuccess: refresh,
    }),
    end: useMutation({
      mutationFn: (id: number) => ask<undefined>('DELETE', `/calendar/feeds/${id}/`),
      onSuccess: refresh,
    }),
  }
}

/** The calendars of an account, or the refusal `calendar_trouble`. Nothing is stored. */
export function useFind() {
  return useMutation({
    mutationFn: async (account: Account) =>
      (await ask<{ calendars: FoundCalendar[] }>('POST', '/calendar/links/find/', account)).calendars,
  })
}

/** Link a calendar. */
export function useLinkCalendar() {
  const refresh = useRefresh('/calendar/links/')
  return useMutation({
    mutationFn: (link: NewLink) => ask<CalendarLink>('POST', '/calendar/links/', link),
    onSuccess: refresh,
  })
}

/** What can be done with a linked calendar. */
export function useLinkWrites(id: number) {
  const refresh = useRefresh('/calendar/links/')
  return {
    change: useMutation({
      mutationFn: (change: LinkChange) => ask<CalendarLink>('PATCH', `/calendar/links/${id}/`, change),
      onSuccess: refresh,
    }),
    test: useMutation({
      mutationFn: () => ask<Tested>('POST', `/calendar/links/${id}/test/`),
      onSettled: refresh,
    }),
    resume: useMutation({
      mutationFn: (password: string) =>
        ask<CalendarLink>('POST', `/calendar/links/${id}/resume/`, password ? { password } : {}),
      onSuccess: refresh,
    }),
    end: useMutation({
      mutationFn: (keep: boolean) =>
        ask<undefined>('DELETE', `/calendar/links/${id}/${keep ? '?keep=1' : ''}`),
      onSuccess: refresh,
    }),
  }
}

function useRefresh(path: string) {
  const cache = useQueryClient()
  return () => cache.invalidateQueries({ queryKey: ['get', path] })
}
