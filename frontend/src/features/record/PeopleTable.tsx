import { useTranslation } from 'react-i18next'
import { CheckIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import type { DepartmentRecord, Totals } from './queries'
import { RecordTable } from './RecordTable'
import { useHours } from './useHours'

/** The people of a department, one a line, and what they come to together. */
export function PeopleTable({ record }: { record: DepartmentRecord }) {
  const { t } = useTranslation('record')
  const hours = useHours()
  const cells = (one: Totals) => [
    one.days,
    one.full_days,
    one.half_days,
    one.hours,
    hours(one.minutes),
    one.by_form.home,
    one.by_form.satellite,
    one.by_form.mobile,
    one.by_origin.order,
    one.by_origin.post_hoc,
    one.in_advance,
    one.unconfirmed,
  ]
  return (
    <RecordTable
      label={t('people.label', { department: record.department.name })}
      columns={[
        { name: t('column.name') },
        { name: t('column.days'), number: true },
        { name: t('column.full'), number: true },
        { name: t('column.half'), number: true },
        { name: t('column.byTheHour'), number: true },
        { name: t('column.worked'), number: true },
        { name: t('form.home'), number: true },
        { name: t('form.satellite'), number: true },
        { name: t('form.mobile'), number: true },
        { name: t('origin.order'), number: true },
        { name: t('origin.post_hoc'), number: true },
        { name: t('column.inAdvance'), number: true },
        { name: t('column.unconfirmed'), number: true },
        { name: t('column.allowance') },
      ]}
      rows={record.people.map(({ person, number, totals, allowance }) => ({
        key: number,
        cells: [
          person.name,
          ...cells(totals),
          <span key="allowance" className="inline-flex items-center gap-2">
            {t('allowance.average', { average: allowance.average })}
            {allowance.reached && (
              <Tag tone="free" icon={<CheckIcon size={16} />}>
                {t('allowance.reached')}
              </Tag>
            )}
          </span>,
        ],
      }))}
      total={[t('total'), ...cells(record.total), '']}
    />
  )
}
