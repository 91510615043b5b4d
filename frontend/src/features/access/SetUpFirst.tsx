import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { AddPasskey } from './AddPasskey'
import { KeyIcon } from './KeyIcon'
import { PhoneIcon } from './PhoneIcon'
import { passkeysPossible } from './passkeys'
import { StartAgain } from './SecondFactor'
import { SetUpAuthenticator } from './SetUpAuthenticator'
import { StepHeading } from './StepHeading'

/** Set-up at the first sign-in of whoever has to have a second factor; answers the codes on paper. */
export function SetUpFirst({ onSetUp }: { onSetUp: (codes: readonly string[]) => void }) {
  const { t } = useTranslation('access')
  const [chosen, setChosen] = useState<'authenticator' | 'passkey' | null>(null)
  return (
    <section className="flex flex-col gap-4">
      <StepHeading key={chosen}>{t('setUp.title')}</StepHeading>
      {chosen === 'authenticator' && <SetUpAuthenticator onSetUp={onSetUp} />}
      {chosen === 'passkey' && <AddPasskey onAdded={({ recovery_codes }) => onSetUp(recovery_codes)} />}
      {chosen === null ? (
        <>
          <p>{t('setUp.lead')}</p>
          <div className="flex flex-col items-start gap-2">
            <Button
              kind="primary"
              size="primary"
              icon={<PhoneIcon size={20} />}
              onPress={() => setChosen('authenticator')}
            >
              {t('setUp.chooseAuthenticator')}
            </Button>
            <p className="text-sm text-quiet">{t('setUp.authenticatorLead')}</p>
          </div>
          {passkeysPossible() && (
            <div className="flex flex-col items-start gap-2">
              <Button size="primary" icon={<KeyIcon size={20} />} onPress={() => setChosen('passkey')}>
                {t('setUp.choosePasskey')}
              </Button>
              <p className="text-sm text-quiet">{t('setUp.passkeyLead')}</p>
            </div>
          )}
          <StartAgain />
        </>
      ) : (
        <Button kind="link" className="self-start" onPress={() => setChosen(null)}>
          {t('setUp.back')}
        </Button>
      )}
    </section>
  )
}
