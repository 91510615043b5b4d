import { useTranslation } from 'react-i18next'
import { letterOf } from '../search'
import { planned, type Scenario } from '../shapes'
import { axisFor } from './axis'
import { ScenarioCard } from './ScenarioCard'
import { useStoodWords } from './useStoodWords'

interface ComparedProps {
  scenarios: readonly Scenario[]
  /** The one whose placement is shown below. */
  placed: number | null
  onRemoved: (id: number) => void
}

const COLUMNS = [
  '',
  'rail:grid-cols-1',
  'rail:grid-cols-2',
  'rail:grid-cols-2 wide:grid-cols-3',
  'rail:grid-cols-2 wide:grid-cols-4',
]

/** Scenarios side by side on one axis, so that the answer is a distance from the same line of desks. */
export function Compared({ scenarios, placed, onRemoved }: ComparedProps) {
  const { t } = useTranslation('planning')
  const stood = useStoodWords()
  const answers = scenarios.flatMap((scenario) => (scenario.answer ? [scenario.answer] : []))
  const axis = axisFor(
    scenarios.flatMap((scenario) => {
      if (!scenario.answer) return []
      const { needed, interval } = planned(scenario, scenario.answer)
      return [needed, scenario.answer.desks, ...(interval ?? [])]
    }),
  )
  const said = [...new Set(answers.map(stood))]
  return (
    <section aria-label={t('compared')} className="flex flex-col gap-3">
      {said.length === 1 && <p className="text-quiet">{said[0]}</p>}
      <div className={`grid gap-6 ${COLUMNS[scenarios.length] ?? ''}`}>
        {scenarios.map((scenario, place) => (
          <ScenarioCard
            key={scenario.id}
            scenario={scenario}
            letter={letterOf(place)}
            axis={axis}
            chosen={scenario.id === placed}
            saysStood={said.length > 1}
            onRemoved={() => onRemoved(scenario.id)}
          />
        ))}
      </div>
    </section>
  )
}
