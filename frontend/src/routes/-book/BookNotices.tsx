import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookSearch } from '#/features/bookings/search'
import { bookingWords } from '#/features/bookings/words'
import { LazyTeamDayLines } from '#/features/seating/lazily'
import { cityTime } from '#/lib/city-time'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { SwapIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import type { BookState } from './useBookState'

interface BookNoticesProps {
  search: BookSearch
  state: BookState
  onSearch: (change: Partial<BookSearch>, replace?: boolean) => void
}

/** What one should know before looking at the plan. */
export function BookNotices({ search, state, onSearch }: BookNoticesProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { changing, near, day, me } = state
  const lastDay = me.working_days.at(-1) ?? day
  return (
    <div className="mt-3 flex flex-col gap-2 empty:hidden">
      {changing && (
        <Notice icon={<SwapIcon size={20} className="mt-0.5" />}>
          <p>
            {t('book.changing', {
              code: changing.desk.code,
              day: dayName(changing.day, language),
              part: bookingWords(t, changing),
            })}
          </p>
          <Button kind="link" onPress={() => onSearch({ booking: undefined }, true)}>
            {t('book.stopChanging')}
          </Button>
        </Notice>
      )}
      {!me.working_days.includes(day) && day < lastDay && day >= me.today && (
        <Notice>{t('book.notWorking', { day: dayName(day, language) })}</Notice>
      )}
      {search.near !== undefined && near && !near.desk && (
        <Notice>{t('book.nearUnknown', { name: near.person.name, day: dayName(day, language) })}</Notice>
      )}
      {near?.desk && near.desk.floor !== state.floorId && (
        <Notice>
          <p>
            {t('book.nearOtherFloor', {
              name: near.person.name,
              floor: near.desk.floor_name,
              code: near.desk.code,
            })}
          </p>
          <Button kind="link" onPress={() => onSearch({ floor: near.desk?.floor, desk: undefined })}>
            {t('book.nearGo', { floor: near.desk.floor_name })}
          </Button>
        </Notice>
      )}
      <Suspense>
        <LazyTeamDayLines from={day} to={day} />
      </Suspense>
      {state.staleSince !== null && (
        <Notice tone="warn">
          {t('book.stale', { time: cityTime(new Date(state.staleSince).toISOString()) })}
        </Notice>
      )}
    </div>
  )
}
