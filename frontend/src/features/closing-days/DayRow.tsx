import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { showToast } from '#/ui/toasts'
import { Line } from './Line'
import { useAddDay, useRemoveDay } from './queries'
import type { ClosingDay } from './shapes'

/** One closing day; taking it away can be undone. */
export function DayRow({ day, onGone }: { day: ClosingDay; onGone: () => void }) {
  const { t } = useTranslation('closingDays')
  const language = useLanguage()
  const words = useProblemWords()
  const remove = useRemoveDay()
  const add = useAddDay()
  const when = dayNameWithYear(day.day, language)
  const failed = (error: unknown) => showToast({ tone: 'failed', words: words(error).title })
  const putBack = () =>
    add
      .mutateAsync({ day: day.day, name: day.name, name_en: day.name_en ?? '' })
      .then(() => showToast({ tone: 'done', words: t('days.putBack', { when }) }), failed)
  return (
    <Line
      when={when}
      name={language === 'en' && day.name_en ? day.name_en : day.name}
      fromCalendar={day.from_calendar}
      busy={remove.isPending}
      onRemove={() =>
        // By then the row may be gone from the list, and with it what a row alone would be told.
        remove.mutateAsync(day).then(() => {
          onGone()
          showToast({
            tone: 'done',
            words: t('days.removed', { when }),
            action: { label: t('undo'), onPress: putBack },
          })
        }, failed)
      }
    />
  )
}
