import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { TextField } from '#/ui/TextField'
import { Trouble } from './Trouble'

interface CodeFormProps {
  label: string
  submit: string
  /** Six digits, or letters from a sheet of paper. */
  digits?: boolean
  busy: boolean
  error: unknown
  onCode: (code: string) => void
}

/** One code to type; what was typed stays until it was right. */
export function CodeForm({ label, submit, digits = true, busy, error, onCode }: CodeFormProps) {
  const { t } = useTranslation('access')
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!code.trim()) return field.current?.focus()
    onCode(code.trim())
  }
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-4">
      <TextField
        ref={field}
        label={label}
        value={code}
        onChange={setCode}
        inputMode={digits ? 'numeric' : 'text'}
        autoComplete={digits ? 'one-time-code' : 'off'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        error={asked && !code.trim() ? t('second.codeMissing') : null}
      />
      <Trouble error={error} />
      <Button type="submit" kind="primary" size="primary" busy={busy} className="self-start">
        {submit}
      </Button>
    </form>
  )
}
