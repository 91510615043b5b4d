import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { refreshPlaces } from '#/api/bookings'
import { client } from '#/api/client'
import { useProblemWords } from '#/api/useProblemWords'
import { showToast } from '#/ui/toasts'
import type { Series } from './queries'

/** Says that a series was booked, and takes it back at a press. */
export function useSaySeries() {
  const { t } = useTranslation('series')
  const words = useProblemWords()
  const cache = useQueryClient()
  return {
    booked: (series: Series) => {
      const days = series.dates.map((one) => one.booking.day)
      showToast({
        tone: 'done',
        words: t('plan.booked', { code: series.desk?.code ?? '', count: days.length }),
        action: { label: t('plan.undo'), onPress: () => void undo(series.id, days[0] ?? series.first_day) },
      })
    },
  }

  async function undo(id: number, from: string): Promise<void> {
    try {
      await client.POST('/booking-series/{id}/cancel/', { params: { path: { id } }, body: { from } })
      showToast({ tone: 'done', words: t('plan.undone') })
    } catch (error) {
      showToast({ tone: 'failed', words: words(error).title })
    }
    await Promise.all([
      refreshPlaces(cache),
      cache.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/booking-series/'),
      }),
    ])
  }
}
