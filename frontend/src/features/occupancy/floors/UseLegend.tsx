import { useTranslation } from 'react-i18next'
import type { DeskUse } from './desk-use'
import { UseDesk } from './UseDesk'

const SHARES: readonly DeskUse[] = ([0, 1, 2, 3] as const).map((step) => ({ kind: 'used', share: 0, step }))

/** What each drawing means; always under the map. */
export function UseLegend({ never, withheld, unknown }: Record<'never' | 'withheld' | 'unknown', number>) {
  const { t } = useTranslation('occupancy')
  const marks: { use: DeskUse; word: string }[] = [
    { use: { kind: 'never' }, word: t('legend.never', { count: never }) },
    ...SHARES.map((use, step) => ({ use, word: t(`legend.step${step as 0 | 1 | 2 | 3}`) })),
    ...(withheld > 0 ? [{ use: { kind: 'withheld' } as const, word: t('legend.withheld') }] : []),
    ...(unknown > 0 ? [{ use: { kind: 'unknown' } as const, word: t('legend.closed') }] : []),
  ]
  return (
    <ul className="map-legend use-legend" aria-label={t('legend.label')}>
      {marks.map(({ use, word }) => (
        <li key={word}>
          <svg
            width={14}
            height={22}
            viewBox="-0.5 -0.5 8 13"
            className="floor-drawing"
            aria-hidden="true"
            focusable="false"
          >
            <UseDesk use={use} width={7} height={12} />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  )
}
