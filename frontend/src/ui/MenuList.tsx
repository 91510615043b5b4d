import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'

const MOVES: Record<string, (now: number, last: number) => number> = {
  ArrowDown: (now, last) => (now === last ? 0 : now + 1),
  ArrowUp: (now, last) => (now <= 0 ? last : now - 1),
  Home: () => 0,
  End: (_now, last) => last,
}

/**
 * Choices under one another, for a small window that a press opened: its first has the focus, arrows move it, Enter
 * chooses. The kit's own menu would be on the first screen with all it knows, because dialogs share a file with it.
 */
export function MenuList({ label, children }: { label: string; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null)
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]

  // Synchronises the browser's focus with what was opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    items()[0]?.focus({ preventScroll: true })
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key]
    if (!move) return
    event.preventDefault()
    const all = items()
    all[move(all.indexOf(document.activeElement as HTMLElement), all.length - 1)]?.focus()
  }
  return (
    <div
      ref={list}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="outline-none"
    >
      {children}
    </div>
  )
}

/** Choices that belong together, under their word. */
export function MenuGroup({ title, children }: { title: ReactNode; children: ReactNode }) {
  const heading = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are choices of a menu
    <div
      role="group"
      aria-labelledby={heading}
      className="mt-1 border-t border-hair pt-2 first:mt-0 first:border-t-0 first:pt-0"
    >
      <p id={heading} className="flex items-center gap-2 px-2 text-sm text-quiet">
        {title}
      </p>
      {children}
    </div>
  )
}

/** One choice. */
export function MenuItem({ onChoose, children }: { onChoose: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={onChoose}
      className="flex min-h-11 w-full items-center gap-2 rounded-4 px-2 text-left leading-[1.4] hover:bg-ground focus:bg-ground focus-visible:-outline-offset-4"
    >
      {children}
    </button>
  )
}
