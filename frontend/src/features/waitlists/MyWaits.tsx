import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { linkLook } from '#/ui/button-look'
import { SectionHeading } from '#/ui/SectionHeading'
import { OfferCard } from './OfferCard'
import { type Wait, waitsOptions } from './queries'
import { useStayNear } from './useStayNear'
import { WaitRow } from './WaitRow'
import { hoursOf } from './wait-words'

/** What is offered to me, and what I wait for; nothing at all where I wait for nothing. */
export function MyWaits({ today }: { today: string }) {
  const { t } = useTranslation('waitlists')
  const waits = useQuery(waitsOptions()).data ?? []
  const offered = waits.filter(isOffered)
  const waiting = waits.filter((wait) => wait.state === 'waiting')
  const over = waits.filter(
    (wait) => (wait.state === 'lapsed' || wait.state === 'ended') && isLast(wait, waits),
  )
  const section = useRef<HTMLElement>(null)
  const onAnswered = useStayNear(section, offered.length)
  if (offered.length + waiting.length + over.length === 0) return null
  return (
    <section ref={section} tabIndex={-1} aria-labelledby="my-waits" className="mb-8">
      <SectionHeading id="my-waits" note={waiting.length > 0 ? t('line.offerLead') : undefined}>
        {t(offered.length > 0 ? 'offer.heading' : 'line.heading')}
      </SectionHeading>
      <div className="mt-3 flex flex-col gap-3" aria-live="polite">
        {offered.map((wait) => (
          <OfferCard key={wait.id} wait={wait} today={today} onAnswered={onAnswered} />
        ))}
      </div>
      {waiting.length + over.length > 0 && (
        <ul className="mt-3 border-t border-solid-gray-420">
          {waiting.map((wait) => (
            <WaitRow key={wait.id} wait={wait} today={today} />
          ))}
          {over.map((wait) => (
            <Over key={wait.id} wait={wait} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** A wait that came to nothing, and the way to join again. */
function Over({ wait }: { wait: Wait }) {
  const { t } = useTranslation('waitlists')
  const { t: everyday } = useTranslation()
  const language = useLanguage()
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-card py-3 text-sm text-quiet">
      <span className="min-w-0 grow">
        {dayName(wait.day, language)} {hoursOf(everyday, wait)}{' '}
        {wait.state === 'lapsed' ? t('line.lapsed', { code: wait.last_offered ?? '' }) : t('line.ended')}
      </span>
      {wait.state === 'lapsed' && (
        <Link
          to="/book"
          search={{ day: wait.day, floor: wait.areas[0]?.floor, ...(wait.part ? { part: wait.part } : {}) }}
          className={`${linkLook} inline-flex min-h-11 items-center`}
        >
          {t('line.again')}
        </Link>
      )}
    </li>
  )
}

function isOffered(wait: Wait): wait is Wait & { offer: NonNullable<Wait['offer']> } {
  return wait.state === 'offered' && wait.offer !== null
}

/** Whether nothing came of that day and those hours since. */
function isLast(wait: Wait, waits: readonly Wait[]): boolean {
  return !waits.some((other) => other.id > wait.id && other.start < wait.end && wait.start < other.end)
}
