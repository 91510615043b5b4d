import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchIcon } from '#/ui/icons'
import type { Found } from './found'

const readDialog = () => import('./SearchDialog')
const SearchDialog = lazy(async () => ({ default: (await readDialog()).SearchDialog }))

/** Looks like the field it opens; `/` opens it too. `onOpen` is told what was chosen. */
export function SearchButton({ onOpen }: { onOpen: (found: Found) => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)

  // Synchronises with the browser: who presses the slash types on at once, so the dialog is read while nothing else is.
  useEffect(() => {
    if (!('requestIdleCallback' in window)) return
    const waiting = requestIdleCallback(() => void readDialog())
    return () => cancelIdleCallback(waiting)
  }, [])

  // Synchronises with the keyboard of the whole page.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-label={t('search.label')}
        aria-haspopup="dialog"
        aria-keyshortcuts="/"
        className="flex size-11 items-center justify-center gap-2 rounded-8 text-left rail:h-10 rail:w-full rail:justify-start rail:border rail:border-edge rail:px-3 rail:text-faint rail:hover:bg-solid-gray-50"
      >
        <SearchIcon size={20} className="text-ink" />
        <span aria-hidden="true" className="hidden grow truncate leading-[1.4] rail:block">
          {t('search.placeholder')}
        </span>
        <kbd className="hidden h-6 w-6 items-center justify-center rounded-4 border border-edge font-sans text-sm rail:flex">
          /
        </kbd>
      </button>
      {open && (
        <Suspense fallback={null}>
          <SearchDialog
            open
            onClose={() => setOpen(false)}
            onChoose={(found) => {
              setOpen(false)
              onOpen(found)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
