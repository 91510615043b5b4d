import { useTranslation } from 'react-i18next'
import { HeightIcon, MonitorIcon, PersonIcon, QuietIcon, WheelchairIcon, WindowIcon } from '#/ui/icons'
import type { DeskDay } from './offer'
import type { Feature } from './search'

export const FEATURE_ICON: Record<Feature, typeof MonitorIcon> = {
  monitor: MonitorIcon,
  height_adjustable: HeightIcon,
  quiet: QuietIcon,
  accessible: WheelchairIcon,
  window: WindowIcon,
}

/** What a desk has and who sits next to it, each an icon with its word. */
export function FeatureLines({ day }: { day: DeskDay }) {
  const { t } = useTranslation()
  const names = day.neighbours
    .map(({ name, department }) => t('desk.holder', { name, department }))
    .join(t('desk.separator'))
  return (
    <ul className="space-y-1">
      {day.desk.features.map((feature) => {
        const Icon = FEATURE_ICON[feature]
        return (
          <li key={feature} className="flex items-center gap-2">
            <Icon size={20} />
            {t(`feature.${feature}`)}
          </li>
        )
      })}
      {names && (
        <li className="flex items-start gap-2">
          <PersonIcon size={20} className="mt-1" />
          <span className="min-w-0">{t('desk.nextTo', { count: day.neighbours.length, names })}</span>
        </li>
      )}
    </ul>
  )
}
