import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNameWithYear, isDay } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { AddForm } from './AddForm'
import { focusAtFirst } from './focus'
import { NameFields } from './NameFields'
import { useAddDay } from './queries'

/** One closing day more. What is booked on it stays; nothing new is taken. */
export function AddDay({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('closingDays')
  const language = useLanguage()
  const add = useAddDay()
  const [day, setDay] = useState('')
  const [names, setNames] = useState({ name: '', name_en: '' })
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    if (!isDay(day) || names.name.trim() === '') return
    add.mutate(
      { day, name: names.name.trim(), name_en: names.name_en.trim() },
      {
        onSuccess: () => {
          showToast({ tone: 'done', words: t('days.added', { when: dayNameWithYear(day, language) }) })
          onDone()
        },
      },
    )
  }
  return (
    <AddForm label={t('days.add')} busy={add.isPending} error={add.error} onSubmit={submit} onStop={onDone}>
      <TextField
        ref={focusAtFirst}
        label={t('day')}
        type="date"
        value={day}
        onChange={setDay}
        className="max-w-60"
        error={tried && !isDay(day) ? t('dayMissing') : null}
      />
      <NameFields names={names} onChange={setNames} tried={tried} hint={t('days.nameHint')} />
    </AddForm>
  )
}
