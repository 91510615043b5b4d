import { useTranslation } from 'react-i18next'
import { CheckIcon, ClockIcon, CloseIcon, InfoIcon, MinusIcon, WarningIcon } from '#/ui/icons'
import { Tag, type TagTone } from '#/ui/Tag'
import type { RunState, TransferState } from './shapes'

const RUNS = {
  running: { tone: 'accent', Icon: ClockIcon },
  planned: { tone: 'accent', Icon: InfoIcon },
  held: { tone: 'warn', Icon: WarningIcon },
  applied: { tone: 'free', Icon: CheckIcon },
  unchanged: { tone: 'quiet', Icon: MinusIcon },
  failed: { tone: 'warn', Icon: WarningIcon },
  discarded: { tone: 'quiet', Icon: CloseIcon },
} as const satisfies Record<RunState, { tone: TagTone; Icon: typeof CheckIcon }>

const TRANSFERS = {
  loaded: { tone: 'accent', Icon: ClockIcon },
  applied: { tone: 'free', Icon: CheckIcon },
  withdrawn: { tone: 'quiet', Icon: CloseIcon },
  failed: { tone: 'warn', Icon: WarningIcon },
} as const satisfies Record<TransferState, { tone: TagTone; Icon: typeof CheckIcon }>

/** How far a run is: an icon and a word. */
export function RunTag({ state }: { state: RunState }) {
  const { t } = useTranslation('directory')
  const { tone, Icon } = RUNS[state]
  return (
    <Tag tone={tone} icon={<Icon size={16} />}>
      {t(`runState.${state}`)}
    </Tag>
  )
}

/** How far a planned transfer is. */
export function TransferTag({ state }: { state: TransferState }) {
  const { t } = useTranslation('directory')
  const { tone, Icon } = TRANSFERS[state]
  return (
    <Tag tone={tone} icon={<Icon size={16} />}>
      {t(`transferState.${state}`)}
    </Tag>
  )
}
