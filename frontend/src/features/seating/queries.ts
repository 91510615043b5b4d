import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']
export type DeskChoice = Schemas['DeskChoice']
export type SectionDraw = Schemas['SectionDraw']
export type DrawnSeat = Schemas['DrawnSeat']
export type GroupPreview = Schemas['GroupPreview']
export type GroupBooking = Schemas['GroupBooking']
export type DesksTogether = Schemas['DesksTogether']
export type TeamDay = Schemas['TeamDay']
export type { Problem } from '#/api/problem'

/** A part of a day, or hours of one's own as `HH:MM`. */
export type Stretch = { part: Schemas['Part'] } | { start: string; end: string }

export interface ChoiceAsked {
  day: string
  asked: Stretch
  near: number | undefined
  features: Schemas['Feature'][]
  /** Desks that were offered before. */
  besides: number[]
  /** The booking that would be moved. */
  change: number | undefined
  /** Whose desk it is to be; mine where it is left out. */
  person: number | undefined
}

/** A desk chosen by the server. What was chosen stays chosen, so it is never asked for again by itself. */
export const choiceOptions = ({ asked, ...wish }: ChoiceAsked) =>
  queryOptions({
    queryKey: ['post', '/seating/choice/', wish, asked],
    queryFn: async ({ signal }) => {
      const { data } = await client.POST('/seating/choice/', {
        body: { ...wish, ...asked, book: false },
        signal,
      })
      return answered(data)
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    placeholderData: keepPreviousData,
  })

/** The departments whose desks I may draw; none for most people. */
export const departmentsOptions = () => api.queryOptions('get', '/seating/departments/', {})

export interface DrawAsked {
  department: number
  day: string
  part: Schemas['Part']
  existing: 'keep' | 'redraw'
  /** All when absent. */
  people?: number[]
}

/** What a draw would come to. */
export const drawPreviewOptions = (body: DrawAsked) =>
  queryOptions({
    queryKey: ['post', '/seating/draws/preview/', body],
    queryFn: async ({ signal }) => {
      const { data } = await client.POST('/seating/draws/preview/', { body, signal })
      return answered(data)
    },
    staleTime: 0,
    retry: false,
    placeholderData: keepPreviousData,
  })

export const drawsOptions = () =>
  api.queryOptions('get', '/seating/draws/', { params: { query: { page_size: 20 } } })

export const drawOptions = (id: number) =>
  api.queryOptions('get', '/seating/draws/{id}/', { params: { path: { id } } })

export const groupsOptions = () => api.queryOptions('get', '/group-bookings/', {})

export const teamDaysOptions = (from: string, to: string) =>
  api.queryOptions('get', '/team-days/', { params: { query: { from, to } } })

/** An answer without a body does not happen: problems were thrown before. */
export function answered<Body>(data: Body | undefined): Body {
  if (data === undefined) throw new Error('the API answered without a body')
  return data
}
