import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { buttonLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { PlusIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { ExportButton } from './ExportButton'
import { ForecastPart } from './forecast/ForecastPart'
import { HallPart } from './placement/HallPart'
import { placementsOptions, scenariosOptions } from './queries'
import { AllScenarios } from './scenarios/AllScenarios'
import { Compared } from './scenarios/Compared'
import { comparedOf, type PlanningSearch } from './search'

interface PlanningScreenProps {
  search: PlanningSearch
  onSearch: (search: PlanningSearch) => void
}

/** 座席計画: scenarios side by side, the hall they are placed in, and what the coming days will be like. */
export function PlanningScreen({ search, onSearch }: PlanningScreenProps) {
  const { t } = useTranslation('planning')
  const words = useProblemWords()
  const asked = useQuery(scenariosOptions())
  const all = asked.data ?? []
  const named = comparedOf(search.compare).filter((id) => all.some((one) => one.id === id))
  const compared = named.length > 0 ? named : all.slice(0, 2).map(({ id }) => id)
  const scenarios = compared.flatMap((id) => all.filter((one) => one.id === id))
  const placements = useQuery(placementsOptions()).data?.results ?? []
  const isPlaced = (id: number) =>
    placements.some(({ scenario, state, summary }) => scenario?.id === id && state === 'done' && summary)
  const placed =
    search.placed && compared.includes(search.placed)
      ? search.placed
      : (compared.find(isPlaced) ?? compared[0] ?? null)
  const compare = (ids: readonly number[]) =>
    onSearch({ ...search, ...(ids.length > 0 ? { compare: ids.join('-') } : { compare: '' }) })
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <PageHeading>{t('title')}</PageHeading>
        <div className="ms-auto flex flex-wrap gap-2 print:hidden">
          {all.length > 0 && <ExportButton ids={compared} />}
          <Link
            to="/planning"
            search={{ ...search, add: 'new' }}
            className={buttonLook('primary', 'primary')}
          >
            <PlusIcon size={20} />
            {t('addScenario')}
          </Link>
        </div>
      </div>
      {asked.isPending && <SkeletonLines lines={2} className="h-96" />}
      {asked.isError && !asked.data && (
        <ErrorState title={t('failed')} onRetry={() => void asked.refetch()}>
          {words(asked.error).title}
        </ErrorState>
      )}
      {asked.data && all.length === 0 && (
        <EmptyState
          title={t('empty.title')}
          action={
            <Link to="/planning" search={{ add: 'new' }} className={buttonLook('secondary', 'primary')}>
              {t('empty.action')}
            </Link>
          }
        >
          {t('empty.lead')}
        </EmptyState>
      )}
      {scenarios.length > 0 && (
        <Compared
          scenarios={scenarios}
          placed={placed}
          onRemoved={(id) => compare(compared.filter((one) => one !== id))}
        />
      )}
      {all.length > 1 && (
        <section aria-labelledby="all" className="flex flex-col gap-3 print:hidden">
          <SectionHeading id="all" note={t('all.note')}>
            {t('all.title')}
          </SectionHeading>
          <AllScenarios scenarios={all} compared={compared} onCompare={compare} />
        </section>
      )}
      {placed !== null && scenarios.length > 0 && (
        <HallPart
          scenarios={scenarios}
          placed={placed}
          onPlaced={(scenario) => onSearch({ ...search, placed: scenario })}
        />
      )}
      <ForecastPart />
    </div>
  )
}
