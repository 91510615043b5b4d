import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cityDay } from '#/lib/city-time'
import { dayNameWithYear } from '#/lib/dates'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Tag } from '#/ui/Tag'
import type { ApiToken } from './queries'

interface TokenLineProps {
  token: ApiToken
  /** Whose it is, where the list is everybody's. */
  whose?: ReactNode
  onRevoke: () => void
}

/** A token in a list: what it is for, what it may do, until when, and when it was last used. */
export function TokenLine({ token, whose, onRevoke }: TokenLineProps) {
  const { t } = useTranslation('access')
  const language = useLanguage()
  const { name, hint, scopes, live, revoked_at, used_at, expires_at } = token
  const may = scopes.map((scope) => t(`tokens.scope.${scope}`)).join('、')
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hair py-3">
      <div className="min-w-0 grow basis-60">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b className="break-words">{name}</b>
          <Tag tone={live ? 'free' : 'quiet'}>
            {t(live ? 'tokens.live' : revoked_at ? 'tokens.revoked' : 'tokens.over')}
          </Tag>
        </p>
        {whose}
        <p className="text-sm">
          {may}
          {' ・ '}
          {t('tokens.until', { day: dayNameWithYear(cityDay(expires_at), language) })}
        </p>
        <p className="text-sm text-quiet">
          <span className="font-mono">{hint}…</span>
          {' ・ '}
          {used_at ? t('tokens.used', { when: dayAndTime(used_at, language) }) : t('tokens.unused')}
        </p>
      </div>
      {live && (
        <Button kind="link" aria-label={t('tokens.revokeOf', { name })} onPress={onRevoke}>
          {t('tokens.revoke')}
        </Button>
      )}
    </li>
  )
}
