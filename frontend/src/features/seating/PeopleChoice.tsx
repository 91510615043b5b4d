import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckIcon, CloseIcon } from '#/ui/icons'

export interface Named {
  id: number
  name: string
}

interface PeopleChoiceProps {
  /** The people of my section. */
  section: { name: string; people: readonly Named[] } | null
  /** People of other sections that were added. */
  others: readonly Named[]
  chosen: ReadonlySet<number>
  me: number
  onChange: (chosen: number[]) => void
  onRemoveOther: (person: number) => void
  /** The way to find somebody of another section. */
  finder: ReactNode
}

/** Who sits together: my section to tick, others to find by name. */
export function PeopleChoice({
  section,
  others,
  chosen,
  me,
  onChange,
  onRemoveOther,
  finder,
}: PeopleChoiceProps) {
  const { t } = useTranslation('seating')
  const heading = useId()
  const toggle = (id: number) =>
    onChange(chosen.has(id) ? [...chosen].filter((other) => other !== id) : [...chosen, id])
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-3">
      <h2 id={heading} className="text-xl leading-[1.5] font-bold">
        {t('group.who')}{' '}
        <span className="text-base font-normal">{t('group.count', { count: chosen.size })}</span>
      </h2>
      {section ? (
        <>
          <div className="flex flex-wrap items-center gap-x-4">
            <h3 className="font-bold">{t('group.mySection', { department: section.name })}</h3>
            <button
              type="button"
              className="min-h-11 text-link underline underline-offset-4"
              onClick={() => onChange([...new Set([...chosen, ...section.people.map(({ id }) => id)])])}
            >
              {t('group.all')}
            </button>
            <button
              type="button"
              className="min-h-11 text-link underline underline-offset-4"
              onClick={() => onChange([me])}
            >
              {t('group.none')}
            </button>
          </div>
          <ul className="flex flex-wrap gap-2">
            {section.people.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  aria-pressed={chosen.has(person.id)}
                  onClick={() => toggle(person.id)}
                  className={`inline-flex min-h-11 items-center gap-2 rounded-full border px-4 text-sm whitespace-nowrap ${
                    chosen.has(person.id)
                      ? 'border-accent bg-ground font-bold text-link'
                      : 'border-edge bg-white hover:bg-solid-gray-50'
                  }`}
                >
                  {chosen.has(person.id) && <CheckIcon size={16} />}
                  {person.name}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="text-quiet">{t('group.noSection')}</p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-bold">{t('group.others')}</h3>
        {others.map((person) => (
          <button
            key={person.id}
            type="button"
            aria-label={t('group.leaveOut', { person: person.name })}
            onClick={() => onRemoveOther(person.id)}
            className="inline-flex min-h-11 items-center gap-2 rounded-full border border-accent bg-ground px-4 text-sm font-bold text-link"
          >
            {person.name}
            <CloseIcon size={16} />
          </button>
        ))}
        {finder}
      </div>
    </section>
  )
}
