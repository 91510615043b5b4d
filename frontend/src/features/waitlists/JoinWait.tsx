import { useQuery } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { showToast } from '#/ui/toasts'
import { OfferCard } from './OfferCard'
import { type NewWait, useJoin, type Wait, waitsOptions } from './queries'
import { useStayNear } from './useStayNear'
import { WaitRow } from './WaitRow'

interface JoinWaitProps {
  /** The area looked at, in words and by its id. */
  area: { id: number; name: string }
  /** Whether I have areas of my own among which it may be any. */
  ownAreas: boolean
  day: string
  today: string
  /** The part or the hours, as the API takes them and in words. */
  asked: { part: NonNullable<NewWait['part']> } | { start: string; end: string }
  part: string
  features: NonNullable<NewWait['features']>
  /** Take a desk that turned out to be free. */
  onInstead: (desk: number, floor: number | undefined) => void
}

/** Where nothing is free: stand in line, or see at which place one stands already. */
export function JoinWait({ area, ownAreas, day, today, asked, part, features, onInstead }: JoinWaitProps) {
  const { t } = useTranslation('waitlists')
  const language = useLanguage()
  const words = useProblemWords()
  const waits = useQuery(waitsOptions()).data ?? []
  const join = useJoin((wait) =>
    showToast({ tone: 'done', words: t('join.joined', { position: wait.position ?? 1 }) }),
  )
  const id = useId()
  const [anywhere, setAnywhere] = useState(false)
  const [atOnce, setAtOnce] = useState(false)
  const [until, setUntil] = useState('08:00')
  const mine = waits.filter((wait) => wait.day === day && isLive(wait) && includes(wait, area.id))
  const line = useRef<HTMLElement>(null)
  const onAnswered = useStayNear(line, mine.filter(({ offer }) => offer !== null).length)
  if (mine.length > 0) {
    return (
      <section ref={line} tabIndex={-1} aria-label={t('title')} className="border-t border-card pt-4">
        <h2 className="font-bold">{t('line.heading')}</h2>
        <ul>
          {mine.map((wait) =>
            wait.offer ? (
              <li key={wait.id} className="mt-2">
                <OfferCard wait={{ ...wait, offer: wait.offer }} today={today} onAnswered={onAnswered} />
              </li>
            ) : (
              <WaitRow key={wait.id} wait={wait} today={today} />
            ),
          )}
        </ul>
      </section>
    )
  }
  const refused = join.error && words(join.error)
  const instead = join.error instanceof ApiProblem ? (join.error.problem.instead ?? []) : []
  const stand = () =>
    join.mutate({
      ...asked,
      day,
      area: anywhere ? null : area.id,
      features,
      book_automatically: atOnce,
      ...(atOnce ? { book_until: until } : {}),
    })
  return (
    <section ref={line} tabIndex={-1} aria-labelledby={id} className="border-t border-card pt-4">
      <h2 id={id} className="font-bold">
        {t(features.length > 0 ? 'join.titleFeatures' : 'join.title', { area: area.name })}
      </h2>
      <p className="mt-1 text-sm">{t('join.lead', { day: dayName(day, language), part })}</p>
      {ownAreas && (
        <fieldset className="m-0 mt-2 p-0">
          <legend className="text-sm font-bold">{t('join.where')}</legend>
          {[false, true].map((any) => (
            <label key={String(any)} className="flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name={`${id}-where`}
                className="size-5 accent-accent"
                checked={anywhere === any}
                onChange={() => setAnywhere(any)}
              />
              {any ? t('join.anyArea') : t('join.thisArea', { area: area.name })}
            </label>
          ))}
        </fieldset>
      )}
      <label className="mt-1 flex min-h-11 items-center gap-2">
        <input
          type="checkbox"
          className="size-5 shrink-0 accent-accent"
          checked={atOnce}
          onChange={(event) => setAtOnce(event.target.checked)}
        />
        {t('join.atOnce')}
      </label>
      {atOnce && (
        <div className="ms-7">
          <label className="flex flex-wrap items-center gap-x-3 text-sm font-bold">
            {t('join.atOnceUntil')}
            <input
              type="time"
              required
              step={900}
              value={until}
              onChange={(event) => setUntil(event.target.value)}
              className="min-h-11 rounded-8 border border-edge px-3 font-normal"
            />
          </label>
          <p className="mt-1 text-sm text-quiet">{t('join.atOnceLead')}</p>
        </div>
      )}
      {refused && (
        <div className="mt-2">
          <Notice tone="warn">
            <p className="font-bold">{refused.title}</p>
            {instead.length === 0 && refused.lines.map((line) => <p key={line}>{line}</p>)}
            {instead.length > 0 && (
              <>
                <p className="mt-1">{t('join.instead')}</p>
                <ul className="mt-1 flex flex-wrap gap-2">
                  {instead.map((one) => (
                    <li key={one.desk}>
                      <Button onPress={() => onInstead(one.desk, one.floor)}>{one.desk_code}</Button>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Notice>
        </div>
      )}
      <Button className="mt-3 w-full" busy={join.isPending} isDisabled={atOnce && !until} onPress={stand}>
        {t('join.button')}
      </Button>
    </section>
  )
}

function isLive(wait: Wait): boolean {
  return wait.state === 'waiting' || wait.state === 'offered'
}

function includes(wait: Wait, area: number): boolean {
  return wait.areas.some((one) => one.id === area)
}
