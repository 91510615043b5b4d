import { useTranslation } from 'react-i18next'
import { timeOfMinutes, withoutZero } from '#/lib/city-time'
import { type BuildingParts, type DayStretch, type DeskHeld, daySpan, dayStretches } from './day-stretches'

interface DayBarProps {
  day: string
  held: readonly DeskHeld[]
  parts: BuildingParts
}

const LOOK: Record<DayStretch['kind'], string> = {
  free: 'border-free bg-white text-free-text',
  mine: 'border-accent bg-accent text-white',
  taken: 'border-edge bg-solid-gray-100 text-ink',
  closed: 'border-edge bg-white text-quiet hatched',
}

/** A desk's day to scale: who has which hours, and which are free. The same in words for a screen reader. */
export function DayBar({ day, held, parts }: DayBarProps) {
  const { t } = useTranslation()
  const span = daySpan(held, parts)
  const stretches = dayStretches(held, parts, day)
  return (
    <div>
      <ol className="sr-only">
        {stretches.map((one) => (
          <li key={one.from}>
            {t('desk.daySentence', { from: clock(one.from), to: clock(one.to), what: what(one) })}
          </li>
        ))}
      </ol>
      <div className="flex h-10 gap-px" aria-hidden="true">
        {stretches.map((one) => (
          <span
            key={one.from}
            className={`flex min-w-0 items-center justify-center overflow-hidden rounded-4 border text-sm font-bold whitespace-nowrap ${LOOK[one.kind]}`}
            style={{ flex: `${one.to - one.from} 0 0` }}
          >
            <span className="truncate px-1">{share(one) < 0.2 ? '' : shortly(one)}</span>
          </span>
        ))}
      </div>
      <div className="relative mt-1 flex justify-between text-sm text-quiet" aria-hidden="true">
        <span>{clock(span.from)}</span>
        <span>
          {withoutZero(parts.am.end)}–{withoutZero(parts.pm.start)}
        </span>
        <span>{clock(span.to)}</span>
      </div>
      <HeldLines stretches={stretches} />
    </div>
  )

  function share(one: DayStretch): number {
    return (one.to - one.from) / (span.to - span.from)
  }

  function what(one: DayStretch): string {
    if (one.kind === 'free') return t('desk.dayFree')
    if (one.kind === 'mine') return t('desk.dayMine')
    if (one.kind === 'closed') return one.held?.reason || t('desk.dayClosed')
    if (one.held?.state === 'offered') return t('desk.state.offered')
    return one.held?.holder ? t('desk.holder', holder(one.held.holder)) : t('desk.dayHidden')
  }

  function shortly(one: DayStretch): string {
    if (one.held?.state === 'offered') return t('desk.dayOffered')
    if (one.kind === 'taken') return one.held?.holder?.family_name ?? t('desk.dayTaken')
    if (one.kind === 'mine') return t('desk.dayMine')
    if (one.kind === 'closed') return t('desk.dayClosed')
    return one.part === 'am' || one.part === 'pm'
      ? `${t(`part.${one.part}`)} ${t('desk.dayFree')}`
      : t('desk.dayFree')
  }
}

/** Who has the desk when, in words under the bar: a narrow piece of it has no room for a name. */
function HeldLines({ stretches }: { stretches: readonly DayStretch[] }) {
  const { t } = useTranslation()
  const lines = stretches.filter((one) => one.kind === 'taken' || (one.kind === 'closed' && one.held?.reason))
  if (lines.length === 0) return null
  return (
    <ul className="mt-2 space-y-1 text-sm" aria-hidden="true">
      {lines.map((one) => (
        <li key={one.from} className="flex gap-2">
          <span className="shrink-0 text-quiet">
            {clock(one.from)}–{clock(one.to)}
          </span>
          <span className="min-w-0">
            {one.held?.holder
              ? t('desk.holder', holder(one.held.holder))
              : one.held?.state === 'offered'
                ? t('desk.state.offered')
                : one.held?.reason || t('desk.dayHidden')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function holder({ name, department }: { name: string; department: string }) {
  return { name, department }
}

function clock(minutes: number): string {
  return withoutZero(timeOfMinutes(minutes))
}
