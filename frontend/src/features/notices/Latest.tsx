import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { buttonLook } from '#/ui/button-look'
import { ErrorState } from '#/ui/ErrorState'
import { SkeletonLines } from '#/ui/Skeleton'
import { NoticeRow } from './NoticeRow'
import { latestOptions } from './queries'
import { useReading } from './useReading'

/** The newest notices in the bell's window; `onLeave` closes it when a link is followed. */
export function Latest({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('notices')
  const words = useProblemWords()
  const reading = useReading()
  const latest = useQuery(latestOptions())
  if (latest.isPending) return <SkeletonLines lines={3} className="h-16" />
  if (latest.isError && !latest.data) {
    return <ErrorState title={words(latest.error).title} onRetry={() => void latest.refetch()} />
  }
  const notices = latest.data.results
  return (
    <>
      <h2 className="text-lg font-bold">{t('title')}</h2>
      {notices.length === 0 ? (
        <p className="py-4 text-quiet">{t('empty')}</p>
      ) : (
        <ul aria-label={t('list')}>
          {notices.map((notice) => (
            <NoticeRow
              key={notice.id}
              notice={notice}
              onRead={(one) => reading.one.mutate(one)}
              onLeave={onLeave}
            />
          ))}
        </ul>
      )}
      <Link to="/notices" onClick={onLeave} className={`${buttonLook('link')} mt-2`}>
        {t('all')}
      </Link>
    </>
  )
}
