import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { Tag } from '#/ui/Tag'
import { showToast } from '#/ui/toasts'
import { AskFirst } from './AskFirst'
import { useEndWait, type Wait } from './queries'
import { areaOf, hoursOf, untilWords } from './wait-words'

/** One wait: for what, at which place in line, and the way out. */
export function WaitRow({ wait, today }: { wait: Wait; today: string }) {
  const { t } = useTranslation('waitlists')
  const { t: everyday } = useTranslation()
  const language = useLanguage()
  const words = useProblemWords()
  const end = useEndWait(() => showToast({ tone: 'done', words: t('line.left') }))
  const [asking, setAsking] = useState(false)
  const day = dayName(wait.day, language)
  const leave = () => end.mutate({ wait: wait.id, how: 'leave' }, { onSettled: () => setAsking(false) })
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-card py-3">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b>{day}</b>
          <span className="text-sm whitespace-nowrap text-quiet">{hoursOf(everyday, wait)}</span>
          {wait.position !== null && <Tag>{t('line.position', { position: wait.position })}</Tag>}
        </p>
        <p className="text-sm text-quiet">
          {[areaOf(t, wait), ...wait.features.map((one) => everyday(`feature.${one}`))].join(
            everyday('app.dot'),
          )}
          {wait.length !== null && ` (${t('line.of', { length: wait.length })})`}
        </p>
        {wait.book_until && (
          <p className="text-sm text-quiet">
            {t('line.bookUntil', { until: untilWords(wait.book_until, today, language) })}
          </p>
        )}
        {end.error && <Notice tone="warn">{words(end.error).title}</Notice>}
      </div>
      <Button
        aria-label={t('line.leaveFor', { day, area: areaOf(t, wait) })}
        busy={end.isPending}
        onPress={() => setAsking(true)}
      >
        {t('line.leave')}
      </Button>
      <AskFirst
        title={t('line.leaveTitle')}
        lead={t('line.leaveLead')}
        verb={t('line.leave')}
        open={asking}
        busy={end.isPending}
        onMeant={leave}
        onClose={() => setAsking(false)}
      />
    </li>
  )
}
