import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cityDay } from '#/lib/city-time'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { PlusIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { showToast } from '#/ui/toasts'
import { AddPasskey } from './AddPasskey'
import { AskFirst } from './AskFirst'
import { Loaded } from './Loaded'
import { ProveDialog } from './ProveDialog'
import { passkeysPossible } from './passkeys'
import { factorsOptions, type OwnFactors, useNewCodes, useRemoveFactor } from './queries'
import { RecoveryCodes } from './RecoveryCodes'
import { SetUpAuthenticator } from './SetUpAuthenticator'

/** What is going on over the list; all of it asks first who sits here, unless that was shown lately. */
type Act =
  | { kind: 'authenticator' }
  | { kind: 'passkey' }
  | { kind: 'newCodes' }
  | { kind: 'remove'; id: number | 'authenticator'; name: string }
  | { kind: 'codes'; codes: readonly string[] }

/** My authenticator, my passkeys and my codes on paper. */
export function SecondFactors() {
  const { t } = useTranslation('access')
  const query = useQuery(factorsOptions())
  return (
    <Loaded query={query} failed={t('factors.failed')}>
      {(factors) => <Factors factors={factors} />}
    </Loaded>
  )
}

function Factors({ factors }: { factors: OwnFactors }) {
  const { t } = useTranslation('access')
  const queryClient = useQueryClient()
  const [act, setAct] = useState<Act | null>(null)
  const [proved, setProved] = useState(false)
  const remove = useRemoveFactor()
  const renew = useNewCodes()
  const close = () => {
    setAct(null)
    remove.reset()
    renew.reset()
  }
  const begin = (next: Act) => {
    setProved(factors.fresh)
    setAct(next)
  }
  const added = (codes: readonly string[], name: string) => {
    void queryClient.invalidateQueries({ queryKey: factorsOptions().queryKey })
    // Nothing may stand before the codes: they are shown this once.
    if (codes.length > 0) return setAct({ kind: 'codes', codes })
    showToast({ tone: 'done', words: t('factors.added', { name }) })
    close()
  }
  const now = proved ? act : null
  return (
    <>
      {factors.demanded && <Notice>{t('factors.demanded')}</Notice>}
      <FactorList factors={factors} onAct={begin} />
      <ProveDialog
        open={act !== null && !proved}
        proofs={factors.proofs}
        onProved={() => setProved(true)}
        onClose={close}
      />
      <Dialog title={t('factors.setUpAuthenticator')} open={now?.kind === 'authenticator'} onClose={close}>
        <SetUpAuthenticator onSetUp={(codes) => added(codes, t('factors.authenticator'))} />
      </Dialog>
      <Dialog title={t('factors.addPasskey')} open={now?.kind === 'passkey'} onClose={close}>
        <AddPasskey onAdded={({ passkey, recovery_codes }) => added(recovery_codes, passkey.name)} />
      </Dialog>
      <Dialog title={t('codes.title')} open={now?.kind === 'codes'}>
        {now?.kind === 'codes' && (
          <RecoveryCodes titled codes={now.codes} kept={t('codes.kept')} onKept={close} />
        )}
      </Dialog>
      <AskFirst
        title={t('factors.newCodesTitle')}
        open={now?.kind === 'newCodes'}
        does={t('factors.newCodes')}
        keeps={t('factors.keep')}
        busy={renew.isPending}
        error={renew.error}
        onDo={() => renew.mutate(null, { onSuccess: (codes) => setAct({ kind: 'codes', codes }) })}
        onClose={close}
      >
        {t('factors.newCodesAsk')}
      </AskFirst>
      <AskFirst
        title={t('factors.removeTitle')}
        open={now?.kind === 'remove'}
        does={t('factors.remove')}
        keeps={t('factors.keep')}
        busy={remove.isPending}
        error={remove.error}
        onDo={() =>
          now?.kind === 'remove' &&
          remove.mutate(now.id, {
            onSuccess: () => {
              showToast({ tone: 'done', words: t('factors.removed', { name: now.name }) })
              close()
            },
          })
        }
        onClose={close}
      >
        {now?.kind === 'remove' && (
          <>
            <p>{t('factors.removeAsk', { name: now.name })}</p>
            {countOf(factors) === 1 && <p className="mt-2">{t('factors.removeLast')}</p>}
          </>
        )}
      </AskFirst>
    </>
  )
}

function FactorList({ factors, onAct }: { factors: OwnFactors; onAct: (act: Act) => void }) {
  const { t } = useTranslation('access')
  const language = useLanguage()
  const day = (instant: string) => dayNameWithYear(cityDay(instant), language)
  const { authenticator, passkeys } = factors
  return (
    <dl className="border-t border-solid-gray-420">
      <Row
        name={t('factors.authenticator')}
        end={
          authenticator ? (
            <Button
              kind="link"
              aria-label={t('factors.removeAuthenticator')}
              onPress={() => onAct({ kind: 'remove', id: 'authenticator', name: t('factors.authenticator') })}
            >
              {t('factors.remove')}
            </Button>
          ) : (
            <Button
              aria-label={t('factors.setUpAuthenticator')}
              onPress={() => onAct({ kind: 'authenticator' })}
            >
              {t('factors.setUp')}
            </Button>
          )
        }
      >
        {authenticator
          ? t('factors.authenticatorOn', { day: day(authenticator.confirmed_at) })
          : t('factors.authenticatorOff')}
      </Row>
      <Row
        name={t('factors.passkeys')}
        end={
          passkeysPossible() && (
            <Button icon={<PlusIcon size={18} />} onPress={() => onAct({ kind: 'passkey' })}>
              {t('factors.addPasskey')}
            </Button>
          )
        }
      >
        {passkeys.length === 0 ? (
          t('factors.noPasskeys')
        ) : (
          <ul className="flex flex-col gap-2">
            {passkeys.map(({ id, name, created_at, used_at }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4">
                <span className="min-w-0">
                  <b className="break-words">{name}</b>
                  <span className="block text-sm text-quiet">
                    {t('factors.passkeyAdded', { day: day(created_at) })}
                    {' ・ '}
                    {used_at ? t('factors.passkeyUsed', { day: day(used_at) }) : t('factors.passkeyUnused')}
                  </span>
                </span>
                <Button
                  kind="link"
                  aria-label={t('factors.removePasskey', { name })}
                  onPress={() => onAct({ kind: 'remove', id, name })}
                >
                  {t('factors.remove')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Row>
      <Row
        name={t('factors.codes')}
        end={
          countOf(factors) > 0 && (
            <Button onPress={() => onAct({ kind: 'newCodes' })}>{t('factors.newCodes')}</Button>
          )
        }
      >
        {countOf(factors) > 0
          ? t('factors.codesLeft', { count: factors.recovery_codes_left })
          : t('factors.codesNone')}
      </Row>
    </dl>
  )
}

function Row({ name, end, children }: { name: string; end: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hair py-3">
      <dt className="w-full font-bold rail:w-44">{name}</dt>
      <dd className="min-w-0 grow basis-60">{children}</dd>
      {end && <dd>{end}</dd>}
    </div>
  )
}

function countOf({ authenticator, passkeys }: OwnFactors): number {
  return (authenticator ? 1 : 0) + passkeys.length
}
