import { type FormEvent, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { Button } from '#/ui/Button'
import { TextField } from '#/ui/TextField'
import { DepartmentChoice } from './DepartmentChoice'
import { KindChoice } from './KindChoice'
import { Refused } from './Refused'
import type { Wanted } from './shapes'

interface WebhookFormProps {
  title: string
  verb: string
  was?: Wanted
  busy: boolean
  error: unknown
  onDo: (wanted: Wanted) => void
  onStop: () => void
}

const EMPTY: Wanted = { name: '', address: '', kinds: [], departments: [] }
const LONGEST_NAME = 60
const LONGEST_ADDRESS = 500

/** What a webhook is called, where it goes, of what and of whom it hears. */
export function WebhookForm({ title, verb, was = EMPTY, busy, error, onDo, onStop }: WebhookFormProps) {
  const { t } = useTranslation('webhooks')
  const [wanted, setWanted] = useState(was)
  const [tried, setTried] = useState(false)
  const name = useRef<HTMLInputElement | null>(null)
  const nameAtFirst = useCallback((field: HTMLInputElement | null) => {
    name.current = field
    field?.focus()
  }, [])
  const address = useRef<HTMLInputElement>(null)
  const change = (part: Partial<Wanted>) => setWanted({ ...wanted, ...part })
  const nameMissing = wanted.name.trim() === ''
  const addressMissing = !/^https?:\/\/[^/]/.test(wanted.address.trim())
  const refusedAddress = error instanceof ApiProblem && error.problem.fields?.address !== undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (nameMissing) return name.current?.focus()
    if (addressMissing) return address.current?.focus()
    if (wanted.kinds.length > 0) onDo({ ...wanted, name: wanted.name.trim(), address: wanted.address.trim() })
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      aria-labelledby="webhook-form"
      className="flex max-w-200 flex-col gap-5 rounded-12 border border-card p-4 rail:p-6"
    >
      <h2 id="webhook-form" className="text-xl font-bold">
        {title}
      </h2>
      <TextField
        ref={nameAtFirst}
        label={t('form.name')}
        hint={t('form.nameHint')}
        value={wanted.name}
        onChange={(value) => change({ name: value })}
        maxLength={LONGEST_NAME}
        error={tried && nameMissing ? t('form.nameMissing') : null}
      />
      <TextField
        ref={address}
        label={t('form.address')}
        hint={t('form.addressHint')}
        type="url"
        inputMode="url"
        value={wanted.address}
        onChange={(value) => change({ address: value })}
        maxLength={LONGEST_ADDRESS}
        error={(tried && addressMissing) || refusedAddress ? t('form.addressWrong') : null}
      />
      <KindChoice
        chosen={wanted.kinds}
        onChange={(kinds) => change({ kinds })}
        error={tried && wanted.kinds.length === 0 ? t('form.kindsMissing') : null}
      />
      <DepartmentChoice chosen={wanted.departments} onChange={(departments) => change({ departments })} />
      <Refused error={error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" kind="primary" size="primary" busy={busy}>
          {verb}
        </Button>
        <Button kind="quiet" size="primary" onPress={onStop}>
          {t('stop')}
        </Button>
      </div>
    </form>
  )
}
