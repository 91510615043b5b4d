import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { fiscalYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Select } from '#/ui/Select'
import { AddDay } from './AddDay'
import { AddEvent } from './AddEvent'
import { Calendars } from './Calendars'
import { DayRow } from './DayRow'
import { EventRow } from './EventRow'
import { daysOfFiscalYear, thisFiscalYear, within, yearsToChoose } from './fiscal-years'
import { ImportFile } from './ImportFile'
import { ListPart } from './ListPart'
import { closingDaysOptions, eventsOptions } from './queries'

interface ClosingDaysProps {
  /** The fiscal year that is shown. */
  year: number
  onYear: (year: number) => void
}

/** The closing days and the events of a fiscal year, and the calendars they are read from. */
export function ClosingDays({ year, onYear }: ClosingDaysProps) {
  const { t } = useTranslation('closingDays')
  const language = useLanguage()
  const { today } = useMe()
  const days = useQuery(closingDaysOptions())
  const events = useQuery(eventsOptions(daysOfFiscalYear(year)))
  return (
    <div className="flex flex-col gap-10">
      <Select
        label={t('year')}
        value={String(year)}
        options={yearsToChoose(thisFiscalYear(today), year).map((one) => ({
          value: String(one),
          label: fiscalYear(daysOfFiscalYear(one).from, language),
        }))}
        onChange={(value) => onYear(Number(value))}
        className="w-60"
      />
      <ListPart
        id="closing-days"
        title={t('days.title')}
        lead={t('days.lead')}
        query={days}
        rows={within(
          year,
          (days.data ?? []).map((day) => ({ ...day, first: day.day, last: day.day })),
        )}
        none={t('days.none')}
        noneLead={t('days.noneLead')}
        row={(day, onGone) => <DayRow day={day} onGone={onGone} />}
        adding={(onDone) => <AddDay onDone={onDone} />}
        add={t('days.add')}
      />
      <ListPart
        id="city-events"
        title={t('events.title')}
        lead={t('events.lead')}
        query={events}
        rows={within(
          year,
          (events.data ?? []).map((event) => ({ ...event, first: event.first_day, last: event.last_day })),
        )}
        none={t('events.none')}
        noneLead={t('events.noneLead')}
        row={(event, onGone) => <EventRow event={event} onGone={onGone} />}
        adding={(onDone) => <AddEvent onDone={onDone} />}
        add={t('events.add')}
      />
      <ImportFile />
      <Calendars />
    </div>
  )
}
