import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { ruleLines } from '#/features/rules/lines'
import { rulesOptions } from '#/features/rules/queries'
import { RuleCard } from '#/features/rules/RuleCard'
import { RuleForm } from '#/features/rules/RuleForm'
import { useScopeWords } from '#/features/rules/useScopeWords'
import { STANDARD } from '#/features/rules/values'
import { openBooks } from '#/lib/i18n'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { PlusIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'
import { SkeletonLines } from '#/ui/Skeleton'

interface RulesSearch {
  /** The rule being changed, or a new one. */
  edit?: number | 'new'
}

export const Route = createFileRoute('/rules')({
  validateSearch: (raw: Record<string, unknown>): RulesSearch => {
    if (raw.edit === 'new') return { edit: 'new' }
    const number = Number(raw.edit)
    return raw.edit !== undefined && Number.isSafeInteger(number) && number > 0 ? { edit: number } : {}
  },
  beforeLoad: () => openBooks('rules', 'refusals'),
  component: Rules,
})

/** 予約の規則: what they say in plain words, and a way to try one before it is set. */
function Rules() {
  const { t } = useTranslation(['rules', 'everyday'])
  const words = useProblemWords()
  const { roles, today } = useMe()
  const { edit } = Route.useSearch()
  const navigate = Route.useNavigate()
  const asked = useQuery(rulesOptions())
  const rules = asked.data ?? []
  const scope = useScopeWords(rules, today)
  const maySet = roles.includes('facilities') || roles.includes('it')
  const open = (next: RulesSearch['edit']) =>
    void navigate({ search: next === undefined ? {} : { edit: next } })
  const edited = rules.find(({ id }) => id === edit)
  if (maySet && (edit === 'new' || edited)) {
    return (
      <div key={String(edit)} className="flex max-w-240 flex-col gap-6">
        <PageHeading>{t(edited ? 'form.editTitle' : 'form.newTitle')}</PageHeading>
        <RuleForm rule={edited ?? null} today={today} onDone={() => open(undefined)} />
      </div>
    )
  }
  return (
    <div className="flex max-w-240 flex-col gap-6">
      <div>
        <div className="flex flex-wrap items-center gap-4">
          <PageHeading>{t('title')}</PageHeading>
          {maySet && (
            <Button className="ms-auto" icon={<PlusIcon size={20} />} onPress={() => open('new')}>
              {t('add')}
            </Button>
          )}
        </div>
        <p className="mt-1 max-w-[44em] text-quiet">{t('lead')}</p>
      </div>
      {asked.isPending && <SkeletonLines lines={3} className="h-32" />}
      {asked.isError && !asked.data && (
        <ErrorState title={t('failed')} onRetry={() => void asked.refetch()}>
          {words(asked.error).title}
        </ErrorState>
      )}
      {asked.data && rules.length === 0 && <EmptyState title={t('empty')}>{t('emptyLead')}</EmptyState>}
      {rules.map((rule) => (
        <RuleCard
          key={rule.id}
          rule={rule}
          scope={scope(rule)}
          maySet={maySet}
          onEdit={() => open(rule.id)}
        />
      ))}
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-bold">{t('defaults')}</summary>
        <ul className="grid gap-x-8 gap-y-1 rail:grid-cols-2">
          {ruleLines(t, STANDARD).map((line) => (
            <li key={line} className="before:me-2 before:content-['・']">
              {line}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
