import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { addDays } from '#/lib/dates'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { PersonPicker } from './PersonPicker'
import type { Delegation, PersonFound } from './queries'
import { useDelegations } from './useDelegations'

const A_WEEK = 6

/** Who, for what, from when to when. What was typed stays when the server refuses. */
export function NewDelegation({ today, me, onDone }: { today: string; me: number; onDone: () => void }) {
  const { t } = useTranslation('people')
  const words = useProblemWords()
  const { give } = useDelegations()
  const [who, setWho] = useState<PersonFound | null>(null)
  const [scope, setScope] = useState<Delegation['scope']>('book')
  const [first, setFirst] = useState(today)
  const [last, setLast] = useState(addDays(today, A_WEEK))
  const [tried, setTried] = useState(false)
  const backwards = last < first

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!who || backwards) return
    give.mutate(
      { delegate: who.id, scope, first_day: first, last_day: last },
      {
        onSuccess: () => {
          showToast({
            tone: 'done',
            words: t('delegation.made', { name: who.name, scope: t(`delegation.scope.${scope}`) }),
          })
          onDone()
        },
      },
    )
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4 rounded-12 border border-card p-4">
      <h3 className="font-bold">{t('delegation.new')}</h3>
      <p className="text-sm text-quiet">{t('delegation.newLead')}</p>
      <PersonPicker
        label={t('delegation.who')}
        hint={t('delegation.whoHint')}
        chosenWords={(name) => t('delegation.whoChosen', { name })}
        chosen={who}
        error={tried && !who ? t('delegation.whoMissing') : null}
        besides={me}
        onChoose={setWho}
      />
      <SegmentedControl
        label={t('delegation.scopeLabel')}
        value={scope}
        segments={[
          { value: 'book', label: t('delegation.scope.book') },
          { value: 'approve', label: t('delegation.scope.approve') },
        ]}
        onChange={setScope}
        className="self-start"
      />
      <div className="flex flex-wrap gap-4">
        <TextField label={t('delegation.first')} type="date" min={today} value={first} onChange={setFirst} />
        <TextField
          label={t('delegation.last')}
          type="date"
          min={first}
          value={last}
          onChange={setLast}
          error={tried && backwards ? t('delegation.lastBefore') : null}
        />
      </div>
      {give.isError && <Notice tone="warn">{words(give.error).title}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" busy={give.isPending}>
          {t('delegation.submit')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('delegation.cancel')}
        </Button>
      </div>
    </form>
  )
}
