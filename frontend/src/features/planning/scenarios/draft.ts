import { addDays } from '#/lib/dates'
import { percentTyped, wholeTyped } from '../numbers'
import type { Basis, RecordedDays, Scenario, Source, Supposed } from '../shapes'

/** Something typed for one department. */
export interface DepartmentRow {
  key: number
  department: number
  typed: string
}

export interface GroupRow {
  key: number
  name: string
  people: string
  /** In per cent. */
  rate: string
}

/** A scenario as it is being typed: numbers are text until it is sent. */
export interface ScenarioDraft {
  name: string
  basis: Basis
  everybody: boolean
  departments: number[]
  from: string
  to: string
  source: Source
  groups: GroupRow[]
  correlation: string
  percentile: string
  growth: string
  attendance: string
  growthBy: DepartmentRow[]
  desks: string
  target: string
  ownDesks: 'known' | 'stated'
  ownDesksBy: DepartmentRow[]
  floorPeople: string
  workingDays: string
  draws: string
  seed: string
}

/** What is wrong, by the field's name in the API; the value is a word of the book. */
export type Wrong = Partial<Record<string, WrongWord>>
export type WrongWord =
  | 'required'
  | 'noDepartment'
  | 'noDay'
  | 'turned'
  | 'tooLong'
  | 'percent'
  | 'rate'
  | 'people'
  | 'desks'
  | 'days'
  | 'workingDays'
  | 'draws'
  | 'seed'
  | 'noGroup'

const EIGHT_WEEKS_DAYS = 55
const LONGEST_DAYS = 1830
const MOST_PEOPLE = 100_000
const PERCENTILES = [0.9, 0.95, 0.99]

/** What is asked where nothing is said: the last eight weeks that are recorded, everybody, 95 days of 100. */
export function emptyDraft(name: string, today: string, recorded: readonly RecordedDays[]): ScenarioDraft {
  const source = recorded.find(({ days }) => days > 0)?.source ?? 'gate'
  return {
    name,
    basis: 'history',
    everybody: true,
    departments: [],
    ...usualPeriod(source, today, recorded),
    source,
    groups: [{ key: 1, name: '', people: '', rate: '' }],
    correlation: '0',
    percentile: '0.95',
    growth: '0',
    attendance: '0',
    growthBy: [],
    desks: '',
    target: '',
    ownDesks: 'known',
    ownDesksBy: [],
    floorPeople: '',
    workingDays: '',
    draws: '2000',
    seed: '1',
  }
}

/** The last eight weeks for which a source has records, which may end long before today; else those up to yesterday. */
export function usualPeriod(
  source: Source,
  today: string,
  recorded: readonly RecordedDays[],
): Pick<ScenarioDraft, 'from' | 'to'> {
  const days = recorded.find((one) => one.source === source)
  if (days?.usual_first && days.last) return { from: days.usual_first, to: days.last }
  const to = addDays(today, -1)
  return { from: addDays(to, -EIGHT_WEEKS_DAYS), to }
}

/** Counted by another source: a period that nobody has changed becomes that of the source's own records. */
export function countedBy(
  source: Source,
  draft: ScenarioDraft,
  today: string,
  recorded: readonly RecordedDays[],
): Partial<ScenarioDraft> {
  const usual = usualPeriod(draft.source, today, recorded)
  const untouched = draft.from === usual.from && draft.to === usual.to
  return untouched ? { source, ...usualPeriod(source, today, recorded) } : { source }
}

/** A scenario that is kept, to be changed; what it does not use has its default. */
export function draftOf(scenario: Scenario, today: string, recorded: readonly RecordedDays[]): ScenarioDraft {
  const { supposed } = scenario
  const { history, rates } = supposed
  const empty = emptyDraft(scenario.name, today, recorded)
  return {
    ...empty,
    basis: supposed.basis,
    everybody: supposed.departments == null,
    departments: supposed.departments ?? [],
    ...(history ? { from: history.from, to: history.to, source: history.source } : {}),
    ...(rates
      ? {
          groups: rates.groups.map((group, key) => ({
            key,
            name: group.name,
            people: String(group.people),
            rate: asPercent(group.rate),
          })),
          correlation: String(rates.correlation),
        }
      : {}),
    percentile: String(supposed.percentile),
    growth: asPercent(supposed.growth),
    attendance: asPercent(supposed.attendance),
    growthBy: rowsOf(supposed.growth_by_department ?? {}, asPercent),
    desks: typed(supposed.desks),
    target: typed(supposed.days_short_target),
    ownDesks: supposed.cannot_share == null ? 'known' : 'stated',
    ownDesksBy: rowsOf(supposed.cannot_share?.departments ?? {}, String),
    floorPeople: typed(supposed.floor_people),
    workingDays: typed(supposed.working_days_a_year),
    draws: String(history?.draws ?? rates?.draws ?? empty.draws),
    seed: String(history?.seed ?? rates?.seed ?? empty.seed),
  }
}

/** What has to be mended before it can be worked out. */
export function wrongIn(draft: ScenarioDraft): Wrong {
  const wrong: Wrong = {}
  if (draft.name.trim() === '') wrong.name = 'required'
  if (draft.basis === 'history') {
    if (!draft.everybody && draft.departments.length === 0) wrong.departments = 'noDepartment'
    if (!draft.from) wrong['history.from'] = 'noDay'
    if (!draft.to) wrong['history.to'] = 'noDay'
    else if (draft.from && draft.to < draft.from) wrong['history.to'] = 'turned'
    else if (draft.from && addDays(draft.from, LONGEST_DAYS - 1) < draft.to) wrong['history.to'] = 'tooLong'
    for (const row of draft.growthBy)
      check(`growth_by_department.${row.department}`, percentOf(row.typed), 'percent')
    if (draft.ownDesks === 'stated') {
      for (const row of draft.ownDesksBy)
        check(`cannot_share.departments.${row.department}`, wholeTyped(row.typed, 0, MOST_PEOPLE), 'desks')
    }
  } else {
    if (draft.groups.length === 0) wrong['rates.groups'] = 'noGroup'
    draft.groups.forEach((group, place) => {
      check(`rates.groups.${place}.people`, wholeTyped(group.people, 1, MOST_PEOPLE), 'people')
      check(`rates.groups.${place}.rate`, percentTyped(group.rate, 0, 1), 'rate')
    })
  }
  check('growth', percentOf(draft.growth), 'percent')
  check('attendance', percentTyped(draft.attendance, -0.5, 0.5), 'percent')
  may('desks', wholeTyped(draft.desks, 0, MOST_PEOPLE), 'desks')
  may('days_short_target', wholeTyped(draft.target, 0, 366), 'days')
  may('floor_people', wholeTyped(draft.floorPeople, 0, MOST_PEOPLE), 'people')
  may('working_days_a_year', wholeTyped(draft.workingDays, 1, 366), 'workingDays')
  check('draws', wholeTyped(draft.draws, 100, 10_000), 'draws')
  check('seed', wholeTyped(draft.seed, 0, 2 ** 32 - 1), 'seed')
  return wrong

  function check(field: string, typed: number | null | undefined, word: WrongWord): void {
    if (typed === null || typed === undefined) wrong[field] = word
  }
  function may(field: string, typed: number | null | undefined, word: WrongWord): void {
    if (typed === undefined) wrong[field] = word
  }
}

/** The conditions as they are sent. Only for a draft in which nothing is wrong. */
export function supposedOf(draft: ScenarioDraft): Supposed {
  const history = draft.basis === 'history'
  const percentile = Number(draft.percentile)
  const drawn = { draws: Number(draft.draws), seed: Number(draft.seed) }
  return {
    basis: draft.basis,
    departments: history && !draft.everybody ? draft.departments : null,
    desks: wholeTyped(draft.desks, 0, MOST_PEOPLE) ?? null,
    percentiles: PERCENTILES,
    percentile,
    growth: percentOf(draft.growth) ?? 0,
    attendance: percentTyped(draft.attendance, -0.5, 0.5) ?? 0,
    growth_by_department: history ? byDepartment(draft.growthBy, (typed) => percentOf(typed) ?? 0) : {},
    days_short_target: wholeTyped(draft.target, 0, 366) ?? null,
    cannot_share:
      history && draft.ownDesks === 'stated'
        ? { departments: byDepartment(draft.ownDesksBy, (typed) => wholeTyped(typed, 0, MOST_PEOPLE) ?? 0) }
        : null,
    floor_people: wholeTyped(draft.floorPeople, 0, MOST_PEOPLE) ?? null,
    working_days_a_year: wholeTyped(draft.workingDays, 1, 366) ?? null,
    history: history ? { from: draft.from, to: draft.to, source: draft.source, ...drawn } : null,
    rates: history
      ? null
      : {
          groups: draft.groups.map(({ name, people, rate }) => ({
            name: name.trim(),
            people: wholeTyped(people, 1, MOST_PEOPLE) ?? 1,
            rate: percentTyped(rate, 0, 1) ?? 0,
          })),
          correlation: Number(draft.correlation),
          ...drawn,
        },
  }
}

function percentOf(typed: string): number | null | undefined {
  return percentTyped(typed, -0.5, 1)
}

/** A number that may be left out, as it is typed. */
function typed(value: number | null | undefined): string {
  return value == null ? '' : String(value)
}

/** `12.5` of 0.125. */
function asPercent(share: number): string {
  return String(Math.round(share * 100_000) / 1000)
}

function rowsOf(by: Record<string, number>, words: (value: number) => string): DepartmentRow[] {
  return Object.entries(by).map(([department, value]) => ({
    key: Number(department),
    department: Number(department),
    typed: words(value),
  }))
}

function byDepartment(
  rows: readonly DepartmentRow[],
  value: (typed: string) => number,
): Record<string, number> {
  return Object.fromEntries(rows.map((row) => [String(row.department), value(row.typed)]))
}
