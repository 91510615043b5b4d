import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AddCalendar } from './AddCalendar'
import { CalendarRow } from './CalendarRow'
import { ListPart } from './ListPart'
import { calendarsOptions } from './queries'

/** Addresses from which the city's calendar is read every night. */
export function Calendars() {
  const { t } = useTranslation('closingDays')
  const calendars = useQuery(calendarsOptions())
  return (
    <ListPart
      id="city-calendars"
      title={t('calendars.title')}
      lead={t('calendars.lead')}
      query={calendars}
      rows={calendars.data ?? []}
      none={t('calendars.none')}
      noneLead={t('calendars.noneLead')}
      row={(calendar, onGone) => <CalendarRow calendar={calendar} onGone={onGone} />}
      adding={(onDone) => <AddCalendar onDone={onDone} />}
      add={t('calendars.add')}
    />
  )
}
