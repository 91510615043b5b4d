import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { ErrorState } from '#/ui/ErrorState'
import { PageHeading } from '#/ui/PageHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { BackLink } from '../BackLink'
import { scenarioOptions, scenariosOptions } from '../queries'
import type { Scenario } from '../shapes'
import { ScenarioForm } from './ScenarioForm'

interface AddScenarioProps {
  /** The scenario it begins as a copy of. */
  copyOf: number | null
  onSaved: (scenario: Scenario) => void
  onLeave: () => void
}

/** A new scenario, empty or as a copy of another. */
export function AddScenario({ copyOf, onSaved, onLeave }: AddScenarioProps) {
  const { t } = useTranslation('planning')
  const words = useProblemWords()
  const { today } = useMe()
  const others = useQuery(scenariosOptions())
  const copied = useQuery({ ...scenarioOptions(copyOf ?? 0), enabled: copyOf !== null })
  const failed = others.error ?? copied.error
  const ready = others.data && (copyOf === null || copied.data)
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <div>
        <BackLink />
        <PageHeading>{t(copyOf === null ? 'form.newTitle' : 'form.copyTitle')}</PageHeading>
        <p className="mt-1 max-w-[44em] text-quiet">{t('form.lead')}</p>
      </div>
      {failed && !ready && (
        <ErrorState
          title={t('failed')}
          onRetry={() => void Promise.all([others.refetch(), copied.refetch()])}
        >
          {words(failed).title}
        </ErrorState>
      )}
      {!ready && !failed && <SkeletonLines lines={6} className="h-14" />}
      {ready && (
        <ScenarioForm
          from={copied.data ?? null}
          changes={false}
          name={freeName(
            copied.data?.name ?? t('form.firstName'),
            others.data.map(({ name }) => name),
          )}
          today={today}
          onSaved={onSaved}
          onLeave={onLeave}
        />
      )}
    </div>
  )
}

/** The name itself, or with the first number with which nothing is called yet. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name
  for (let number = 2; ; number += 1) {
    const numbered = `${name.slice(0, 96)} ${number}`
    if (!taken.includes(numbered)) return numbered
  }
}
