import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { type Wrong, writtenOf, wrongIn } from './draft'
import { Pledge } from './Pledge'
import { type Registration, useSaveRegistration, type Written } from './queries'

const REASONS = ['none', 'childcare', 'care', 'pregnancy', 'illness', 'other'] as const
const PLACES = ['own_home', 'relatives_home', 'satellite_office', 'other'] as const
const TERMINALS = ['own_office', 'pool', 'virtual', 'none'] as const

interface RegistrationFormProps {
  /** The draft, or the returned one, that is written; null for a new one. */
  registration: Registration | null
  /** What the form begins with where there is none: the year before. */
  earlier: Registration | null
  fiscalYear: number
  /** The fiscal year in words. */
  year: string
  today: string
  trainingSince: string | null
  /** Who decides, in words; empty where it is nobody. */
  deciders: string
}

/** 利用者登録の申請: what is missing is said in place; a draft keeps what was written. */
export function RegistrationForm(props: RegistrationFormProps) {
  const { registration, earlier, fiscalYear, year, today, trainingSince, deciders } = props
  const { t } = useTranslation(['registration', 'telework', 'everyday'])
  const language = useLanguage()
  const words = useProblemWords()
  const form = useRef<HTMLFormElement>(null)
  const [written, setWritten] = useState<Written>(() => writtenOf(registration, earlier))
  const [shown, setShown] = useState(registration?.state === 'returned')
  const save = useSaveRegistration()
  const wrong = wrongIn(written, today, trainingSince)
  const change = (next: Partial<Written>) => setWritten({ ...written, ...next })
  const said = (...codes: Wrong[]) => {
    const found = shown && codes.find((code) => wrong.includes(code))
    return found ? t(`wrong.${found}`) : null
  }

  const send = (submit: boolean) => {
    setShown(submit)
    if (submit && wrong.length > 0) {
      // The fields in error are marked only once they are drawn again.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    save.mutate(
      { registration, fiscalYear, written, submit },
      {
        onSuccess: () =>
          showToast({ tone: 'done', words: t(submit ? 'said.submitted' : 'said.saved', { year }) }),
      },
    )
  }
  const submitted = (event: FormEvent) => {
    event.preventDefault()
    send(true)
  }
  const problem = save.error && words(save.error)
  return (
    <form ref={form} noValidate onSubmit={submitted} className="flex flex-col gap-6">
      <div className="grid items-start gap-6 rail:grid-cols-2">
        <div className="flex flex-col gap-1">
          <Select
            label={t('field.reason')}
            value={written.reason_class}
            options={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
            onChange={(reason_class) => change({ reason_class })}
          />
          <p className="text-sm text-quiet">{t('field.reasonHint')}</p>
        </div>
        <Select
          label={t('field.terminal')}
          value={written.terminal}
          options={TERMINALS.map((value) => ({ value, label: t(`telework:terminal.${value}`) }))}
          onChange={(terminal) => change({ terminal })}
        />
        <Select
          label={t('field.placeKind')}
          value={written.place_kind}
          options={PLACES.map((value) => ({ value, label: t(`place.${value}`) }))}
          onChange={(place_kind) => change({ place_kind })}
        />
        <TextField
          label={t(written.place_kind === 'own_home' ? 'field.placeOfHome' : 'field.place')}
          hint={t('field.placeHint')}
          value={written.place}
          maxLength={200}
          error={said('place')}
          onChange={(place) => change({ place })}
        />
        <TextField
          label={t('field.contact')}
          hint={t('field.contactHint')}
          value={written.contact}
          maxLength={100}
          autoComplete="tel"
          error={said('contact')}
          onChange={(contact) => change({ contact })}
        />
        <TextField
          label={t('field.trained')}
          hint={
            trainingSince
              ? t('field.trainedSince', { day: dayNameWithYear(trainingSince, language) })
              : t('field.trainedHint')
          }
          type="date"
          max={today}
          value={written.trained_on ?? ''}
          error={said('trained_on', 'training_to_come', 'training_too_old')}
          onChange={(day) => change({ trained_on: day || null })}
        />
      </div>
      <Pledge given={written.pledged} onChange={(pledged) => change({ pledged })} error={said('pledged')} />
      {shown && wrong.length > 0 && (
        <Notice tone="warn">
          {t('missing', { what: wrong.map((one) => t(`short.${one}`)).join(t('separator')) })}
        </Notice>
      )}
      {problem && (
        <Notice tone="warn">
          <p className="font-bold">{problem.title}</p>
          {problem.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <div className="flex flex-col gap-3">
        <div className="max-w-[44em] text-sm text-quiet">
          <p>{deciders ? t('next.submit', { deciders }) : t('next.nobody')}</p>
          <p>{t('private')}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" kind="primary" size="primary" busy={save.isPending}>
            {t('act.submit')}
          </Button>
          <Button size="primary" isDisabled={save.isPending} onPress={() => send(false)}>
            {t('act.save')}
          </Button>
        </div>
      </div>
    </form>
  )
}
