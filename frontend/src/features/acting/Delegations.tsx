import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { ErrorState } from '#/ui/ErrorState'
import { PlusIcon } from '#/ui/icons'
import { SkeletonLines } from '#/ui/Skeleton'
import { Tag } from '#/ui/Tag'
import { showToast } from '#/ui/toasts'
import { NewDelegation } from './NewDelegation'
import { type Delegation, delegationsOptions } from './queries'
import { useDelegations } from './useDelegations'

/** Who acts for me, for whom I act, and the way to change either. */
export function Delegations({ today, me }: { today: string; me: number }) {
  const { t } = useTranslation('people')
  const words = useProblemWords()
  const every = useQuery(delegationsOptions())
  const { end } = useDelegations()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Delegation | null>(null)
  if (every.isPending) return <SkeletonLines lines={2} className="h-16" />
  if (every.isError) {
    return (
      <ErrorState title={t('delegation.failed')} onRetry={() => void every.refetch()}>
        {words(every.error).title}
      </ErrorState>
    )
  }
  const given = every.data.filter((one) => one.given)
  const held = every.data.filter((one) => !one.given)
  const nameOf = (one: Delegation) => (one.given ? one.delegate.name : one.delegator.name)
  const endNow = (one: Delegation) =>
    end.mutate(one.id, {
      onSuccess: () => showToast({ tone: 'done', words: t('delegation.ended', { name: nameOf(one) }) }),
      onError: (error) => showToast({ tone: 'failed', words: words(error).title }),
      onSettled: () => setEnding(null),
    })
  return (
    <div className="flex flex-col gap-4">
      {every.data.length === 0 && <p>{t('delegation.none')}</p>}
      {given.length > 0 && <List title={t('delegation.given')} every={given} onEnd={setEnding} />}
      {held.length > 0 && <List title={t('delegation.held')} every={held} onEnd={setEnding} />}
      {adding ? (
        <NewDelegation today={today} me={me} onDone={() => setAdding(false)} />
      ) : (
        <Button icon={<PlusIcon size={20} />} className="self-start" onPress={() => setAdding(true)}>
          {t('delegation.new')}
        </Button>
      )}
      <Dialog title={t('delegation.ask')} open={ending !== null} onClose={() => setEnding(null)}>
        {ending && (
          <>
            <p>
              {t('delegation.askLead', {
                name: nameOf(ending),
                scope: t(`delegation.scope.${ending.scope}`),
              })}
            </p>
            <div className="mt-6 flex flex-wrap justify-end gap-2">
              <Button kind="quiet" onPress={() => setEnding(null)}>
                {t('delegation.keep')}
              </Button>
              <Button kind="destructive" busy={end.isPending} onPress={() => endNow(ending)}>
                {t(ending.given ? 'delegation.end' : 'delegation.giveBack')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </div>
  )
}

interface ListProps {
  title: string
  every: readonly Delegation[]
  onEnd: (one: Delegation) => void
}

function List({ title, every, onEnd }: ListProps) {
  const { t } = useTranslation('people')
  const language = useLanguage()
  return (
    <div>
      <h3 className="border-b border-solid-gray-420 pb-1 font-bold">{title}</h3>
      <ul>
        {every.map((one) => {
          const { name, department } = one.given ? one.delegate : one.delegator
          return (
            <li
              key={one.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-hair py-2"
            >
              <div className="min-w-0 grow">
                <p>
                  <b>{name}</b> <span className="text-sm text-quiet">{department}</span>
                </p>
                <p className="text-sm">
                  {t(`delegation.scope.${one.scope}`)}{' '}
                  {t('delegation.period', {
                    from: dayName(one.first_day, language),
                    to: dayName(one.last_day, language),
                  })}
                </p>
              </div>
              <Tag tone={one.running ? 'accent' : 'plain'}>
                {t(one.running ? 'delegation.running' : 'delegation.toCome')}
              </Tag>
              <Button
                kind="link"
                aria-label={t(one.given ? 'delegation.endOf' : 'delegation.giveBackOf', { name })}
                onPress={() => onEnd(one)}
              >
                {t(one.given ? 'delegation.end' : 'delegation.giveBack')}
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
