import type { TFunction } from 'i18next'
import type { Figures, Scope } from './answers'
import { counted, type Unit } from './counted'
import { count, percent, rankOfP95, ratio, signed } from './numbers'

export const HEADLINE = [
  'average_utilisation',
  'daily_peak',
  'attendance_rate',
  'sharing_ratio',
  'no_show_rate',
  'refused',
] as const
export const MORE = ['telework_rate', 'walk_up_rate', 'spilled_over', 'never_used'] as const
export type FigureName = (typeof HEADLINE)[number] | (typeof MORE)[number]

type Words = TFunction<'occupancy'>
type FigureSource = NonNullable<Figures['attendance_rate']['source']>

/** A figure as it is printed, with what it means. */
export interface Figure {
  name: FigureName
  label: string
  value: string
  unit: string
  note: string
  definition: string
  /** Where the figure does not come from the source of the page. */
  source: FigureSource | null
  /** What it was in the other period, and by how much it moved. */
  was: { value: string; change: string } | null
}

interface Raw {
  value: number | null
  print: (value: number) => string
  unit: string
  /** The number with its unit, in a sentence. */
  whole: (value: number) => string
  /** How a difference is printed: of a share in points of percent. */
  change: (change: number) => string
}

/** The first and the last time of a day at which is counted, as the definitions say it. */
export interface Core {
  start: string
  end: string
}

export function figureOf(
  t: Words,
  name: FigureName,
  { scope, figures, compared }: { scope: Scope; figures: Figures; compared: { figures: Figures } | null },
  core: Core,
): Figure {
  const raw = rawOf(t, name, figures, scope)
  const before = compared ? rawOf(t, name, compared.figures, scope).value : null
  const told = raw.value !== null
  return {
    name,
    label: t(`figure.${name}.label`),
    value: told ? raw.print(raw.value ?? 0) : t('unknown'),
    unit: told ? raw.unit : '',
    note: told ? noteOf(t, name, figures, scope) : t('notTold'),
    definition: definitionOf(t, name, scope, figures, core),
    source: name === 'attendance_rate' ? figures.attendance_rate.source : null,
    was:
      compared === null || raw.value === null
        ? null
        : before === null
          ? { value: t('unknown'), change: '' }
          : { value: raw.whole(before), change: raw.change(raw.value - before) },
  }
}

function rawOf(t: Words, name: FigureName, figures: Figures, scope: Scope): Raw {
  const points = (change: number) => t('compare.points', { change: signed(change * 100, 1) })
  const share = (value: number | null): Raw => ({
    value,
    print: (one) => percent(one),
    unit: t('unit.percent'),
    whole: (one) => t('counted.percent', { number: percent(one) }),
    change: points,
  })
  const pieces = (value: number | null, unit: Unit): Raw => ({
    value,
    print: count,
    unit: t(`unit.${unit}`),
    whole: (one) => counted(t, unit, one),
    change: (change) => signed(change, 0),
  })
  switch (name) {
    case 'average_utilisation':
    case 'attendance_rate':
    case 'no_show_rate':
    case 'telework_rate':
    case 'walk_up_rate':
      return share(figures[name].value)
    case 'daily_peak':
      return pieces(figures.daily_peak.p95, scope.counts === 'people' ? 'people' : 'desks')
    case 'sharing_ratio':
      return {
        value: figures.sharing_ratio.value,
        print: ratio,
        unit: t('unit.people'),
        whole: (one) => t('counted.people', { count: one, number: ratio(one) }),
        change: (change) => signed(change, 2),
      }
    case 'refused':
      return pieces(figures.refused.value, 'wishes')
    case 'spilled_over':
      return pieces(figures.spilled_over.value, 'bookings')
    case 'never_used':
      return pieces(figures.never_used.value, 'desks')
  }
}

function noteOf(t: Words, name: FigureName, figures: Figures, scope: Scope): string {
  switch (name) {
    case 'average_utilisation':
      return t(scope.counts === 'people' ? `figure.${name}.people` : `figure.${name}.note`)
    case 'daily_peak': {
      const { mean, max } = figures.daily_peak
      return t(`figure.${name}.note`, { mean: count(mean), max: count(max) })
    }
    case 'attendance_rate': {
      const { on_roll, source } = figures.attendance_rate
      return t(`figure.${name}.note`, {
        people: count(on_roll),
        source: source ? t(`presence.${source}`) : t('unknown'),
      })
    }
    case 'sharing_ratio': {
      const { inverse } = figures.sharing_ratio
      return t(`figure.${name}.note`, { desks: percent(inverse) })
    }
    case 'no_show_rate': {
      const { due, no_shows } = figures.no_show_rate
      return t(`figure.${name}.note`, { due: count(due), number: count(no_shows ?? 0) })
    }
    case 'refused':
      return t(`figure.${name}.note`, { number: count(figures.refused.by_rule ?? 0) })
    case 'walk_up_rate': {
      const { check_ins, walk_ups } = figures.walk_up_rate
      return t(`figure.${name}.note`, { due: count(check_ins), number: count(walk_ups ?? 0) })
    }
    case 'never_used':
      return t(`figure.${name}.note`, { desks: count(figures.never_used.desks) })
    case 'telework_rate':
    case 'spilled_over':
      return t(`figure.${name}.note`)
  }
}

function definitionOf(t: Words, name: FigureName, scope: Scope, figures: Figures, core: Core): string {
  const people = scope.counts === 'people'
  // Gates and walks do not tell of every working day.
  const days = figures.daily_peak.days ?? scope.working_days
  switch (name) {
    case 'average_utilisation':
      return t(people ? `figure.${name}.definitionPeople` : `figure.${name}.definition`, { ...core })
    case 'daily_peak':
      return t(people ? `figure.${name}.definitionPeople` : `figure.${name}.definition`, {
        ...core,
        days,
        rank: rankOfP95(days),
      })
    case 'never_used':
      return t(`figure.${name}.definition`, { ...core })
    default:
      return t(`figure.${name}.definition`)
  }
}
