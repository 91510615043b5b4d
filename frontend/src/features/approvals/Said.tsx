import { useTranslation } from 'react-i18next'
import { ApiProblem, type Problem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { WarningIcon } from '#/ui/icons'
import type { Registration, RequestState, Waiting } from './shapes'

const CHANGED = new Set(['telework_changed', 'wrong_state'])

/** Why it cannot be approved as it stands: the rule, whose it is, what would do. */
export function WhyNot({ problem }: { problem: Problem }) {
  const { t } = useTranslation('approvals')
  const { title, lines } = useProblemWords()(new ApiProblem(problem))
  return (
    <p className="max-w-[44em] text-sm">
      {t('whyNot', { why: title })}
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </p>
  )
}

/** What one should know before approving. */
export function Warnings({ problems }: { problems: readonly Problem[] }) {
  const words = useProblemWords()
  if (problems.length === 0) return null
  return (
    <ul className="flex max-w-[44em] flex-col gap-1 text-sm">
      {problems.map((problem) => (
        <li key={problem.code} className="flex items-start gap-1.5 text-warn-text">
          <WarningIcon size={18} className="mt-0.5" />
          {words(new ApiProblem(problem)).title}
        </li>
      ))}
    </ul>
  )
}

interface TroubleProps {
  kind: Waiting['kind']
  problem: Problem
  onPutAside: () => void
}

/** What was refused a moment ago, or what happened meanwhile: it stays until it is put aside. */
export function Trouble({ kind, problem, onPutAside }: TroubleProps) {
  const { t } = useTranslation(['approvals', 'telework'])
  const { title, lines } = useProblemWords()(new ApiProblem(problem))
  const changed = CHANGED.has(problem.code)
  const state =
    problem.state === undefined
      ? undefined
      : kind === 'registrations'
        ? t(`approvals:registration.state.${problem.state as Registration['state']}`)
        : t(`telework:state.${problem.state as RequestState}`)
  return (
    <div
      role="alert"
      className="mt-1 flex flex-col items-start gap-1 rounded-8 border border-warn p-3 text-sm"
    >
      <p className="flex items-start gap-1.5 font-bold text-warn-text">
        <WarningIcon size={18} className="mt-0.5" />
        {changed && state
          ? t('approvals:meanwhile', { state })
          : changed
            ? t('approvals:meanwhileUnknown')
            : title}
      </p>
      {!changed && lines.map((line) => <p key={line}>{line}</p>)}
      <Button kind="link" onPress={onPutAside}>
        {t('approvals:putAside')}
      </Button>
    </div>
  )
}
