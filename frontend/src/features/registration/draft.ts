import type { Registration, Written } from './queries'

export type Wrong = 'place' | 'contact' | 'trained_on' | 'training_to_come' | 'training_too_old' | 'pledged'

const EMPTY: Written = {
  reason_class: 'none',
  place_kind: 'own_home',
  place: '',
  contact: '',
  terminal: 'own_office',
  trained_on: null,
  pledged: false,
}

/** What the form begins with: the registration itself, or what an earlier one said, without its pledge and training. */
export function writtenOf(registration: Registration | null, earlier: Registration | null): Written {
  if (registration) {
    const { reason_class, place_kind, place, contact, terminal, trained_on, pledged_at } = registration
    return { reason_class, place_kind, place, contact, terminal, trained_on, pledged: pledged_at !== null }
  }
  if (!earlier) return EMPTY
  const { reason_class, place_kind, place, contact, terminal } = earlier
  return { ...EMPTY, reason_class, place_kind, place, contact, terminal }
}

/** What is still missing before it can be submitted, in the order of the form. */
export function wrongIn(written: Written, today: string, trainingSince: string | null): Wrong[] {
  const { place_kind, place, contact, trained_on, pledged } = written
  const wrong: Wrong[] = []
  if (place_kind !== 'own_home' && place.trim() === '') wrong.push('place')
  if (contact.trim() === '') wrong.push('contact')
  if (!trained_on) wrong.push('trained_on')
  else if (trained_on > today) wrong.push('training_to_come')
  else if (trainingSince && trained_on < trainingSince) wrong.push('training_too_old')
  if (!pledged) wrong.push('pledged')
  return wrong
}
