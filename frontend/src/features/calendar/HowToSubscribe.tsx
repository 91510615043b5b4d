import { useTranslation } from 'react-i18next'

const PROGRAMS = ['outlook', 'thunderbird', 'phone'] as const
const STEPS = [1, 2, 3] as const

/** How an address is added to the usual calendars, folded away. */
export function HowToSubscribe() {
  const { t } = useTranslation('calendar')
  return (
    <details className="max-w-[44em]">
      <summary className="flex min-h-11 cursor-pointer items-center text-link underline underline-offset-4 hover:decoration-2">
        {t('howTo.title')}
      </summary>
      <div className="flex flex-col gap-4 pt-2">
        {PROGRAMS.map((program) => (
          <section key={program} aria-label={t(`howTo.${program}`)}>
            <h3 className="font-bold">{t(`howTo.${program}`)}</h3>
            <ol className="list-decimal ps-6">
              {STEPS.map((step) => (
                <li key={step}>{t(`howTo.${program}${step}`)}</li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </details>
  )
}
