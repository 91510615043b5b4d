import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#/api/problem'
import { ChevronRightIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import { About } from './About'
import { Trouble } from './Said'
import { inPlaceOf, type Waiting } from './shapes'

interface WaitingRowProps {
  one: Waiting
  selected: boolean
  open: boolean
  trouble: Problem | null
  onSelect: (selected: boolean) => void
  onOpen: () => void
  onPutAside: () => void
}

/** One thing that waits: who and what, whether it can be approved, and the way to everything about it. */
export function WaitingRow(props: WaitingRowProps) {
  const { one, selected, open, trouble, onSelect, onOpen, onPutAside } = props
  const { t } = useTranslation('approvals')
  const name = one.person.name
  const place = inPlaceOf(one)
  return (
    <li className={`grid grid-cols-[auto_1fr] gap-x-4 border-b border-card py-4 ${open ? 'bg-ground' : ''}`}>
      <Tick label={t('select', { name })} checked={selected} onChange={onSelect} />
      <div className="min-w-0">
        <button
          type="button"
          data-row
          aria-expanded={open}
          aria-label={t('open', { name })}
          onClick={onOpen}
          onKeyDown={(event) => {
            if (event.key !== ' ') return
            event.preventDefault()
            onSelect(!selected)
          }}
          className="flex min-h-11 w-full items-center gap-3 text-start"
        >
          <span className="grow text-lg font-bold">{name}</span>
          <ChevronRightIcon size={20} />
        </button>
        <div className="flex flex-col gap-1">
          {place && (
            <p>
              <Tag tone="accent">{t('inPlaceOf', { name: place.name })}</Tag>
            </p>
          )}
          <About one={one} />
          {trouble && <Trouble kind={one.kind} problem={trouble} onPutAside={onPutAside} />}
        </div>
      </div>
    </li>
  )
}

interface TickProps {
  label: string
  checked: boolean | 'some'
  onChange: (checked: boolean) => void
  children?: ReactNode
}

/** A box to tick, 44 px for the finger. */
export function Tick({ label, checked, onChange, children }: TickProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-4 self-start">
      <span className="flex size-11 items-center justify-center rounded-8 hover:bg-solid-gray-50">
        <input
          type="checkbox"
          aria-label={label}
          checked={checked === true}
          ref={(input) => {
            if (input) input.indeterminate = checked === 'some'
          }}
          onChange={(event) => onChange(event.target.checked)}
          className="size-6 accent-accent"
        />
      </span>
      {children}
    </label>
  )
}
