import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { draftsOptions } from '#/api/layout-drafts'

export type Imported = components['schemas']['PlacesImported']

interface Wanted {
  files: readonly File[]
  /** Null: the first there is, also where the buildings are still being read. */
  building: number | null
  effectiveFrom: string
  dryRun: boolean
}

/** Check files, or make drafts of them: one for each floor that differs. */
export function useImport() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async ({ files, building: chosen, effectiveFrom, dryRun }: Wanted): Promise<Imported> => {
      const buildings = api.queryOptions('get', '/buildings/', {})
      const building = chosen ?? (await cache.ensureQueryData(buildings))[0]?.id
      if (building === undefined) throw new Error('an import without a building')
      const { data } = await client.POST('/places-imports/', {
        body: {
          files: files.map(({ name }) => name),
          building,
          effective_from: effectiveFrom,
          dry_run: dryRun,
        },
        // The contract names files by text; what is sent are the files themselves.
        bodySerializer: () => {
          const form = new FormData()
          for (const file of files) form.append('files', file, file.name)
          form.append('building', String(building))
          form.append('effective_from', effectiveFrom)
          form.append('dry_run', String(dryRun))
          return form
        },
      })
      if (!data) throw new Error('an import without an answer')
      return data
    },
    onSuccess: (_data, { dryRun }) => {
      if (!dryRun) void cache.invalidateQueries({ queryKey: draftsOptions().queryKey })
    },
  })
}
