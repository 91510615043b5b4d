import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dropRequestOf } from '#/api/telework'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'

interface StopTeleworkProps {
  /** The request in the way. */
  request: number
  /** The day is free again: go on. */
  onFreed: () => void
}

/** 「在宅をやめて席をとる」: the way out where telework is in the way, in one tap. */
export function StopTelework({ request, onFreed }: StopTeleworkProps) {
  const { t } = useTranslation()
  const words = useProblemWords()
  const stop = useMutation({ mutationFn: () => dropRequestOf(request), onSuccess: onFreed })
  return (
    <div className="mt-3">
      <Button kind="primary" busy={stop.isPending} onPress={() => stop.mutate()}>
        {t('refused.stopTelework')}
      </Button>
      {stop.error && (
        <p role="alert" className="mt-1 text-sm">
          {words(stop.error).title}
        </p>
      )}
    </div>
  )
}
