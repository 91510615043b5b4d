import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { TextField } from '#/ui/TextField'

export interface Period {
  first: string
  last: string
}

interface PeriodFormProps {
  today: string
  /** The last day that stands there at first. */
  until: string
  act: { isPending: boolean; isError: boolean; error: unknown }
  verb: string
  /** Called once it was sent, with the days; what else is missing is the caller's to say. */
  onSubmit: (period: Period) => void
  onStop: () => void
  className?: string
  /** What is asked above the days; `tried` once it was sent. */
  children: (tried: boolean) => ReactNode
}

/** A form that ends with two days and two buttons. What was typed stays when the server refuses. */
export function PeriodForm(props: PeriodFormProps) {
  const { today, until, act, verb, onSubmit, onStop, className = '', children } = props
  const { t } = useTranslation('people')
  const words = useProblemWords()
  const [first, setFirst] = useState(today)
  const [last, setLast] = useState(until)
  const [tried, setTried] = useState(false)
  const backwards = last < first
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!backwards) onSubmit({ first, last })
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      className={`flex flex-col gap-4 rounded-12 border border-card p-4 ${className}`}
    >
      {children(tried)}
      <div className="flex flex-wrap gap-4">
        <TextField label={t('delegation.first')} type="date" min={today} value={first} onChange={setFirst} />
        <TextField
          label={t('delegation.last')}
          type="date"
          min={first}
          value={last}
          onChange={setLast}
          error={tried && backwards ? t('delegation.lastBefore') : null}
        />
      </div>
      {act.isError && <Notice tone="warn">{words(act.error).title}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" busy={act.isPending}>
          {verb}
        </Button>
        <Button kind="quiet" onPress={onStop}>
          {t('delegation.cancel')}
        </Button>
      </div>
    </form>
  )
}
