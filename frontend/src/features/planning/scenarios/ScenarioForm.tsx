import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { RefusedNotice } from '#/ui/RefusedNotice'
import { SkeletonLines } from '#/ui/Skeleton'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { Choice } from '../Choice'
import { FieldGroup } from '../FieldGroup'
import { recordedDaysOptions, useAddScenario, useChangeScenario } from '../queries'
import type { RecordedDays, Scenario } from '../shapes'
import { fieldProblems } from '../wrong-fields'
import { draftOf, emptyDraft, type ScenarioDraft, supposedOf, wrongIn } from './draft'
import { EnoughFields, FineFields } from './EnoughFields'
import { ExpectedFields } from './ExpectedFields'
import { HistoryFields } from './HistoryFields'
import { RatesFields } from './RatesFields'

interface ScenarioFormProps {
  /** What it begins with: a scenario to be changed or copied; null for an empty one. */
  from: Scenario | null
  /** The scenario itself is changed; otherwise a new one is made. */
  changes: boolean
  /** The name that is proposed for a new one. */
  name: string
  today: string
  onSaved: (scenario: Scenario) => void
  onLeave: () => void
}

const FINE = ['floor_people', 'working_days_a_year', 'draws', 'seed']

/** 条件: what is supposed, in plain words. Saving works it out at once. */
export function ScenarioForm(props: ScenarioFormProps) {
  const { data, isPending } = useQuery(recordedDaysOptions())
  // Without an answer the form still asks, of the last eight weeks up to yesterday.
  return isPending ? (
    <SkeletonLines lines={6} className="h-14" />
  ) : (
    <Fields {...props} recorded={data ?? []} />
  )
}

interface FieldsProps extends ScenarioFormProps {
  recorded: readonly RecordedDays[]
}

function Fields({ from, changes, name, today, recorded, onSaved, onLeave }: FieldsProps) {
  const { t } = useTranslation('planning')
  const words = useProblemWords()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<ScenarioDraft>(() =>
    from
      ? { ...draftOf(from, today, recorded), name: changes ? from.name : name }
      : emptyDraft(name, today, recorded),
  )
  const [tried, setTried] = useState(false)
  const add = useAddScenario()
  const alter = useChangeScenario()
  const act = changes ? alter : add
  const wrong = wrongIn(draft)
  const told = fieldProblems(act.error)
  const error = (field: string): string | null => {
    const own = wrong[field]
    if (own) return tried ? t(`wrong.${own}`) : null
    return (told[field] ?? told[`${draft.basis}.${field}`])?.join(' ') ?? null
  }
  const change = (next: Partial<ScenarioDraft>) => {
    if (act.error) act.reset()
    setDraft({ ...draft, ...next })
  }

  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(wrong).length > 0) {
      // The fields say what is wrong after the next paint.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const body = { name: draft.name.trim(), supposed: supposedOf(draft) }
    const done = {
      onSuccess: (saved: Scenario) => {
        showToast({ tone: 'done', words: t('form.saved', { name: saved.name }) })
        onSaved(saved)
      },
    }
    if (changes && from) alter.mutate({ id: from.id, body: { ...body, revision: from.revision } }, done)
    else add.mutate(body, done)
  }
  const part = { draft, error, onChange: change }
  const fineWrong = FINE.some((field) => error(field) !== null)
  return (
    <form ref={form} onSubmit={save} noValidate className="flex max-w-240 flex-col gap-8">
      <TextField
        label={t('form.name')}
        hint={t('form.nameHint')}
        value={draft.name}
        maxLength={100}
        error={error('name')}
        onChange={(typed) => change({ name: typed })}
        className="max-w-120"
      />
      <FieldGroup title={t('form.basisGroup')}>
        <Choice
          label={t('form.basis')}
          value={draft.basis}
          options={[
            { value: 'history', label: t('form.history'), note: t('form.historyNote') },
            { value: 'rates', label: t('form.rates'), note: t('form.ratesNote') },
          ]}
          onChange={(basis) => change({ basis })}
        />
        {draft.basis === 'history' ? (
          <HistoryFields {...part} today={today} recorded={recorded} />
        ) : (
          <RatesFields {...part} />
        )}
      </FieldGroup>
      <FieldGroup title={t('form.expectedGroup')} lead={t('form.expectedLead')}>
        <ExpectedFields {...part} />
      </FieldGroup>
      <FieldGroup title={t('form.enoughGroup')}>
        <EnoughFields {...part} />
      </FieldGroup>
      <details open={fineWrong || undefined}>
        <summary className="min-h-11 cursor-pointer py-2 text-lg font-bold">{t('form.fineGroup')}</summary>
        <div className="pt-2">
          <FineFields {...part} />
        </div>
      </details>
      <RefusedNotice words={act.error ? words(act.error) : null} />
      <div className="sticky bottom-16 z-10 -mx-4 flex flex-wrap gap-3 border-t border-card bg-white px-4 py-3 rail:bottom-0">
        <Button type="submit" kind="primary" size="primary" busy={act.isPending}>
          {t('form.save')}
        </Button>
        <Button size="primary" onPress={onLeave}>
          {t('form.leave')}
        </Button>
      </div>
    </form>
  )
}
