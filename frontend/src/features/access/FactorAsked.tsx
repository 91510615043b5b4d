import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { CodeForm } from './CodeForm'
import { KeyIcon } from './KeyIcon'
import { passkeysPossible } from './passkeys'
import { Trouble } from './Trouble'

export type Factor = 'authenticator' | 'passkey' | 'recovery_code'

/** What somebody shows: exactly one of these. */
export type Shown = { code: string } | { recovery_code: string } | { passkey: 'ask' }

interface FactorAskedProps {
  factors: readonly Factor[]
  busy: boolean
  error: unknown
  onShown: (shown: Shown) => void
}

/** Asks for one of the second factors, the handiest first; the others are a press away. */
export function FactorAsked({ factors, busy, error, onShown }: FactorAskedProps) {
  const { t } = useTranslation('access')
  const usable = factors.filter((factor) => factor !== 'passkey' || passkeysPossible())
  const [chosen, setChosen] = useState<Factor | null>(null)
  const [shown, setShown] = useState<Factor | null>(null)
  const lead = useRef<HTMLParagraphElement>(null)
  const factor = chosen ?? usable[0]
  if (!factor) return <p>{t('second.lost')}</p>
  const others = usable.filter((other) => other !== factor)
  const wrong = shown === factor ? error : null
  const show = (what: Shown) => {
    setShown(factor)
    onShown(what)
  }
  const choose = (other: Factor) => {
    setChosen(other)
    lead.current?.focus()
  }
  return (
    <div className="flex flex-col gap-4">
      <p ref={lead} tabIndex={-1} className="outline-none">
        {t(`second.lead.${factor}`)}
      </p>
      {factor === 'passkey' ? (
        <>
          <Trouble error={wrong} />
          <Button
            kind="primary"
            size="primary"
            icon={<KeyIcon size={20} />}
            busy={busy}
            className="self-start"
            onPress={() => show({ passkey: 'ask' })}
          >
            {t('second.usePasskey')}
          </Button>
        </>
      ) : (
        <CodeForm
          key={factor}
          label={t(factor === 'authenticator' ? 'second.code' : 'second.recoveryCode')}
          submit={t('second.submit')}
          digits={factor === 'authenticator'}
          busy={busy}
          error={wrong}
          onCode={(code) => show(factor === 'authenticator' ? { code } : { recovery_code: code })}
        />
      )}
      {others.length > 0 && (
        <div>
          <p className="text-sm text-quiet">{t('second.other')}</p>
          <div className="flex flex-wrap gap-x-4">
            {others.map((other) => (
              <Button key={other} kind="link" onPress={() => choose(other)}>
                {t(`second.by.${other}`)}
              </Button>
            ))}
          </div>
        </div>
      )}
    </div>
  )
}
