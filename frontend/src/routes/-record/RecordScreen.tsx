import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { AllowanceNote } from '#/features/record/AllowanceNote'
import { Downloads } from '#/features/record/Downloads'
import { Figures } from '#/features/record/Figures'
import { MyDays, MyMonths } from '#/features/record/MyTables'
import { PeopleTable } from '#/features/record/PeopleTable'
import { PeriodChoice } from '#/features/record/PeriodChoice'
import { periodName } from '#/features/record/period'
import {
  departmentRecordOptions,
  everyDepartmentOptions,
  managedOptions,
  ownRecordOptions,
  type Period,
} from '#/features/record/queries'
import { useLanguage } from '#/lib/useLanguage'
import { buttonLook, linkLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { RecordIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'
import { Select } from '#/ui/Select'
import { SkeletonLines } from '#/ui/Skeleton'

interface RecordScreenProps {
  today: string
  /** Whether the account is somebody's, who has a record. */
  own: boolean
  hr: boolean
  /** HR and IT take over the log of terminals. */
  takesLogs: boolean
  manages: boolean
  /** Null is my own record. */
  department: number | null
  period: Period
  onPeriod: (period: Period) => void
  onDepartment: (id: number | null) => void
}

/** 実施記録: mine, or that of a department's people, by month or fiscal year. */
export function RecordScreen(props: RecordScreenProps) {
  const { today, department, own, takesLogs, period, onPeriod } = props
  const { t } = useTranslation('record')
  return (
    <div className="flex max-w-300 flex-col gap-6">
      <div>
        <PageHeading>{t('title')}</PageHeading>
        <p className="mt-1 text-quiet">{t('lead')}</p>
        {takesLogs && (
          <Link to="/telework/device-logs" className={`${linkLook} inline-flex min-h-11 items-center`}>
            {t('deviceLog.title')}
          </Link>
        )}
      </div>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <PeriodChoice period={period} today={today} onChange={onPeriod} />
        <Whose {...props} />
      </div>
      {department !== null && <OfDepartment id={department} period={period} />}
      {department === null && own && <Mine period={period} />}
      {department === null && !own && <EmptyState icon={<RecordIcon />} title={t('whose.choose')} />}
    </div>
  )
}

function Whose({ hr, manages, own, department, onDepartment }: RecordScreenProps) {
  const { t } = useTranslation('record')
  const managed = useQuery({ ...managedOptions(), enabled: manages && !hr })
  const every = useQuery({ ...everyDepartmentOptions(), enabled: hr })
  const departments = (hr ? every.data : managed.data) ?? []
  if (!hr && !manages) return null
  const chosen = department === null ? '' : String(department)
  return (
    <Select
      label={t('whose.label')}
      value={chosen}
      options={[
        { value: '', label: t(own ? 'whose.mine' : 'whose.choose') },
        ...departments.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
      onChange={(id) => onDepartment(id === '' ? null : Number(id))}
      className="min-w-56"
    />
  )
}

function Mine({ period }: { period: Period }) {
  const { t } = useTranslation('record')
  const language = useLanguage()
  const words = useProblemWords()
  const asked = useQuery({ ...ownRecordOptions(period), placeholderData: (before) => before })
  if (asked.isPending) return <SkeletonLines lines={5} />
  if (!asked.data) {
    return <ErrorState title={words(asked.error).title} onRetry={() => void asked.refetch()} />
  }
  const { totals, allowance, days, months } = asked.data
  return (
    <div className="flex flex-col gap-6">
      <Figures totals={totals} />
      <AllowanceNote allowance={allowance} />
      {days.length === 0 ? (
        <EmptyState
          icon={<RecordIcon />}
          title={t('mine.empty', { period: periodName(period, language) })}
          action={
            <Link to="/plan" className={buttonLook('secondary')}>
              {t('mine.plan')}
            </Link>
          }
        >
          {t('mine.emptyLead')}
        </EmptyState>
      ) : (
        <>
          {'fiscal_year' in period && <MyMonths months={months} totals={totals} />}
          {'month' in period && <MyDays days={days} />}
          <Downloads period={period} department={null} />
        </>
      )}
    </div>
  )
}

function OfDepartment({ id, period }: { id: number; period: Period }) {
  const { t } = useTranslation('record')
  const words = useProblemWords()
  const asked = useQuery({ ...departmentRecordOptions(id, period), placeholderData: (before) => before })
  if (asked.isPending) return <SkeletonLines lines={8} />
  if (!asked.data) {
    return (
      <ErrorState
        title={words(asked.error).title}
        onRetry={() => void asked.refetch()}
        way={
          <Link to="/record" className={linkLook}>
            {t('whose.back')}
          </Link>
        }
      />
    )
  }
  const record = asked.data
  return (
    <div className="flex flex-col gap-6">
      <Figures totals={record.total} />
      {record.people.length === 0 ? (
        <EmptyState icon={<RecordIcon />} title={t('people.empty')} />
      ) : (
        <>
          <PeopleTable record={record} />
          <Downloads period={period} department={id} />
        </>
      )}
      <p className="text-sm text-quiet">{t('people.recorded')}</p>
    </div>
  )
}
