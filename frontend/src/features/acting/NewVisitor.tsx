import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { PersonPicker } from './PersonPicker'
import type { PersonFound } from './queries'
import { useVisitors } from './useVisitors'

/** Who comes, from where, whom they visit, from when to when. What was typed stays when the server refuses. */
export function NewVisitor({ today, onDone }: { today: string; onDone: () => void }) {
  const { t } = useTranslation('people')
  const words = useProblemWords()
  const { enter } = useVisitors()
  const [name, setName] = useState('')
  const [kana, setKana] = useState('')
  const [organisation, setOrganisation] = useState('')
  const [host, setHost] = useState<PersonFound | null>(null)
  const [first, setFirst] = useState(today)
  const [last, setLast] = useState(today)
  const [tried, setTried] = useState(false)
  const backwards = last < first

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!host || backwards || name.trim() === '') return
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
    <form
      noValidate
      onSubmit={submit}
      className="flex max-w-160 flex-col gap-4 rounded-12 border border-card p-4"
    >
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
      <div className="flex flex-wrap gap-4">
        <TextField label={t('visitors.first')} type="date" min={today} value={first} onChange={setFirst} />
        <TextField
          label={t('visitors.last')}
          type="date"
          min={first}
          value={last}
          onChange={setLast}
          error={tried && backwards ? t('delegation.lastBefore') : null}
        />
      </div>
      {enter.isError && <Notice tone="warn">{words(enter.error).title}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" busy={enter.isPending}>
          {t('visitors.submit')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('visitors.cancel')}
        </Button>
      </div>
    </form>
  )
}
