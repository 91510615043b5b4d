import { useTranslation } from 'react-i18next'
import { dayName } from '#/lib/dates'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { SectionHeading } from '#/ui/SectionHeading'
import { Tag } from '#/ui/Tag'
import { Trouble } from './Said'
import { type Registration, type Waiting, whoWaits } from './shapes'
import type { Deciding } from './useDeciding'

interface DoneRegistrationsProps {
  registrations: readonly Registration[]
  deciding: Deciding
  onRevoke: (one: Waiting) => void
}

/** 利用者登録 that were decided this year, and the way to take one back. */
export function DoneRegistrations({ registrations, deciding, onRevoke }: DoneRegistrationsProps) {
  const { t } = useTranslation('approvals')
  const language = useLanguage()
  if (registrations.length === 0) return null
  return (
    <section aria-labelledby="done-registrations" className="mt-8">
      <SectionHeading id="done-registrations">{t('kind.registrations')}</SectionHeading>
      <ul aria-labelledby="done-registrations">
        {registrations.map((registration) => {
          const { id, person, state, valid_to, decided_at, decided_by, comment } = registration
          const one = whoWaits.registrations(registration)
          const trouble = deciding.troubleOf(one)
          return (
            <li key={id} className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b border-card py-4">
              <div className="flex min-w-0 grow flex-col gap-1">
                <p className="flex flex-wrap items-center gap-3">
                  <b className="text-lg">{person.name}</b>
                  <Tag tone={state === 'approved' ? 'free' : 'quiet'}>{t(`registration.state.${state}`)}</Tag>
                </p>
                {state === 'approved' && (
                  <p>{t('registration.until', { day: dayName(valid_to, language) })}</p>
                )}
                <p className="text-sm text-quiet">
                  {decided_at && dayAndTime(decided_at, language)} {decided_by?.name}
                </p>
                {comment && <p className="max-w-[44em] text-sm">「{comment}」</p>}
                {trouble && (
                  <Trouble kind={one.kind} problem={trouble} onPutAside={() => deciding.forget(one)} />
                )}
              </div>
              {registration.may.includes('revoke') && (
                <Button
                  kind="destructive"
                  aria-label={t('revokeRegistrationOf', { name: person.name })}
                  onPress={() => onRevoke(one)}
                >
                  {t('do.revoke')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
