import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { meOptions, useMe } from '#/api/me'
import { lastShown, mondayOf } from '#/features/plan/fortnight'
import { myDaysOptions } from '#/features/plan/queries'
import { isDay } from '#/lib/dates'
import { openBooks } from '#/lib/i18n'
import { EmptyState } from '#/ui/EmptyState'
import { PersonIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'
import { PlanScreen } from './-plan/PlanScreen'

interface PlanSearch {
  /** The Monday of the first week shown; this week when absent. */
  week?: string
}

export const Route = createFileRoute('/plan')({
  validateSearch: ({ week }: Record<string, unknown>): PlanSearch =>
    isDay(week) ? { week: mondayOf(week) } : {},
  loaderDeps: ({ search }) => search,
  beforeLoad: () => openBooks('plan', 'telework', 'calendar', 'refusals'),
  loader: async ({ context: { queryClient }, deps }) => {
    const me = await queryClient.ensureQueryData(meOptions())
    if (!me.person) return
    const monday = deps.week ?? mondayOf(me.today)
    void queryClient.prefetchQuery(myDaysOptions(monday, lastShown(monday)))
  },
  component: MyPlan,
})

function MyPlan() {
  const { t } = useTranslation('plan')
  const me = useMe()
  const navigate = Route.useNavigate()
  const { week } = Route.useSearch()
  if (!me.person)
    return (
      <div className="flex max-w-240 flex-col gap-4">
        <PageHeading>{t('title')}</PageHeading>
        <EmptyState icon={<PersonIcon />} title={t('noPerson')}>
          {t('noPersonLead')}
        </EmptyState>
      </div>
    )
  const thisWeek = mondayOf(me.today)
  return (
    <PlanScreen
      monday={week ?? thisWeek}
      onWeek={(monday) =>
        void navigate({ search: monday === thisWeek ? {} : { week: monday }, resetScroll: false })
      }
    />
  )
}
