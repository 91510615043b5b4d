import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import type { TeleworkRequest } from './queries'
import type { Step } from './work'

interface WorkButtonsProps {
  may: TeleworkRequest['may']
  /** The step that is on its way. */
  busy: Step | null
  onStep: (step: Step) => void
}

/** Start, pause, resume, end: what may be done now. Ending asks first, because nothing begins again after it. */
export function WorkButtons({ may, busy, onStep }: WorkButtonsProps) {
  const { t } = useTranslation('telework')
  const [ending, setEnding] = useState(false)
  const first = may.includes('start') ? 'start' : may.includes('resume') ? 'resume' : null
  const waits = (step: Step) => busy !== null && busy !== step
  const buttons = useRef<HTMLDivElement>(null)
  const pressed = useRef(false)
  const next = may.join()
  // Synchronises with the focus: the button that was pressed is gone once its step is done, and the next one takes over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when other buttons stand there
  useEffect(() => {
    if (pressed.current && document.activeElement === document.body)
      buttons.current?.querySelector('button')?.focus()
    pressed.current = false
  }, [next])
  const take = (step: Step) => {
    pressed.current = true
    onStep(step)
  }
  return (
    <div ref={buttons} className="flex flex-wrap gap-2">
      {first && (
        <Button
          kind="primary"
          size="big"
          busy={busy === first}
          isDisabled={waits(first)}
          onPress={() => take(first)}
          className="max-rail:grow"
        >
          {t(`work.${first}`)}
        </Button>
      )}
      {may.includes('pause') && (
        <Button
          size="big"
          busy={busy === 'pause'}
          isDisabled={waits('pause')}
          onPress={() => take('pause')}
          className="max-rail:grow"
        >
          {t('work.pause')}
        </Button>
      )}
      {may.includes('end') && (
        <Button
          kind={first ? 'secondary' : 'primary'}
          size="big"
          busy={busy === 'end'}
          isDisabled={waits('end')}
          onPress={() => setEnding(true)}
          className="max-rail:grow"
        >
          {t('work.end')}
        </Button>
      )}
      <Dialog open={ending} title={t('work.endTitle')} onClose={() => setEnding(false)}>
        <p className="mb-4">{t('work.endMeans')}</p>
        <div className="flex flex-wrap gap-2">
          <Button
            kind="primary"
            onPress={() => {
              setEnding(false)
              onStep('end')
            }}
          >
            {t('work.endNow')}
          </Button>
          <Button onPress={() => setEnding(false)}>{t('work.goOn')}</Button>
        </div>
      </Dialog>
    </div>
  )
}
