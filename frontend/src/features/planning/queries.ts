import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answered } from '#/api/answered'
import { api, client } from '#/api/client'
import type { Placement, Scenario, Supposed, Wish } from './shapes'

const POLL_MS = 1_000
const PLACES_FRESH_MS = 10 * 60_000
const SCENARIOS = ['get', '/planning/scenarios/'] as const
const PLACEMENTS = ['get', '/planning/placements/'] as const

/** Every scenario that is kept, with its answer; the last changed first. */
export const scenariosOptions = () => api.queryOptions('get', '/planning/scenarios/', {})

export const scenarioOptions = (id: number) =>
  api.queryOptions('get', '/planning/scenarios/{id}/', { params: { path: { id } } })

/** From when to when each source has records. */
export const recordedDaysOptions = () => api.queryOptions('get', '/planning/recorded-days/', {})

/** Placements, the newest first; as many as a page may hold. */
export const placementsOptions = () =>
  api.queryOptions('get', '/planning/placements/', { params: { query: { page_size: 200 } } })

/** One placement, asked again every second while the optimiser is at it. */
export const placementOptions = (id: number) =>
  api.queryOptions(
    'get',
    '/planning/placements/{id}/',
    { params: { path: { id } } },
    {
      refetchInterval: ({ state }) =>
        state.data?.state === 'waiting' || state.data?.state === 'running' ? POLL_MS : false,
    },
  )

/** What a placement of this scenario would be asked if nothing is said. */
export const proposalOptions = (scenario: number) =>
  api.queryOptions('get', '/planning/placements/proposal/', { params: { query: { scenario } } })

/** People expected on each floor on the next ten working days. */
export const forecastOptions = () => api.queryOptions('get', '/planning/forecast/', {})

export const departmentsOptions = () =>
  api.queryOptions('get', '/departments/', {}, { staleTime: PLACES_FRESH_MS })

interface ScenarioBody {
  name: string
  supposed: Supposed
}

/** Work a new scenario out and keep it. */
export function useAddScenario() {
  const fresh = useFreshScenarios()
  return useMutation({
    mutationFn: (body: ScenarioBody): Promise<Scenario> =>
      answered(client.POST('/planning/scenarios/', { body })),
    onSuccess: fresh,
  })
}

/** Give a scenario another name, other conditions, or both; other conditions are worked out at once. */
export function useChangeScenario() {
  const fresh = useFreshScenarios()
  return useMutation({
    mutationFn: ({
      id,
      body,
    }: {
      id: number
      body: Partial<ScenarioBody> & { revision: number }
    }): Promise<Scenario> =>
      answered(client.PATCH('/planning/scenarios/{id}/', { params: { path: { id } }, body })),
    onSuccess: fresh,
  })
}

/** Work a scenario out anew on the facts of now. */
export function useAnswerAnew() {
  const fresh = useFreshScenarios()
  return useMutation({
    mutationFn: (id: number): Promise<Scenario> =>
      answered(client.POST('/planning/scenarios/{id}/answer/', { params: { path: { id } } })),
    onSuccess: fresh,
  })
}

export function useRemoveScenario() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (id: number) => {
      await client.DELETE('/planning/scenarios/{id}/', { params: { path: { id } } })
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: SCENARIOS }),
  })
}

function useFreshScenarios() {
  const cache = useQueryClient()
  return async (scenario: Scenario) => {
    cache.setQueryData(scenarioOptions(scenario.id).queryKey, scenario)
    await cache.invalidateQueries({ queryKey: SCENARIOS })
  }
}

/** Put the optimiser to work; it answers in the background. */
export function useAskPlacement() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: Wish): Promise<Placement> => answered(client.POST('/planning/placements/', { body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: PLACEMENTS }),
  })
}

export function useCancelPlacement() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (id: number) => {
      await client.POST('/planning/placements/{id}/cancel/', { params: { path: { id } } })
    },
    onSettled: (_answer, _error, id) =>
      Promise.all([
        cache.invalidateQueries({ queryKey: placementOptions(id).queryKey }),
        cache.invalidateQueries({ queryKey: PLACEMENTS }),
      ]),
  })
}

export function useRemovePlacement() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (id: number) => {
      await client.DELETE('/planning/placements/{id}/', { params: { path: { id } } })
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: PLACEMENTS }),
  })
}

/** Make a draft of areas on every floor of a placement. */
export function useMakeDrafts() {
  return useMutation({
    mutationFn: (id: number) =>
      answered(client.POST('/planning/placements/{id}/draft/', { params: { path: { id } } })),
  })
}
