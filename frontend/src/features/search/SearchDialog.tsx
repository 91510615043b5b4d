import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Dialog } from '#/ui/Dialog'
import { CloseIcon, SearchIcon } from '#/ui/icons'
import { FoundRow } from './FoundRow'
import { type Found, foundOf, nextOpen } from './found'
import { desksFoundOptions, peopleFoundOptions } from './queries'
import { useSettled } from './useSettled'

const PAUSE_MS = 150

interface SearchDialogProps {
  open: boolean
  onClose: () => void
  onChoose: (found: Found) => void
}

/** A field and what it finds while one types: arrow keys choose, Enter opens, Esc closes. */
export function SearchDialog({ open, onClose, onChoose }: SearchDialogProps) {
  const { t } = useTranslation()
  const words = useProblemWords()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(-1)
  const q = useSettled(typed.trim(), PAUSE_MS)
  const people = useQuery(peopleFoundOptions(q))
  const desks = useQuery(desksFoundOptions(q))
  const found = useDeferredValue(
    q ? foundOf(people.data?.results ?? [], /\d/.test(q) ? (desks.data?.results ?? []) : []) : [],
  )
  const asked = q !== '' && !people.isFetching && !desks.isFetching
  const failed = people.error ?? desks.error

  const open_ = (one: Found | undefined) => {
    if (one?.canOpen) onChoose(one)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setActive(nextOpen(found, active, event.key === 'ArrowDown' ? 1 : -1))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      open_(found[active] ?? found.find((one) => one.canOpen))
    }
  }

  return (
    <Dialog title={t('search.label')} titleHidden open={open} onClose={onClose} place="top">
      <div className="relative flex items-center gap-2">
        <SearchIcon size={20} className="absolute left-3" />
        <input
          autoFocus
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          aria-label={t('search.label')}
          value={typed}
          placeholder={t('search.placeholder')}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(-1)
          }}
          onKeyDown={onKeyDown}
          className="min-h-12 w-full rounded-8 border border-edge bg-white pr-3 pl-11 placeholder:text-faint"
        />
        <button
          type="button"
          aria-label={t('search.close')}
          onClick={onClose}
          className="flex size-11 shrink-0 items-center justify-center rounded-8 hover:bg-solid-gray-50"
        >
          <CloseIcon />
        </button>
      </div>
      <p role="status" className="mt-2 px-1 text-sm text-quiet">
        {failed
          ? `${t('search.failed')} ${words(failed).title}`
          : !asked
            ? t('search.hint')
            : found.length === 0
              ? t('search.none', { q })
              : people.data?.next
                ? t('search.more')
                : t('search.found', { count: found.length })}
      </p>
      <div role="listbox" id={`${id}-list`} aria-label={t('search.label')} tabIndex={-1} className="mt-1">
        {found.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys work in the combobox, which keeps the focus
          <div
            key={one.kind === 'person' ? `p${one.person.id}` : `d${one.desk.id}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            aria-disabled={!one.canOpen}
            onClick={() => open_(one)}
            className={`flex min-h-12 items-center gap-3 border-b border-hair px-3 py-2 last:border-0 ${one.canOpen ? 'cursor-pointer hover:bg-ground' : ''} ${index === active ? 'bg-ground' : ''}`}
          >
            <FoundRow found={one} />
          </div>
        ))}
      </div>
    </Dialog>
  )
}
