import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { buttonLook, linkLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { MapIcon } from '#/ui/icons'
import { placeLook } from '#/ui/place-look'
import { Select } from '#/ui/Select'
import { SkeletonLines } from '#/ui/Skeleton'
import { departmentsOptions, sectionOptions } from './queries'
import { type SectionMember, sectionFloors } from './section-floors'

interface SectionByFloorProps {
  section: number | null
  day: string
  onChoose: (section: number | null) => void
}

/** A section's people: floor by floor with the way to the map, then those without a desk, then those who are elsewhere. */
export function SectionByFloor({ section, day, onChoose }: SectionByFloorProps) {
  const { t } = useTranslation('people')
  const departments = useQuery(departmentsOptions())
  return (
    <section aria-labelledby="by-section" className="flex flex-col gap-3">
      <h2 id="by-section" className="text-xl leading-[1.5] font-bold tracking-[0.02em]">
        {t('section.title')}
      </h2>
      <Select
        label={t('section.choose')}
        value={section === null ? '' : String(section)}
        options={[
          { value: '', label: t('section.none') },
          ...(departments.data ?? []).map((one) => ({
            value: String(one.id),
            label: `${INDENT[one.kind]}${one.name}`,
          })),
        ]}
        onChange={(value) => onChoose(value === '' ? null : Number(value))}
        className="max-w-100"
      />
      {section !== null && <Floors section={section} day={day} />}
    </section>
  )
}

/** The tree in a flat list: a section stands further in than its bureau. */
const INDENT = { bureau: '', division: '\u3000', section: '\u3000\u3000', unit: '\u3000\u3000\u3000' }

function Floors({ section, day }: { section: number; day: string }) {
  const { t } = useTranslation('people')
  const language = useLanguage()
  const words = useProblemWords()
  const attendance = useQuery(sectionOptions(section, day))
  if (attendance.isPending) return <SkeletonLines lines={4} />
  if (attendance.isError) {
    return (
      <ErrorState title={t('section.failed')} onRetry={() => void attendance.refetch()}>
        {words(attendance.error).title}
      </ErrorState>
    )
  }
  const { floors, unseated, away, unknown } = sectionFloors(attendance.data)
  if (attendance.data.people.length === 0) return <EmptyState title={t('section.empty')} />
  return (
    <div className="flex flex-col gap-6">
      <h3 className="text-lg font-bold">
        {t('section.on', { department: attendance.data.department.name, day: dayName(day, language) })}
      </h3>
      {floors.map((floor) => (
        <Group
          key={floor.id}
          title={floor.name}
          people={floor.people}
          end={
            <Link
              to="/book"
              search={{ day, floor: floor.id, section }}
              className={`${buttonLook('secondary')} text-sm`}
            >
              <MapIcon size={20} />
              {t('section.map', { floor: floor.name })}
            </Link>
          }
        />
      ))}
      {unseated.length > 0 && <Group title={t('section.unseated')} people={unseated} />}
      {away.length > 0 && <Group title={t('section.away')} people={away} />}
      {unknown.length > 0 && <Group title={t('section.unknown')} people={unknown} />}
    </div>
  )
}

function Group({ title, people, end }: { title: string; people: readonly SectionMember[]; end?: ReactNode }) {
  const { t } = useTranslation('people')
  const { t: everyday } = useTranslation()
  return (
    <div>
      <div className="flex flex-wrap items-center gap-3 border-b border-solid-gray-420 pb-2">
        <h4 className="font-bold">{title}</h4>
        <span className="text-sm text-quiet">{t('section.count', { count: people.length })}</span>
        <span className="ms-auto">{end}</span>
      </div>
      <ul className="gap-x-8 sm:columns-2 rail:columns-3">
        {people.map(({ id, name, desk, place }) => (
          <li key={id} className="flex min-h-11 break-inside-avoid items-center gap-3 border-b border-hair">
            <Link
              to="/people/$id"
              params={{ id: String(id) }}
              className={`${linkLook} inline-flex min-h-11 min-w-0 grow items-center`}
            >
              {name}
            </Link>
            {desk && <span className="text-sm font-bold">{desk.code}</span>}
            {!desk && place && (
              <span className={`rounded-4 px-2 text-sm ${placeLook[place]}`}>
                {everyday(`place.${place}`)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
