import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { type Example, exampleOf } from './preview'
import type { Choices } from './queries'

const DESK_NUMBER = '016'

/** What a calendar would show of three days, as chosen now. */
export function EventPreview({ choices }: { choices: Choices }) {
  const { t } = useTranslation('calendar')
  const language = useLanguage()
  const { working_days, home_areas } = useMe()
  const area = home_areas[0]
  const code = `${area?.code ?? '3F'}-${DESK_NUMBER}`
  const examples = exampleOf(choices)
  const title = ({ title, place }: Example) =>
    title === 'desk'
      ? t('preview.desk', { code })
      : title === 'busy'
        ? t('preview.busy')
        : t(`preview.${title}.${place}`)
  return (
    <div className="rounded-12 border border-card p-4" aria-live="polite">
      <h3 className="text-sm font-bold">{t('preview.title')}</h3>
      {examples.length === 0 && <p className="mt-2 text-sm text-quiet">{t('preview.empty')}</p>}
      <ul className="mt-2 flex flex-col gap-2">
        {examples.map((example, index) => {
          const day = working_days[index + 1] ?? working_days[0]
          return (
            <li key={example.place} className="border-l-4 border-accent bg-ground px-3 py-1.5">
              <p className="text-sm text-quiet">
                {day && dayName(day, language)}{' '}
                {example.hours ? timeRange(example.hours.start, example.hours.end) : t('preview.allDay')}
              </p>
              <p className="font-bold">{title(example)}</p>
              {example.location && (
                <p className="text-sm">
                  {example.location === 'desk'
                    ? t('preview.floor', { area: area?.name ?? '', code })
                    : t('preview.building')}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
