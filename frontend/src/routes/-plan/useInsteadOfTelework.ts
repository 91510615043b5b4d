import { useState } from 'react'
import { dropRequestOf } from '#/api/telework'
import { useProblemWords } from '#/api/useProblemWords'
import { showToast } from '#/ui/toasts'

/** 「在宅をやめて席をとる」: gives up the telework that is in the way, then goes on. */
export function useInsteadOfTelework() {
  const words = useProblemWords()
  const [busy, setBusy] = useState(false)
  return {
    busy,
    take: (request: number, goOn: () => void) => {
      setBusy(true)
      dropRequestOf(request)
        .then(goOn, (error: unknown) => {
          const { title, lines } = words(error)
          showToast({ tone: 'failed', words: title, lines })
        })
        .finally(() => setBusy(false))
    },
  }
}
