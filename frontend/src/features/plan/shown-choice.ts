import type { Half, Part, Place, PlanDay, Stretch } from './queries'

/** What a person chooses for half a day or a whole one. */
export type Choice =
  | { kind: 'desk'; how: 'usual' | 'near' | 'any' }
  | { kind: 'word'; place: 'office' | 'trip' | 'leave' | 'usual' }

export function halvesOf(part: Part): readonly Half[] {
  return part === 'full' ? ['am', 'pm'] : [part]
}

/** The day as it will be when the choice comes true; `desk` where it is known before. */
export function withChoice(
  plan: PlanDay,
  part: Part,
  place: Place | 'usual',
  desk: Stretch['desk'],
): PlanDay {
  const shown = { ...plan }
  for (const half of halvesOf(part)) {
    const was = plan[half]
    if (!was) continue
    shown[half] = {
      ...was,
      place: place === 'usual' ? 'office' : place,
      source: place === 'usual' ? 'default' : desk ? 'booking' : 'own',
      desk,
      booking: null,
      request: null,
      present: false,
      working: null,
      note: '',
    }
  }
  return shown
}

/** My own word about a half as it stood: what an undo says again. */
export function wordBefore(
  plan: PlanDay,
  half: Half,
): { place: 'office' | 'trip' | 'leave' | 'usual'; note: string } {
  const was = plan[half]
  if (was?.source !== 'own') return { place: 'usual', note: '' }
  if (was.place === 'trip' || was.place === 'leave') return { place: was.place, note: was.note }
  return { place: 'office', note: was.note }
}
