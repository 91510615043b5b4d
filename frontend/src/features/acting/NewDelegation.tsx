import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonFound } from '#/api/people'
import { addDays } from '#/lib/dates'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { showToast } from '#/ui/toasts'
import { type Period, PeriodForm } from './PeriodForm'
import { PersonPicker } from './PersonPicker'
import type { Delegation } from './queries'
import { useDelegations } from './useDelegations'

const A_WEEK = 6

/** Who acts for me, for what, from when to when. */
export function NewDelegation({ today, me, onDone }: { today: string; me: number; onDone: () => void }) {
  const { t } = useTranslation('people')
  const { give } = useDelegations()
  const [who, setWho] = useState<PersonFound | null>(null)
  const [scope, setScope] = useState<Delegation['scope']>('book')

  const submit = ({ first, last }: Period) => {
    if (!who) return
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
    <PeriodForm
      today={today}
      until={addDays(today, A_WEEK)}
      act={give}
      verb={t('delegation.submit')}
      onSubmit={submit}
      onStop={onDone}
    >
      {(tried) => (
        <>
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
        </>
      )}
    </PeriodForm>
  )
}
