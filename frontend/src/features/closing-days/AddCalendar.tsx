import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { AddForm } from './AddForm'
import { focusAtFirst } from './focus'
import { HoldsChoice } from './HoldsChoice'
import { useAddCalendar } from './queries'
import type { Holds } from './shapes'

const LONGEST_ADDRESS = 500

/** One address more to read the city's calendar from. */
export function AddCalendar({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('closingDays')
  const add = useAddCalendar()
  const [address, setAddress] = useState('')
  const [holds, setHolds] = useState<Holds>('closing_days')
  const [tried, setTried] = useState(false)
  const wrong = !/^(https?|webcals?):\/\/[^/]/.test(address.trim())
  const submit = () => {
    setTried(true)
    if (wrong) return
    add.mutate(
      { address: address.trim(), holds },
      {
        onSuccess: () => {
          showToast({ tone: 'done', words: t('calendars.added') })
          onDone()
        },
      },
    )
  }
  return (
    <AddForm
      label={t('calendars.add')}
      busy={add.isPending}
      error={add.error}
      onSubmit={submit}
      onStop={onDone}
    >
      <TextField
        ref={focusAtFirst}
        label={t('calendars.address')}
        hint={t('calendars.addressHint')}
        type="url"
        inputMode="url"
        value={address}
        onChange={setAddress}
        maxLength={LONGEST_ADDRESS}
        error={tried && wrong ? t('calendars.addressWrong') : null}
      />
      <HoldsChoice value={holds} onChange={setHolds} />
    </AddForm>
  )
}
