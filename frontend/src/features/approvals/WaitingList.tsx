import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { CheckIcon } from '#/ui/icons'
import { Select } from '#/ui/Select'
import { ApprovalPanel } from './ApprovalPanel'
import { Outcome } from './Outcome'
import { ReasonDialog, type WithWords } from './ReasonDialog'
import { refusedNow, sorted, type Waiting } from './shapes'
import type { Deciding } from './useDeciding'
import { Tick, WaitingRow } from './WaitingRow'

interface WaitingListProps {
  every: readonly Waiting[]
  kind: Waiting['kind']
  deciding: Deciding
  sort: 'day' | 'person'
  onSort: (sort: 'day' | 'person') => void
}

type Asking = { deed: WithWords; items: readonly Waiting[] }

/** A list to clear: choose many, decide together; or open one and decide about it. */
export function WaitingList({ every, kind, deciding, sort, onSort }: WaitingListProps) {
  const { t } = useTranslation('approvals')
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [opened, setOpened] = useState<number | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [typed, setTyped] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const shown = sorted(every, sort)
  const selected = shown.filter(({ id }) => chosen.has(id))
  const approvable = selected.filter((one) => refusedNow(one) === null)
  const open = shown.find(({ id }) => id === opened)
  const reports = kind === 'reports'

  const select = (ids: readonly number[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before)
      for (const id of ids) {
        if (on) after.add(id)
        else after.delete(id)
      }
      return after
    })
  const close = () => {
    const row = opened
    setOpened(null)
    list.current?.querySelector<HTMLElement>(`[data-id="${row}"] [data-row]`)?.focus()
  }
  const approve = (items: readonly Waiting[]) => {
    select(
      items.map(({ id }) => id),
      false,
    )
    if (items.some(({ id }) => id === opened)) close()
    deciding.act({ deed: reports ? 'confirm' : 'approve', items, comment: '' })
  }
  const say = (comment: string) => {
    if (!asking) return
    const { items } = asking
    deciding.act({ ...asking, comment }, () => {
      select(
        items.map(({ id }) => id),
        false,
      )
      if (items.some(({ id }) => id === opened)) setOpened(null)
      setAsking(null)
      setTyped('')
    })
  }
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const here = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement))
    const next = rows[here + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const all = selected.length > 0 && selected.length === shown.length
  const free = shown.filter((one) => refusedNow(one) === null)
  return (
    <div className={open ? 'grid items-start gap-6 rail:grid-cols-[1fr_26rem]' : ''}>
      <div className="flex min-w-0 flex-col">
        {deciding.summary && <Outcome summary={deciding.summary} onClose={deciding.closeSummary} />}
        <div className="flex flex-wrap items-center gap-x-4 border-b border-solid-gray-420 py-2">
          <Tick
            label={t('selectAll')}
            checked={all ? true : selected.length > 0 ? 'some' : false}
            onChange={(on) =>
              selected.length > 0
                ? select(
                    shown.map(({ id }) => id),
                    false,
                  )
                : select(
                    (free.length > 0 ? free : shown).map(({ id }) => id),
                    on,
                  )
            }
          >
            <span aria-hidden="true">
              {selected.length > 0 ? t('selected', { count: selected.length }) : t('selectAll')}
            </span>
          </Tick>
          <span role="status" className="sr-only">
            {selected.length > 0 ? t('selected', { count: selected.length }) : ''}
          </span>
          <Select
            label={t('sort.label')}
            labelHidden
            value={sort}
            options={[
              { value: 'day', label: t('sort.day') },
              { value: 'person', label: t('sort.person') },
            ]}
            onChange={onSort}
            className="ms-auto"
          />
        </div>
        <ul ref={list} aria-label={t(`list.${kind}`)} onKeyDown={move}>
          {shown.map((one) => (
            <WaitingRow
              key={one.id}
              one={one}
              selected={chosen.has(one.id)}
              open={one.id === opened}
              trouble={deciding.troubleOf(one)}
              onSelect={(on) => select([one.id], on)}
              onOpen={() => setOpened(one.id === opened ? null : one.id)}
              onPutAside={() => deciding.forget(one)}
            />
          ))}
        </ul>
        {selected.length > 0 && (
          <div className="sticky bottom-16 z-20 -mx-4 flex flex-wrap items-center gap-2 border-t border-solid-gray-420 bg-white px-4 py-3 rail:bottom-0">
            <Button
              kind="primary"
              size="primary"
              className="grow rail:grow-0"
              icon={<CheckIcon size={20} />}
              isDisabled={approvable.length === 0}
              busy={deciding.busy}
              onPress={() => approve(approvable)}
            >
              {t(reports ? 'confirmMany' : 'approveMany', { count: approvable.length })}
            </Button>
            <Button
              size="primary"
              onPress={() => setAsking({ deed: reports ? 'send_back' : 'return', items: selected })}
            >
              {t(reports ? 'do.send_back' : 'do.return')}
            </Button>
            {approvable.length < selected.length && (
              <p className="w-full text-sm text-warn-text">
                {t('leftOut', { count: selected.length - approvable.length })}
              </p>
            )}
          </div>
        )}
      </div>
      {open && (
        <ApprovalPanel
          one={open}
          busy={deciding.busy}
          onApprove={() => approve([open])}
          onAsk={(deed) => setAsking({ deed, items: [open] })}
          onClose={close}
        />
      )}
      <ReasonDialog
        key={asking?.deed ?? 'none'}
        deed={asking?.deed ?? null}
        what={
          asking?.items.length === 1
            ? t('whose', { name: asking.items[0]?.person.name })
            : t('howMany', { count: asking?.items.length ?? 0 })
        }
        busy={deciding.busy}
        error={asking ? deciding.failed : null}
        typed={typed}
        onType={setTyped}
        onClose={() => setAsking(null)}
        onSubmit={say}
      />
    </div>
  )
}
