import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { Button } from '#/ui/Button'
import { TextField } from '#/ui/TextField'
import { browserOf } from './browser-of'
import { KeyIcon } from './KeyIcon'
import { makePasskey } from './passkeys'
import { Trouble } from './Trouble'

type Added = components['schemas']['AddedPasskey']
const LONGEST_NAME = 60

/** A name, and then the browser's own questions. */
export function AddPasskey({ onAdded }: { onAdded: (added: Added) => void }) {
  const { t } = useTranslation('access')
  const [name, setName] = useState(browserOf(navigator.userAgent)?.system ?? '')
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const add = useMutation({
    mutationFn: async () => {
      const { data: begun } = await client.POST('/me/factors/passkeys/options/')
      const credential = await makePasskey(begun?.options ?? {})
      const { data } = await client.POST('/me/factors/passkeys/', { body: { name: name.trim(), credential } })
      if (!data) throw new Error('a passkey without an answer')
      return data
    },
    onSuccess: onAdded,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!name.trim()) return field.current?.focus()
    add.mutate()
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <p>{t('setUp.passkeyLead')}</p>
      <TextField
        ref={field}
        label={t('setUp.passkeyName')}
        hint={t('setUp.passkeyNameHint')}
        value={name}
        onChange={setName}
        maxLength={LONGEST_NAME}
        error={asked && !name.trim() ? t('setUp.passkeyNameMissing') : null}
      />
      <Trouble error={add.error} />
      <Button
        type="submit"
        kind="primary"
        size="primary"
        icon={<KeyIcon size={20} />}
        busy={add.isPending}
        className="self-start"
      >
        {t('setUp.addPasskey')}
      </Button>
    </form>
  )
}
