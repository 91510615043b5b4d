import { useTranslation } from 'react-i18next'
import { CheckIcon, ClockIcon, CloseIcon, HomeIcon, MinusIcon, WarningIcon } from '#/ui/icons'
import { Tag, type TagTone } from '#/ui/Tag'
import type { TeleworkRequest } from './queries'

type State = TeleworkRequest['state']

const LOOKS: Record<State, { tone: TagTone; Icon: typeof CheckIcon }> = {
  draft: { tone: 'plain', Icon: MinusIcon },
  submitted: { tone: 'plain', Icon: ClockIcon },
  approved: { tone: 'free', Icon: CheckIcon },
  started: { tone: 'accent', Icon: HomeIcon },
  paused: { tone: 'accent', Icon: ClockIcon },
  ended: { tone: 'warn', Icon: ClockIcon },
  reported: { tone: 'plain', Icon: ClockIcon },
  confirmed: { tone: 'free', Icon: CheckIcon },
  returned: { tone: 'warn', Icon: WarningIcon },
  rejected: { tone: 'warn', Icon: CloseIcon },
  withdrawn: { tone: 'quiet', Icon: MinusIcon },
  cancelled: { tone: 'quiet', Icon: MinusIcon },
  revoked: { tone: 'warn', Icon: CloseIcon },
  not_performed: { tone: 'quiet', Icon: MinusIcon },
}

/** How far a request is: shape, word and colour. */
export function StateTag({ state }: { state: State }) {
  const { t } = useTranslation('telework')
  const { tone, Icon } = LOOKS[state]
  return (
    <Tag tone={tone} icon={<Icon size={16} />}>
      {t(`state.${state}`)}
    </Tag>
  )
}
