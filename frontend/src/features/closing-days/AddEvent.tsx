import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isDay } from '#/lib/dates'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { AddForm } from './AddForm'
import { focusAtFirst } from './focus'
import { NameFields } from './NameFields'
import { useAddEvent } from './queries'

/** One event more, of a day or of several. */
export function AddEvent({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('closingDays')
  const add = useAddEvent()
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const [names, setNames] = useState({ name: '', name_en: '' })
  const [tried, setTried] = useState(false)
  const until = last || first
  const lastWrong = until < first
  const submit = () => {
    setTried(true)
    if (!isDay(first) || lastWrong || names.name.trim() === '') return
    add.mutate(
      { first_day: first, last_day: until, name: names.name.trim(), name_en: names.name_en.trim() },
      {
        onSuccess: () => {
          showToast({ tone: 'done', words: t('events.added', { name: names.name.trim() }) })
          onDone()
        },
      },
    )
  }
  return (
    <AddForm label={t('events.add')} busy={add.isPending} error={add.error} onSubmit={submit} onStop={onDone}>
      <p className="text-sm text-quiet">{t('events.daysHint')}</p>
      <div className="flex flex-wrap gap-4">
        <TextField
          ref={focusAtFirst}
          label={t('events.first')}
          type="date"
          value={first}
          onChange={setFirst}
          className="w-52"
          error={tried && !isDay(first) ? t('dayMissing') : null}
        />
        <TextField
          label={t('events.last')}
          type="date"
          min={first}
          value={last}
          onChange={setLast}
          className="w-52"
          error={tried && lastWrong ? t('events.lastWrong') : null}
        />
      </div>
      <NameFields names={names} onChange={setNames} tried={tried} hint={t('events.nameHint')} />
    </AddForm>
  )
}
