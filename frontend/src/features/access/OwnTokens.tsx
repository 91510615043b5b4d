import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { EmptyState } from '#/ui/EmptyState'
import { PlusIcon } from '#/ui/icons'
import { Loaded } from './Loaded'
import { NewToken } from './NewToken'
import { tokensOptions, useRevokeToken } from './queries'
import { RevokeToken } from './RevokeToken'
import { TokenLine } from './TokenLine'
import { TokenOnce } from './TokenOnce'

type Made = components['schemas']['CreatedApiToken']

/** The tokens of my programs. */
export function OwnTokens() {
  const { t } = useTranslation('access')
  const query = useQuery(tokensOptions())
  const revoke = useRevokeToken()
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const [asked, setAsked] = useState<{ id: number; name: string } | null>(null)
  const make = (
    <Button className="self-start" icon={<PlusIcon size={20} />} onPress={() => setMaking(true)}>
      {t('tokens.new')}
    </Button>
  )
  return (
    <Loaded query={query} failed={t('tokens.failed')}>
      {(tokens) => (
        <>
          {tokens.length === 0 ? (
            <EmptyState title={t('tokens.none')} action={make}>
              {t('tokens.noneLead')}
            </EmptyState>
          ) : (
            <>
              <ul className="border-t border-solid-gray-420">
                {tokens.map((token) => (
                  <TokenLine key={token.id} token={token} onRevoke={() => setAsked(token)} />
                ))}
              </ul>
              {make}
            </>
          )}
          <Dialog title={t('tokens.new')} open={making} onClose={() => setMaking(false)}>
            <NewToken
              onMade={(token) => {
                setMaking(false)
                setMade(token)
              }}
              onClose={() => setMaking(false)}
            />
          </Dialog>
          <Dialog title={t('tokens.once', { name: made?.name ?? '' })} open={made !== null}>
            {made && <TokenOnce token={made.token} onKept={() => setMade(null)} />}
          </Dialog>
          <RevokeToken token={asked} revoke={revoke} onClose={() => setAsked(null)} />
        </>
      )}
    </Loaded>
  )
}
