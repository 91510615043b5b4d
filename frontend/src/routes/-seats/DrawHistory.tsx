import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { drawsOptions } from '#/features/seating/queries'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { SectionHeading } from '#/ui/SectionHeading'
import { Tag } from '#/ui/Tag'

/** The draws that were done, the newest first. */
export function DrawHistory({ onLook }: { onLook: (draw: number) => void }) {
  const { t } = useTranslation('seating')
  const language = useLanguage()
  const draws = useQuery(drawsOptions()).data?.results
  return (
    <section aria-labelledby="draw-history">
      <SectionHeading id="draw-history">{t('draw.history')}</SectionHeading>
      {draws?.length === 0 && <p className="mt-2 text-quiet">{t('draw.historyEmpty')}</p>}
      <ul className="mt-2">
        {draws?.map((draw) => (
          <li key={draw.id} className="flex flex-wrap items-center gap-x-4 border-b border-hair py-1">
            <b>{dayName(draw.day, language)}</b>
            <span className="text-sm">{timeRange(draw.start, draw.end)}</span>
            <span>{draw.department.name}</span>
            {draw.state === 'undone' && <Tag tone="quiet">{t('draw.undoneAt')}</Tag>}
            <button
              type="button"
              onClick={() => onLook(draw.id)}
              aria-label={t('draw.lookAt', {
                day: dayName(draw.day, language),
                department: draw.department.name,
              })}
              className="ms-auto min-h-11 px-2 text-link underline underline-offset-4"
            >
              {t('draw.look')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
