import { useState } from 'react'
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
  return (
    <div className="flex flex-wrap gap-2">
      {first && (
        <Button
          kind="primary"
          size="big"
          busy={busy === first}
          isDisabled={waits(first)}
          onPress={() => onStep(first)}
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
          onPress={() => onStep('pause')}
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
