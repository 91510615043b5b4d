import type { TFunction } from 'i18next'
import type { components } from '#/api/generated/schema'
import { ApiProblem } from '#/api/problem'
import { timeRange } from '#/lib/dates'
import type { DrawnSeat, Problem, Stretch } from './queries'

type ChoiceReason = components['schemas']['ChoiceReason']
type Feature = components['schemas']['Feature']
export type Words = TFunction<['seating', 'everyday']>

export function featureWords(t: Words, features: readonly Feature[] | undefined): string {
  return (features ?? []).map((one) => t(`everyday:feature.${one}`)).join(t('everyday:desk.listSeparator'))
}

/** Why this desk, in one line. */
export function choiceReasonWords(t: Words, reason: ChoiceReason): string {
  const { person = '', area = '', days = 0, among = 0, metres } = reason
  if (reason.code === 'near_person' && metres === null)
    return t('choice.reason.near_person_elsewhere', { person })
  return t(`choice.reason.${reason.code}`, {
    person,
    area,
    days,
    among,
    metres,
    features: featureWords(t, reason.features),
  })
}

/** Why this person gets what they get, in one line; `refusal` says a refusal in words. */
export function seatWords(t: Words, seat: DrawnSeat, refusal: (problem: Problem) => string): string {
  const said = seat.reasons.map((reason) => {
    const { place = 0, among = 0, area = '' } = reason
    const why = reason.refusal ? refusal(reason.refusal) : ''
    return t(`draw.reason.${reason.code}`, {
      place,
      among,
      area,
      why,
      features: featureWords(t, reason.features),
    })
  })
  return said.join(t('everyday:desk.listSeparator'))
}

/** `全日`, `午前`, `午後`, or the hours themselves. */
export function stretchWords(t: Words, asked: Stretch): string {
  return 'part' in asked ? t(`everyday:part.${asked.part}`) : timeRange(asked.start, asked.end)
}

/** The problem that an error carries; ours where it carries none. */
export function problemIn(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem
  return { status: 0, code: 'our_fault' }
}
