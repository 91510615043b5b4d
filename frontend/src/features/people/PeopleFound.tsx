import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { SearchIcon } from '#/ui/icons'
import { SkeletonLines } from '#/ui/Skeleton'
import { PersonRow } from './PersonRow'
import { usePeopleFound } from './queries'

interface PeopleFoundProps {
  q: string
  day: string
  today: string
  me: number | null
}

/** The people found for what was typed, with more at a press. */
export function PeopleFound({ q, day, today, me }: PeopleFoundProps) {
  const { t } = useTranslation('people')
  const words = useProblemWords()
  const pages = usePeopleFound(q, day)
  if (pages.isError && !pages.data) {
    return <ErrorState title={words(pages.error).title} onRetry={() => void pages.refetch()} />
  }
  const people = pages.data?.pages.flatMap((page) => page.results) ?? []
  const count = people.length
  const said = pages.isPending
    ? ''
    : pages.hasNextPage
      ? t('foundMore', { count })
      : count > 0
        ? t('found', { count })
        : ''
  return (
    <section aria-label={t('results')}>
      <p role="status" className="min-h-6 text-sm text-quiet">
        {said}
      </p>
      {pages.isPending && <SkeletonLines lines={4} className="h-16" />}
      {pages.isSuccess && count === 0 && (
        <EmptyState icon={<SearchIcon />} title={t('none', { q })}>
          {t('noneLead')}
        </EmptyState>
      )}
      <ul className="border-t border-card empty:hidden">
        {people.map((person) => (
          <PersonRow key={person.id} person={person} day={day} today={today} me={person.id === me} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button className="mt-4" busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  )
}
