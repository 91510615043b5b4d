import { useTranslation } from 'react-i18next'
import { Select } from '#/ui/Select'
import { CompareChoice } from './CompareChoice'
import { PeriodChoice } from './PeriodChoice'
import { PlaceChoice } from './PlaceChoice'
import { askedOf, comparedOf, type OccupancySearch, SOURCES } from './search'

interface ChoicesProps {
  search: OccupancySearch
  today: string
  days: number | undefined
  onSearch: (change: Partial<OccupancySearch>) => void
}

const NOWHERE = { building: undefined, floor: undefined, area: undefined, department: undefined }

/** What the report is about: period, place, source, and what it is compared with. All of it is in the address. */
export function Choices({ search, today, days, onSearch }: ChoicesProps) {
  const { t } = useTranslation('occupancy')
  const asked = askedOf(search, today)
  const period = { from: asked.from, to: asked.to }
  return (
    <div className="choices">
      <PeriodChoice period={period} today={today} days={days} onChoose={onSearch} />
      <PlaceChoice
        asked={asked}
        today={today}
        onChoose={(place) =>
          onSearch({ ...NOWHERE, map: undefined, ...(place && { [place.kind]: place.id }) })
        }
      />
      <Select
        label={t('source.label')}
        value={asked.source}
        options={SOURCES.map((source) => ({ value: source, label: t(`source.${source}`) }))}
        onChange={(source) => onSearch({ source: source === 'booking' ? undefined : source })}
      />
      <CompareChoice
        period={period}
        compared={comparedOf(search)}
        onChoose={(compared) => onSearch({ compare_from: compared?.from, compare_to: compared?.to })}
      />
    </div>
  )
}
