import { useTranslation } from 'react-i18next'
import { CheckIcon, ClockIcon, WarningIcon } from '#/ui/icons'
import { Tag, type TagTone } from '#/ui/Tag'
import type { PlacementState } from '../shapes'

const LOOKS: Record<PlacementState, { tone: TagTone; Icon: typeof CheckIcon }> = {
  waiting: { tone: 'plain', Icon: ClockIcon },
  running: { tone: 'accent', Icon: ClockIcon },
  done: { tone: 'free', Icon: CheckIcon },
  impossible: { tone: 'warn', Icon: WarningIcon },
  cancelled: { tone: 'quiet', Icon: ClockIcon },
  failed: { tone: 'warn', Icon: WarningIcon },
}

/** How far a placement is, in a word. */
export function StateTag({ state }: { state: PlacementState }) {
  const { t } = useTranslation('planning')
  const { tone, Icon } = LOOKS[state]
  return (
    <Tag tone={tone} icon={<Icon size={16} />}>
      {t(`state.${state}`)}
    </Tag>
  )
}
