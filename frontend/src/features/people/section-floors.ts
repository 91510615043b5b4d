import type { components } from '#/api/generated/schema'
import type { SectionAttendance } from './queries'

type Place = components['schemas']['Place']
type Desk = components['schemas']['SectionDesk']

/** Somebody of a section, with the desk or the place of the day. */
export interface SectionMember {
  id: number
  name: string
  desk: Desk | null
  place: Place | null
}

export interface SectionFloors {
  /** Floors on which people of the section have desks, the fullest first. */
  floors: { id: number; name: string; people: SectionMember[] }[]
  /** At the office, without a desk so far. */
  unseated: SectionMember[]
  /** Elsewhere. */
  away: SectionMember[]
  /** Nothing planned, or not for the reader to know. */
  unknown: SectionMember[]
}

/** The section's people on its first day, by the floor they sit on. */
export function sectionFloors(section: SectionAttendance): SectionFloors {
  const floors = new Map<number, SectionFloors['floors'][number]>()
  const unseated: SectionMember[] = []
  const away: SectionMember[] = []
  const unknown: SectionMember[] = []
  for (const { person, days } of section.people) {
    // What nobody has said is only presumed: unknown here.
    const halves = [days[0]?.am, days[0]?.pm].filter((half) => half && half.source !== 'default')
    const seated = halves.find((half) => half?.desk)
    const place = seated?.place ?? halves[0]?.place ?? null
    const member = { id: person.id, name: person.name, desk: seated?.desk ?? null, place }
    if (member.desk) {
      const { floor, floor_name } = member.desk
      const here = floors.get(floor) ?? { id: floor, name: floor_name, people: [] }
      here.people.push(member)
      floors.set(floor, here)
    } else if (place === 'office') unseated.push(member)
    else if (place) away.push(member)
    else unknown.push(member)
  }
  return {
    floors: [...floors.values()].sort((one, other) => other.people.length - one.people.length),
    unseated,
    away,
    unknown,
  }
}
