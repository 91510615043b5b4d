import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Loaded } from './Loaded'
import { useAllTokens, useRevokeAnyToken } from './queries'
import { RevokeToken } from './RevokeToken'
import { TokenLine } from './TokenLine'

/** Everybody's live tokens. */
export function AllTokens() {
  const { t } = useTranslation('access')
  const query = useAllTokens()
  const revoke = useRevokeAnyToken()
  const [asked, setAsked] = useState<{ id: number; name: string } | null>(null)
  return (
    <Loaded query={query} failed={t('tokens.failed')}>
      {({ pages }) => {
        const tokens = pages.flatMap((page) => page.results)
        if (tokens.length === 0) return <p>{t('admin.noTokens')}</p>
        return (
          <>
            <ul aria-label={t('admin.tokens')} className="border-t border-solid-gray-420">
              {tokens.map((token) => (
                <TokenLine
                  key={token.id}
                  token={token}
                  whose={
                    <p className="text-sm">
                      {token.person ? `${token.person.name} ${token.person.department}` : token.username}
                    </p>
                  }
                  onRevoke={() => setAsked(token)}
                />
              ))}
            </ul>
            {query.hasNextPage && (
              <Button
                className="self-start"
                busy={query.isFetchingNextPage}
                onPress={() => void query.fetchNextPage()}
              >
                {t('admin.more')}
              </Button>
            )}
            <RevokeToken token={asked} revoke={revoke} onClose={() => setAsked(null)} />
          </>
        )
      }}
    </Loaded>
  )
}
