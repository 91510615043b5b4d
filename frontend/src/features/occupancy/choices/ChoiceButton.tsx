import { type ReactNode, useId } from 'react'
import { CheckIcon, ChevronDownIcon } from '#/ui/icons'
import { PopoverButton } from '#/ui/PopoverButton'

interface ChoiceButtonProps {
  label: string
  /** What is chosen now. */
  value: string
  /** The name of what opens. */
  title: string
  children: (close: () => void) => ReactNode
}

/** A field that opens a small window to choose in; it says what is chosen. */
export function ChoiceButton({ label, value, title, children }: ChoiceButtonProps) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span id={id} className="text-sm font-bold">
        {label}
      </span>
      <PopoverButton
        label={title}
        buttonLabel={`${label} ${value}`}
        placement="bottom start"
        buttonClassName="flex min-h-11 items-center justify-between gap-2 rounded-8 border border-edge bg-white px-4 py-2 text-left leading-[1.4]"
        button={
          <>
            <span>{value}</span>
            <ChevronDownIcon size={18} />
          </>
        }
      >
        {(close) => (
          <div className="flex w-[min(20rem,calc(100vw-4rem))] flex-col gap-2">{children(close)}</div>
        )}
      </PopoverButton>
    </div>
  )
}

interface OptionListProps {
  label: string
  options: readonly { key: string; label: string; chosen: boolean; onChoose: () => void }[]
}

/** A few ways that are chosen with one press; the one in force is ticked. */
export function OptionList({ label, options }: OptionListProps) {
  return (
    <ul aria-label={label} className="-mx-2 flex flex-col">
      {options.map(({ key, label: word, chosen, onChoose }) => (
        <li key={key}>
          <button
            type="button"
            aria-pressed={chosen}
            onClick={onChoose}
            className={`flex min-h-11 w-full items-center gap-2 rounded-8 px-2 text-left hover:bg-ground ${chosen ? 'font-bold text-link' : ''}`}
          >
            <span className="w-5 shrink-0">{chosen && <CheckIcon size={18} />}</span>
            {word}
          </button>
        </li>
      ))}
    </ul>
  )
}
