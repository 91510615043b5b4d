import { useTranslation } from 'react-i18next'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import type { Registration } from './queries'

/** What a registration says, for whom it is for. */
export function RegistrationFacts({ registration }: { registration: Registration }) {
  const { t } = useTranslation(['registration', 'telework'])
  const language = useLanguage()
  const { reason_class, place_kind, place, contact, terminal, trained_on } = registration
  const facts = [
    [t('field.reason'), t(`reason.${reason_class}`)],
    [
      t('field.placeKind'),
      [...new Set([t(`place.${place_kind}`), place])].filter(Boolean).join(t('separator')),
    ],
    [t('field.contact'), contact],
    [t('field.terminal'), t(`telework:terminal.${terminal}`)],
    [t('field.trained'), trained_on ? dayNameWithYear(trained_on, language) : ''],
  ] as const
  return (
    <dl className="grid gap-x-6 gap-y-2 rail:grid-cols-[max-content_1fr]">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label} className="rail:contents">
            <dt className="text-sm text-quiet rail:py-0.5">{label}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
    </dl>
  )
}
