import type { PlaceOrNone } from '#/ui/place-look'
import type { SectionAttendance, SectionHalf, SectionPerson } from './queries'

export interface Whereabout {
  who: SectionPerson
  desk: SectionHalf['desk']
  /** Which half only, when the other half is elsewhere or unknown. */
  only: 'am' | 'pm' | null
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
    groups.get(main?.place ?? 'unknown')?.push({ who, desk: main?.desk ?? null, only })
  }
  return ORDER.map((place) => ({ place, people: groups.get(place) ?? [] })).filter(
    ({ people }) => people.length > 0,
  )
}

function said(half: SectionHalf | null | undefined): SectionHalf | null {
  return half && half.source !== 'default' ? half : null
}
