import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { changesIn, type Draft, draftOf, undoing, wrongIn } from './draft'
import { GROUP_NAMES, GROUPS } from './kinds'
import {
  type DepartmentChange,
  type DepartmentRules,
  type RuleName,
  type RuleValues,
  useSetDepartmentRules,
} from './queries'
import { RuleField } from './RuleField'
import { type Change, SaveDialog } from './SaveDialog'
import { ruleSentence } from './sentence'

const MOST_PEOPLE = 1000

/** The rules that may be set here, and how many people have to be on site. */
export function DepartmentForm({ rules, onDone }: { rules: DepartmentRules; onDone: () => void }) {
  const { t } = useTranslation(['sectionRules', 'telework', 'everyday'])
  const words = useProblemWords()
  const set = useSetDepartmentRules(rules.department.id)
  const [draft, setDraft] = useState<Draft>(() => draftOf(rules.own, rules.may_set))
  const [count, setCount] = useState(String(rules.minimum_on_site_count))
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState(false)
  const wrong = wrongIn(draft)
  const countWrong = !/^\d{1,4}$/.test(count) || Number(count) > MOST_PEOPLE
  const changed = changesIn(draft, rules.own)
  const countChanged = Number(count) !== rules.minimum_on_site_count
  const nothing = Object.keys(changed).length === 0 && !countChanged
  const maySetCount = rules.may_set.includes('minimum_on_site')

  const ask = (event: FormEvent) => {
    event.preventDefault()
    setShown(true)
    if (wrong.size > 0 || countWrong) return
    if (nothing) onDone()
    else setAsking(true)
  }
  const failed = (error: unknown) => showToast({ tone: 'failed', words: words(error).title })
  const save = () => {
    const body: DepartmentChange = { ...changed, version: rules.version }
    const back: DepartmentChange = undoing(changed, rules.own)
    if (countChanged) {
      body.minimum_on_site_count = Number(count)
      back.minimum_on_site_count = rules.minimum_on_site_count
    }
    set.mutate(body, {
      onSuccess: ({ version }) => {
        showToast({
          tone: 'done',
          words: t('saved', { department: rules.department.name }),
          action: {
            label: t('undo'),
            onPress: () =>
              void set
                .mutateAsync({ ...back, version })
                .then(() => showToast({ tone: 'done', words: t('undone') }))
                .catch(failed),
          },
        })
        onDone()
      },
    })
  }
  return (
    <form onSubmit={ask} noValidate className="flex flex-col gap-8">
      {maySetCount && (
        <TextField
          label={t('count.label', { department: rules.department.name })}
          hint={t('count.hint')}
          inputMode="numeric"
          value={count}
          error={shown && countWrong ? t('wrongNumber', { min: 0, max: MOST_PEOPLE }) : null}
          onChange={setCount}
          className="max-w-120"
        />
      )}
      {GROUP_NAMES.map((group) => {
        const names = GROUPS[group].filter((name: RuleName) => rules.may_set.includes(name))
        if (names.length === 0) return null
        return (
          <fieldset key={group} className="m-0 min-w-0 p-0">
            <legend className="mb-3 text-lg font-bold">{t(`group.${group}`)}</legend>
            <div className="grid items-start gap-6 rail:grid-cols-2">
              {names.map((name) => (
                <RuleField
                  key={name}
                  name={name}
                  typed={draft[name] ?? null}
                  onChange={(typed) => setDraft({ ...draft, [name]: typed })}
                  otherwise={ruleSentence(t, name, rules.inherited[name])}
                  wrong={shown && wrong.has(name)}
                />
              ))}
            </div>
          </fieldset>
        )
      })}
      <div className="sticky bottom-16 z-10 -mx-4 flex flex-wrap gap-3 border-t border-card bg-white px-4 py-3 rail:bottom-0">
        <Button type="submit" kind="primary" size="primary">
          {t('look')}
        </Button>
        <Button size="primary" onPress={onDone}>
          {t('stop')}
        </Button>
      </div>
      <SaveDialog
        open={asking}
        changes={changes()}
        busy={set.isPending}
        error={set.error}
        onClose={() => setAsking(false)}
        onSave={save}
      />
    </form>
  )

  function changes(): Change[] {
    const found = (Object.keys(changed) as RuleName[]).map((name) => ({
      label: t(`label.${name}`),
      before: ruleSentence(t, name, rules.effective[name]),
      after: afterwards(name, changed),
    }))
    if (!countChanged) return found
    const people = (many: number) => (many === 0 ? t('count.none') : t('count.people', { count: many }))
    const label = t('count.short')
    return [{ label, before: people(rules.minimum_on_site_count), after: people(Number(count)) }, ...found]
  }

  function afterwards(name: RuleName, values: Partial<RuleValues>): string {
    const value = values[name] ?? null
    const left = t('save.left', { says: ruleSentence(t, name, rules.inherited[name]) })
    return value === null ? left : ruleSentence(t, name, value)
  }
}
