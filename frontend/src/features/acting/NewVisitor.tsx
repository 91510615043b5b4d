import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonFound } from '#/api/people'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { type Period, PeriodForm } from './PeriodForm'
import { PersonPicker } from './PersonPicker'
import { useVisitors } from './useVisitors'

/** Who comes, from where, whom they visit, from when to when. */
export function NewVisitor({ today, onDone }: { today: string; onDone: () => void }) {
  const { t } = useTranslation('people')
  const { enter } = useVisitors()
  const [name, setName] = useState('')
  const [kana, setKana] = useState('')
  const [organisation, setOrganisation] = useState('')
  const [host, setHost] = useState<PersonFound | null>(null)

  const submit = ({ first, last }: Period) => {
    if (!host || name.trim() === '') return
    enter.mutate(
      { name: name.trim(), kana, organisation, host: host.id, first_day: first, last_day: last },
      {
        onSuccess: () => {
          showToast({ tone: 'done', words: t('visitors.made', { name: name.trim() }) })
          onDone()
        },
      },
    )
  }
  return (
    <PeriodForm
      className="max-w-160"
      today={today}
      until={today}
      act={enter}
      verb={t('visitors.submit')}
      onSubmit={submit}
      onStop={onDone}
    >
      {(tried) => (
        <>
          <h2 className="text-xl leading-[1.5] font-bold">{t('visitors.new')}</h2>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label={t('visitors.name')}
              value={name}
              maxLength={50}
              onChange={setName}
              error={tried && name.trim() === '' ? t('visitors.nameMissing') : null}
              autoFocus
            />
            <TextField label={t('visitors.kana')} value={kana} maxLength={100} onChange={setKana} />
          </div>
          <TextField
            label={t('visitors.organisation')}
            value={organisation}
            maxLength={100}
            onChange={setOrganisation}
          />
          <PersonPicker
            label={t('visitors.host')}
            hint={t('visitors.hostHint')}
            chosenWords={(who) => t('visitors.hostChosen', { name: who })}
            chosen={host}
            error={tried && !host ? t('visitors.hostMissing') : null}
            besides={null}
            onChoose={setHost}
          />
        </>
      )}
    </PeriodForm>
  )
}
