import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { BellIcon, CheckIcon } from '#/ui/icons'
import { SkeletonLines } from '#/ui/Skeleton'
import { showToast } from '#/ui/toasts'
import { NoticeRow } from './NoticeRow'
import type { Notice } from './said'
import { useReading } from './useReading'

const PAGE_SIZE = 20
const POLL_MS = 30_000

/** All my notices, newest first; more at a press. */
export function NoticePages() {
  const { t } = useTranslation('notices')
  const words = useProblemWords()
  const reading = useReading()
  const pages = useNoticePages()
  const failed = (error: unknown) => showToast({ tone: 'failed', words: words(error).title })

  if (pages.isPending) return <SkeletonLines lines={4} className="h-20" />
  if (pages.isError && !pages.data) {
    return <ErrorState title={words(pages.error).title} onRetry={() => void pages.refetch()} />
  }
  const notices = pages.data.pages.flatMap((page) => page.results)
  if (notices.length === 0) {
    return (
      <EmptyState icon={<BellIcon />} title={t('empty')}>
        {t('emptyLead')}
      </EmptyState>
    )
  }
  // They stand in the order of what happened, and were written in nearly the same.
  const lastWritten = Math.max(...notices.map((notice) => notice.id))
  const someUnread = notices.some((notice) => notice.read_at === null)
  return (
    <>
      <p className="flex min-h-11 items-center justify-end pb-2">
        {someUnread && (
          <Button
            size="small"
            icon={<CheckIcon size={18} />}
            busy={reading.all.isPending}
            onPress={() => reading.all.mutate({ until: lastWritten }, { onError: failed })}
          >
            {t('readAll')}
          </Button>
        )}
      </p>
      <ul aria-label={t('list')} className="border-t border-card">
        {notices.map((notice) => (
          <NoticeRow
            key={notice.id}
            notice={notice}
            onRead={(one: Notice) => reading.one.mutate(one, { onError: failed })}
          />
        ))}
      </ul>
      <div className="mt-4 flex justify-center">
        {pages.hasNextPage ? (
          <Button busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        ) : (
          <p className="text-sm text-quiet">{t('thatIsAll')}</p>
        )}
      </div>
    </>
  )
}

function useNoticePages() {
  return useInfiniteQuery({
    queryKey: ['get', '/notices/', 'pages'],
    initialPageParam: null,
    refetchInterval: POLL_MS,
    queryFn: async ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam }
      const { data } = await client.GET('/notices/', {
        params: { query: { page_size: PAGE_SIZE, ...cursor } },
        signal,
      })
      if (!data) throw new Error('a list without an answer')
      return data
    },
    getNextPageParam: (last) => last.next,
  })
}
