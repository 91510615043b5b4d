import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { buttonLook } from '#/ui/button-look'
import { Dialog } from '#/ui/Dialog'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { SkeletonLines } from '#/ui/Skeleton'
import { Tag } from '#/ui/Tag'
import { showToast } from '#/ui/toasts'
import { type Visitor, visitorsOptions } from './queries'
import { useVisitors } from './useVisitors'

/** Visitors who are here or expected, each with the way to a desk and to the end of the visit. */
export function VisitorList({ today }: { today: string }) {
  const { t } = useTranslation('people')
  const words = useProblemWords()
  const visitors = useQuery(visitorsOptions())
  const { end } = useVisitors()
  const [ending, setEnding] = useState<Visitor | null>(null)
  if (visitors.isPending) return <SkeletonLines lines={3} className="h-20" />
  if (visitors.isError) {
    return (
      <ErrorState title={t('visitors.failed')} onRetry={() => void visitors.refetch()}>
        {words(visitors.error).title}
      </ErrorState>
    )
  }
  if (visitors.data.length === 0) {
    return <EmptyState title={t('visitors.none')}>{t('visitors.noneLead')}</EmptyState>
  }
  const endNow = (visitor: Visitor) =>
    end.mutate(visitor.id, {
      onSuccess: () => showToast({ tone: 'done', words: t('visitors.ended', { name: visitor.name }) }),
      onError: (error) => showToast({ tone: 'failed', words: words(error).title }),
      onSettled: () => setEnding(null),
    })
  return (
    <>
      <ul aria-label={t('visitors.list')} className="border-t border-solid-gray-420">
        {visitors.data.map((visitor) => (
          <VisitorRow key={visitor.id} visitor={visitor} today={today} onEnd={() => setEnding(visitor)} />
        ))}
      </ul>
      <Dialog title={t('visitors.ask')} open={ending !== null} onClose={() => setEnding(null)}>
        {ending && (
          <>
            <p>{t('visitors.askLead', { name: ending.name })}</p>
            <div className="mt-6 flex flex-wrap justify-end gap-2">
              <Button kind="quiet" onPress={() => setEnding(null)}>
                {t('visitors.keep')}
              </Button>
              <Button kind="destructive" busy={end.isPending} onPress={() => endNow(ending)}>
                {t('visitors.end')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </>
  )
}

function VisitorRow({ visitor, today, onEnd }: { visitor: Visitor; today: string; onEnd: () => void }) {
  const { t } = useTranslation('people')
  const language = useLanguage()
  const { id, name, organisation, host, first_day: first, last_day: last, here } = visitor
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hair py-3">
      <div className="min-w-0 grow basis-64">
        <p className="flex flex-wrap items-center gap-x-3">
          <b>{name}</b>
          <span className="text-sm text-quiet">{organisation}</span>
          <Tag tone={here ? 'accent' : 'plain'}>{t(here ? 'visitors.here' : 'visitors.toCome')}</Tag>
        </p>
        <p className="text-sm">
          {first === last
            ? dayName(first, language)
            : t('visitors.period', { from: dayName(first, language), to: dayName(last, language) })}
        </p>
        <p className="text-sm text-quiet">{t('visitors.hostOf', host)}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Link
          to="/book"
          search={{ person: id, day: first > today ? first : today }}
          aria-label={t('visitors.bookOf', { name })}
          className={buttonLook('secondary')}
        >
          {t('visitors.book')}
        </Link>
        {!(here && last === today) && (
          <Button kind="link" aria-label={t('visitors.endOf', { name })} onPress={onEnd}>
            {t('visitors.end')}
          </Button>
        )}
      </div>
    </li>
  )
}
