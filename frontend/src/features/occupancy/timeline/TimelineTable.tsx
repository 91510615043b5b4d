import { useTranslation } from 'react-i18next'
import { withoutZero } from '#/lib/city-time'
import { dayName, dayNameWithYear, monthName, yearOf } from '#/lib/dates'
import type { Language } from '#/lib/i18n'
import { useLanguage } from '#/lib/useLanguage'
import type { By, Timeline } from '../answers'
import { type Column, DataTable } from '../DataTable'
import { count, percent, signed } from '../numbers'
import { type Meeting, meetingsOf } from './compared-timeline'

interface TimelineTableProps {
  timeline: Timeline
  other: Timeline | null
}

/** The days, weeks or months in numbers, each with the one of the other period that it meets. */
export function TimelineTable({ timeline, other }: TimelineTableProps) {
  const { t } = useTranslation('occupancy')
  const language = useLanguage()
  const { by } = timeline
  const compared: Column<Meeting>[] = [
    {
      key: 'then',
      label: t('timeline.then'),
      number: true,
      cell: ({ other: row }) =>
        row ? (
          <>
            {count(row.peak)}
            <small className="block">
              {by === 'month' ? stepName(row.day, by, language) : dayName(row.day, language)}
            </small>
          </>
        ) : (
          '—'
        ),
    },
    {
      key: 'change',
      label: t('compare.change'),
      number: true,
      cell: ({ now, other: row }) =>
        now?.peak == null || row?.peak == null ? '—' : signed(now.peak - row.peak, 0),
    },
  ]
  return (
    <DataTable
      label={t('timeline.title')}
      rows={meetingsOf(timeline, other).meetings}
      rowKey={({ day }) => day}
      columns={[
        {
          key: 'day',
          label: t(`timeline.${by}Column`),
          heads: true,
          cell: ({ day, now }) => (
            <>
              {stepName(day, by, language)}
              {now?.provisional && <small> {t('timeline.provisional')}</small>}
            </>
          ),
        },
        { key: 'peak', label: t('timeline.peak'), number: true, cell: ({ now }) => count(now?.peak) },
        ...(other ? compared : []),
        {
          key: 'at',
          label: t('timeline.at'),
          number: true,
          cell: ({ now }) => (now?.peak_at ? withoutZero(now.peak_at) : '—'),
        },
        {
          key: 'present',
          label: t('timeline.present'),
          number: true,
          cell: ({ now }) => count(now?.present),
        },
        {
          key: 'desks',
          label: t('timeline.inService'),
          number: true,
          cell: ({ now }) => count(now?.in_service),
        },
        {
          key: 'average',
          label: t('timeline.average'),
          number: true,
          cell: ({ now }) => (now?.average == null ? '—' : `${percent(now.average)}%`),
        },
      ]}
    />
  )
}

/** `2026年11月24日(火)`, or `2026年11月` of a month. */
export function stepName(day: string, by: By, language: Language): string {
  if (by !== 'month') return dayNameWithYear(day, language)
  const month = monthName(day, language)
  return language === 'ja' ? `${yearOf(day)}年${month}` : `${month} ${yearOf(day)}`
}
