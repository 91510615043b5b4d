import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { showToast } from '#/ui/toasts'
import { AccountFields } from './AccountFields'
import { FoundCalendars } from './FoundCalendars'
import { type Account, type LinkKind, useFind } from './queries'
import { Troubled } from './Troubled'
import { fieldToMend, troubleRefused } from './troubles'
import { choosable, missingOf } from './wish'

interface NewLinkProps {
  kinds: readonly LinkKind[]
  /** The one calendar that my days go to already. */
  sender: string | null
  onClose: () => void
}

/** An account, tried before anything is stored; then which of its calendars, and what it is to do. */
export function NewLink({ kinds, sender, onClose }: NewLinkProps) {
  const { t } = useTranslation('calendar')
  const [account, setAccount] = useState<Account>({
    kind: kinds[0] ?? 'caldav',
    address: '',
    username: '',
    password: '',
  })
  const [asked, setAsked] = useState(false)
  const find = useFind()
  const fields = {
    address: useRef<HTMLInputElement>(null),
    username: useRef<HTMLInputElement>(null),
    password: useRef<HTMLInputElement>(null),
  }
  const heading = useRef<HTMLHeadingElement>(null)
  const missing = asked ? missingOf(account) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    const fault = missingOf(account)
    if (fault) return fields[fault].current?.focus()
    const wanted = { ...account, address: account.address.trim(), username: account.username.trim() }
    find.mutate(wanted, {
      onError: (error) => {
        const trouble = troubleRefused(error)
        if (trouble) fields[fieldToMend(trouble)].current?.focus()
      },
      onSuccess: () => requestAnimationFrame(() => heading.current?.focus()),
    })
  }
  const calendars = find.data && choosable(find.data)
  return (
    <section
      aria-labelledby="new-link"
      className="flex flex-col gap-5 rounded-12 border border-edge p-4 rail:p-6"
    >
      <h3 id="new-link" className="text-lg font-bold">
        {t('form.title')}
      </h3>
      <form noValidate onSubmit={submit} className="flex max-w-[36rem] flex-col gap-5">
        <AccountFields
          account={account}
          kinds={kinds}
          missing={missing}
          fields={fields}
          onChange={(changed) => {
            setAccount(changed)
            // What was found belongs to another account.
            if (find.data || find.error) find.reset()
          }}
        />
        <Troubled error={find.error} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" kind={calendars?.length ? 'secondary' : 'primary'} busy={find.isPending}>
            {t('form.find')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('stop')}
          </Button>
        </div>
        <p role="status" className="text-sm">
          {find.isPending && t('form.finding')}
        </p>
      </form>
      {calendars && (
        <FoundCalendars
          key={find.submittedAt}
          heading={heading}
          account={account}
          calendars={calendars}
          sender={sender}
          onLinked={(name, sends) => {
            onClose()
            showToast({
              tone: 'done',
              words: sends ? t('form.linked', { name }) : t('form.linkedReading', { name }),
            })
          }}
        />
      )}
    </section>
  )
}
