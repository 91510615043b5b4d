import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answered } from '#/api/answered'
import { client } from '#/api/client'
import type { Run } from './shapes'

/** Whatever is shown of the directory is asked again: also after a refusal, which says that something has changed. */
function useAsked() {
  const cache = useQueryClient()
  return () =>
    cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/directory/') })
}

/** Read the directory now, to see what would change or to change it; answers the run when it is done. */
export function useStartRun() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: (dryRun: boolean) => answered(client.POST('/directory/runs/', { body: { dry_run: dryRun } })),
    onSettled,
  })
}

/** Apply the plan of a run as it is on the screen: refused where the directory says something else by now. */
export function useApply() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: ({ id, fingerprint }: Run) =>
      answered(
        client.POST('/directory/runs/{id}/apply/', { params: { path: { id } }, body: { fingerprint } }),
      ),
    onSettled,
  })
}

export function useDiscard() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: (id: number) =>
      answered(client.POST('/directory/runs/{id}/discard/', { params: { path: { id } } })),
    onSettled,
  })
}

interface NewTransfer {
  file: File
  title: string
  effectiveOn: string
}

/** Load a transfer in advance. */
export function useLoadTransfer() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: ({ file, title, effectiveOn }: NewTransfer) =>
      answered(
        client.POST('/directory/transfers/', {
          body: { file: file.name, title, effective_on: effectiveOn },
          // The contract names the file by text; what is sent is the file itself.
          bodySerializer: () => {
            const form = new FormData()
            form.append('file', file, file.name)
            form.append('title', title)
            form.append('effective_on', effectiveOn)
            return form
          },
        }),
      ),
    onSettled,
  })
}

export function useWithdraw() {
  const onSettled = useAsked()
  return useMutation({
    mutationFn: (id: number) =>
      answered(client.POST('/directory/transfers/{id}/withdraw/', { params: { path: { id } } })),
    onSettled,
  })
}
