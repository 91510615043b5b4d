import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { CheckIcon } from '#/ui/icons'
import { TextField } from '#/ui/TextField'
import { namedOptions, type PersonFound } from './queries'

interface PersonPickerProps {
  label: string
  hint: string
  /** What stands there once somebody is chosen: `label: name`. */
  chosenWords: (name: string) => string
  chosen: PersonFound | null
  error: string | null
  /** Oneself is not offered. */
  besides: number | null
  onChoose: (person: PersonFound | null) => void
}

/** Choose one of the people of the city: type, press the name; then it stands there until chosen again. */
export function PersonPicker(props: PersonPickerProps) {
  const { label, hint, chosen, error, besides, onChoose } = props
  const { t } = useTranslation('people')
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const people = useQuery(namedOptions(q))
  const found = q === '' ? [] : (people.data?.results ?? []).filter((one) => one.id !== besides)
  if (chosen) {
    return (
      <div className="flex flex-wrap items-center gap-x-4">
        <p className="flex min-h-11 items-center gap-2">
          <CheckIcon size={20} className="text-free-text" />
          <b>{props.chosenWords(chosen.name)}</b>
          <span className="text-sm text-quiet">{chosen.department?.name}</span>
        </p>
        <Button kind="link" autoFocus onPress={() => onChoose(null)}>
          {t('picker.change')}
        </Button>
      </div>
    )
  }
  return (
    <div>
      <TextField
        label={label}
        hint={hint}
        type="search"
        value={typed}
        onChange={setTyped}
        error={error}
        autoComplete="off"
      />
      <p role="status" className={q && people.isSuccess && found.length === 0 ? 'mt-1 text-sm' : 'sr-only'}>
        {q && people.isSuccess
          ? found.length === 0
            ? t('picker.none')
            : t('picker.found', { count: found.length })
          : ''}
      </p>
      <ul className="mt-1 rounded-8 border border-card empty:hidden">
        {found.map((person) => (
          <li key={person.id} className="border-t border-hair first:border-0">
            <button
              type="button"
              onClick={() => {
                setTyped('')
                onChoose(person)
              }}
              className="flex min-h-11 w-full flex-wrap items-baseline gap-x-2 px-3 py-2 text-start hover:bg-ground"
            >
              <b>{person.name}</b>
              <span className="text-sm text-quiet">
                {[person.department?.name, person.title].filter(Boolean).join(' ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
