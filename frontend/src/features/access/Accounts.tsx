import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { WarningIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { AskFirst } from './AskFirst'
import { Loaded } from './Loaded'
import { type Account, useAccounts, useEndSomebodysSessions, useResetFactors } from './queries'

type Asked = { kind: 'end' | 'reset'; account: Account }

/** Accounts, found by name; signed out, or freed from second factors that are lost. */
export function Accounts() {
  const { t } = useTranslation('access')
  const [typed, setTyped] = useState('')
  const query = useAccounts(useDeferredValue(typed.trim()))
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <>
      <TextField label={t('admin.search')} type="search" value={typed} onChange={setTyped} maxLength={100} />
      <Loaded query={query} failed={t('admin.failed')}>
        {({ pages }) => {
          const accounts = pages.flatMap((page) => page.results)
          if (accounts.length === 0)
            return <EmptyState title={t('admin.nobody')}>{t('admin.nobodyLead')}</EmptyState>
          return (
            <>
              <ul aria-label={t('admin.accounts')} className="border-t border-solid-gray-420">
                {accounts.map((account) => (
                  <AccountLine
                    key={account.id}
                    account={account}
                    onAsk={(kind) => setAsked({ kind, account })}
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
            </>
          )
        }}
      </Loaded>
      <Question asked={asked} onClose={() => setAsked(null)} />
    </>
  )
}

function AccountLine({ account, onAsk }: { account: Account; onAsk: (kind: Asked['kind']) => void }) {
  const { t } = useTranslation('access')
  const { t: everyday } = useTranslation()
  const me = useMe()
  const name = nameOf(account)
  const has = account.authenticator || account.passkeys > 0
  const factors = [
    ...(account.authenticator ? [t('admin.authenticator')] : []),
    ...(account.passkeys > 0 ? [t('admin.passkeys', { count: account.passkeys })] : []),
  ]
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-hair py-3">
      <div className="min-w-0 grow basis-60">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b>{name}</b>
          {account.roles.map((role) => (
            <Tag key={role}>{everyday(`role.${role}`)}</Tag>
          ))}
          {!account.in_use && <Tag tone="quiet">{t('admin.outOfUse')}</Tag>}
          {account.demanded && !has && (
            <Tag tone="warn" icon={<WarningIcon size={16} />}>
              {t('admin.missingFactor')}
            </Tag>
          )}
        </p>
        <p className="text-sm text-quiet">
          {account.person
            ? [account.username, account.person.department].filter(Boolean).join(' ・ ')
            : t('admin.breakglass')}
        </p>
        <p className="text-sm">
          {account.sessions > 0 ? t('admin.sessions', { count: account.sessions }) : t('admin.noSessions')}
          {' ・ '}
          {has ? factors.join('、') : t('admin.noFactor')}
        </p>
      </div>
      {account.sessions > 0 && (
        <Button kind="link" aria-label={t('admin.endSessionsOf', { name })} onPress={() => onAsk('end')}>
          {t('admin.endSessions')}
        </Button>
      )}
      {has && account.username !== me.username && (
        <Button kind="link" aria-label={t('admin.resetOf', { name })} onPress={() => onAsk('reset')}>
          {t('admin.reset')}
        </Button>
      )}
    </li>
  )
}

function Question({ asked, onClose }: { asked: Asked | null; onClose: () => void }) {
  const { t } = useTranslation('access')
  const end = useEndSomebodysSessions()
  const reset = useResetFactors()
  const doing = asked?.kind === 'reset' ? reset : end
  const name = asked ? nameOf(asked.account) : ''
  const close = () => {
    end.reset()
    reset.reset()
    onClose()
  }
  const done = () => {
    const count = asked?.account.sessions ?? 0
    const words = asked?.kind === 'reset' ? t('admin.resetDone', { name }) : t('sessions.ended', { count })
    showToast({ tone: 'done', words })
    close()
  }
  return (
    <AskFirst
      title={t(asked?.kind === 'reset' ? 'admin.resetOf' : 'admin.endSessionsOf', { name })}
      open={asked !== null}
      does={t(asked?.kind === 'reset' ? 'admin.reset' : 'admin.endSessions')}
      keeps={t('sessions.keep')}
      busy={doing.isPending}
      error={doing.error}
      onDo={() => asked && doing.mutate(asked.account.id, { onSuccess: done })}
      onClose={close}
    >
      {t(asked?.kind === 'reset' ? 'admin.resetAsk' : 'admin.endAsk', { name })}
    </AskFirst>
  )
}

function nameOf({ person, username }: Account): string {
  return person?.name ?? username
}
