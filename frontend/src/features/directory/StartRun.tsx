import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { showToast } from '#/ui/toasts'
import { Ask } from './Ask'
import { useStartRun } from './acts'

interface StartRunProps {
  /** Somebody, or the clock, is at it already. */
  running: boolean
  onRun: (id: number) => void
}

/** Two ways to read the directory now: to see what would change, which changes nothing, and to change it. */
export function StartRun({ running, onRun }: StartRunProps) {
  const { t } = useTranslation('directory')
  const words = useProblemWords()
  const start = useStartRun()
  const [asking, setAsking] = useState(false)
  const looking = start.isPending && start.variables
  const look = () =>
    start.mutate(true, {
      onSuccess: ({ id }) => onRun(id),
      onError: (error) => showToast({ tone: 'failed', ...said(error) }),
    })
  const sync = () =>
    start.mutate(false, {
      onSuccess: ({ id, state }) => {
        setAsking(false)
        if (state === 'applied' || state === 'unchanged')
          showToast({ tone: 'done', words: t(`start.${state}`) })
        onRun(id)
      },
    })
  const said = (error: unknown) => {
    const { title, lines } = words(error)
    return { words: title, lines }
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-3">
        <Button
          kind="primary"
          size="primary"
          isDisabled={running || asking}
          busy={looking}
          onPress={look}
          className="max-rail:w-full"
        >
          {t('start.look')}
        </Button>
        <Button
          size="primary"
          isDisabled={running || looking}
          onPress={() => {
            start.reset()
            setAsking(true)
          }}
          className="max-rail:w-full"
        >
          {t('start.sync')}
        </Button>
      </div>
      <p className="text-sm text-quiet">{t('start.lead')}</p>
      <p role="status" className="text-sm">
        {looking ? t('start.reading') : ''}
      </p>
      <Ask
        open={asking}
        title={t('start.askTitle')}
        verb={t('start.sync')}
        kind="primary"
        busy={start.isPending}
        error={start.error}
        onDo={sync}
        onClose={() => setAsking(false)}
      >
        <p>{t('start.askMeans')}</p>
        <p>{t('start.askLimits')}</p>
      </Ask>
    </div>
  )
}
