import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { buttonLook, linkLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { CheckIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { SkeletonLines } from '#/ui/Skeleton'
import { DoneList } from './DoneList'
import { approvalsOptions, registrationsOptions, reportsOptions } from './queries'
import type { ApprovalsSearch } from './search'
import { inPlaceOf, type Show, type Waiting, whoWaits } from './shapes'
import { useDeciding } from './useDeciding'
import { WaitingList } from './WaitingList'

const SHOWS: readonly Show[] = ['requests', 'reports', 'registrations']

interface ApprovalsScreenProps {
  search: ApprovalsSearch
  mayOrder: boolean
  onSearch: (change: ApprovalsSearch) => void
}

/** 承認: what waits for me, what waits for those in whose place I decide, and what was decided. */
export function ApprovalsScreen({ search, mayOrder, onSearch }: ApprovalsScreenProps) {
  const { t } = useTranslation('approvals')
  const words = useProblemWords()
  const deciding = useDeciding()
  const { whose = 'mine', show = 'requests', sort = 'day' } = search
  const waiting = useWaiting()
  const mine = (one: Waiting) => inPlaceOf(one) === null
  const of = (kind: Show, tab: 'mine' | 'delegated') => {
    const belongs = (one: Waiting) => one.kind === kind && mine(one) === (tab === 'mine')
    return deciding.shown(waiting.every[kind].filter(belongs), belongs)
  }
  const count = (tab: 'mine' | 'delegated') => SHOWS.reduce((sum, kind) => sum + of(kind, tab).length, 0)
  const go = (change: ApprovalsSearch) => {
    deciding.closeSummary()
    onSearch(change)
  }
  const here = whose === 'done' ? [] : of(show, whose)
  return (
    <div className="flex max-w-300 flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <PageHeading title={t('title')}>
          {t('title')}{' '}
          {!waiting.isPending && <span className="text-xl">{t('count', { count: count('mine') })}</span>}
        </PageHeading>
        {mayOrder && (
          <Link to="/approvals/orders" className={`${buttonLook('link')} ms-auto`}>
            {t('toOrders')}
          </Link>
        )}
      </div>
      <SegmentedControl
        label={t('whoseLabel')}
        wide
        value={whose}
        segments={[
          { value: 'mine', label: t('tab.mine') },
          {
            value: 'delegated',
            label: waiting.isPending ? t('tab.delegated') : `${t('tab.delegated')} ${count('delegated')}`,
          },
          { value: 'done', label: t('tab.done') },
        ]}
        onChange={(next) => go({ whose: next })}
        className="w-full rail:max-w-140"
      />
      {whose === 'done' ? (
        <DoneList deciding={deciding} />
      ) : (
        <>
          <Kinds
            show={show}
            countOf={(kind) => (waiting.isPending ? '' : of(kind, whose).length)}
            onShow={(next) => go({ show: next })}
          />
          {waiting.isPending ? (
            <SkeletonLines lines={4} className="h-28" />
          ) : waiting.error ? (
            <ErrorState title={words(waiting.error).title} onRetry={waiting.again} />
          ) : here.length === 0 && !deciding.summary ? (
            <EmptyState
              icon={<CheckIcon />}
              title={t(`empty.${show}`)}
              action={
                <Link to="/section" className={linkLook}>
                  {t('empty.toSection')}
                </Link>
              }
            >
              {t(whose === 'mine' ? 'empty.lead' : 'empty.delegatedLead')}
            </EmptyState>
          ) : (
            <WaitingList
              key={`${whose}-${show}`}
              every={here}
              kind={show}
              deciding={deciding}
              sort={sort}
              onSort={(next) => onSearch({ sort: next })}
            />
          )}
        </>
      )}
    </div>
  )
}

interface KindsProps {
  show: Show
  /** Empty while it is not known. */
  countOf: (kind: Show) => number | ''
  onShow: (show: Show) => void
}

function Kinds({ show, countOf, onShow }: KindsProps) {
  const { t } = useTranslation('approvals')
  return (
    <fieldset className="m-0 flex min-w-0 flex-wrap gap-2 border-0 p-0">
      <legend className="sr-only">{t('kindsLabel')}</legend>
      {SHOWS.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={kind === show}
          onClick={() => onShow(kind)}
          className={`inline-flex min-h-11 items-center gap-1.5 rounded-full border px-4 text-sm ${
            kind === show
              ? 'border-accent bg-ground font-bold text-link'
              : 'border-edge hover:bg-solid-gray-50'
          }`}
        >
          {kind === show && <CheckIcon size={16} />}
          {t(`kind.${kind}`)} {countOf(kind)}
        </button>
      ))}
    </fieldset>
  )
}

/** All that waits for the reader, in whoever's place. */
function useWaiting() {
  const mine = useQuery(approvalsOptions('mine'))
  const delegated = useQuery(approvalsOptions('delegated'))
  const reports = useQuery(reportsOptions())
  const registrations = useQuery(registrationsOptions())
  const all = [mine, delegated, reports, registrations]
  return {
    every: {
      requests: [...(mine.data?.results ?? []), ...(delegated.data?.results ?? [])].map(whoWaits.requests),
      reports: (reports.data?.results ?? []).map(whoWaits.reports),
      registrations: (registrations.data?.results ?? []).map(whoWaits.registrations),
    },
    isPending: all.some((query) => query.isPending),
    error: all.find((query) => query.isError && !query.data)?.error ?? null,
    again: () => {
      for (const query of all) if (query.isError) void query.refetch()
    },
  }
}
