import type { PlaceOrNone } from '#/ui/place-look'
import type { SectionAttendance, SectionPerson, Stretch } from './queries'

export interface Whereabout {
  who: SectionPerson
  desk: Stretch['desk']
  /** Which half only, when the other half is elsewhere or unknown. */
  only: 'am' | 'pm' | null
}

export interface PlaceGroup {
  place: PlaceOrNone
  people: Whereabout[]
}

const ORDER: readonly PlaceOrNone[] = ['office', 'home', 'satellite', 'trip', 'leave', 'unknown']

/** A section's people on its first day by where they are; a person of two places stands where the day begins. */
export function sectionGroups(section: SectionAttendance): PlaceGroup[] {
  const groups = new Map<PlaceOrNone, Whereabout[]>(ORDER.map((place) => [place, []]))
  for (const who of section.people) {
    const plan = who.days[0]
    const am = plan?.am ?? null
    const pm = plan?.pm ?? null
    // Hours of one's own may cover neither half as a whole.
    const main = am ?? pm ?? plan?.stretches[0] ?? null
    const only = am && pm?.place !== am.place ? 'am' : !am && pm ? 'pm' : null
    groups.get(main?.place ?? 'unknown')?.push({ who, desk: main?.desk ?? null, only })
  }
  return ORDER.map((place) => ({ place, people: groups.get(place) ?? [] })).filter(
    ({ people }) => people.length > 0,
  )
}
