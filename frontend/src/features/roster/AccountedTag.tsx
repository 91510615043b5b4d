import { useTranslation } from 'react-i18next'
import { CheckIcon, ClockIcon, SignOutIcon, WarningIcon } from '#/ui/icons'
import { Tag, type TagTone } from '#/ui/Tag'
import type { Accounted } from './standing'

const LOOK: Record<Accounted, { tone: TagTone; Icon: typeof CheckIcon }> = {
  unaccounted: { tone: 'warn', Icon: WarningIcon },
  waiting: { tone: 'plain', Icon: ClockIcon },
  needs_help: { tone: 'warn', Icon: WarningIcon },
  absent: { tone: 'quiet', Icon: SignOutIcon },
  safe: { tone: 'free', Icon: CheckIcon },
}

/** How somebody stands in a head count: an icon and a word. */
export function AccountedTag({ state }: { state: Accounted }) {
  const { t } = useTranslation('roster')
  const { tone, Icon } = LOOK[state]
  return (
    <Tag tone={tone} icon={<Icon size={18} />}>
      {t(`count.state.${state}`)}
    </Tag>
  )
}
