import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { ErrorState } from '#/ui/ErrorState'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { showToast } from '#/ui/toasts'
import { changesIn, type Draft, draftOf, undoing, wrongIn } from './draft'
import { GROUP_NAMES, GROUPS } from './kinds'
import { type EveryRow, everyRowOptions, type RuleName, type RuleValues, useSetEveryone } from './queries'
import { RuleField } from './RuleField'
import { SaveDialog } from './SaveDialog'
import { ruleSentence } from './sentence'

const EVERY_RULE = GROUP_NAMES.flatMap((group): readonly RuleName[] => GROUPS[group])

/** The rules for everyone, and which of them departments may set: HR's and IT's part of the screen. */
export function EveryonePart() {
  const { t } = useTranslation(['sectionRules', 'everyday'])
  const words = useProblemWords()
  const [editing, setEditing] = useState(false)
  const asked = useQuery(everyRowOptions())
  const every = asked.data
  if (asked.isPending) return <SkeletonLines lines={4} className="h-16" />
  if (!every) {
    return (
      <ErrorState title={t('failed')} onRetry={() => void asked.refetch()}>
        {words(asked.error).title}
      </ErrorState>
    )
  }
  return (
    <section aria-labelledby="everyone-rules" className="flex flex-col gap-6">
      <SectionHeading
        id="everyone-rules"
        end={
          !editing && (
            <Button kind="primary" onPress={() => setEditing(true)}>
              {t('change')}
            </Button>
          )
        }
      >
        {t('everyone.title')}
      </SectionHeading>
      {editing ? (
        <EveryoneForm every={every} onDone={() => setEditing(false)} />
      ) : (
        <EveryoneRead every={every} />
      )}
    </section>
  )
}

function saysOf(every: EveryRow): RuleValues {
  const row = every.rows.find(({ department }) => department === null)
  return row?.says ?? (Object.fromEntries(EVERY_RULE.map((name) => [name, null])) as unknown as RuleValues)
}

function EveryoneRead({ every }: { every: EveryRow }) {
  const { t } = useTranslation(['sectionRules', 'telework', 'everyday'])
  const says = saysOf(every)
  return (
    <>
      {GROUP_NAMES.map((group) => (
        <section key={group} aria-labelledby={`everyone-${group}`}>
          <h3 id={`everyone-${group}`} className="mb-1 font-bold">
            {t(`group.${group}`)}
          </h3>
          <ul className="border-t border-hair">
            {GROUPS[group].map((name: RuleName) => (
              <li
                key={name}
                className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-b border-hair py-2"
              >
                <span className="min-w-0 grow">
                  {ruleSentence(t, name, says[name] ?? every.defaults[name])}
                </span>
                <span className="text-sm text-quiet">
                  {[
                    says[name] === null ? t('whose.default') : '',
                    every.set_by_departments.includes(name) ? t('everyone.left') : '',
                  ]
                    .filter(Boolean)
                    .join(t('separator'))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function EveryoneForm({ every, onDone }: { every: EveryRow; onDone: () => void }) {
  const { t } = useTranslation(['sectionRules', 'telework', 'everyday'])
  const words = useProblemWords()
  const set = useSetEveryone()
  const says = saysOf(every)
  const [draft, setDraft] = useState<Draft>(() => draftOf(says, EVERY_RULE))
  const [left, setLeft] = useState<readonly RuleName[]>(every.set_by_departments)
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState(false)
  const wrong = wrongIn(draft)
  const changed = changesIn(draft, says)
  const leftChanged = EVERY_RULE.some(
    (name) => left.includes(name) !== every.set_by_departments.includes(name),
  )
  const ask = (event: FormEvent) => {
    event.preventDefault()
    setShown(true)
    if (wrong.size > 0) return
    if (Object.keys(changed).length === 0 && !leftChanged) onDone()
    else setAsking(true)
  }
  const save = () => {
    const more = leftChanged ? { set_by_departments: [...left] } : {}
    const lessAgain = leftChanged ? { set_by_departments: [...every.set_by_departments] } : {}
    const back = { ...undoing(changed, says), ...lessAgain }
    set.mutate(
      { ...changed, ...more },
      {
        onSuccess: () => {
          showToast({
            tone: 'done',
            words: t('everyone.saved'),
            action: {
              label: t('undo'),
              onPress: () =>
                void set
                  .mutateAsync(back)
                  .then(() => showToast({ tone: 'done', words: t('undone') }))
                  .catch((error: unknown) => showToast({ tone: 'failed', words: words(error).title })),
            },
          })
          onDone()
        },
      },
    )
  }
  const listed = (names: readonly RuleName[]) =>
    names.length === 0 ? t('everyone.leftNone') : names.map((name) => t(`label.${name}`)).join(t('separator'))
  return (
    <form onSubmit={ask} noValidate className="flex flex-col gap-8">
      {GROUP_NAMES.map((group) => (
        <fieldset key={group} className="m-0 min-w-0 p-0">
          <legend className="mb-3 text-lg font-bold">{t(`group.${group}`)}</legend>
          <div className="grid items-start gap-6 rail:grid-cols-2">
            {GROUPS[group].map((name: RuleName) => (
              <div key={name} className="flex flex-col gap-1">
                <RuleField
                  name={name}
                  typed={draft[name] ?? null}
                  onChange={(typed) => setDraft({ ...draft, [name]: typed })}
                  otherwise={ruleSentence(t, name, every.defaults[name])}
                  wrong={shown && wrong.has(name)}
                />
                <label className="flex min-h-11 cursor-pointer items-center gap-2 self-start pe-2 text-sm">
                  <input
                    type="checkbox"
                    checked={left.includes(name)}
                    onChange={(event) =>
                      setLeft(
                        EVERY_RULE.filter((one) =>
                          one === name ? event.target.checked : left.includes(one),
                        ),
                      )
                    }
                    className="size-5 shrink-0 accent-accent"
                  />
                  <span>
                    <span className="sr-only">{t(`label.${name}`)} </span>
                    {t('everyone.left')}
                  </span>
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      ))}
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
        changes={[
          ...(Object.keys(changed) as RuleName[]).map((name) => ({
            label: t(`label.${name}`),
            before: ruleSentence(t, name, says[name] ?? every.defaults[name]),
            after: ruleSentence(t, name, changed[name] ?? every.defaults[name]),
          })),
          ...(leftChanged
            ? [{ label: t('everyone.left'), before: listed(every.set_by_departments), after: listed(left) }]
            : []),
        ]}
        busy={set.isPending}
        error={set.error}
        onClose={() => setAsking(false)}
        onSave={save}
      />
    </form>
  )
}
