import { type ReactNode, useRef, useState } from 'react'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { PlusIcon } from '#/ui/icons'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'

interface ListPartProps<Row extends { id: number }> {
  id: string
  title: string
  lead: string
  query: { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown }
  rows: readonly Row[]
  none: string
  noneLead: string
  /** One row; it says when it is gone, for the focus has to go on from somewhere. */
  row: (row: Row, onGone: () => void) => ReactNode
  /** The form for one more; it says when it is done with. */
  adding: (onDone: () => void) => ReactNode
  add: string
}

/** A list, the way to add to it, and what to do while it is empty. */
export function ListPart<Row extends { id: number }>(props: ListPartProps<Row>) {
  const { id, title, lead, query, rows, none, noneLead, row, adding, add } = props
  const words = useProblemWords()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement | null>(null)
  const returning = useRef(false)
  const toOpener = (button: HTMLButtonElement | null) => {
    opener.current = button
    if (!button || !returning.current) return
    returning.current = false
    button.focus()
  }
  const onGone = () => opener.current?.focus()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <SectionHeading id={id}>{title}</SectionHeading>
        {!open && (
          <Button
            ref={toOpener}
            icon={<PlusIcon size={18} />}
            className="ms-auto"
            onPress={() => setOpen(true)}
          >
            {add}
          </Button>
        )}
      </div>
      <p className="max-w-[44em] text-sm text-quiet">{lead}</p>
      {open &&
        adding(() => {
          returning.current = true
          setOpen(false)
        })}
      {query.isPending && <SkeletonLines lines={3} className="h-12" />}
      {query.isError && <ErrorState title={words(query.error).title} onRetry={() => void query.refetch()} />}
      {!query.isPending && !query.isError && rows.length === 0 && (
        <EmptyState title={none}>{noneLead}</EmptyState>
      )}
      {rows.length > 0 && (
        <ul aria-labelledby={id} className="border-t border-card">
          {rows.map((one) => (
            <li key={one.id} className="border-b border-card py-2">
              {row(one, onGone)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
