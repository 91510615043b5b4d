import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { useProblemWords } from '#/api/useProblemWords'
import { sectionDayOptions } from '#/features/attendance/queries'
import { SectionToday } from '#/features/attendance/SectionToday'
import { sectionGroups } from '#/features/attendance/section-groups'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { linkLook } from '#/ui/button-look'
import { ErrorState } from '#/ui/ErrorState'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'

/** Who of my section is where on `day`. */
export function MySection({
  department,
  day,
  isToday,
}: {
  department: components['schemas']['DepartmentBrief']
  day: string
  isToday: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useProblemWords()
  const section = useQuery(sectionDayOptions(department.id, day))
  const here =
    section.data &&
    sectionGroups(section.data)
      .find(({ place }) => place === 'office')
      ?.people.filter(({ who }) => who.counted).length
  return (
    <section aria-labelledby="my-section" className="flex flex-col gap-3">
      <SectionHeading
        id="my-section"
        end={
          <Link to="/section" className={`${linkLook} inline-flex min-h-11 items-center font-bold`}>
            {t('today.openSection')}
          </Link>
        }
        note={
          section.data &&
          t('today.sectionCount', {
            all: section.data.people.filter(({ counted }) => counted).length,
            here: here ?? 0,
          })
        }
      >
        {isToday
          ? t('today.section', { department: department.name })
          : t('today.sectionOn', { department: department.name, day: dayName(day, language) })}
      </SectionHeading>
      {section.isPending && <SkeletonLines lines={3} />}
      {section.isError && (
        <ErrorState title={words(section.error).title} onRetry={() => void section.refetch()} />
      )}
      {section.data && <SectionToday section={section.data} />}
    </section>
  )
}
