import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { draftsOptions } from '#/api/layout-drafts'

export type Imported = components['schemas']['PlacesImported']

interface Wanted {
  files: readonly File[]
  building: number
  effectiveFrom: string
  dryRun: boolean
}

/** Check files, or make drafts of them: one for each floor that differs. */
export function useImport() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async ({ files, building, effectiveFrom, dryRun }: Wanted): Promise<Imported> => {
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
