import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { cityDay, cityTime } from '#/lib/city-time'
import { dateOf, dayNameWithYear, weekday } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { type Column, cellOf, HALVES } from './cells'
import { type Period, periodName, type View } from './period'
import type { SectionAttendance } from './queries'
import { useCellWords } from './useCellWords'
import './print.css'

interface PrintSheetProps {
  section: SectionAttendance
  columns: readonly Column[]
  period: Period
  view: View
}

const PLACES = ['office', 'home', 'satellite', 'trip', 'leave'] as const

/** The period on paper: A4 landscape, black on white, letters instead of colours, when it was printed. */
export function PrintSheet({ section, columns, period, view }: PrintSheetProps) {
  const { t } = useTranslation(['section', 'everyday'])
  const language = useLanguage()
  const words = useCellWords()
  const now = new Date().toISOString()
  const printed = `${dayNameWithYear(cityDay(now), language)} ${cityTime(now)}`
  const minimum = section.minimum_on_site
  return createPortal(
    <div className="section-sheet" data-view={view}>
      <p className="title">
        {t('heading', { department: section.department.name })} {periodName(period, view, language)}
      </p>
      <p>
        {PLACES.map((place) => `${t(`everyday:placeLetter.${place}`)} ${t(`everyday:place.${place}`)}`).join(
          '　',
        )}
        {`　(${t('everyday:placeLetter.office')}) ${t('presumed')}　${t('everyday:placeLetter.home')}? ${t('pending')}　`}
        <span className="printed">{t('printed', { time: printed })}</span>
      </p>
      <table>
        <thead>
          <tr>
            <th className="name" />
            {columns.map(({ index, day, closed }) => (
              <th key={index} colSpan={closed ? 1 : 2}>
                {dateOf(day.day)}
                {view === 'week' || language === 'ja' ? ` ${weekday(day.day, language)}` : ''}
                {day.team_day && view === 'week' ? ` ⚑${t('teamDay')}` : day.team_day ? ' ⚑' : ''}
              </th>
            ))}
          </tr>
          <tr>
            <th className="name">
              {t('onSite')}
              {minimum > 0 && ` (${t('minimum', { count: minimum })})`}
            </th>
            {columns.map(({ index, day, closed }) =>
              closed ? (
                <th key={index}>{view === 'week' ? (day.holiday ?? t('closed')) : ''}</th>
              ) : (
                HALVES.map((half) => {
                  const [count, missing] =
                    half === 'am' ? [day.on_site_am, day.short_am] : [day.on_site_pm, day.short_pm]
                  return (
                    <th key={half} className={missing ? 'short' : ''}>
                      {view === 'week' && `${t(`everyday:part.${half}Short`)} `}
                      {count}
                      {missing > 0 && (view === 'week' ? ` ▲${t('short', { count: missing })}` : '▲')}
                    </th>
                  )
                })
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {section.people.map((person) => (
            <tr key={person.person.id}>
              <th className="name">
                {person.person.name} <small>{person.title}</small>
              </th>
              {columns.map(({ index, closed }) =>
                closed ? (
                  <td key={index} className="closed" />
                ) : (
                  HALVES.map((half) => {
                    const cell = cellOf(person, index, half)
                    const letter = words.letter(cell)
                    return (
                      <td key={half} className={half}>
                        {cell.kind === 'presumed'
                          ? `(${letter})`
                          : cell.kind === 'pending'
                            ? `${letter}?`
                            : letter}
                      </td>
                    )
                  })
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  )
}
