import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Card } from '#/ui/Card'
import { ErrorState } from '#/ui/ErrorState'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { DepartmentForm } from './DepartmentForm'
import { type DepartmentRules, departmentRulesOptions } from './queries'
import { RulesRead } from './RulesRead'

/** One department: how many have to be on site, what holds there, and setting it. */
export function DepartmentPart({ id }: { id: number }) {
  const { t } = useTranslation(['sectionRules', 'everyday'])
  const words = useProblemWords()
  const [editing, setEditing] = useState(false)
  const asked = useQuery(departmentRulesOptions(id))
  const rules = asked.data
  if (asked.isPending) return <SkeletonLines lines={4} className="h-16" />
  if (!rules) {
    return (
      <ErrorState title={t('failed')} onRetry={() => void asked.refetch()}>
        {words(asked.error).title}
      </ErrorState>
    )
  }
  return (
    <section aria-labelledby="department-rules" className="flex flex-col gap-6">
      <SectionHeading
        id="department-rules"
        end={
          !editing &&
          rules.may_set.length > 0 && (
            <Button kind="primary" onPress={() => setEditing(true)}>
              {t('change')}
            </Button>
          )
        }
      >
        {rules.department.name}
      </SectionHeading>
      {editing ? (
        <DepartmentForm rules={rules} onDone={() => setEditing(false)} />
      ) : (
        <>
          <MinimumCard rules={rules} />
          <RulesRead rules={rules} />
        </>
      )}
    </section>
  )
}

function MinimumCard({ rules }: { rules: DepartmentRules }) {
  const { t } = useTranslation('sectionRules')
  const { minimum_on_site_holds: holds, minimum_on_site_from: from, department } = rules
  return (
    <Card label={t('count.short')}>
      <p className="text-sm text-quiet">{t('count.short')}</p>
      <p className="text-xl font-bold">
        {holds === 0 ? t('count.none') : t('count.people', { count: holds })}
      </p>
      {from && from.id !== department.id && (
        <p className="text-sm">{t('count.from', { department: from.name })}</p>
      )}
    </Card>
  )
}
