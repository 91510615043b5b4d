import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { CloseIcon, PlusIcon } from '#/ui/icons'
import { TextField } from '#/ui/TextField'
import { Choice } from '../Choice'
import type { GroupRow } from './draft'
import { type DraftPartProps, FieldError } from './HistoryFields'

/** Correlations, and the word each has. */
const TOGETHER = [
  { value: '0', word: 'together.none' },
  { value: '0.1', word: 'together.some' },
  { value: '0.3', word: 'together.much' },
] as const

/** Groups of people and how often each of them comes. */
export function RatesFields({ draft, error, onChange }: DraftPartProps) {
  const { t } = useTranslation('planning')
  const change = (row: GroupRow, next: Partial<GroupRow>) =>
    onChange({ groups: draft.groups.map((one) => (one === row ? { ...row, ...next } : one)) })
  const noGroup = error('rates.groups')
  const known = TOGETHER.some(({ value }) => value === draft.correlation)
  return (
    <>
      <div className="flex flex-col gap-3">
        <div>
          <p className="font-bold">{t('form.groups')}</p>
          <p className="max-w-[44em] text-sm text-quiet">{t('form.groupsHint')}</p>
        </div>
        <ol className="flex flex-col gap-3">
          {draft.groups.map((group, place) => (
            <li key={group.key} className="rounded-8 border border-card p-3">
              <fieldset className="m-0 flex min-w-0 flex-wrap items-start gap-3 p-0">
                <legend className="sr-only">{t('form.groupNumber', { number: place + 1 })}</legend>
                <TextField
                  label={t('form.groupName')}
                  value={group.name}
                  maxLength={100}
                  placeholder={t('form.groupNumber', { number: place + 1 })}
                  onChange={(name) => change(group, { name })}
                  className="w-56 max-w-full"
                />
                <TextField
                  label={t('form.groupPeople')}
                  inputMode="numeric"
                  value={group.people}
                  error={error(`rates.groups.${place}.people`)}
                  onChange={(people) => change(group, { people })}
                  className="w-32"
                />
                <TextField
                  label={t('form.groupRate')}
                  inputMode="decimal"
                  value={group.rate}
                  error={error(`rates.groups.${place}.rate`)}
                  onChange={(rate) => change(group, { rate })}
                  className="w-32"
                />
                {draft.groups.length > 1 && (
                  <Button
                    kind="quiet"
                    className="mt-8"
                    icon={<CloseIcon size={16} />}
                    aria-label={t('removeOf', {
                      name: group.name || t('form.groupNumber', { number: place + 1 }),
                    })}
                    onPress={() => onChange({ groups: draft.groups.filter((one) => one !== group) })}
                  >
                    {t('takeOut')}
                  </Button>
                )}
              </fieldset>
            </li>
          ))}
        </ol>
        {noGroup && <FieldError>{noGroup}</FieldError>}
        <div>
          <Button
            icon={<PlusIcon size={18} />}
            onPress={() =>
              onChange({
                groups: [
                  ...draft.groups,
                  {
                    key: Math.max(0, ...draft.groups.map(({ key }) => key)) + 1,
                    name: '',
                    people: '',
                    rate: '',
                  },
                ],
              })
            }
          >
            {t('form.addGroup')}
          </Button>
        </div>
      </div>
      <Choice
        label={t('form.together')}
        hint={t('form.togetherHint')}
        value={draft.correlation}
        options={[
          ...TOGETHER.map(({ value, word }) => ({ value: value as string, label: t(word) })),
          ...(known ? [] : [{ value: draft.correlation, label: draft.correlation }]),
        ]}
        onChange={(correlation) => onChange({ correlation })}
      />
    </>
  )
}
