import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChevronDownIcon } from '#/ui/icons'
import { PlaceLetter } from '#/ui/PlaceLetter'
import { PersonLine } from './PersonLine'
import type { SectionAttendance } from './queries'
import { type PlaceGroup, sectionGroups } from './section-groups'

const WIDE = '(min-width: 56.25rem)'

/** Who of a section is where today, by place. */
export function SectionToday({ section }: { section: SectionAttendance }) {
  const { t } = useTranslation()
  const groups = sectionGroups(section)
  const [wide] = useState(() => window.matchMedia(WIDE).matches)
  if (groups.every(({ place }) => place === 'unknown'))
    return <p className="text-quiet">{t('today.nobodyPlanned')}</p>
  return (
    <div className="grid gap-x-8 gap-y-2 rail:grid-cols-3 rail:gap-y-6">
      {groups.map((group) => (
        <Group key={group.place} group={group} open={wide && group.place !== 'unknown'} />
      ))}
    </div>
  )
}

/** How many make a group worth two columns. */
const MANY = 5

function Group({ group: { place, people }, open }: { group: PlaceGroup; open: boolean }) {
  const { t } = useTranslation()
  const many = people.length >= MANY
  return (
    <details
      open={open}
      className={`group ${many ? 'rail:col-span-2' : ''} ${place === 'unknown' ? 'rail:col-span-3' : ''}`}
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 border-b border-solid-gray-420">
        <PlaceLetter place={place} letter={t(`placeLetter.${place}`)} />
        <span className="font-bold">{t(`place.${place}`)}</span>
        <span className="text-quiet">{t('today.people', { count: people.length })}</span>
        <ChevronDownIcon size={20} className="ms-auto group-open:rotate-180" />
      </summary>
      <ul className={many ? 'gap-x-8 rail:columns-2' : ''}>
        {people.map((whereabout) => (
          <PersonLine key={whereabout.who.person.id} place={place} {...whereabout} />
        ))}
      </ul>
    </details>
  )
}
