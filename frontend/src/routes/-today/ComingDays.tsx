import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { DayStrip } from '#/features/attendance/DayStrip'
import { myPlanOptions } from '#/features/attendance/queries'
import { LazyTeamDayLines } from '#/features/seating/lazily'
import { linkLook } from '#/ui/button-look'
import { ErrorState } from '#/ui/ErrorState'
import { SectionHeading } from '#/ui/SectionHeading'
import { Skeleton } from '#/ui/Skeleton'

/** My next ten working days, a half at a time. */
export function ComingDays({ from, to, today }: { from: string; to: string; today: string }) {
  const { t } = useTranslation()
  const words = useProblemWords()
  const plan = useQuery(myPlanOptions(from, to))
  return (
    <section aria-labelledby="coming-days" className="flex flex-col gap-3">
      <SectionHeading
        id="coming-days"
        end={
          <Link to="/plan" className={`${linkLook} inline-flex min-h-11 items-center font-bold`}>
            {t('today.openPlan')}
          </Link>
        }
      >
        {t('today.strip')}
      </SectionHeading>
      {plan.isPending && <Skeleton className="h-37" />}
      {plan.isError && <ErrorState title={words(plan.error).title} onRetry={() => void plan.refetch()} />}
      {plan.data && <DayStrip plans={plan.data.days} today={today} />}
      <Suspense>
        <LazyTeamDayLines from={from} to={to} />
      </Suspense>
    </section>
  )
}
