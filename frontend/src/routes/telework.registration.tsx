import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { mineOptions } from '#/features/registration/queries'
import { YearPart } from '#/features/registration/YearPart'
import { openBooks } from '#/lib/i18n'
import { linkLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { PageHeading } from '#/ui/PageHeading'
import { SkeletonLines } from '#/ui/Skeleton'

export const Route = createFileRoute('/telework/registration')({
  beforeLoad: () => openBooks('registration', 'telework', 'refusals'),
  component: MyRegistrations,
})

/** 利用者登録: this fiscal year's, and from February on the next one's. */
function MyRegistrations() {
  const { t } = useTranslation('registration')
  const words = useProblemWords()
  const { person, today } = useMe()
  const asked = useQuery({ ...mineOptions(), enabled: person !== null })
  const mine = asked.data
  return (
    <div className="flex max-w-200 flex-col gap-8">
      <div>
        <Link to="/telework" className={`${linkLook} inline-flex min-h-11 items-center`}>
          {t('back')}
        </Link>
        <PageHeading>{t('title')}</PageHeading>
        <p className="mt-1 max-w-[44em] text-quiet">
          {t(mine?.registration_needed === false ? 'notNeeded' : 'lead')}
        </p>
      </div>
      {person === null && <EmptyState title={t('noPerson')} />}
      {person !== null && asked.isPending && <SkeletonLines lines={4} className="h-16" />}
      {asked.isError && !mine && (
        <ErrorState title={t('failed')} onRetry={() => void asked.refetch()}>
          {words(asked.error).title}
        </ErrorState>
      )}
      {mine?.next_open && (
        <YearPart
          mine={mine}
          registration={mine.next}
          fiscalYear={mine.fiscal_year + 1}
          earlier={mine.registration}
          today={today}
        />
      )}
      {mine && (
        <YearPart
          mine={mine}
          registration={mine.registration}
          fiscalYear={mine.fiscal_year}
          earlier={null}
          today={today}
        />
      )}
    </div>
  )
}
