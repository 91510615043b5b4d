import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { dayNameWithYear, fiscalYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { buttonLook } from '#/ui/button-look'
import { Card } from '#/ui/Card'
import { Tag, type TagTone } from '#/ui/Tag'

type Mine = components['schemas']['MyRegistration']

const TONES: Partial<Record<string, TagTone>> = {
  approved: 'free',
  returned: 'warn',
  rejected: 'warn',
  revoked: 'warn',
}

/** Where my registration stands, and what to do next. */
export function RegistrationLine({ mine }: { mine: Mine }) {
  const { t } = useTranslation('telework')
  const language = useLanguage()
  const words = useProblemWords()
  const { registration, next, next_open, may_telework, why_not, valid_to, registration_needed } = mine
  const year = fiscalYear(valid_to, language)
  if (!registration && !registration_needed) return null
  const state = registration?.state
  const why =
    !may_telework && why_not ? words(new ApiProblem({ ...why_not, status: why_not.status ?? 409 })) : null
  return (
    <Card label={t('registered.title')} className="flex flex-wrap items-center justify-between gap-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b>
            {t('registered.title')} {year}
          </b>
          {state && <Tag tone={TONES[state] ?? 'plain'}>{t(`state.${state as 'approved'}`)}</Tag>}
        </p>
        {state === 'approved' ? (
          <p className="text-sm text-quiet">
            {t('registered.until', { day: dayNameWithYear(registration?.valid_to ?? valid_to, language) })}
          </p>
        ) : (
          <p className="max-w-[44em] text-sm text-quiet">
            {state === 'submitted' ? t('registered.waiting') : registration ? null : t('registered.noneLead')}
          </p>
        )}
        {why && state === 'approved' && <p className="text-sm text-warn-text">{why.title}</p>}
        {registration?.comment && state !== 'approved' && <p className="text-sm">{registration.comment}</p>}
      </div>
      <Link to="/telework/registration" className={buttonLook(registration ? 'secondary' : 'primary')}>
        {next_open && !next
          ? t('registered.renew')
          : !registration
            ? t('registered.start')
            : state === 'returned' || state === 'draft'
              ? t('registered.mend')
              : t('registered.see')}
      </Link>
    </Card>
  )
}
