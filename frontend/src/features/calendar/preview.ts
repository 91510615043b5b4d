import type { Choices } from './queries'

/** An event of the example, before it has words. */
export interface Example {
  place: 'office' | 'home' | 'leave'
  /** `desk` names the desk, `full` and `short` the place, `busy` nothing. */
  title: 'desk' | 'full' | 'short' | 'busy'
  /** Null: all day. */
  hours: { start: string; end: string } | null
  /** How much of where it is stands beside it. */
  location: 'desk' | 'building' | null
}

interface Stands {
  place: Example['place']
  start: string
  end: string
  half: { start: string; end: string } | null
}

/** A whole day at a desk, an afternoon partly at home, a morning of leave: each choice changes one of them. */
const DAYS: readonly Stands[] = [
  { place: 'office', start: '08:30', end: '17:15', half: null },
  { place: 'home', start: '13:30', end: '16:00', half: { start: '13:00', end: '17:15' } },
  { place: 'leave', start: '08:30', end: '12:00', half: { start: '08:30', end: '12:00' } },
]

/** The example as these choices would put it into a calendar. */
export function exampleOf(choices: Choices): Example[] {
  return DAYS.filter(({ place }) => wanted(place, choices)).map(({ place, start, end, half }) => {
    const atDesk = place === 'office'
    const busy = choices.titles === 'busy'
    const named = choices.titles === 'full' && atDesk && choices.with_desk ? 'desk' : choices.titles
    return {
      place,
      title: busy ? 'busy' : named,
      hours: choices.spans === 'halves' ? half : { start, end },
      location: busy || !atDesk ? null : choices.with_desk ? 'desk' : 'building',
    }
  })
}

function wanted(place: Example['place'], choices: Choices): boolean {
  if (place === 'home') return choices.with_telework
  return place === 'office' || choices.with_own_plans
}
