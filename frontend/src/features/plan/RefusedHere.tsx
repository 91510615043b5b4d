import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { buttonLook } from '#/ui/button-look'
import { Notice } from '#/ui/Notice'
import type { RefusedChoice } from './usePlanning'

interface RefusedHereProps {
  refused: RefusedChoice
  busy: boolean
  /** Give up the telework that is in the way and take the desk. */
  onStopTelework: (request: number) => void
  onClose: () => void
}

/** Why a choice was taken back: the rule or what is in the way, and the way out. */
export function RefusedHere({
  refused: { plan, part, problem },
  busy,
  onStopTelework,
  onClose,
}: RefusedHereProps) {
  const { t } = useTranslation('plan')
  const { t: everyday } = useTranslation()
  const { title, lines } = useProblemWords()(new ApiProblem(problem))
  const rival = problem.conflicts_with
  const request = rival?.kind === 'telework' ? rival.id : null
  return (
    <div className="mt-2 mb-3">
      <Notice tone="warn">
        <p className="font-bold">{title}</p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <div className="mt-2 flex flex-wrap gap-2">
          {request != null ? (
            <Button kind="primary" busy={busy} onPress={() => onStopTelework(request)}>
              {everyday('refused.stopTelework')}
            </Button>
          ) : (
            <Link to="/book" search={{ day: plan.day, part }} className={buttonLook('secondary')}>
              {t('menu.map')}
            </Link>
          )}
          <Button kind="link" onPress={onClose}>
            {everyday('ui.close')}
          </Button>
        </div>
      </Notice>
    </div>
  )
}
