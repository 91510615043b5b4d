import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { showToast } from '#/ui/toasts'
import { useAnswerAnew } from '../queries'
import type { Scenario } from '../shapes'

/** Says that the facts moved since a scenario was worked out, and works it out anew. Nothing while they are the same. */
export function StaleNotice({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation('planning')
  const words = useProblemWords()
  const anew = useAnswerAnew()
  if (scenario.answer && !scenario.stale) return null
  const work = () =>
    anew.mutate(scenario.id, {
      onSuccess: () => showToast({ tone: 'done', words: t('stale.done', { name: scenario.name }) }),
      onError: (error) => {
        const { title, lines } = words(error)
        showToast({ tone: 'failed', words: title, lines })
      },
    })
  return (
    <div className="mt-3">
      <Notice>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p>{t(scenario.answer ? 'stale.moved' : 'stale.none')}</p>
          <Button size="small" className="ms-auto" busy={anew.isPending} onPress={work}>
            {t(scenario.answer ? 'stale.again' : 'stale.first')}
          </Button>
        </div>
      </Notice>
    </div>
  )
}
