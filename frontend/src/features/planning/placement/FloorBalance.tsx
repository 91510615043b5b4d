import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { CheckIcon, WarningIcon } from '#/ui/icons'
import { whole } from '../numbers'
import type { PlacedFloor } from '../shapes'

/** `206 / 252席`, and below it what is left or short. */
export function FloorBalance({ floor }: { floor: PlacedFloor }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const short = floor.left < 0
  const left = Math.abs(floor.left)
  return (
    <p className="text-sm leading-[1.5] whitespace-nowrap tabular-nums">
      <span className="block text-quiet">
        <span className="text-base text-ink">{whole(floor.needed, language)}</span>
        {' / '}
        {t('desks', { count: floor.capacity, desks: whole(floor.capacity, language) })}
      </span>
      <b className={`inline-flex items-center gap-1 ${short ? 'text-warn-text' : 'text-free-text'}`}>
        {short ? <WarningIcon size={16} /> : <CheckIcon size={16} />}
        {t(short ? 'stack.short' : 'stack.left', {
          desks: t('desks', { count: left, desks: whole(left, language) }),
        })}
      </b>
    </p>
  )
}
