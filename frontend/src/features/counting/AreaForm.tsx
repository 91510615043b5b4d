import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Card } from '#/ui/Card'
import { CheckIcon } from '#/ui/icons'
import { DeskStepper } from './DeskStepper'
import { typedNumber, type WalkLine } from './walk'

interface AreaFormProps {
  line: WalkLine
  /** What was typed for this area so far. */
  typed: string
  onType: (typed: string) => void
  onCount: (inUse: number) => void
  /** Leave it for later; null where no other area is left. */
  onSkip: (() => void) | null
}

/** The area one stands in: its number, and one large press for 「数えた」. It stays when the next area comes up. */
export function AreaForm({ line, typed, onType, onCount, onSkip }: AreaFormProps) {
  const { t } = useTranslation('counting')
  const field = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<number | null>(null)
  const number = typedNumber(typed)
  const fault =
    number === null ? t('noNumber') : number > line.inService ? t('tooMany', { count: line.inService }) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRefused(fault === null ? null : line.id)
    if (fault === null && number !== null) onCount(number)
    else field.current?.focus()
  }
  return (
    <Card label={t('area', { area: line.name })}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <h2 className="text-2xl leading-[1.4] font-bold">{line.name}</h2>
          <p className="text-quiet">{line.code}</p>
        </div>
        <DeskStepper
          value={typed}
          most={line.inService}
          error={refused === line.id ? fault : null}
          onChange={onType}
          field={field}
        />
        <Button type="submit" kind="primary" size="big" icon={<CheckIcon size={24} />} className="min-h-16!">
          {t('counted')}
        </Button>
        {onSkip && (
          <Button kind="link" className="self-center" onPress={onSkip}>
            {t('skip')}
          </Button>
        )}
      </form>
    </Card>
  )
}
