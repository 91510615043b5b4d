import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { FlagIcon, WarningIcon } from '#/ui/icons'
import { SkeletonLines } from '#/ui/Skeleton'
import { Tag } from '#/ui/Tag'
import { type HeadCountSummary, useHistory } from './queries'

const MINUTE_MS = 60_000

/** Every head count with its figures, the newest first. */
export function HistoryList() {
  const { t } = useTranslation('roster')
  const words = useProblemWords()
  const pages = useHistory()
  if (pages.isPending) return <SkeletonLines lines={3} className="h-20" />
  if (pages.isError && !pages.data)
    return <ErrorState title={words(pages.error).title} onRetry={() => void pages.refetch()} />
  const all = pages.data.pages.flatMap((page) => page.results)
  if (all.length === 0) return <EmptyState title={t('history.empty')}>{t('history.emptyLead')}</EmptyState>
  return (
    <>
      <ul aria-label={t('history.title')} className="max-w-200">
        {all.map((one) => (
          <li key={one.id} className="border-b border-card py-4">
            <Summary of={one} />
          </li>
        ))}
      </ul>
      <div className="mt-4">
        {pages.hasNextPage ? (
          <Button busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t('history.more')}
          </Button>
        ) : (
          <p className="text-sm text-quiet">{t('history.all')}</p>
        )}
      </div>
    </>
  )
}

function Summary({ of }: { of: HeadCountSummary }) {
  const { t } = useTranslation('roster')
  const language = useLanguage()
  const { figures, kind } = of
  const minutes = of.closed_at
    ? Math.max(1, Math.round((Date.parse(of.closed_at) - Date.parse(of.started_at)) / MINUTE_MS))
    : null
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Tag
          tone={kind === 'drill' ? 'plain' : 'warn'}
          icon={kind === 'drill' ? <FlagIcon size={18} /> : <WarningIcon size={18} />}
        >
          {t(kind)}
        </Tag>
        <span className="font-bold">
          {dayNameWithYear(cityDay(of.started_at), language)} {cityTime(of.started_at)}
        </span>
        <span>{minutes === null ? t('history.running') : t('history.took', { count: minutes })}</span>
      </p>
      <p className="mt-1">
        {t('history.figures', {
          listed: figures.listed,
          safe: figures.safe,
          needsHelp: figures.needs_help,
          absent: figures.absent,
          unmarked: figures.unmarked,
        })}
        {figures.added > 0 && <> ・{t('count.added', { count: figures.added })}</>}
      </p>
      {of.closing_note && <p className="text-sm text-quiet">{of.closing_note}</p>}
      <Link
        to="/roster/$id"
        params={{ id: of.id }}
        aria-label={`${t('history.open')} ${dayNameWithYear(cityDay(of.started_at), language)} ${cityTime(of.started_at)}`}
        className={`${linkLook} inline-flex min-h-11 items-center`}
      >
        {t('history.open')}
      </Link>
    </>
  )
}
