import { memo, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import './roster.css'
import type { CountLine, HeadCount, Kind, Line, Roster } from './standing'
import { useNow } from './useNow'
import { type Names, namesOf, placeWords, sectionWords, sourceOnPaper } from './words'

const TICK_MS = 30_000

/** The roster on paper: floor by floor those who are in or expected, with a box for whoever checks. */
export const RosterSheet = memo(function RosterSheet({ roster }: { roster: Roster }) {
  const { t } = useTranslation('roster')
  const names = namesOf(roster)
  const there = roster.people.filter((line) => line.standing !== 'left')
  const total = (standing: Line['standing']) =>
    roster.people.filter((line) => line.standing === standing).length
  return (
    <Sheet kind={roster.reason} title={t('title')} asOf={roster.as_of}>
      <p>
        {(['seen', 'expected', 'left'] as const)
          .map((standing) => `${t(`standing.${standing}`)} ${total(standing)}`)
          .join('　')}
      </p>
      <ByFloor
        lines={there}
        names={names}
        column={t('column.standing')}
        state={(line) => (line.standing ? t(`standing.${line.standing}`) : '')}
      />
    </Sheet>
  )
})

/** A head count on paper: floor by floor, with what was said of everybody. */
export const CountSheet = memo(function CountSheet({
  headCount,
  lines,
}: {
  headCount: HeadCount
  lines: readonly CountLine[]
}) {
  const { t } = useTranslation('roster')
  return (
    <Sheet kind={headCount.kind} title={t('count.title')} asOf={headCount.started_at}>
      <p>
        {(['unaccounted', 'waiting', 'needs_help', 'absent', 'safe'] as const)
          .map(
            (state) => `${t(`count.state.${state}`)} ${lines.filter((line) => line.state === state).length}`,
          )
          .join('　')}
      </p>
      <ByFloor
        lines={lines}
        names={namesOf(headCount)}
        column={t('column.state')}
        state={(line) => [t(`count.state.${line.state}`), line.mark?.note].filter(Boolean).join(' ')}
      />
    </Sheet>
  )
})

interface SheetProps {
  kind: Kind
  title: string
  asOf: string
  children: ReactNode
}

function Sheet({ kind, title, asOf, children }: SheetProps) {
  const { t } = useTranslation('roster')
  const language = useLanguage()
  const now = new Date(useNow(TICK_MS)).toISOString()
  const when = (instant: string) => `${dayNameWithYear(cityDay(instant), language)} ${cityTime(instant)}`
  return createPortal(
    <div className="roster-sheet" data-kind={kind}>
      <p style={{ fontSize: '16pt', fontWeight: 700 }}>
        {kind === 'drill' ? `【${t('drill')}】` : ''}
        {title}
      </p>
      <p>
        {t('print.of', { time: when(asOf) })}　{t('print.printed', { time: when(now) })}
        <br />
        {t('print.legend')}
      </p>
      {children}
    </div>,
    document.body,
  )
}

interface ByFloorProps<One extends Line> {
  lines: readonly One[]
  names: Names
  /** The heading of the last column, and what stands in it. */
  column: string
  state: (line: One) => string
}

function ByFloor<One extends Line>({ lines, names, column, state }: ByFloorProps<One>) {
  const { t } = useTranslation('roster')
  const floors = [...names.floors, [null, t('noFloor')] as const]
  return floors.map(([id, name]) => {
    const here = lines
      .filter((line) => line.floor === id)
      .sort((one, other) => (one.department ?? 0) - (other.department ?? 0))
    if (here.length === 0) return null
    return (
      <section key={id ?? 0}>
        <h2>
          {name} {t('people', { count: here.length })}
        </h2>
        <table>
          <thead>
            <tr>
              <th style={{ width: '12mm', whiteSpace: 'nowrap' }}>{t('column.check')}</th>
              <th style={{ width: '42mm' }}>{t('column.name')}</th>
              <th style={{ width: '35mm' }}>{t('column.department')}</th>
              <th>{t('column.place')}</th>
              <th style={{ width: '38mm' }}>{t('column.source')}</th>
              <th style={{ width: '20mm' }}>{column}</th>
            </tr>
          </thead>
          <tbody>
            {here.map((line) => (
              <tr key={line.person}>
                <td style={{ textAlign: 'center' }}>□</td>
                <td>
                  {line.name}
                  <br />
                  <small>{line.kana}</small>
                </td>
                <td>{sectionWords(t, line, names)}</td>
                <td>{placeWords(t, line, names)}</td>
                <td>{sourceOnPaper(t, line)}</td>
                <td>{state(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    )
  })
}
