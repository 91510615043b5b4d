import { useTranslation } from 'react-i18next'
import { CheckIcon, WarningIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import type { OnSite } from './shapes'

/** What an approval leaves in the office, half by half, and whether that is enough. Nothing where no number is set. */
export function Effect({ onSite, className = '' }: { onSite: readonly OnSite[]; className?: string }) {
  const { t } = useTranslation('approvals')
  const minimum = Math.max(0, ...onSite.map((half) => half.minimum))
  if (minimum === 0) return null
  const missing = Math.max(0, ...onSite.map((half) => half.minimum - half.after))
  return (
    <div className={`flex flex-wrap items-center gap-x-4 gap-y-1 ${className}`}>
      <span className={missing > 0 ? 'text-warn-text' : ''}>
        {t('effect.office')}{' '}
        {onSite.map(({ half, before, after }) => (
          <span key={half} className="ms-2 whitespace-nowrap">
            {t(`effect.${half}`, { before, after })}
          </span>
        ))}
      </span>
      {missing > 0 ? (
        <Tag tone="warn" icon={<WarningIcon size={16} />}>
          {t('effect.short', { minimum, missing })}
        </Tag>
      ) : (
        <Tag tone="free" icon={<CheckIcon size={16} />}>
          {t('effect.enough', { minimum })}
        </Tag>
      )}
    </div>
  )
}
