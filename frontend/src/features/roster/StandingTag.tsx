import { useTranslation } from 'react-i18next'
import { CheckIcon, ClockIcon, InfoIcon, SignOutIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import type { Line } from './standing'

/** Seen, expected or left: an icon and a word. */
export function StandingTag({ standing }: { standing: Line['standing'] }) {
  const { t } = useTranslation('roster')
  if (standing === 'seen')
    return (
      <Tag tone="free" icon={<CheckIcon size={18} />}>
        {t('standing.seen')}
      </Tag>
    )
  if (standing === 'expected') return <Tag icon={<ClockIcon size={18} />}>{t('standing.expected')}</Tag>
  if (standing === 'left')
    return (
      <Tag tone="quiet" icon={<SignOutIcon size={18} />}>
        {t('standing.left')}
      </Tag>
    )
  return (
    <Tag tone="quiet" icon={<InfoIcon size={18} />}>
      {t('standing.none')}
    </Tag>
  )
}
