import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { isMonth, periodOf } from '#/features/record/period'
import { openBooks } from '#/lib/i18n'
import { EmptyState } from '#/ui/EmptyState'
import { PersonIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'
import { RecordScreen } from './-record/RecordScreen'

interface RecordSearch {
  /** YYYY-MM; this month where neither it nor `year` is there. */
  month?: string
  /** The year in which a fiscal year begins. */
  year?: number
  /** The department whose people are shown; my own record without it. */
  of?: number
}

export const Route = createFileRoute('/record')({
  validateSearch: ({ month, year, of }: Record<string, unknown>): RecordSearch => ({
    ...(isWhole(year, 2001, 2098) ? { year } : isMonth(month) ? { month } : {}),
    ...(isWhole(of, 1, Number.MAX_SAFE_INTEGER) ? { of } : {}),
  }),
  beforeLoad: () => openBooks('record'),
  component: Record,
})

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
}

function Record() {
  const { t } = useTranslation('record')
  const me = useMe()
  const navigate = Route.useNavigate()
  const search = Route.useSearch()
  const hr = me.roles.includes('hr')
  const manages = me.roles.includes('manager')
  if (!me.person && !hr) {
    return (
      <div className="flex flex-col gap-4">
        <PageHeading>{t('title')}</PageHeading>
        <EmptyState icon={<PersonIcon />} title={t('nobody')} />
      </div>
    )
  }
  return (
    <RecordScreen
      today={me.today}
      own={me.person !== null}
      hr={hr}
      takesLogs={hr || me.roles.includes('it')}
      manages={manages}
      department={search.of ?? null}
      period={periodOf(search, me.today)}
      onPeriod={(period) =>
        void navigate({
          search: ({ of }) => ({
            ...('fiscal_year' in period ? { year: period.fiscal_year } : { month: period.month }),
            ...(of ? { of } : {}),
          }),
          replace: true,
          resetScroll: false,
        })
      }
      onDepartment={(of) =>
        void navigate({
          search: ({ month, year }) => ({
            ...(year ? { year } : month ? { month } : {}),
            ...(of ? { of } : {}),
          }),
          resetScroll: false,
        })
      }
    />
  )
}
