import { useTranslation } from 'react-i18next'
import { type Alignment, alignDesks, spreadDesks } from './desk-commands'
import {
  AlignBottomIcon,
  AlignCentreIcon,
  AlignLeftIcon,
  AlignMiddleIcon,
  AlignRightIcon,
  AlignTopIcon,
  SpreadXIcon,
  SpreadYIcon,
} from './tool-icons'
import type { Run } from './useEditor'

const ALIGNMENTS: readonly { to: Alignment; Icon: typeof AlignLeftIcon }[] = [
  { to: 'left', Icon: AlignLeftIcon },
  { to: 'centre', Icon: AlignCentreIcon },
  { to: 'right', Icon: AlignRightIcon },
  { to: 'top', Icon: AlignTopIcon },
  { to: 'middle', Icon: AlignMiddleIcon },
  { to: 'bottom', Icon: AlignBottomIcon },
]
const SPREADS = [
  { along: 'x', Icon: SpreadXIcon },
  { along: 'y', Icon: SpreadYIcon },
] as const

/** Bring several desks onto one line, or leave equal gaps between them. */
export function ArrangePart({ ids, count, run }: { ids: ReadonlySet<number>; count: number; run: Run }) {
  const { t } = useTranslation('places')
  return (
    <fieldset className="m-0 p-0">
      <legend className="mb-1 text-sm font-bold">{t('editor.arrange')}</legend>
      <div className="grid grid-cols-4 gap-2">
        {ALIGNMENTS.map(({ to, Icon }) => (
          <button
            key={to}
            type="button"
            className="arrange-button"
            onClick={() => run('align', (now) => alignDesks(now, ids, to))}
          >
            <Icon size={22} />
            <span>{t(`editor.align.${to}`)}</span>
          </button>
        ))}
        {SPREADS.map(({ along, Icon }) => (
          <button
            key={along}
            type="button"
            className="arrange-button"
            disabled={count < 3}
            onClick={() => run('spread', (now) => spreadDesks(now, ids, along))}
          >
            <Icon size={22} />
            <span>{t(`editor.spread.${along}`)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
