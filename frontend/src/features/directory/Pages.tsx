import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { ErrorState } from '#/ui/ErrorState'
import { SkeletonLines } from '#/ui/Skeleton'
import type { Page } from './shapes'

interface PagesProps<Row> {
  label: string
  pages: UseInfiniteQueryResult<InfiniteData<Page<Row>>>
  empty: ReactNode
  rowKey: (row: Row, place: number) => string | number
  children: (row: Row) => ReactNode
}

/** A list of any length: its first page at once, more at a press. */
export function Pages<Row>({ label, pages, empty, rowKey, children }: PagesProps<Row>) {
  const { t } = useTranslation('directory')
  const words = useProblemWords()
  if (pages.isPending) return <SkeletonLines lines={4} className="h-16" />
  if (!pages.data) return <ErrorState title={words(pages.error).title} onRetry={() => void pages.refetch()} />
  const rows = pages.data.pages.flatMap((page) => page.results)
  if (rows.length === 0) return empty
  return (
    <div className={pages.isPlaceholderData ? 'opacity-60' : ''} aria-busy={pages.isPlaceholderData}>
      <ul aria-label={label} className="border-t border-card">
        {rows.map((row, place) => (
          <li key={rowKey(row, place)} className="border-b border-card py-3">
            {children(row)}
          </li>
        ))}
      </ul>
      <div className="mt-4">
        {pages.hasNextPage ? (
          <Button busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        ) : (
          <p className="text-sm text-quiet">{t('all', { count: rows.length })}</p>
        )}
      </div>
    </div>
  )
}
