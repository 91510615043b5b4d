import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { useProblemWords } from '#/api/useProblemWords'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { SkeletonLines } from '#/ui/Skeleton'
import { Tag } from '#/ui/Tag'
import { showToast } from '#/ui/toasts'
import { AskFirst } from './AskFirst'
import { usePlaceName } from './usePlaceName'

type Closure = components['schemas']['Closure']

export const closuresOptions = () => api.queryOptions('get', '/closures/', {})

/** What is closed now and what will be, soonest first; each can be opened again. */
export function ClosureList({ day }: { day: string }) {
  const { t } = useTranslation('places')
  const language = useLanguage()
  const words = useProblemWords()
  const cache = useQueryClient()
  const closures = useQuery(closuresOptions())
  const placeName = usePlaceName(closures.data ?? [], day)
  const [asked, setAsked] = useState<Closure | null>(null)
  const lift = useMutation({
    mutationFn: (id: number) => client.POST('/closures/{id}/lift/', { params: { path: { id } } }),
    onSuccess: () => showToast({ tone: 'done', words: t('closures.lifted') }),
    onError: (error) => showToast({ tone: 'failed', words: words(error).title }),
    onSettled: () => {
      setAsked(null)
      void cache.invalidateQueries({
        predicate: ({ queryKey }) => /closures|availability|desks/.test(String(queryKey[1])),
      })
    },
  })
  const list = useRef<HTMLDivElement>(null)
  // The row of a place opened again goes, and its button with it.
  const rows = closures.data?.length ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: what matters is that a row has gone
  useEffect(() => {
    if (lift.isSuccess && document.activeElement === document.body) list.current?.focus()
  }, [lift.isSuccess, rows])
  if (closures.isError)
    return <ErrorState title={t('closures.failed')} onRetry={() => void closures.refetch()} />
  if (!closures.data) return <SkeletonLines lines={3} className="h-16" />
  if (rows === 0)
    return (
      <div ref={list} tabIndex={-1}>
        <EmptyState title={t('closures.none')}>{t('closures.noneMeans')}</EmptyState>
      </div>
    )
  const now = new Date().toISOString()
  const when = (instant: string) => `${dayName(cityDay(instant), language)} ${cityTime(instant)}`
  const until = ({ start, end }: Closure) => (cityDay(start) === cityDay(end) ? cityTime(end) : when(end))
  return (
    <div ref={list} tabIndex={-1}>
      <table className="places-table" aria-label={t('closures.list')}>
        <thead>
          <tr>
            <th scope="col">{t('closures.place')}</th>
            <th scope="col">{t('closures.time')}</th>
            <th scope="col">{t('closures.reason')}</th>
            <th scope="col">
              <span className="sr-only">{t('closures.lift')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {closures.data.map((closure) => {
            const begun = new Date(closure.start).toISOString() <= now
            const name = placeName(closure)
            return (
              <tr key={closure.id}>
                <th scope="row">
                  {name}{' '}
                  <Tag tone={begun ? 'warn' : 'accent'}>{t(begun ? 'closures.now' : 'closures.coming')}</Tag>
                </th>
                <td>
                  {when(closure.start)}–{until(closure)}
                </td>
                <td>{closure.reason}</td>
                <td>
                  <Button
                    kind="link"
                    aria-label={t('closures.liftOf', { place: name })}
                    onPress={() => setAsked(closure)}
                  >
                    {t(begun ? 'closures.openNow' : 'closures.lift')}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <AskFirst
        open={asked !== null}
        title={t('closures.liftAsk', { place: asked ? placeName(asked) : '' })}
        words={t('closures.liftMeans')}
        verb={t('closures.liftDo')}
        kind="primary"
        busy={lift.isPending}
        onDo={() => {
          if (asked?.id) lift.mutate(asked.id)
        }}
        onClose={() => setAsked(null)}
      />
    </div>
  )
}
