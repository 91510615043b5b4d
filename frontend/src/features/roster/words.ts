import type { TFunction } from 'i18next'
import { cityTime } from '#/lib/city-time'
import { ageWords } from './age'
import type { Line, Roster } from './standing'

/** Names of floors and sections by id. */
export interface Names {
  floors: ReadonlyMap<number, string>
  departments: ReadonlyMap<number, string>
}

export function namesOf({ floors, departments }: Pick<Roster, 'floors' | 'departments'>): Names {
  return {
    floors: new Map(floors.map(({ id, name }) => [id, name])),
    departments: new Map(departments.map(({ id, name }) => [id, name])),
  }
}

/** `6階 Eエリア 06E-016`, as far as known. */
export function placeWords(t: TFunction<'roster'>, line: Line, names: Names): string {
  const floor = line.floor === null ? '' : (names.floors.get(line.floor) ?? '')
  const area = line.area.startsWith(floor) || floor === '' ? line.area : `${floor} ${line.area}`
  return [area || floor, line.desk].filter(Boolean).join(' ') || t('noFloor')
}

/** The section, or of a visitor where they come from. */
export function sectionWords(t: TFunction<'roster'>, line: Line, names: Names): string {
  if (line.visitor) return [t('visitor'), line.organisation].filter(Boolean).join(' ')
  return line.department === null
    ? t('noDepartment')
    : (names.departments.get(line.department) ?? t('noDepartment'))
}

/** `12分前にゲート入`; a plan says from when on. */
export function sourceWords(t: TFunction<'roster'>, line: Line, now: number): string {
  if (line.source === null || line.since === null) return t('standing.none')
  const source = t(`source.${line.source}`, { time: cityTime(line.since) })
  return line.source === 'plan' ? source : t('said', { age: ageWords(t, line.since, now), source })
}

/** `8:40 ゲート入` for paper, where an age would be wrong a minute later. */
export function sourceOnPaper(t: TFunction<'roster'>, line: Line): string {
  if (line.source === null || line.since === null) return t('standing.none')
  const source = t(`source.${line.source}`, { time: cityTime(line.since) })
  return line.source === 'plan' ? source : `${cityTime(line.since)} ${source}`
}
