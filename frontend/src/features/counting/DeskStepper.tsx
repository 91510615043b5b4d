import { type Ref, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { MinusIcon, PlusIcon, WarningIcon } from '#/ui/icons'
import { typedNumber } from './walk'

interface DeskStepperProps {
  value: string
  most: number
  error: string | null
  onChange: (value: string) => void
  field: Ref<HTMLInputElement>
}

const MANY = 5

/** How many desks are in use: pressed with the thumb, or typed. */
export function DeskStepper({ value, most, error, onChange, field }: DeskStepperProps) {
  const { t } = useTranslation('counting')
  const id = useId()
  const number = typedNumber(value) ?? 0
  const step = (by: number) => onChange(String(Math.min(most, Math.max(0, number + by))))
  const big = 'min-h-18! px-0!'
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="font-bold">
        {t('inUse')}
      </label>
      <div className="grid grid-cols-[4.5rem_minmax(0,1fr)_4.5rem] gap-2">
        <Button
          kind="secondary"
          className={big}
          aria-label={t('less', { count: 1 })}
          isDisabled={number <= 0}
          onPress={() => step(-1)}
        >
          <MinusIcon size={32} />
        </Button>
        <input
          ref={field}
          id={id}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onFocus={(event) => event.target.select()}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error ${id}-most` : `${id}-most`}
          className={`min-h-18 w-full min-w-0 rounded-8 border bg-white text-center text-4xl font-bold ${error ? 'border-2 border-danger' : 'border-edge'}`}
        />
        <Button
          kind="secondary"
          className={big}
          aria-label={t('more', { count: 1 })}
          isDisabled={number >= most}
          onPress={() => step(1)}
        >
          <PlusIcon size={32} />
        </Button>
      </div>
      <div className="flex items-center justify-between gap-2">
        <Button
          kind="quiet"
          size="small"
          className="w-18"
          aria-label={t('less', { count: MANY })}
          isDisabled={number <= 0}
          onPress={() => step(-MANY)}
        >
          −{MANY}
        </Button>
        <p id={`${id}-most`} className="text-center text-sm text-quiet">
          {t('inService', { count: most })}
        </p>
        <Button
          kind="quiet"
          size="small"
          className="w-18"
          aria-label={t('more', { count: MANY })}
          isDisabled={number >= most}
          onPress={() => step(MANY)}
        >
          +{MANY}
        </Button>
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className="flex items-start gap-1.5 font-bold text-danger">
          <WarningIcon size={18} className="mt-1" />
          {error}
        </p>
      )}
    </div>
  )
}
