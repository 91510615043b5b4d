import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayNameWithYear, fiscalYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { CheckIcon, ClockIcon, CloseIcon, MinusIcon, WarningIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { SectionHeading } from '#/ui/SectionHeading'
import { Tag, type TagTone } from '#/ui/Tag'
import { showToast } from '#/ui/toasts'
import {
  type MyRegistration,
  type Registration,
  type RegistrationState,
  useWithdrawRegistration,
} from './queries'
import { RegistrationFacts } from './RegistrationFacts'
import { RegistrationForm } from './RegistrationForm'

const LOOKS: Record<RegistrationState, { tone: TagTone; Icon: typeof CheckIcon }> = {
  draft: { tone: 'plain', Icon: MinusIcon },
  submitted: { tone: 'plain', Icon: ClockIcon },
  approved: { tone: 'free', Icon: CheckIcon },
  returned: { tone: 'warn', Icon: WarningIcon },
  rejected: { tone: 'warn', Icon: CloseIcon },
  revoked: { tone: 'warn', Icon: CloseIcon },
  expired: { tone: 'quiet', Icon: MinusIcon },
}
const WRITTEN: readonly RegistrationState[] = ['draft', 'returned']
const OVER: readonly RegistrationState[] = ['rejected', 'revoked', 'expired']

interface YearPartProps {
  mine: MyRegistration
  registration: Registration | null
  fiscalYear: number
  /** What the form begins with: the registration of the year before. */
  earlier: Registration | null
  today: string
}

/** One fiscal year: how far its registration is, what happens next, and the form where something is to be written. */
export function YearPart({ mine, registration, fiscalYear: number, earlier, today }: YearPartProps) {
  const { t } = useTranslation('registration')
  const language = useLanguage()
  const words = useProblemWords()
  const [again, setAgain] = useState(false)
  const part = useRef<HTMLElement>(null)
  const withdraw = useWithdrawRegistration()
  const year = fiscalYear(`${number}-04-01`, language)
  const state = registration?.state
  const deciders = mine.deciders.map(({ name }) => t('person', { name })).join(t('separator'))
  const afresh = again && state !== undefined && OVER.includes(state)
  const writes = !registration || afresh || WRITTEN.includes(registration.state)
  const id = `registration-${number}`
  return (
    <section ref={part} tabIndex={-1} aria-labelledby={id} className="flex flex-col gap-4">
      <SectionHeading id={id} end={state && <StateTag state={state} />}>
        {t('yearTitle', { year })}
      </SectionHeading>
      <p className="max-w-[44em]">{nextStep()}</p>
      {registration?.comment && (
        <Notice tone={state === 'approved' ? 'info' : 'warn'}>
          <p className="font-bold">
            {registration.decided_by ? t('commentOf', { name: registration.decided_by.name }) : t('comment')}
          </p>
          <p className="break-words">{registration.comment}</p>
        </Notice>
      )}
      {registration && !writes && <RegistrationFacts registration={registration} />}
      {registration?.may.includes('withdraw') && !writes && (
        <Button className="self-start" busy={withdraw.isPending} onPress={() => takeBack(registration)}>
          {t('act.withdraw')}
        </Button>
      )}
      {state && OVER.includes(state) && !again && (
        <Button className="self-start" onPress={() => setAgain(true)}>
          {t('act.again')}
        </Button>
      )}
      {writes && (
        <RegistrationForm
          key={again ? 'again' : 'this'}
          registration={afresh ? null : registration}
          earlier={afresh ? registration : earlier}
          fiscalYear={number}
          year={year}
          today={today}
          trainingSince={mine.training_since}
          deciders={deciders}
        />
      )}
    </section>
  )

  function takeBack(submitted: Registration) {
    withdraw.mutate(submitted, {
      onSuccess: () => {
        showToast({ tone: 'done', words: t('said.withdrawn', { year }) })
        part.current?.focus() // the button is gone, and the form stands in its place
      },
      onError: (error) => showToast({ tone: 'failed', words: words(error).title, lines: words(error).lines }),
    })
  }

  function nextStep(): string {
    if (!registration) return earlier ? t('next.renew') : t('next.new')
    const { valid_from, valid_to } = registration
    const until = dayNameWithYear(valid_to, language)
    switch (registration.state) {
      case 'submitted':
        return deciders ? t('next.submitted', { deciders }) : t('next.nobody')
      case 'approved':
        return valid_from && valid_from > today
          ? t('next.approvedFrom', { from: dayNameWithYear(valid_from, language), until })
          : t('next.approved', { until })
      default:
        return t(`next.${registration.state}`)
    }
  }
}

function StateTag({ state }: { state: RegistrationState }) {
  const { t } = useTranslation('registration')
  const { tone, Icon } = LOOKS[state]
  return (
    <Tag tone={tone} icon={<Icon size={16} />}>
      {t(`state.${state}`)}
    </Tag>
  )
}
