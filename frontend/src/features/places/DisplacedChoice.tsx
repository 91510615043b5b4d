import { useTranslation } from 'react-i18next'

export type DisplacedWish = 'move' | 'cancel'

interface DisplacedChoiceProps {
  value: DisplacedWish
  total: number
  proposals: number
  onChange: (value: DisplacedWish) => void
}

/** What becomes of bookings that lose their desk: moved where there is a desk, or given up with desks to choose. */
export function DisplacedChoice({ value, total, proposals, onChange }: DisplacedChoiceProps) {
  const { t } = useTranslation('places')
  const choices: DisplacedWish[] = ['move', 'cancel']
  return (
    <fieldset className="m-0 flex flex-col gap-2 p-0">
      <legend className="mb-2 font-bold">{t('displaced.choice')}</legend>
      {choices.map((choice) => (
        <label
          key={choice}
          className="flex cursor-pointer items-start gap-3 rounded-8 border border-edge p-3 has-checked:border-accent has-checked:bg-ground"
        >
          <input
            type="radio"
            name="displaced"
            className="mt-1 size-5 shrink-0 accent-[var(--color-accent)]"
            checked={value === choice}
            onChange={() => onChange(choice)}
          />
          <span>
            <b>{t(`displaced.${choice}`)}</b>
            <span className="block text-sm text-quiet">
              {choice === 'move' && proposals === total
                ? t('displaced.moveAllMeans', { total })
                : t(`displaced.${choice}Means`, { moved: proposals, rest: total - proposals, total })}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
