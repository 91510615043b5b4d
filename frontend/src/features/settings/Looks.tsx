import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { useProblemWords } from '#/api/useProblemWords'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { ErrorState } from '#/ui/ErrorState'
import { SkeletonLines } from '#/ui/Skeleton'

type Look = components['schemas']['Look']
const PAGE_SIZE = 10

/** Who looked at where I was, when, and at which days; the latest first. */
export function Looks() {
  const { t } = useTranslation('people')
  const words = useProblemWords()
  const pages = useLooks()
  if (pages.isPending) return <SkeletonLines lines={2} />
  if (pages.isError && !pages.data) {
    return (
      <ErrorState title={t('looks.failed')} onRetry={() => void pages.refetch()}>
        {words(pages.error).title}
      </ErrorState>
    )
  }
  const looks = pages.data.pages.flatMap((page) => page.results)
  if (looks.length === 0) return <p>{t('looks.none')}</p>
  return (
    <>
      <ul aria-label={t('looks.title')} className="border-t border-solid-gray-420">
        {looks.map((look, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a look has no id, and the list only grows at its end
          <LookLine key={index} look={look} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button
          className="self-start"
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        >
          {t('looks.more')}
        </Button>
      )}
    </>
  )
}

function LookLine({ look }: { look: Look }) {
  const { t } = useTranslation('people')
  const language = useLanguage()
  const { at, by, first_day: first, last_day: last, department } = look
  const days =
    first === last
      ? t('looks.one', { day: dayNameWithYear(first, language) })
      : t('looks.range', { from: dayNameWithYear(first, language), to: dayNameWithYear(last, language) })
  return (
    <li className="border-b border-hair py-2">
      <p>
        <b>{t('looks.by', { name: by })}</b>{' '}
        <span className="text-sm text-quiet">
          {dayNameWithYear(cityDay(at), language)} {cityTime(at)}
        </span>
      </p>
      <p className="text-sm">
        {days} {department !== null && t('looks.with', { department })}
      </p>
    </li>
  )
}

function useLooks() {
  return useInfiniteQuery({
    queryKey: ['get', '/me/looks/', 'pages'],
    initialPageParam: null,
    queryFn: async ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam }
      const { data } = await client.GET('/me/looks/', {
        params: { query: { page_size: PAGE_SIZE, ...cursor } },
        signal,
      })
      if (!data) throw new Error('a list without an answer')
      return data
    },
    getNextPageParam: (last) => last.next,
  })
}
