import { useTranslation } from 'react-i18next'
import type { PersonFound } from '#/api/people'
import { Chip } from '#/ui/Chip'
import { CloseIcon, PersonIcon } from '#/ui/icons'
import { PopoverButton } from '#/ui/PopoverButton'
import { Select } from '#/ui/Select'
import { FEATURE_ICON } from './FeatureLines'
import { NearPicker } from './NearPicker'
import type { Feature } from './search'

/** The features one asks for; a window is nice to know and nothing to look for. */
const ASKED: readonly Feature[] = ['monitor', 'height_adjustable', 'quiet', 'accessible']

interface FilterBarProps {
  features: readonly Feature[]
  area: number | null
  /** The areas of the floor, by their letters. */
  areas: readonly { id: number; name: string }[]
  /** The person to sit near, by name. */
  near: string | null
  onFeatures: (features: Feature[]) => void
  onArea: (area: number | null) => void
  onNear: (person: PersonFound | null) => void
}

/** What the desk must have, where it must be, and beside whom. */
export function FilterBar({ features, area, areas, near, onFeatures, onArea, onNear }: FilterBarProps) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-wrap items-center gap-2">
      {ASKED.map((feature) => {
        const Icon = FEATURE_ICON[feature]
        return (
          <Chip
            key={feature}
            chosen={features.includes(feature)}
            icon={<Icon size={18} />}
            onChange={(chosen) =>
              onFeatures(chosen ? [...features, feature] : features.filter((other) => other !== feature))
            }
          >
            {t(`feature.${feature}`)}
          </Chip>
        )
      })}
      {near === null ? (
        <PopoverButton
          label={t('book.near')}
          placement="bottom start"
          buttonClassName="inline-flex min-h-11 items-center gap-2 rounded-full border border-edge bg-white px-4 text-sm leading-[1.4] whitespace-nowrap hover:bg-solid-gray-50"
          button={
            <>
              <PersonIcon size={18} />
              {t('book.nearShort')}
            </>
          }
        >
          {(close) => (
            <NearPicker
              onPick={(person) => {
                onNear(person)
                close()
              }}
            />
          )}
        </PopoverButton>
      ) : (
        <button
          type="button"
          onClick={() => onNear(null)}
          className="inline-flex min-h-11 items-center gap-2 rounded-full border border-accent bg-ground px-4 text-sm leading-[1.4] font-bold text-link"
        >
          <PersonIcon size={18} />
          {t('book.nearWho', { name: near })}
          <CloseIcon size={16} />
          <span className="sr-only">{t('ui.remove', { what: near })}</span>
        </button>
      )}
      <Select
        label={t('book.areaLabel')}
        labelHidden
        value={area === null ? '' : String(area)}
        options={[
          { value: '', label: t('book.area', { area: t('book.areaAll') }) },
          ...areas.map((one) => ({ value: String(one.id), label: t('book.area', { area: one.name }) })),
        ]}
        onChange={(value) => onArea(value === '' ? null : Number(value))}
        className="text-sm [&_select]:rounded-full"
      />
    </div>
  )
}
