import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { CheckIcon, WarningIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import { whole } from './numbers'

/** Whether the desks suffice: how many are left, or short where `left` is below nought. */
export function BalanceTag({ left }: { left: number }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const short = left < 0
  const desks = whole(Math.abs(left), language)
  return (
    <Tag tone={short ? 'warn' : 'free'} icon={short ? <WarningIcon size={16} /> : <CheckIcon size={16} />}>
      {t(short ? 'short' : 'room', { count: Math.abs(left), desks })}
    </Tag>
  )
}
