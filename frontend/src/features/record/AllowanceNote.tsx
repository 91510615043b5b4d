import { useTranslation } from 'react-i18next'
import { monthName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { CheckIcon, MinusIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import type { Allowance } from './queries'

/** How near somebody is to the allowance: what counts, month by month, and the average. */
export function AllowanceNote({ allowance }: { allowance: Allowance }) {
  const { t } = useTranslation('record')
  const language = useLanguage()
  const { months, average, more_than, reached } = allowance
  return (
    <section aria-labelledby="allowance" className="rounded-8 bg-solid-gray-50 p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id="allowance" className="font-bold">
          {t('allowance.title')}
        </h2>
        <Tag
          tone={reached ? 'free' : 'quiet'}
          icon={reached ? <CheckIcon size={16} /> : <MinusIcon size={16} />}
        >
          {t(reached ? 'allowance.reached' : 'allowance.notReached')}
        </Tag>
      </div>
      <p className="mt-1 tabular-nums">
        {months.map(({ month, days }) => (
          <span key={month} className="me-4 whitespace-nowrap">
            {t('allowance.month', { month: monthName(`${month}-01`, language), count: days })}
          </span>
        ))}
        <strong className="whitespace-nowrap">{t('allowance.average', { average })}</strong>
      </p>
      <p className="text-sm text-quiet">
        {t('allowance.means', { months: months.length, count: more_than })}
      </p>
    </section>
  )
}
