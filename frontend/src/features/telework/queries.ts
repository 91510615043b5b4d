import { queryOptions } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import type { TeleworkRequest } from '#/api/telework'

type Schemas = components['schemas']

export type { TeleworkRequest }
export type PreviewDay = Schemas['TeleworkPreview']['days'][number]
export type Unit = TeleworkRequest['unit']
export type Form = TeleworkRequest['form']
export type Terminal = TeleworkRequest['terminal']
export type Treatment = TeleworkRequest['treatment']

const PAGE = 100

/** My requests of some days, in order of time; both ends included. */
export const myRequestsOptions = (from: string, to: string) =>
  api.queryOptions('get', '/telework/requests/', { params: { query: { from, to, page_size: PAGE } } })

/** One request that I may see. */
export const requestOptions = (id: number) =>
  api.queryOptions('get', '/telework/requests/{id}/', { params: { path: { id } } })

/** My registration, and whether I may telework. */
export const myRegistrationOptions = () => api.queryOptions('get', '/telework/registrations/me/', {})

export type PreviewAsked = Omit<Schemas['Days'], 'every_weeks'>

/** What requests for these days would come to. */
export const previewOptions = (body: PreviewAsked) =>
  queryOptions({
    queryKey: ['post', '/telework/requests/preview/', body],
    queryFn: async ({ signal }) => {
      const { data } = await client.POST('/telework/requests/preview/', {
        body: { ...body, every_weeks: 1 },
        signal,
      })
      return answered(data)
    },
    staleTime: 0,
    retry: false,
  })

/** An answer without a body does not happen: problems were thrown before. */
export function answered<Body>(data: Body | undefined): Body {
  if (data === undefined) throw new Error('the API answered without a body')
  return data
}
