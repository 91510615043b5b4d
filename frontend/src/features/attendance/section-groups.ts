import type { PlaceOrNone } from '#/ui/place-look'
import type { SectionAttendance, SectionHalf, SectionPerson } from './queries'

type Half = 'am' | 'pm'

export interface Whereabout {
  who: SectionPerson
  /** The desks of the halves at this place; `half` where a desk is not held all day. */
  desks: { desk: NonNullable<SectionHalf['desk']>; half: Half | null }[]
  /** Which half only, when the other half is elsewhere or unknown. */
  only: Half | null
  /** Where the afternoon is spent, when that is elsewhere. */
  then: SectionHalf['place'] | null
}

export interface PlaceGroup {
  place: PlaceOrNone
  people: Whereabout[]
}

const ORDER: readonly PlaceOrNone[] = ['office', 'home', 'satellite', 'trip', 'leave', 'unknown']

/**
 * A section's people on its first day by where they are; a person of two places stands where the day begins. Of whom
 * nobody has said anything the place is only presumed: unknown here.
 */
export function sectionGroups(section: SectionAttendance): PlaceGroup[] {
  const groups = new Map<PlaceOrNone, Whereabout[]>(ORDER.map((place) => [place, []]))
  for (const who of section.people) {
    const plan = who.days[0]
    const am = said(plan?.am)
    const pm = said(plan?.pm)
    const main = am ?? pm
    const only = am && pm?.place !== am.place ? 'am' : !am && pm ? 'pm' : null
    const then = am && pm && pm.place !== am.place ? pm.place : null
    groups.get(main?.place ?? 'unknown')?.push({ who, desks: desksOf(am, then ? null : pm), only, then })
  }
  return ORDER.map((place) => ({ place, people: groups.get(place) ?? [] })).filter(
    ({ people }) => people.length > 0,
  )
}

function desksOf(am: SectionHalf | null, pm: SectionHalf | null): Whereabout['desks'] {
  if (am?.desk && am.desk.id === pm?.desk?.id) return [{ desk: am.desk, half: null }]
  const desks: Whereabout['desks'] = []
  if (am?.desk) desks.push({ desk: am.desk, half: 'am' })
  if (pm?.desk) desks.push({ desk: pm.desk, half: 'pm' })
  return desks
}

function said(half: SectionHalf | null | undefined): SectionHalf | null {
  return half && half.source !== 'default' ? half : null
}
