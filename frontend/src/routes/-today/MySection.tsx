import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { useProblemWords } from '#/api/useProblemWords'
import { sectionDayOptions } from '#/features/attendance/queries'
import { SectionToday } from '#/features/attendance/SectionToday'
import { sectionGroups } from '#/features/attendance/section-groups'
import { ErrorState } from '#/ui/ErrorState'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'

/** Who of my section is where today. */
export function MySection({
  department,
  today,
}: {
  department: components['schemas']['DepartmentBrief']
  today: string
}) {
  const { t } = useTranslation()
  const words = useProblemWords()
  const section = useQuery(sectionDayOptions(department.id, today))
  const here =
    section.data && sectionGroups(section.data).find(({ place }) => place === 'office')?.people.length
  return (
    <section aria-labelledby="my-section" className="flex flex-col gap-3">
      <SectionHeading
        id="my-section"
        note={section.data && t('today.sectionCount', { all: section.data.people.length, here: here ?? 0 })}
      >
        {t('today.section', { department: department.name })}
      </SectionHeading>
      {section.isPending && <SkeletonLines lines={3} />}
      {section.isError && (
        <ErrorState title={words(section.error).title} onRetry={() => void section.refetch()} />
      )}
      {section.data && <SectionToday section={section.data} />}
    </section>
  )
}
