import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '#/api/generated/schema'
import { TextField } from '#/ui/TextField'
import { peopleOptions } from './queries'

export type PersonFound = components['schemas']['PersonFound']

/** Find the colleague to sit near: type, and press the name. */
export function NearPicker({ onPick }: { onPick: (person: PersonFound) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useQuery({ ...peopleOptions(q), enabled: q.length > 0 })
  const people = q.length > 0 ? (found.data?.results ?? []) : []
  return (
    <div className="w-[min(20rem,calc(100vw-4rem))]">
      <TextField
        label={t('book.near')}
        hint={t('book.nearHint')}
        value={typed}
        onChange={setTyped}
        autoFocus
        autoComplete="off"
        type="search"
      />
      <p role="status" className={q && found.isSuccess && people.length === 0 ? 'mt-2 text-sm' : 'sr-only'}>
        {q && found.isSuccess
          ? people.length === 0
            ? t('book.nearNone')
            : t('search.found', { count: people.length })
          : ''}
      </p>
      <ul className="mt-2">
        {people.map((person) => (
          <li key={person.id} className="border-t border-hair">
            <button
              type="button"
              onClick={() => onPick(person)}
              className="flex min-h-11 w-full flex-wrap items-baseline gap-x-2 rounded-4 px-2 py-2 text-start hover:bg-ground"
            >
              <span className="font-bold">{person.name}</span>
              <span className="text-sm text-quiet">{person.department?.name}</span>
              {person.desk && <span className="ms-auto text-sm">{person.desk.code}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
