import { useTranslation } from 'react-i18next'
import { CheckIcon, ClockIcon, CloseIcon, LockIcon, MinusIcon, SwapIcon, WarningIcon } from '#/ui/icons'
import { Tag, type TagTone } from '#/ui/Tag'
import type { Day, FileState } from './shapes'

type Look = { tone: TagTone; Icon: typeof CheckIcon }

const FILES = {
  waiting: { tone: 'accent', Icon: ClockIcon },
  reading: { tone: 'accent', Icon: SwapIcon },
  publishing: { tone: 'accent', Icon: SwapIcon },
  done: { tone: 'free', Icon: CheckIcon },
  failed: { tone: 'warn', Icon: WarningIcon },
  cancelled: { tone: 'quiet', Icon: CloseIcon },
} as const satisfies Record<FileState, Look>

/** How far a file is: an icon and a word. */
export function FileTag({ state, stopping }: { state: FileState; stopping: boolean }) {
  const { t } = useTranslation('gateLog')
  const { tone, Icon } = FILES[state]
  return (
    <Tag tone={stopping ? 'quiet' : tone} icon={<Icon size={16} />}>
      {t(stopping ? 'stopping' : `state.${state}`)}
    </Tag>
  )
}

const DAYS = {
  missing: { tone: 'quiet', Icon: MinusIcon },
  stale: { tone: 'warn', Icon: SwapIcon },
  provisional: { tone: 'accent', Icon: ClockIcon },
  sealed: { tone: 'quiet', Icon: LockIcon },
  built: { tone: 'free', Icon: CheckIcon },
} as const satisfies Record<string, Look>

export type DayStanding = keyof typeof DAYS

/** The one word for a day: what has still to be done for it comes first. */
export function standingOf(day: Day): DayStanding {
  if (day.sealed) return 'sealed'
  if (day.built_at === null) return 'missing'
  if (day.stale) return 'stale'
  return day.provisional ? 'provisional' : 'built'
}

/** How it stands with the facts of a day. */
export function DayTag({ day }: { day: Day }) {
  const { t } = useTranslation('gateLog')
  const standing = standingOf(day)
  const { tone, Icon } = DAYS[standing]
  return (
    <Tag tone={tone} icon={<Icon size={16} />}>
      {t(`standing.${standing}`)}
    </Tag>
  )
}
