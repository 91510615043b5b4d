import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { cityDay } from '#/lib/city-time'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { CheckIcon, PrinterIcon } from '#/ui/icons'
import './codes.css'
import { StepHeading } from './StepHeading'

interface RecoveryCodesProps {
  codes: readonly string[]
  /** What the last button says. */
  kept: string
  busy?: boolean
  /** Within a dialog the title says it already. */
  titled?: boolean
  onKept: () => void
}

/** Codes shown this once: to copy, to print, and to say that they are kept. */
export function RecoveryCodes({ codes, kept, busy = false, titled = false, onKept }: RecoveryCodesProps) {
  const { t } = useTranslation('access')
  const language = useLanguage()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard?.writeText(codes.join('\n')).then(
      () => setCopied(true),
      () => undefined,
    )
  return (
    <section className="flex flex-col gap-4">
      {!titled && <StepHeading>{t('codes.title')}</StepHeading>}
      <p>{t('codes.lead')}</p>
      <ul
        aria-label={t('codes.title')}
        className="grid gap-x-6 gap-y-1 rounded-8 border border-card p-4 font-mono sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {window.isSecureContext && (
          <Button icon={copied ? <CheckIcon size={18} /> : undefined} onPress={() => void copy()}>
            {t(copied ? 'codes.copied' : 'codes.copy')}
          </Button>
        )}
        <Button icon={<PrinterIcon size={18} />} onPress={() => window.print()}>
          {t('codes.print')}
        </Button>
        <Button kind="primary" busy={busy} onPress={onKept}>
          {kept}
        </Button>
      </div>
      {createPortal(
        <div className="codes-sheet">
          <h1>{t('codes.sheet')}</h1>
          <p>
            {t('codes.sheetLead', {
              name: window.location.host,
              day: dayNameWithYear(cityDay(new Date()), language),
            })}
          </p>
          <ul>
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </div>,
        document.body,
      )}
    </section>
  )
}
