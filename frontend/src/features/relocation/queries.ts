import { api } from '#/api/client'
import type { components } from '#/api/generated/schema'

export type Displacement = components['schemas']['Displacement']

/** What closures and new layouts displaced of my days from today on. */
export const relocationsOptions = () => api.queryOptions('get', '/relocations/mine/', {}, { retry: false })

/** What still waits for an answer of mine. */
export function waiting(displacements: readonly Displacement[] | undefined): Displacement[] {
  return (displacements ?? []).filter(({ state }) => state === 'offered' || state === 'moved')
}
