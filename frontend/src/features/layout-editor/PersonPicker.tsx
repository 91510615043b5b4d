import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#/api/client'
import { Button } from '#/ui/Button'
import { TextField } from '#/ui/TextField'

const peopleOptions = (q: string) =>
  api.queryOptions(
    'get',
    '/people/',
    { params: { query: { q, page_size: 6 } } },
    { placeholderData: keepPreviousData },
  )

/** Whose desk it is: the number that stands there, and a search to give it to somebody. */
export function PersonPicker({ number, onPick }: { number: string; onPick: (number: string) => void }) {
  const { t } = useTranslation('places')
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useQuery({ ...peopleOptions(q), enabled: q !== '' })
  const holder = useQuery({ ...peopleOptions(number), enabled: number !== '' })
  const name = holder.data?.results.find((person) => person.number === number)
  const people = q === '' ? [] : (found.data?.results ?? [])
  return (
    <div className="flex flex-col gap-2">
      {number !== '' && (
        <p className="flex flex-wrap items-center gap-x-3">
          <span>
            <b>{name?.name ?? number}</b> <span className="text-sm text-quiet">{name?.department?.name}</span>
          </span>
          <Button kind="link" className="ms-auto" onPress={() => onPick('')}>
            {t('editor.person.take')}
          </Button>
        </p>
      )}
      <TextField
        label={t('editor.person.label')}
        value={typed}
        onChange={setTyped}
        type="search"
        autoComplete="off"
      />
      <p role="status" className="sr-only">
        {q !== '' && found.isSuccess ? t('editor.person.found', { count: people.length }) : ''}
      </p>
      {q !== '' && found.isSuccess && people.length === 0 && (
        <p className="text-sm">{t('editor.person.none')}</p>
      )}
      <ul>
        {people.map((person) => (
          <li key={person.id} className="border-t border-hair">
            <button
              type="button"
              className="flex min-h-11 w-full flex-wrap items-baseline gap-x-2 rounded-4 px-1 py-2 text-start hover:bg-ground"
              onClick={() => {
                onPick(person.number)
                setTyped('')
              }}
            >
              <span className="font-bold">{person.name}</span>
              <span className="text-sm text-quiet">
                {person.department?.name} {person.number}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
