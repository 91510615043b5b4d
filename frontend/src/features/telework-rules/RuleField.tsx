import { useTranslation } from 'react-i18next'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import type { Typed } from './draft'
import { KINDS } from './kinds'
import type { RuleName } from './queries'
import { choiceWord } from './sentence'

interface RuleFieldProps {
  name: RuleName
  typed: Typed
  onChange: (typed: Typed) => void
  /** What holds where the field is left empty, as a sentence. */
  otherwise: string
  wrong: boolean
}

/** One rule to be set, or left to the level above. */
export function RuleField({ name, typed, onChange, otherwise, wrong }: RuleFieldProps) {
  const { t } = useTranslation(['sectionRules', 'telework', 'everyday'])
  const kind = KINDS[name]
  const label = t(`label.${name}`)
  const typedIn = kind.of === 'number' || kind.of === 'time'
  const hint = t(typedIn ? 'otherwise' : 'otherwiseChosen', { says: otherwise })
  if (kind.of === 'number' || kind.of === 'time') {
    const number = kind.of === 'number'
    return (
      <TextField
        label={label}
        hint={hint}
        type={number ? undefined : 'time'}
        inputMode={number ? 'numeric' : undefined}
        value={String(typed ?? '')}
        error={wrong && number ? t('wrongNumber', { min: kind.min, max: kind.max }) : null}
        onChange={(value) => onChange(value || null)}
      />
    )
  }
  const choices = kind.of === 'yesNo' ? ['yes', 'no'] : kind.choices
  const word = (choice: string) =>
    kind.of === 'yesNo' ? t(choice as 'yes' | 'no') : choiceWord(t, name, choice)
  if (kind.of === 'many') {
    const chosen = Array.isArray(typed) ? (typed as readonly string[]) : null
    return (
      <fieldset className="m-0 flex min-w-0 flex-col gap-1 p-0">
        <legend className="font-bold">{label}</legend>
        <p className="text-sm text-quiet">{hint}</p>
        <Tick label={t('decideHere')} checked={chosen !== null} onChange={(on) => onChange(on ? [] : null)} />
        {chosen && (
          <div className="flex flex-wrap gap-x-4 ps-6">
            {choices.map((choice) => (
              <Tick
                key={choice}
                label={word(choice)}
                checked={chosen.includes(choice)}
                onChange={(on) =>
                  onChange(choices.filter((one) => (one === choice ? on : chosen.includes(one))))
                }
              />
            ))}
          </div>
        )}
        {wrong && <p className="text-sm font-bold text-danger">{t('wrongMany')}</p>}
      </fieldset>
    )
  }
  return (
    <div className="flex flex-col gap-1">
      <Select
        label={label}
        value={String(typed ?? '')}
        options={[
          { value: '', label: t('leave') },
          ...choices.map((choice) => ({ value: choice, label: word(choice) })),
        ]}
        onChange={(value) => onChange(value || null)}
      />
      <p className="text-sm text-quiet">{hint}</p>
    </div>
  )
}

function Tick(props: { label: string; checked: boolean; onChange: (on: boolean) => void }) {
  const { label, checked, onChange } = props
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2 pe-2">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-5 shrink-0 accent-accent"
      />
      {label}
    </label>
  )
}
