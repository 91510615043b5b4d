import { useTranslation } from 'react-i18next'
import { WarningIcon } from '#/ui/icons'

const POINTS = ['devices', 'documents', 'place', 'network', 'talk', 'lost'] as const

interface PledgeProps {
  given: boolean
  onChange: (given: boolean) => void
  error: string | null
}

/** 誓約事項: what whoever teleworks promises, and the tick that gives it. */
export function Pledge({ given, onChange, error }: PledgeProps) {
  const { t } = useTranslation('registration')
  return (
    <fieldset className="m-0 flex min-w-0 flex-col gap-3 p-0">
      <legend className="mb-1 font-bold">{t('pledge.title')}</legend>
      <ol className="list-decimal rounded-8 border border-card bg-solid-gray-50 py-4 pr-4 pl-9 leading-[1.7]">
        {POINTS.map((point) => (
          <li key={point}>{t(`pledge.${point}`)}</li>
        ))}
      </ol>
      <label className="flex min-h-11 cursor-pointer items-center gap-3 self-start rounded-8 pe-2 has-focus-visible:outline-4 has-focus-visible:outline-offset-2 has-focus-visible:outline-black">
        <input
          type="checkbox"
          checked={given}
          onChange={(event) => onChange(event.target.checked)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'pledge-error' : undefined}
          className="size-6 shrink-0 accent-accent"
        />
        <span>{t('pledge.give')}</span>
      </label>
      {error && (
        <p id="pledge-error" className="flex items-start gap-1.5 text-sm font-bold text-danger">
          <WarningIcon size={18} className="mt-0.5" />
          {error}
        </p>
      )}
    </fieldset>
  )
}
