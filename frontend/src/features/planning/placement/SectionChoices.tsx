import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Chip } from '#/ui/Chip'
import { PlusIcon } from '#/ui/icons'
import { Select } from '#/ui/Select'
import type { Named } from '../shapes'
import type { Pair } from './wish'

type Sections = readonly (Named & { bureau: string })[]

const NONE = ''

interface SectionSelectProps {
  label: string
  value: string
  sections: Sections
  onChange: (section: string) => void
}

function SectionSelect({ label, value, sections, onChange }: SectionSelectProps) {
  const { t } = useTranslation('planning')
  return (
    <Select
      label={label}
      value={value}
      options={[
        { value: NONE, label: t('choose') },
        ...sections.map(({ id, name, bureau }) => ({
          value: String(id),
          label: bureau && bureau !== name ? `${bureau} ${name}` : name,
        })),
      ]}
      onChange={onChange}
      className="w-72 max-w-full"
    />
  )
}

interface FixedSectionsProps {
  sections: Sections
  floors: readonly Named[]
  fixed: Readonly<Record<number, number>>
  onChange: (fixed: Record<number, number>) => void
}

/** Sections whose floor is decided already. */
export function FixedSections({ sections, floors, fixed, onChange }: FixedSectionsProps) {
  const { t } = useTranslation('planning')
  const [section, setSection] = useState(NONE)
  const [floor, setFloor] = useState(NONE)
  const decided = sections.filter(({ id }) => fixed[id] !== undefined)
  const floorName = (id: number | undefined) => floors.find((one) => one.id === id)?.name ?? ''
  return (
    <div className="flex flex-col gap-3">
      {decided.length > 0 && (
        <ul aria-label={t('place.fixed')} className="flex flex-wrap gap-2">
          {decided.map(({ id, name }) => (
            <li key={id}>
              <Chip
                chosen
                onChange={() => {
                  const { [id]: _gone, ...others } = fixed
                  onChange(others)
                }}
              >
                {t('place.fixedTo', { name, floor: floorName(fixed[id]) })}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <SectionSelect
          label={t('place.section')}
          value={section}
          sections={sections.filter(({ id }) => fixed[id] === undefined)}
          onChange={setSection}
        />
        <Select
          label={t('place.floor')}
          value={floor}
          options={[
            { value: NONE, label: t('choose') },
            ...floors.map((one) => ({ value: String(one.id), label: one.name })),
          ]}
          onChange={setFloor}
          className="w-48"
        />
        <Button
          icon={<PlusIcon size={18} />}
          isDisabled={section === NONE || floor === NONE}
          onPress={() => {
            onChange({ ...fixed, [Number(section)]: Number(floor) })
            setSection(NONE)
          }}
        >
          {t('place.fix')}
        </Button>
      </div>
    </div>
  )
}

interface SomeSectionsProps {
  label: string
  sections: Sections
  chosen: readonly number[]
  onChange: (chosen: number[]) => void
}

/** Some of the sections, as chips; more from the list. */
export function SomeSections({ label, sections, chosen, onChange }: SomeSectionsProps) {
  const { t } = useTranslation('planning')
  const [section, setSection] = useState(NONE)
  const some = sections.filter(({ id }) => chosen.includes(id))
  return (
    <div className="flex flex-col gap-3">
      <p className="font-bold">{t('counted', { label, count: some.length })}</p>
      {some.length > 0 && (
        <ul aria-label={label} className="flex flex-wrap gap-2">
          {some.map(({ id, name }) => (
            <li key={id}>
              <Chip chosen onChange={() => onChange(chosen.filter((one) => one !== id))}>
                {name}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <SectionSelect
          label={t('place.moreCounters')}
          value={section}
          sections={sections.filter(({ id }) => !chosen.includes(id))}
          onChange={setSection}
        />
        <Button
          icon={<PlusIcon size={18} />}
          isDisabled={section === NONE}
          onPress={() => {
            onChange([...chosen, Number(section)])
            setSection(NONE)
          }}
        >
          {t('add')}
        </Button>
      </div>
    </div>
  )
}

interface NearSectionsProps {
  sections: Sections
  pairs: readonly Pair[]
  onChange: (pairs: Pair[]) => void
}

/** Pairs of sections that should be close to one another. */
export function NearSections({ sections, pairs, onChange }: NearSectionsProps) {
  const { t } = useTranslation('planning')
  const [a, setA] = useState(NONE)
  const [b, setB] = useState(NONE)
  const name = (of: number) => sections.find(({ id }) => id === of)?.name ?? ''
  return (
    <div className="flex flex-col gap-3">
      {pairs.length > 0 && (
        <ul aria-label={t('place.near')} className="flex flex-wrap gap-2">
          {pairs.map((pair) => (
            <li key={pair.key}>
              <Chip chosen onChange={() => onChange(pairs.filter((one) => one !== pair))}>
                {t('place.pair', { a: name(pair.a), b: name(pair.b) })}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <SectionSelect label={t('place.nearA')} value={a} sections={sections} onChange={setA} />
        <SectionSelect
          label={t('place.nearB')}
          value={b}
          sections={sections.filter(({ id }) => String(id) !== a)}
          onChange={setB}
        />
        <Button
          icon={<PlusIcon size={18} />}
          isDisabled={a === NONE || b === NONE || a === b}
          onPress={() => {
            const key = Math.max(0, ...pairs.map((pair) => pair.key)) + 1
            onChange([...pairs, { key, a: Number(a), b: Number(b) }])
            setB(NONE)
          }}
        >
          {t('add')}
        </Button>
      </div>
    </div>
  )
}
