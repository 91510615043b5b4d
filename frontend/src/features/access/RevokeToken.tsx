import type { UseMutationResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { showToast } from '#/ui/toasts'
import { AskFirst } from './AskFirst'

interface RevokeTokenProps {
  token: { id: number; name: string } | null
  revoke: UseMutationResult<unknown, Error, number>
  onClose: () => void
}

/** Asks before a token is revoked: programs stop at once. */
export function RevokeToken({ token, revoke, onClose }: RevokeTokenProps) {
  const { t } = useTranslation('access')
  const close = () => {
    revoke.reset()
    onClose()
  }
  return (
    <AskFirst
      title={t('tokens.revokeTitle')}
      open={token !== null}
      does={t('tokens.revoke')}
      keeps={t('tokens.keep')}
      busy={revoke.isPending}
      error={revoke.error}
      onDo={() =>
        token &&
        revoke.mutate(token.id, {
          onSuccess: () => {
            showToast({ tone: 'done', words: t('tokens.revokedToast', { name: token.name }) })
            close()
          },
        })
      }
      onClose={close}
    >
      {token && t('tokens.revokeAsk', { name: token.name })}
    </AskFirst>
  )
}
