import type { TFunction } from 'i18next'
import { type DeskKind, type DeskState, holderOf } from './desk-state'

/** The word that goes with a state's shape and colour. */
export function stateWord(t: TFunction, state: DeskState | null): string {
  if (!state) return t('desk.state.unknown')
  if (state.kind === 'taken' && state.visitor) return t('desk.state.visitor')
  if (state.kind === 'taken' && state.partly) return t('desk.state.partly')
  if (state.kind === 'offered' && state.toMe) return t('desk.state.offeredToMe')
  return kindWord(t, state.kind)
}

export function kindWord(t: TFunction, kind: DeskKind): string {
  return t(`desk.state.${kind}`)
}

/** A desk in one breath, for a screen reader: code, state, who. */
export function spokenDesk(t: TFunction, desk: { code: string }, state: DeskState | null): string {
  const holder = holderOf(state)
  const parts = [desk.code, stateWord(t, state)]
  if (holder) parts.push(t('desk.holder', { name: holder.name, department: holder.department }))
  if (state?.kind === 'closed' && state.reason) parts.push(state.reason)
  return parts.join(t('desk.separator'))
}
