import { useState } from 'react'
import { useProblemWords } from '#/api/useProblemWords'
import { drop } from '#/features/telework/useDropping'
import { showToast } from '#/ui/toasts'
import { useRequestOf } from './useRequestOf'

/** 「在宅をやめて席をとる」: gives up the telework that is in the way, then goes on. */
export function useInsteadOfTelework() {
  const words = useProblemWords()
  const requestOf = useRequestOf()
  const [busy, setBusy] = useState(false)
  return {
    busy,
    take: (request: number, goOn: () => void) => {
      setBusy(true)
      requestOf(request)
        .then(drop)
        .then(goOn, (error: unknown) => {
          const { title, lines } = words(error)
          showToast({ tone: 'failed', words: title, lines })
        })
        .finally(() => setBusy(false))
    },
  }
}
