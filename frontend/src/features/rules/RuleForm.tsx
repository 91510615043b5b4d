import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { bodyOf, type Draft, draftOf, wrongIn } from './draft'
import { type BookingRule, useSetRule } from './queries'
import { ScopeFields } from './ScopeFields'
import { TrialPart } from './TrialPart'
import { BOOKING_NUMBERS, NO_SHOW_NUMBERS, NUMBERS, type NumberRule, WHO } from './values'

interface RuleFormProps {
  /** The rule to change; null for a new one. */
  rule: BookingRule | null
  today: string
  onDone: () => void
}

/** A rule in plain fields. It can be tried on what was before it is set. */
export function RuleForm({ rule, today, onDone }: RuleFormProps) {
  const { t } = useTranslation(['rules', 'everyday'])
  const words = useProblemWords()
  const [draft, setDraft] = useState<Draft>(() => draftOf(rule))
  const [shown, setShown] = useState(false)
  const set = useSetRule()
  const wrong = wrongIn(draft)
  const change = (next: Partial<Draft>) => setDraft({ ...draft, ...next })
  const missing = (name: 'name' | 'owner') => (shown && wrong.has(name) ? t('form.required') : null)

  const save = (event: FormEvent) => {
    event.preventDefault()
    setShown(true)
    if (wrong.size > 0) return
    set.mutate(
      { id: rule?.id ?? null, body: bodyOf(draft) },
      {
        onSuccess: (saved) => {
          showToast({ tone: 'done', words: t('saved', { name: saved.name }) })
          onDone()
        },
      },
    )
  }
  const number = (name: NumberRule) => {
    const [min, max] = NUMBERS[name]
    return (
      <TextField
        key={name}
        label={t(`form.label.${name}`)}
        inputMode="numeric"
        value={draft.numbers[name]}
        placeholder={t('form.unset')}
        error={shown && wrong.has(name) ? t('form.number', { min, max }) : null}
        onChange={(typed) => change({ numbers: { ...draft.numbers, [name]: typed } })}
      />
    )
  }
  return (
    <form onSubmit={save} noValidate className="flex flex-col gap-8">
      <div className="grid gap-4 rail:grid-cols-2">
        <TextField
          label={t('form.name')}
          hint={t('form.nameHint')}
          value={draft.name}
          error={missing('name')}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={t('form.owner')}
          hint={t('form.ownerHint')}
          value={draft.owner}
          error={missing('owner')}
          onChange={(owner) => change({ owner })}
        />
        <TextField
          label={t('form.nameEn')}
          value={draft.name_en}
          onChange={(name_en) => change({ name_en })}
        />
        <TextField
          label={t('form.ownerEn')}
          value={draft.owner_en}
          onChange={(owner_en) => change({ owner_en })}
        />
      </div>
      <Group title={t('form.scopeHead')}>
        <ScopeFields draft={draft} today={today} onChange={change} />
      </Group>
      <Group title={t('form.valuesHead')} lead={t('form.valuesLead')}>
        <div className="grid items-end gap-4 rail:grid-cols-2">
          <Select
            label={t('form.label.who_may_book')}
            value={draft.who_may_book}
            options={[
              { value: '' as Draft['who_may_book'], label: t('form.unset') },
              ...WHO.map((who) => ({ value: who as Draft['who_may_book'], label: t(`who.${who}`) })),
            ]}
            onChange={(who_may_book) => change({ who_may_book })}
          />
          <Select
            label={t('form.label.closed_days_bookable')}
            value={draft.closed_days_bookable}
            options={[
              { value: '', label: t('form.unset') },
              { value: 'yes', label: t('form.yes') },
              { value: 'no', label: t('form.no') },
            ]}
            onChange={(closed_days_bookable) => change({ closed_days_bookable })}
          />
          {BOOKING_NUMBERS.map(number)}
        </div>
      </Group>
      <Group title={t('form.noShowHead')} lead={t('form.noShowLead')}>
        <div className="grid items-end gap-4 rail:grid-cols-2">{NO_SHOW_NUMBERS.map(number)}</div>
      </Group>
      <TrialPart
        rule={wrong.size === 0 ? bodyOf(draft) : null}
        replaces={rule?.id ?? null}
        today={today}
        onWrong={() => setShown(true)}
      />
      {set.error && (
        <Notice tone="warn">
          <p className="font-bold">{words(set.error).title}</p>
          {words(set.error).lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <div className="sticky bottom-16 z-10 -mx-4 flex flex-wrap gap-3 border-t border-card bg-white px-4 py-3 rail:bottom-0">
        <Button type="submit" kind="primary" size="primary" busy={set.isPending}>
          {t('form.save')}
        </Button>
        <Button size="primary" onPress={onDone}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  )
}

function Group({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <fieldset className="m-0 flex min-w-0 flex-col gap-3 p-0">
      <legend className="mb-1 text-lg font-bold">{title}</legend>
      {lead && <p className="text-sm text-quiet">{lead}</p>}
      {children}
    </fieldset>
  )
}
