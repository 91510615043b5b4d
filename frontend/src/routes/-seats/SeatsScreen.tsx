import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { departmentsOptions } from '#/features/seating/queries'
import { type SeatsSearch, seatsSearch } from '#/features/seating/search'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { PageHeading } from '#/ui/PageHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { DrawDone } from './DrawDone'
import { DrawHistory } from './DrawHistory'
import { NewDraw } from './NewDraw'
import { TeamDays } from './TeamDays'
import './seats.css'

interface SeatsScreenProps {
  search: SeatsSearch
  onSearch: (change: Partial<SeatsSearch>, replace?: boolean) => void
}

/** 座席抽選: a section's desks in one draw, the draws that were done, and the days on which the section comes together. */
export function SeatsScreen({ search: raw, onSearch }: SeatsScreenProps) {
  const { t } = useTranslation('seating')
  const search = seatsSearch({ ...raw })
  const words = useProblemWords()
  const me = useMe()
  const departments = useQuery(departmentsOptions())
  const own = departments.data?.find((one) => one.id === me.person?.department?.id)
  const department = search.department ?? own?.id ?? departments.data?.[0]?.id
  return (
    <div className="flex max-w-300 flex-col gap-6">
      <div>
        <PageHeading>{t('draw.title')}</PageHeading>
        <p className="mt-1 text-quiet">{t('draw.lead')}</p>
      </div>
      {departments.isPending && <SkeletonLines lines={4} />}
      {departments.isError && (
        <ErrorState title={words(departments.error).title} onRetry={() => void departments.refetch()} />
      )}
      {search.draw !== undefined && (
        <DrawDone id={search.draw} onNew={department ? () => onSearch({ draw: undefined }) : null} />
      )}
      {departments.data && department === undefined && search.draw === undefined && (
        <EmptyState title={t('draw.nobody')} />
      )}
      {departments.data && department !== undefined && (
        <>
          {search.draw === undefined && (
            <NewDraw
              departments={departments.data}
              department={department}
              search={search}
              onSearch={onSearch}
              onDone={(draw) => onSearch({ draw: draw.id, without: undefined })}
            />
          )}
          <DrawHistory onLook={(draw) => onSearch({ draw })} />
          <TeamDays departments={departments.data} department={department} />
        </>
      )}
    </div>
  )
}
