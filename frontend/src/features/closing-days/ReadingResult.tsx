import { useTranslation } from 'react-i18next'
import { Notice } from '#/ui/Notice'
import type { Reading } from './shapes'
import { useDaysWords } from './useDaysWords'

const PARTS = ['new', 'changed', 'gone', 'kept', 'left_out'] as const

/** What a calendar says against what stands: before it is taken over, or after. Lines that make no sense come first. */
export function ReadingResult({ reading }: { reading: Reading }) {
  const { t } = useTranslation('closingDays')
  const daysWords = useDaysWords()
  const parts = PARTS.filter((part) => reading[part].length > 0)
  return (
    <div role="status" className="flex max-w-200 flex-col gap-4 rounded-12 border border-card p-4">
      {reading.malformed.length > 0 && (
        <Notice tone="warn">
          <p className="font-bold">{t('reading.malformed', { count: reading.malformed.length })}</p>
          <ul className="mt-1">
            {reading.malformed.map(({ line, reason }) => (
              <li key={`${line} ${reason}`}>
                {t('reading.line', {
                  line,
                  reason: t(`reason.${reason}` as 'reason.bad_value', { defaultValue: reason }),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {parts.length === 0 && <p>{t('reading.nothing')}</p>}
      {parts.map((part) => (
        <div key={part}>
          <p className="font-bold">{t(`reading.${part}`, { count: reading[part].length })}</p>
          <ul aria-label={t(`reading.${part}`, { count: reading[part].length })}>
            {reading[part].map(({ name, first_day, last_day }) => (
              <li key={`${first_day} ${name}`} className="flex flex-wrap gap-x-4 py-1">
                <span className="tabular-nums">{daysWords(first_day, last_day)}</span>
                <span className="min-w-0 break-words">{name}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
