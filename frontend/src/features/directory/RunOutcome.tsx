import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { WarningIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { showToast } from '#/ui/toasts'
import { Ask } from './Ask'
import { useApply, useDiscard } from './acts'
import { ChangeRow } from './ChangeRow'
import { Pages } from './Pages'
import { useChanges } from './queries'
import type { Hold, Run } from './shapes'
import { useCountWords } from './useCountWords'

/** What came of a run, and what can be done about it. */
export function RunOutcome({ run }: { run: Run }) {
  const { t } = useTranslation('directory')
  if (run.state === 'failed') return <Failed run={run} />
  if (run.state === 'held' || run.state === 'planned') return <Undecided run={run} />
  return (
    <p role={run.state === 'running' ? 'status' : undefined} className="max-w-[44em]">
      {t(`outcome.${run.state}`)}
    </p>
  )
}

function Failed({ run: { problem } }: { run: Run }) {
  const { t } = useTranslation('directory')
  const code = String(problem.trouble ?? problem.code ?? 'other')
  const what = t(`problem.${code}.what` as 'problem.other.what', { defaultValue: t('problem.other.what') })
  const todo = t(`problem.${code}.todo` as 'problem.other.todo', { defaultValue: t('problem.other.todo') })
  const said = [problem.entry, problem.detail]
    .filter((one) => typeof one === 'string' && one !== '')
    .join(': ')
  return (
    <div className="flex flex-col gap-2 rounded-12 border border-warn p-4 rail:p-6">
      <p className="flex items-start gap-3 text-lg font-bold">
        <WarningIcon className="mt-0.5 text-warn" />
        {what}
      </p>
      <p className="max-w-[44em]">{todo}</p>
      <p className="max-w-[44em] text-quiet">{t('outcome.failed')}</p>
      {said && <p className="font-mono text-sm break-all">{said}</p>}
    </div>
  )
}

/** A plan that waits for somebody: to be applied as it stands here, or thrown away. */
function Undecided({ run }: { run: Run }) {
  const { t } = useTranslation('directory')
  const held = run.state === 'held'
  if (run.fingerprint === '') return <p className="max-w-[44em]">{t('outcome.nothing')}</p>
  return (
    <div
      className={`flex flex-col gap-4 rounded-12 border p-4 rail:p-6 ${held ? 'border-warn' : 'border-accent'}`}
    >
      {held ? (
        <>
          <p className="flex items-start gap-3 text-lg font-bold">
            <WarningIcon className="mt-0.5 text-warn" />
            {t('held.title')}
          </p>
          <ul className="max-w-[44em] list-disc ps-6">
            {run.held_because.map((hold) => (
              <li key={hold.code}>
                <HoldSentence hold={hold} />
              </li>
            ))}
          </ul>
          <p className="max-w-[44em]">{t('held.todo')}</p>
        </>
      ) : (
        <p className="max-w-[44em]">{t('outcome.planned')}</p>
      )}
      <Decide run={run} />
      {held && (run.counts['person.ended'] ?? 0) > 0 && <Ending run={run} />}
    </div>
  )
}

function HoldSentence({ hold }: { hold: Hold }) {
  const { t } = useTranslation('directory')
  return t(`held.${hold.code}` as 'held.people_ended', {
    defaultValue: t('held.other'),
    count: hold.count,
    share: hold.share_percent,
    most: hold.most_percent,
  })
}

/** Those whose time on the roll would end. */
function Ending({ run }: { run: Run }) {
  const { t } = useTranslation('directory')
  const pages = useChanges(run.id, { subject: 'person', did: 'ended' })
  const title = t('held.ending', { count: run.counts['person.ended'] ?? 0 })
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 font-bold">{title}</summary>
      <Pages
        label={title}
        pages={pages}
        rowKey={({ position }) => position}
        empty={<EmptyState title={t('changes.none')} />}
      >
        {(change) => <ChangeRow change={change} brief />}
      </Pages>
    </details>
  )
}

function Decide({ run }: { run: Run }) {
  const { t } = useTranslation('directory')
  const words = useProblemWords()
  const counted = useCountWords()
  const apply = useApply()
  const discard = useDiscard()
  const [asking, setAsking] = useState<'apply' | 'discard' | null>(null)
  const [overtaken, setOvertaken] = useState(false)
  const close = () => setAsking(null)
  const doApply = () =>
    apply.mutate(run, {
      onSuccess: () => {
        close()
        showToast({ tone: 'done', words: t('decide.applied') })
      },
      onError: (error) => {
        if (!(error instanceof ApiProblem) || error.code !== 'directory_plan_changed') return
        close()
        setOvertaken(true)
      },
    })
  const doDiscard = () =>
    discard.mutate(run.id, {
      onSuccess: () => {
        close()
        showToast({ tone: 'done', words: t('decide.discarded') })
      },
      onError: (error) => {
        close()
        showToast({ tone: 'failed', words: words(error).title })
      },
    })
  return (
    <div className="flex flex-col gap-4">
      {overtaken && (
        <Notice tone="warn">
          <p className="font-bold">{t('decide.overtaken')}</p>
          <p>{t('decide.overtakenTodo')}</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button
          kind="primary"
          size="primary"
          className="max-rail:w-full"
          onPress={() => {
            apply.reset()
            setAsking('apply')
          }}
        >
          {t('decide.apply')}
        </Button>
        <Button size="primary" className="max-rail:w-full" onPress={() => setAsking('discard')}>
          {t('decide.discard')}
        </Button>
      </div>
      <Ask
        open={asking === 'apply'}
        title={t('decide.applyAsk')}
        verb={t('decide.applyDo')}
        kind={run.state === 'held' ? 'destructive' : 'primary'}
        busy={apply.isPending}
        error={apply.error}
        onDo={doApply}
        onClose={close}
      >
        <p className="font-bold">{counted(run.counts)}</p>
        <p>{t('decide.applyMeans')}</p>
      </Ask>
      <Ask
        open={asking === 'discard'}
        title={t('decide.discardAsk')}
        verb={t('decide.discardDo')}
        kind="primary"
        busy={discard.isPending}
        error={null}
        onDo={doDiscard}
        onClose={close}
      >
        <p>{t('decide.discardMeans')}</p>
      </Ask>
    </div>
  )
}
