import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { ErrorState } from '#/ui/ErrorState'
import { SkeletonLines } from '#/ui/Skeleton'
import { Tag } from '#/ui/Tag'

type PastClosure = components['schemas']['PastClosure']
const PAGE_SIZE = 20

/** What was closed once, folded: it is read when somebody opens it. */
export function PastClosures() {
  const { t } = useTranslation('places')
  const [open, setOpen] = useState(false)
  return (
    <details className="floor-past" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('closures.past')}</summary>
      {open && <PastClosurePages />}
    </details>
  )
}

function PastClosurePages() {
  const { t } = useTranslation('places')
  const pages = usePastClosures()
  if (pages.isPending) return <SkeletonLines lines={2} />
  if (pages.isError && !pages.data)
    return <ErrorState title={t('closures.failed')} onRetry={() => void pages.refetch()} />
  const rows = pages.data.pages.flatMap((page) => page.results)
  if (rows.length === 0) return <p className="text-quiet">{t('closures.noPast')}</p>
  return (
    <>
      <table className="places-table" aria-label={t('closures.past')}>
        <thead>
          <tr>
            <th scope="col">{t('closures.place')}</th>
            <th scope="col">{t('closures.time')}</th>
            <th scope="col">{t('closures.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PastClosureRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {pages.hasNextPage && (
        <Button className="mt-4" busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {t('closures.morePast')}
        </Button>
      )}
    </>
  )
}

function PastClosureRow({ row: { place_name: place, start, end, reason, lifted } }: { row: PastClosure }) {
  const { t } = useTranslation('places')
  const language = useLanguage()
  const when = (instant: string) => `${dayNameWithYear(cityDay(instant), language)} ${cityTime(instant)}`
  return (
    <tr>
      <th scope="row">
        {place} {lifted && <Tag tone="quiet">{t('closures.calledOff')}</Tag>}
      </th>
      <td>
        {when(start)}–{cityDay(start) === cityDay(end) ? cityTime(end) : when(end)}
      </td>
      <td>{reason}</td>
    </tr>
  )
}

function usePastClosures() {
  return useInfiniteQuery({
    queryKey: ['get', '/closures/past/', 'pages'],
    initialPageParam: null,
    queryFn: async ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam }
      const { data } = await client.GET('/closures/past/', {
        params: { query: { page_size: PAGE_SIZE, ...cursor } },
        signal,
      })
      if (!data) throw new Error('a list without an answer')
      return data
    },
    getNextPageParam: (last) => last.next,
  })
}
