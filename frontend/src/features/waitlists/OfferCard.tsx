import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { cityTime } from '#/lib/city-time'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { ClockIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { Tag } from '#/ui/Tag'
import { showToast } from '#/ui/toasts'
import { AskFirst } from './AskFirst'
import { useAccept, useEndWait, type Wait } from './queries'
import { hoursOf, untilWords } from './wait-words'

interface OfferCardProps {
  wait: Wait & { offer: NonNullable<Wait['offer']> }
  today: string
  /** It was taken or declined, and will go. */
  onAnswered: () => void
}

/** A desk kept for me until a minute: take it, or let the next have it. */
export function OfferCard({ wait, today, onAnswered }: OfferCardProps) {
  const { t } = useTranslation('waitlists')
  const { t: everyday } = useTranslation()
  const language = useLanguage()
  const words = useProblemWords()
  const [asking, setAsking] = useState(false)
  const late = useIsPast(wait.offer.until)
  const { desk, until, start, holds } = wait.offer
  const day = dayName(wait.day, language)
  const hours = hoursOf(everyday, {
    part: wait.start === start ? wait.part : null,
    start,
    end: wait.offer.end,
  })
  const accept = useAccept(() => {
    showToast({ tone: 'done', words: t('offer.accepted', { code: desk.code, day, part: hours }) })
    onAnswered()
  })
  const end = useEndWait(() => {
    showToast({ tone: 'done', words: t('offer.declined') })
    onAnswered()
  })
  const take = () => accept.mutate({ wait: wait.id, leaveOther: holds.length > 0 })
  const decline = () => end.mutate({ wait: wait.id, how: 'decline' }, { onSettled: () => setAsking(false) })
  const problem = accept.error ?? end.error
  const refused = problem && words(problem)
  return (
    <article
      aria-label={`${t('offer.tag')} ${desk.code}`}
      className="rounded-12 border-2 border-accent bg-white p-4 rail:p-6"
    >
      <Tag tone="accent" icon={<ClockIcon size={18} />}>
        {t('offer.tag')}
      </Tag>
      <div className="mt-2 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div className="min-w-0">
          <p className="text-4xl leading-[1.4] font-bold">{desk.code}</p>
          <p>
            {[desk.area_name, day].filter(Boolean).join(everyday('app.dot'))}{' '}
            <span className="whitespace-nowrap">{hours}</span>
          </p>
          <p className="mt-1 font-bold">
            {late ? t('offer.soon') : t('offer.until', { until: untilWords(until, today, language) })}
          </p>
          <p className="text-sm text-quiet">{t('offer.keeps')}</p>
        </div>
        <div className="flex grow flex-wrap items-center gap-2 rail:grow-0">
          <Button
            kind="primary"
            size="big"
            className="grow rail:grow-0"
            busy={accept.isPending}
            onPress={take}
          >
            {t(holds.length > 0 ? 'offer.swap' : 'offer.accept')}
          </Button>
          <Button
            className="min-h-14 grow rail:grow-0"
            isDisabled={accept.isPending}
            onPress={() => setAsking(true)}
          >
            {t('offer.decline')}
          </Button>
        </div>
      </div>
      {holds.length > 0 && (
        <p className="mt-3 rounded-8 bg-solid-gray-50 p-3 text-sm">
          {t('offer.holds', {
            count: holds.length,
            desks: holds
              .map((one) => `${one.desk_code} (${cityTime(one.start)}–${cityTime(one.end)})`)
              .join(everyday('desk.listSeparator')),
          })}
        </p>
      )}
      {refused && (
        <div className="mt-3">
          <Notice tone="warn">
            <p className="font-bold">{refused.title}</p>
            {refused.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Notice>
        </div>
      )}
      <p className="mt-1">
        <Link
          to="/book"
          search={{
            day: wait.day,
            floor: desk.floor,
            desk: desk.id,
            ...(wait.part ? { part: wait.part } : {}),
          }}
          className={`${linkLook} inline-flex min-h-11 items-center text-sm`}
        >
          {t('offer.seeOnMap')}
        </Link>
      </p>
      <AskFirst
        title={t('offer.declineTitle')}
        lead={t('offer.declineLead', { code: desk.code })}
        verb={t('offer.decline')}
        open={asking}
        busy={end.isPending}
        onMeant={decline}
        onClose={() => setAsking(false)}
      />
    </article>
  )
}

/** Whether the instant has passed; becomes true by itself. */
function useIsPast(instant: string): boolean {
  const [past, setPast] = useState(() => Date.parse(instant) <= Date.now())
  // Synchronises with the clock: one timer to the deadline, none before it and none after.
  useEffect(() => {
    const left = Date.parse(instant) - Date.now()
    setPast(left <= 0)
    if (left <= 0 || left > 2 ** 31 - 1) return
    const timer = window.setTimeout(() => setPast(true), left)
    return () => window.clearTimeout(timer)
  }, [instant])
  return past
}
