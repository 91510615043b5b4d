import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']
export type MyRegistration = Schemas['MyRegistration']
export type Registration = Schemas['Registration']
export type RegistrationState = Registration['state']

/** What the person writes. */
export interface Written {
  reason_class: Registration['reason_class']
  place_kind: Registration['place_kind']
  place: string
  contact: string
  terminal: Registration['terminal']
  trained_on: string | null
  pledged: boolean
}

/** My registrations, whether I may telework, and who decides. */
export const mineOptions = () => api.queryOptions('get', '/telework/registrations/me/', {})

interface Saved {
  /** The one that is written anew; null for a new one. */
  registration: Registration | null
  fiscalYear: number
  written: Written
  submit: boolean
}

/** Write my registration, and submit it where asked to. */
export function useSaveRegistration() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async ({ registration, fiscalYear, written, submit }: Saved): Promise<Registration> => {
      const { data } = registration
        ? await client.PATCH('/telework/registrations/{id}/', {
            params: { path: { id: registration.id } },
            body: { ...written, submit, version: registration.version },
          })
        : await client.POST('/telework/registrations/', {
            body: { ...written, submit, fiscal_year: fiscalYear },
          })
      if (!data) throw new Error('a registration without an answer')
      return data
    },
    onSuccess: (saved) => {
      cache.setQueryData<MyRegistration>(mineOptions().queryKey, (mine) => mine && withSaved(mine, saved))
    },
    // Not waited for: the form has to hear of it before what it shows is read anew.
    onSettled: () => void readAnew(cache),
  })
}

/** Take a registration back before it is decided about: it is a draft again. */
export function useWithdrawRegistration() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version }: Registration) =>
      client.POST('/telework/registrations/{id}/withdraw/', {
        params: { path: { id } },
        body: { version, comment: '' },
      }),
    onSettled: () => readAnew(cache),
  })
}

/** What is saved stands at once, so that the next press writes it anew and not a second one. */
function withSaved(mine: MyRegistration, saved: Registration): MyRegistration {
  return saved.fiscal_year === mine.fiscal_year ? { ...mine, registration: saved } : { ...mine, next: saved }
}

function readAnew(cache: QueryClient): Promise<void> {
  return cache.invalidateQueries({
    predicate: ({ queryKey }) =>
      typeof queryKey[1] === 'string' && queryKey[1].startsWith('/telework/registrations/'),
  })
}
