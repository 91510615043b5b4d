import type { TFunction } from 'i18next'
import type { DeskRow } from '../answers'
import { percent } from '../numbers'
import { type Step, stepOfShare } from '../scale'

/** How a desk is drawn: by its use, or why it has none. */
export type DeskUse =
  | { kind: 'used'; share: number; step: Step }
  | { kind: 'never' }
  | { kind: 'withheld' }
  | { kind: 'unknown' }

export function deskUseOf(row: DeskRow | undefined): DeskUse {
  if (!row) return { kind: 'unknown' }
  if (row.withheld) return { kind: 'withheld' }
  if (row.never_used) return { kind: 'never' }
  return row.share === null
    ? { kind: 'unknown' }
    : { kind: 'used', share: row.share, step: stepOfShare(row.share) }
}

export function deskUseWords(t: TFunction<'occupancy'>, use: DeskUse): string {
  switch (use.kind) {
    case 'used':
      return t('desk.share', { percent: percent(use.share) })
    case 'never':
      return t('desk.never')
    case 'withheld':
      return t('desk.withheld')
    case 'unknown':
      return t('desk.unknown')
  }
}
