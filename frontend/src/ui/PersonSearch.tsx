import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from './TextField'

interface Named {
  id: number
  name: string
}

interface PersonSearchProps<Found extends Named> {
  label: string
  hint?: string
  error?: string | null
  autoFocus?: boolean
  className?: string
  /** Who is found by what was typed, the best first. */
  ask: (typed: string, signal: AbortSignal) => Promise<readonly Found[]>
  /** Never offered. */
  besides?: number | null
  /** What stands behind the name: where the person belongs. */
  detail: (person: Found) => ReactNode
  /** What stands at the far end. */
  end?: (person: Found) => ReactNode
  onChoose: (person: Found) => void
}

const ROW =
  'flex min-h-11 w-full flex-wrap items-baseline gap-x-2 rounded-4 px-2 py-2 text-start hover:bg-ground'

/** Find somebody: type, and press the name. How many were found is said aloud. */
export function PersonSearch<Found extends Named>(props: PersonSearchProps<Found>) {
  const { label, hint, error, autoFocus, className, ask, besides, detail, end, onChoose } = props
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const asked = useQuery({
    queryKey: ['get', '/people/', 'by name', q],
    queryFn: ({ signal }) => ask(q, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const answered = q !== '' && asked.isSuccess
  const found = answered ? asked.data.filter(({ id }) => id !== besides) : []
  const nobody = answered && found.length === 0
  return (
    <div className={className}>
      <TextField
        label={label}
        {...(hint && { hint })}
        {...(error !== undefined && { error })}
        {...(autoFocus && { autoFocus })}
        type="search"
        value={typed}
        onChange={setTyped}
        autoComplete="off"
      />
      <p role="status" className={nobody ? 'mt-1 text-sm' : 'sr-only'}>
        {answered ? (nobody ? t('ui.nobody') : t('ui.people', { count: found.length })) : ''}
      </p>
      <ul className="mt-1">
        {found.map((person) => (
          <li key={person.id} className="border-t border-hair first:border-0">
            <button
              type="button"
              onClick={() => {
                setTyped('')
                onChoose(person)
              }}
              className={ROW}
            >
              <b>{person.name}</b>
              <span className="text-sm text-quiet">{detail(person)}</span>
              {end && <span className="ms-auto text-sm">{end(person)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
