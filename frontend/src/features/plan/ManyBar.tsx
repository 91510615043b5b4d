import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'

interface ManyBarProps {
  count: number
  onRequest: () => void
  onPlace: (place: 'trip' | 'leave' | 'usual') => void
}

/** What can be done with the days that were ticked. */
export function ManyBar({ count, onRequest, onPlace }: ManyBarProps) {
  const { t } = useTranslation('plan')
  const { t: everyday } = useTranslation()
  const none = count === 0
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-8 bg-ground p-3">
      <p className="me-2 font-bold" role="status">
        {none ? t('many.none') : t('many.chosen', { count })}
      </p>
      <Button kind="primary" isDisabled={none} onPress={onRequest}>
        {t('many.request')}
      </Button>
      <Button isDisabled={none} onPress={() => onPlace('trip')}>
        {everyday('place.trip')}
      </Button>
      <Button isDisabled={none} onPress={() => onPlace('leave')}>
        {everyday('place.leave')}
      </Button>
      <Button kind="quiet" isDisabled={none} onPress={() => onPlace('usual')}>
        {t('menu.usual')}
      </Button>
    </div>
  )
}
