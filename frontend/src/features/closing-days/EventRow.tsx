import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { useLanguage } from '#/lib/useLanguage'
import { showToast } from '#/ui/toasts'
import { Line } from './Line'
import { useAddEvent, useRemoveEvent } from './queries'
import type { CityEvent } from './shapes'
import { useDaysWords } from './useDaysWords'

/** One event of the city; taking it away can be undone. */
export function EventRow({ event, onGone }: { event: CityEvent; onGone: () => void }) {
  const { t } = useTranslation('closingDays')
  const language = useLanguage()
  const words = useProblemWords()
  const daysWords = useDaysWords()
  const remove = useRemoveEvent()
  const add = useAddEvent()
  const name = language === 'en' && event.name_en ? event.name_en : event.name
  const failed = (error: unknown) => showToast({ tone: 'failed', words: words(error).title })
  const putBack = () =>
    add.mutate(
      {
        name: event.name,
        name_en: event.name_en ?? '',
        first_day: event.first_day,
        last_day: event.last_day,
      },
      { onSuccess: () => showToast({ tone: 'done', words: t('events.putBack', { name }) }), onError: failed },
    )
  return (
    <Line
      when={daysWords(event.first_day, event.last_day)}
      name={name}
      fromCalendar={event.from_calendar}
      busy={remove.isPending}
      onRemove={() =>
        // By then the row may be gone from the list, and with it what a row alone would be told.
        remove.mutateAsync(event).then(() => {
          onGone()
          showToast({
            tone: 'done',
            words: t('events.removed', { name }),
            action: { label: t('undo'), onPress: putBack },
          })
        }, failed)
      }
    />
  )
}
