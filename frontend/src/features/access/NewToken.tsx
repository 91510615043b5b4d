import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { useMe } from '#/api/me'
import { Button } from '#/ui/Button'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import { type Scope, useMakeToken } from './queries'
import { Trouble } from './Trouble'

type Made = components['schemas']['CreatedApiToken']
const LONGEST_NAME = 60
const DAYS = ['30', '90', '180', '365'] as const

interface NewTokenProps {
  onMade: (made: Made) => void
  onClose: () => void
}

/** What a token is for, what it may do, and how long. */
export function NewToken({ onMade, onClose }: NewTokenProps) {
  const { t } = useTranslation('access')
  const make = useMakeToken()
  const scopes = useScopes()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly Scope[]>(['read'])
  const [days, setDays] = useState<(typeof DAYS)[number]>('90')
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!name.trim()) return field.current?.focus()
    if (chosen.length === 0) return
    make.mutate({ name: name.trim(), scopes: [...chosen], days: Number(days) }, { onSuccess: onMade })
  }
  const toggle = (scope: Scope) =>
    setChosen(chosen.includes(scope) ? chosen.filter((other) => other !== scope) : [...chosen, scope])
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <TextField
        ref={field}
        label={t('tokens.name')}
        hint={t('tokens.nameHint')}
        value={name}
        onChange={setName}
        maxLength={LONGEST_NAME}
        error={asked && !name.trim() ? t('tokens.nameMissing') : null}
      />
      <fieldset>
        <legend className="font-bold">{t('tokens.scopes')}</legend>
        {scopes.map((scope) => (
          <label key={scope} className="flex min-h-11 items-start gap-3 py-2">
            <input
              type="checkbox"
              checked={chosen.includes(scope)}
              onChange={() => toggle(scope)}
              className="mt-0.5 size-6 shrink-0 accent-accent"
            />
            <span>
              {t(`tokens.scope.${scope}`)}
              <span className="block text-sm text-quiet">{t(`tokens.scopeLead.${scope}`)}</span>
            </span>
          </label>
        ))}
        {asked && chosen.length === 0 && (
          <p role="alert" className="text-sm font-bold text-danger">
            {t('tokens.scopesMissing')}
          </p>
        )}
      </fieldset>
      <Select
        label={t('tokens.days')}
        value={days}
        options={DAYS.map((value) => ({ value, label: t('tokens.daysOption', { count: Number(value) }) }))}
        onChange={setDays}
        className="self-start"
      />
      <Trouble error={make.error} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button kind="quiet" onPress={onClose}>
          {t('tokens.keep')}
        </Button>
        <Button type="submit" kind="primary" busy={make.isPending}>
          {t('tokens.make')}
        </Button>
      </div>
    </form>
  )
}

/** The scopes that can open something for whoever asks. */
function useScopes(): Scope[] {
  const { roles } = useMe()
  return [
    'read',
    'bookings',
    'telework',
    ...(roles.includes('facilities') ? (['places'] as const) : []),
    ...(roles.includes('facilities') || roles.includes('it') ? (['sensors'] as const) : []),
    ...(roles.includes('it') ? (['directory'] as const) : []),
  ]
}
