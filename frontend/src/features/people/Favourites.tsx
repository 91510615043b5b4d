import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { PersonRow } from './PersonRow'
import { DAYS_AHEAD, favouritesOptions } from './queries'

/** The people I marked, with their coming days. */
export function Favourites({ day, today }: { day: string; today: string }) {
  const { t } = useTranslation('people')
  const words = useProblemWords()
  const people = useQuery(favouritesOptions(day, DAYS_AHEAD))
  return (
    <section aria-labelledby="favourites" className="flex flex-col gap-3">
      <SectionHeading id="favourites">{t('favourites')}</SectionHeading>
      {people.isPending && <SkeletonLines lines={2} className="h-16" />}
      {people.isError && !people.data && (
        <ErrorState title={t('favouritesFailed')} onRetry={() => void people.refetch()}>
          {words(people.error).title}
        </ErrorState>
      )}
      {people.data?.length === 0 && (
        <EmptyState title={t('favouritesEmpty')}>{t('favouritesEmptyLead')}</EmptyState>
      )}
      <ul className="border-t border-card empty:hidden">
        {people.data?.map((person) => (
          <PersonRow key={person.id} person={person} day={day} today={today} me={false} />
        ))}
      </ul>
    </section>
  )
}
