import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import { useFreshSession, useSignInStep } from '#/api/session'
import { Button } from '#/ui/Button'
import { type Factor, FactorAsked, type Shown } from './FactorAsked'
import { askForPasskey } from './passkeys'
import { StepHeading } from './StepHeading'

/** The second step of signing in. */
export function SecondFactor({
  factors,
  onSignedIn,
}: {
  factors: readonly Factor[]
  onSignedIn: () => void
}) {
  const { t } = useTranslation('access')
  const show = useSignInStep(async (shown: Shown) => {
    const body = 'passkey' in shown ? { passkey: await signed() } : shown
    return (await client.POST('/session/second-factor/', { body })).data
  })
  return (
    <section className="flex flex-col gap-4">
      <StepHeading>{t('second.title')}</StepHeading>
      <FactorAsked
        factors={factors}
        busy={show.isPending}
        error={show.error}
        onShown={(shown) => show.mutate(shown, { onSuccess: (me) => me && onSignedIn() })}
      />
      <p className="text-sm text-quiet">{t('second.lost')}</p>
      <StartAgain />
    </section>
  )
}

/** Forget the sign-in that waits, and begin with another name or way. */
export function StartAgain() {
  const { t } = useTranslation('access')
  const fresh = useFreshSession()
  const leave = useMutation({
    mutationFn: async () => {
      await client.DELETE('/session/')
      await fresh()
    },
  })
  return (
    <Button kind="link" className="self-start" busy={leave.isPending} onPress={() => leave.mutate()}>
      {t('second.over')}
    </Button>
  )
}

async function signed() {
  const { data } = await client.POST('/session/second-factor/options/')
  return askForPasskey(data?.options ?? {})
}
