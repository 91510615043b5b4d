import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { refusalWords } from '#/api/refusal-words'
import { useLanguage } from '#/lib/useLanguage'
import { SkeletonLines } from '#/ui/Skeleton'
import type { Asked } from './search'
import { limitWords } from './words'

export interface WhyAsked {
  desk: number
  day: string
  asked: Asked
  person?: number | undefined
}

/** Everything in the way, not only the first: each rule with its owner, its scope, what it says, and a way out. */
export function WhyList({ desk, day, asked, person }: WhyAsked) {
  const { t } = useTranslation(['rules', 'everyday'])
  const query = { desk, day, ...asked, ...(person ? { person } : {}) }
  const why = useQuery(api.queryOptions('get', '/bookings/why/', { params: { query } }, { staleTime: 0 }))
  if (why.isPending) return <SkeletonLines lines={2} />
  if (why.isError) return <p className="text-sm">{t('why.failed')}</p>
  if (why.data.allowed) return <p className="text-sm">{t('why.none')}</p>
  return (
    <ol aria-label={t('why.title')} className="flex flex-col gap-3">
      {why.data.reasons.map((reason) => (
        <ReasonLine key={reason.problem.code} reason={reason} />
      ))}
    </ol>
  )
}

function ReasonLine({ reason }: { reason: components['schemas']['Reason'] }) {
  const { t } = useTranslation(['rules', 'everyday'])
  const { t: plain } = useTranslation()
  const language = useLanguage()
  const { problem, until, way_out } = reason
  const { rule } = problem
  const when = until ? limitWords(until, language) : null
  const opens = ['beyond_window', 'not_a_working_day'].includes(problem.code)
  const lines = rule
    ? [
        t('why.rule', { rule: rule.name }),
        t('why.owner', { owner: rule.owner }),
        t('why.scope', { scope: rule.scope }),
        rule.value !== null &&
          typeof rule.value === 'number' &&
          t('why.value', { value: String(rule.value) }),
      ]
    : [!problem.conflicts_with && t('why.always')]
  return (
    <li className="border-t border-card pt-2 text-sm">
      <p className="font-bold">{refusalWords(plain, problem.code, problem.detail)}</p>
      <p className="text-quiet">
        {[...lines, when && t(opens ? 'why.from' : 'why.until', opens ? { from: when } : { until: when })]
          .filter(Boolean)
          .join(' / ')}
      </p>
      <p>{t(`why.way.${way_out}`)}</p>
    </li>
  )
}
