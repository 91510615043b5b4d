import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { floorOptions } from '#/api/floors'
import { useMe } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { MiniMap } from '#/features/floor-map/MiniMap'
import { ComingDays } from '#/features/people/ComingDays'
import { FavouriteStar } from '#/features/people/FavouriteStar'
import { type PersonPage, personOptions } from '#/features/people/queries'
import { WhereLine } from '#/features/people/WhereLine'
import { dayName, isDay } from '#/lib/dates'
import { openBooks } from '#/lib/i18n'
import { useLanguage } from '#/lib/useLanguage'
import { buttonLook, linkLook } from '#/ui/button-look'
import { Card } from '#/ui/Card'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { ChevronLeftIcon, DeskIcon, MapIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'

export const Route = createFileRoute('/people/$id')({
  validateSearch: (raw: Record<string, unknown>): { day?: string } =>
    isDay(raw.day) ? { day: raw.day } : {},
  beforeLoad: () => openBooks('people'),
  component: Person,
})

/** One person: where on the day looked at, the coming days, and a desk nearby. */
function Person() {
  const { t } = useTranslation('people')
  const words = useProblemWords()
  const me = useMe()
  const id = Number(Route.useParams().id)
  const search = Route.useSearch()
  const first = me.working_days[0] ?? me.today
  const day = search.day !== undefined && search.day >= me.today ? search.day : first
  const person = useQuery({ ...personOptions(id, day), enabled: Number.isSafeInteger(id) && id > 0 })
  const gone =
    !Number.isSafeInteger(id) ||
    id <= 0 ||
    (person.error instanceof ApiProblem && person.error.code === 'not_found')
  return (
    <div className="flex max-w-240 flex-col gap-6">
      <Link to="/people" className={`${linkLook} inline-flex min-h-11 items-center gap-1 self-start`}>
        <ChevronLeftIcon size={20} />
        {t('page.back')}
      </Link>
      {gone && (
        <>
          <PageHeading>{t('title')}</PageHeading>
          <EmptyState title={t('page.gone')}>{t('page.goneLead')}</EmptyState>
        </>
      )}
      {!gone && person.isPending && <SkeletonLines lines={5} className="h-16" />}
      {!gone && person.isError && !person.data && (
        <ErrorState title={words(person.error).title} onRetry={() => void person.refetch()} />
      )}
      {!gone && person.data && <Known person={person.data} day={day} today={me.today} />}
    </div>
  )
}

function Known({ person, day, today }: { person: PersonPage; day: string; today: string }) {
  const { t } = useTranslation('people')
  const language = useLanguage()
  return (
    <>
      <div className="flex items-start gap-3">
        {!person.me && <FavouriteStar person={person} marked={person.favourite} />}
        <div className="min-w-0">
          <PageHeading>{person.name}</PageHeading>
          <p className="text-quiet">
            {[person.kana, person.department?.name, person.title].filter(Boolean).join(' ')}
          </p>
          <p className="text-sm text-quiet">
            {t('page.number')} {person.number}
          </p>
          {person.me && <p className="text-sm font-bold">{t('page.me')}</p>}
        </div>
      </div>
      <Card label={day === today ? t('page.today') : t('page.where', { day: dayName(day, language) })}>
        <div className="grid gap-6 rail:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex flex-col items-start gap-3">
            <h2 className="font-bold">
              {day === today ? t('page.today') : t('page.where', { day: dayName(day, language) })}
            </h2>
            <WhereLine person={person} day={day} />
            <div className="mt-2 flex flex-wrap gap-2">
              {person.desk && (
                <Link
                  to="/book"
                  search={{ day, floor: person.desk.floor, near: person.id }}
                  className={buttonLook(person.me ? 'secondary' : 'primary')}
                >
                  <MapIcon size={20} />
                  {t(person.me ? 'page.goMap' : 'page.near')}
                </Link>
              )}
              {person.may_book && !person.me && (
                <Link to="/book" search={{ day, person: person.id }} className={buttonLook('secondary')}>
                  <DeskIcon size={20} />
                  {t('page.book')}
                </Link>
              )}
            </div>
          </div>
          {person.desk && <DeskOnPlan desk={person.desk} day={day} />}
        </div>
      </Card>
      <section aria-labelledby="coming" className="flex flex-col gap-3">
        <SectionHeading id="coming">{t('page.days')}</SectionHeading>
        {person.visible ? (
          <ComingDays person={person} today={today} />
        ) : (
          <p className="text-quiet">{t('hidden')}</p>
        )}
      </section>
    </>
  )
}

/** The floor at a glance with the desk ticked. */
function DeskOnPlan({ desk, day }: { desk: NonNullable<PersonPage['desk']>; day: string }) {
  const { t } = useTranslation('people')
  const floor = useQuery(floorOptions(desk.floor, day)).data
  if (!floor) return null
  return (
    <div>
      <MiniMap
        floor={floor}
        area={desk.area}
        desk={desk.id}
        label={t('page.plan', { floor: desk.floor_name, code: desk.code })}
      />
      <p className="mt-1 text-sm text-quiet">{desk.floor_name}</p>
    </div>
  )
}
