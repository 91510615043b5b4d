import { useTranslation } from 'react-i18next'
import type { HalfState } from '#/api/half-state'
import { PlusIcon, WarningIcon } from '#/ui/icons'
import { pendingLook, placeLook } from '#/ui/place-look'
import type { Place } from './queries'
import { useHalfWords } from './useHalfWords'

/** The look of half a day's cell: ground, edge and ink. */
export function halfLook(state: HalfState): string {
  switch (state.kind) {
    case 'empty':
      return 'border border-dashed border-edge bg-white'
    case 'usual':
      return 'border border-card bg-white text-quiet'
    case 'pending':
      return state.state === 'submitted'
        ? pendingLook[state.place]
        : `${pendingLook[state.place]} border-warn`
    case 'desk':
    case 'noDesk':
      return placeLook.office
    case 'own':
    case 'telework':
      return placeLook[state.place]
  }
}

/** What stands in the cell: the place's letter, and the desk or how far the request is. */
export function HalfFace({ state }: { state: HalfState }) {
  const words = useHalfWords()
  if (state.kind === 'empty')
    return (
      <>
        <PlusIcon size={16} className="text-quiet" />
        <span className="text-link underline underline-offset-4">{words.short(state)}</span>
      </>
    )
  const returned = state.kind === 'pending' && state.state === 'returned'
  return (
    <>
      <Letter place={placeOf(state)} />
      <span className={`min-w-0 ${returned ? 'font-bold text-warn-text' : ''}`}>
        {returned && <WarningIcon size={14} className="me-1 inline align-[-0.1em]" />}
        {words.short(state)}
      </span>
    </>
  )
}

/** The place that a cell's letter names. */
export function placeOf(state: HalfState): Place {
  return 'place' in state ? state.place : 'office'
}

function Letter({ place }: { place: Place }) {
  const { t } = useTranslation()
  return <span className="text-base font-medium">{t(`placeLetter.${place}`)}</span>
}
