import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { openCounts } from '#/features/counting/count-queue'
import { FloorWalk } from '#/features/counting/FloorWalk'
import { NothingToCount } from '#/features/counting/NothingToCount'
import { floorsOptions } from '#/features/counting/queries'
import { openBooks } from '#/lib/i18n'
import { linkLook } from '#/ui/button-look'
import { ErrorState } from '#/ui/ErrorState'
import { PageHeading } from '#/ui/PageHeading'
import { Select } from '#/ui/Select'
import { SkeletonLines } from '#/ui/Skeleton'

interface CountSearch {
  floor?: number
}

export const Route = createFileRoute('/count')({
  validateSearch: ({ floor }: Record<string, unknown>): CountSearch =>
    typeof floor === 'number' && Number.isInteger(floor) ? { floor } : {},
  beforeLoad: () => openBooks('counting'),
  component: Count,
})

/** 巡回カウント, for facilities: walk a floor and say how many desks are in use, area after area. */
function Count() {
  const { t } = useTranslation('counting')
  const { today, roles, username } = useMe()
  const words = useProblemWords()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const floors = useQuery(floorsOptions(today))

  // Synchronises with what this browser kept when nothing answered; it is sent under the name that counted.
  useEffect(() => openCounts(username), [username])

  if (!roles.includes('facilities')) throw new ApiProblem({ status: 403, code: 'forbidden' })
  const choose = (floor: number) => void navigate({ search: { floor } })
  const all = floors.data ?? []
  const at = Math.max(
    0,
    all.findIndex(({ id }) => id === search.floor),
  )
  const floor = all[at]
  const below = all[at + 1]
  return (
    <div className="flex max-w-280 flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <Link to="/occupancy" className={`${linkLook} inline-flex min-h-11 items-center`}>
            {t('back')}
          </Link>
          <PageHeading>{t('title')}</PageHeading>
          <p className="text-sm text-quiet">{t('lead')}</p>
        </div>
        {floor && (
          <Select
            label={t('floor')}
            labelHidden
            value={String(floor.id)}
            options={all.map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(id) => choose(Number(id))}
            className="w-full rail:w-60"
          />
        )}
      </div>
      {floors.isPending && <SkeletonLines lines={4} className="h-16" />}
      {floors.error && <ErrorState title={words(floors.error).title} onRetry={() => void floors.refetch()} />}
      {floors.data && !floor && <NothingToCount title={t('noFloors')} />}
      {floor && (
        <FloorWalk
          key={floor.id}
          day={today}
          floor={floor}
          next={below ? { name: below.name, go: () => choose(below.id) } : null}
        />
      )}
    </div>
  )
}
