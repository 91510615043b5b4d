import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Refused } from './Refused'

interface AddFormProps {
  label: string
  busy: boolean
  error: unknown
  onSubmit: () => void
  onStop: () => void
  children: ReactNode
}

/** A form in place: what is asked, what was refused, and both ways on. What was typed stays. */
export function AddForm({ label, busy, error, onSubmit, onStop, children }: AddFormProps) {
  const { t } = useTranslation('closingDays')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form
      noValidate
      aria-label={label}
      onSubmit={submit}
      className="flex max-w-160 flex-col gap-4 rounded-12 border border-card p-4 rail:p-6"
    >
      {children}
      <Refused error={error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" kind="primary" size="primary" busy={busy}>
          {t('add')}
        </Button>
        <Button kind="quiet" size="primary" onPress={onStop}>
          {t('stop')}
        </Button>
      </div>
    </form>
  )
}
