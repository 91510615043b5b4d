import { type FormEvent, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { CheckIcon } from '#/ui/icons'
import { ChoiceList } from './ChoiceList'
import { type Account, type FoundCalendar, useLinkCalendar } from './queries'
import { Troubled } from './Troubled'
import { WishFields } from './WishFields'
import { firstWish, hostOf, sendsNot } from './wish'

interface FoundCalendarsProps {
  account: Account
  calendars: readonly FoundCalendar[]
  heading: Ref<HTMLHeadingElement>
  /** The one calendar that my days go to already. */
  sender: string | null
  onLinked: (name: string, sends: boolean) => void
}

/** The calendars of an account that works: one is chosen, and what it is to do. */
export function FoundCalendars({ account, calendars, heading, sender, onLinked }: FoundCalendarsProps) {
  const { t } = useTranslation('calendar')
  const [first] = calendars
  const alone = calendars.length === 1 && first ? first : null
  const [chosen, setChosen] = useState<FoundCalendar | null>(alone)
  const [wish, setWish] = useState(firstWish(account.kind, alone, sender))
  const [asked, setAsked] = useState(false)
  const link = useLinkCalendar()
  const nothing = !wish.sends && !wish.takes_in
  const nameOf = ({ name, address }: FoundCalendar) =>
    name || (account.kind === 'ics' ? hostOf(address) : t('form.unnamed'))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!chosen || nothing) return
    link.mutate(
      {
        ...account,
        address: account.address.trim(),
        username: account.username.trim(),
        calendar: chosen.address,
        calendar_name: chosen.name,
        ...wish,
      },
      { onSuccess: () => onLinked(nameOf(chosen), wish.sends) },
    )
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      className="flex max-w-[36rem] flex-col gap-5 border-t border-card pt-5"
    >
      <h4 ref={heading} tabIndex={-1} className="flex items-start gap-2 font-bold">
        {first && <CheckIcon className="mt-0.5 shrink-0 text-free-text" />}
        {first ? t('form.found', { count: calendars.length }) : t('form.noCalendar')}
      </h4>
      {first && (
        <>
          <ChoiceList
            legend={t('form.calendar')}
            value={chosen?.address ?? null}
            options={calendars.map((one) => ({
              value: one.address,
              label: nameOf(one),
              lead: one.writable ? undefined : t('form.onlyRead'),
            }))}
            onChange={(address) => {
              const one = calendars.find((calendar) => calendar.address === address) ?? null
              setChosen(one)
              setWish({ ...wish, sends: sendsNot(account.kind, one, sender) === null })
            }}
            error={asked && !chosen ? t('form.calendarMissing') : null}
          />
          {chosen && (
            <WishFields
              wish={wish}
              sendsNot={sendsNot(account.kind, chosen, sender)}
              sender={sender}
              onChange={setWish}
              error={asked && nothing ? t('form.nothing') : null}
            />
          )}
          <Troubled error={link.error} />
          <Button type="submit" kind="primary" busy={link.isPending} className="self-start">
            {t('form.link')}
          </Button>
        </>
      )}
    </form>
  )
}
