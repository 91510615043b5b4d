import { useTranslation } from 'react-i18next'
import { withoutZero } from '#/lib/city-time'
import { ChevronLeftIcon, ChevronRightIcon } from '#/ui/icons'

interface SlotSliderProps {
  /** HH:MM of each half hour of the core window. */
  slots: readonly string[]
  /** None: the whole day. */
  at: string | undefined
  onChange: (at: string | undefined) => void
}

/** The half hour that is drawn, or the whole day at the left end. Arrow keys, the two buttons or a finger move it. */
export function SlotSlider({ slots, at, onChange }: SlotSliderProps) {
  const { t } = useTranslation('occupancy')
  const place = at === undefined ? 0 : slots.indexOf(at) + 1
  const move = (to: number) => onChange(to <= 0 ? undefined : slots[Math.min(to, slots.length) - 1])
  const said = at === undefined ? t('slot.whole') : t('slot.at', { time: withoutZero(at) })
  return (
    <div className="slot-slider print:hidden">
      <label className="contents">
        <span className="text-sm font-bold">{t('slot.label')}</span>
        <input
          type="range"
          min={0}
          max={slots.length}
          step={1}
          value={place}
          aria-valuetext={said}
          onChange={({ target }) => move(Number(target.value))}
        />
      </label>
      <output className="slot-now">{said}</output>
      <div className="flex">
        <button
          type="button"
          aria-label={t('slot.earlier')}
          disabled={place === 0}
          onClick={() => move(place - 1)}
        >
          <ChevronLeftIcon size={20} />
        </button>
        <button
          type="button"
          aria-label={t('slot.later')}
          disabled={place === slots.length}
          onClick={() => move(place + 1)}
        >
          <ChevronRightIcon size={20} />
        </button>
      </div>
    </div>
  )
}
