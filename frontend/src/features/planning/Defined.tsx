import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InfoIcon } from '#/ui/icons'

interface DefinedProps {
  term: string
  /** What the figure means and how it is worked out; pressing the word shows it below the line. */
  meaning: string
  children: ReactNode
}

/** A figure beside its word, with its definition one press away. Stands in a `dl`. */
export function Defined({ term, meaning, children }: DefinedProps) {
  const { t } = useTranslation('planning')
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div className="grid grid-cols-1 items-center gap-x-4 border-t border-hair py-0.5 sm:grid-cols-[minmax(9.5rem,34%)_1fr]">
      <dt>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          aria-label={t('definition', { term })}
          onClick={() => setOpen(!open)}
          className="inline-flex min-h-11 items-center gap-1.5 text-start text-sm text-quiet hover:underline"
        >
          {term}
          <InfoIcon size={16} className="text-link print:hidden" />
        </button>
      </dt>
      <dd className="m-0 py-1 tabular-nums max-sm:-mt-2 max-sm:pb-2">{children}</dd>
      <dd
        id={id}
        hidden={!open}
        className="m-0 mb-2 rounded-8 bg-solid-gray-50 px-3 py-2 text-sm leading-[1.7] sm:col-span-2"
      >
        {meaning}
      </dd>
    </div>
  )
}
