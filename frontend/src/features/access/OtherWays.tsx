import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import { useFreshSession, useSignInStep, type WayIn } from '#/api/session'
import { Button } from '#/ui/Button'
import { buttonLook } from '#/ui/button-look'
import { KeyIcon } from './KeyIcon'
import { askForPasskey, passkeysPossible } from './passkeys'
import { Trouble } from './Trouble'

interface OtherWaysProps {
  ways: readonly WayIn[]
  /** A path of ours to come back to from an identity provider. */
  to: string
  onSignedIn: () => void
}

/** The ways in beside the password: identity providers by name, a passkey. */
export function OtherWays({ ways, to, onSignedIn }: OtherWaysProps) {
  const { t } = useTranslation('access')
  const byPasskey = useSignInByPasskey()
  const elsewhere = ways.filter((way) => way.address !== null)
  const passkey = ways.some(({ way }) => way === 'passkey') && passkeysPossible()
  if (elsewhere.length === 0 && !passkey) return null
  return (
    <div className="flex flex-col gap-3">
      {ways.some(({ way }) => way === 'password') && (
        <p aria-hidden="true" className="flex items-center gap-3 text-sm text-quiet">
          <span className="h-px grow bg-card" />
          {t('ways.or')}
          <span className="h-px grow bg-card" />
        </p>
      )}
      {elsewhere.map(({ way, name, address }) => (
        <a
          key={address}
          href={`${address}?next=${encodeURIComponent(to)}`}
          className={buttonLook('secondary', 'primary')}
        >
          {name ? t('ways.named', { name }) : t(`ways.${way === 'saml' || way === 'proxy' ? way : 'oidc'}`)}
        </a>
      ))}
      {passkey && (
        <Button
          size="primary"
          icon={<KeyIcon size={20} />}
          busy={byPasskey.isPending}
          onPress={() => byPasskey.mutate(undefined, { onSuccess: (me) => me && onSignedIn() })}
        >
          {t('ways.passkey')}
        </Button>
      )}
      <Trouble error={byPasskey.error} />
    </div>
  )
}

function useSignInByPasskey() {
  const fresh = useFreshSession()
  return useSignInStep(async () => {
    await fresh()
    const { data } = await client.POST('/session/passkey/options/')
    const credential = await askForPasskey(data?.options ?? {})
    return (await client.POST('/session/passkey/', { body: { credential } })).data
  })
}
