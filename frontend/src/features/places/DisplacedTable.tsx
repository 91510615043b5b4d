import { useTranslation } from 'react-i18next'
import type { Displaced } from '#/api/layout-drafts'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { ArrowRightIcon, WarningIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'

/** Whose bookings lose their desk, and where each could go. */
export function DisplacedTable({ displaced, label }: { displaced: readonly Displaced[]; label: string }) {
  const { t } = useTranslation('places')
  const language = useLanguage()
  return (
    <table className="places-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('displaced.person')}</th>
          <th scope="col">{t('displaced.when')}</th>
          <th scope="col">{t('displaced.from')}</th>
          <th scope="col">{t('displaced.to')}</th>
        </tr>
      </thead>
      <tbody>
        {displaced.map((one) => (
          <tr key={`${one.booking} ${one.start}`}>
            <th scope="row">
              {one.person.name}{' '}
              <span className="text-sm font-normal text-quiet">{one.person.department}</span>
            </th>
            <td className="whitespace-nowrap">
              {dayName(one.day, language)} {timeRange(one.start, one.end)}
            </td>
            <td data-label={t('displaced.from')}>
              {one.desk_code}{' '}
              <span className="text-sm text-quiet">{t(`displaced.because.${one.because}`)}</span>
            </td>
            <td data-label={t('displaced.to')}>
              {one.proposal ? (
                <span className="inline-flex flex-wrap items-center gap-x-2">
                  <ArrowRightIcon size={18} />
                  <b>{one.proposal.desk_code}</b>
                  <span className="text-sm text-quiet">
                    {one.proposal.area_name.startsWith(one.proposal.floor_name)
                      ? one.proposal.area_name
                      : `${one.proposal.floor_name} ${one.proposal.area_name}`}
                  </span>
                </span>
              ) : (
                <Tag tone="warn" icon={<WarningIcon size={16} />}>
                  {t('displaced.nowhere')}
                </Tag>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
