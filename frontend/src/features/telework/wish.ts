import { cityClock } from '#/lib/city-time'
import type { Form, PreviewAsked, TeleworkRequest, Terminal, Treatment, Unit } from './queries'

/** What the form of a request holds, as it is typed. */
export interface Wish {
  unit: Unit
  /** `HH:MM`, for hours of one's own. */
  start: string
  end: string
  form: Form
  place: string
  shift: NonNullable<PreviewAsked['shift']>
  tasks: string
  contact: string
  terminal: Terminal
  documents: string
  treatment: Treatment
  postHocReason: string
}

/** A class of working hours and its hours in words. */
export interface ShiftHours {
  code: Exclude<Wish['shift'], ''>
  hours: string
}

/** What is known from elsewhere, to fill the form with. */
export interface Known {
  place?: string | undefined
  contact?: string | undefined
  terminal?: Terminal | undefined
}

const USUAL_START = '09:00'
const USUAL_END = '15:00'

/** A wish for `form`: what was asked for last, else what the registration says, else the usual. */
export function firstWish(
  form: Form,
  unit: Unit,
  last: TeleworkRequest | null,
  registered: Known | null,
): Wish {
  const alike = last?.form === form ? last : null
  return {
    unit,
    start: USUAL_START,
    end: USUAL_END,
    form,
    place: alike?.place || (form === 'home' ? registered?.place : '') || '',
    shift: '',
    tasks: last?.tasks ?? '',
    contact: last?.contact || registered?.contact || '',
    terminal: last?.terminal ?? registered?.terminal ?? 'own_office',
    documents: '',
    treatment: 'duty',
    postHocReason: '',
  }
}

/** The wish of a request that exists. */
export function wishOf(request: TeleworkRequest): Wish {
  return {
    unit: request.unit,
    start: cityClock(request.start),
    end: cityClock(request.end),
    form: request.form,
    place: request.place,
    shift: request.shift as Wish['shift'],
    tasks: request.tasks,
    contact: request.contact,
    terminal: request.terminal,
    documents: request.documents,
    treatment: request.treatment,
    postHocReason: request.post_hoc_reason,
  }
}

/** The last request that was sent, to begin the next from; null before the first. */
export function lastSent(requests: readonly TeleworkRequest[]): TeleworkRequest | null {
  const sent = requests.filter(({ submitted_at, origin }) => submitted_at && origin === 'request')
  return sent.reduce<TeleworkRequest | null>(
    (last, one) => (!last || (one.submitted_at ?? '') > (last.submitted_at ?? '') ? one : last),
    null,
  )
}

/** What the rules are asked about: the days with all that a rule looks at, and none of the words. */
export function previewAsked(days: readonly string[], wish: Wish): PreviewAsked {
  return { days: [...days], ...bodyOf({ ...wish, place: '', tasks: '', contact: '' }) }
}

/** The body of a request, but for its day. */
export function bodyOf({ unit, start, end, postHocReason, ...rest }: Wish) {
  return { unit, ...(unit === 'hours' && { start, end }), ...rest, post_hoc_reason: postHocReason }
}

export type Missing = Partial<Record<'tasks' | 'contact' | 'hours' | 'postHocReason', true>>

/** What a request needs before it can be sent; a draft needs nothing. */
export function missingIn(wish: Wish, isPast: boolean): Missing {
  return {
    ...(wish.tasks.trim() === '' && { tasks: true as const }),
    ...(wish.contact.trim() === '' && { contact: true as const }),
    ...(wish.unit === 'hours' && wish.start >= wish.end && { hours: true as const }),
    ...(isPast && wish.postHocReason.trim() === '' && { postHocReason: true as const }),
  }
}
