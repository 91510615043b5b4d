import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DeskGlyph } from './DeskGlyph'
import { deskState, holderOf, isOpen, type DeskAvailability, type PlannedDesk } from './desk-state'
import { stateWord } from './desk-words'

interface DeskListProps {
  /** In the order of the map's reading. */
  desks: readonly PlannedDesk[]
  lines: ReadonlyMap<number, DeskAvailability>
  chosen: number | null
  hit: { desk: number } | null
  onChoose: (desk: number) => void
}

/** The map in words: every desk with its state, its holder and what it has; a row and a desk choose each other. */
export function DeskList({ desks, lines, chosen, hit, onChoose }: DeskListProps) {
  const { t } = useTranslation()
  return (
    <div className="desk-list" role="table" aria-label={t('book.list')} aria-rowcount={desks.length + 1}>
      <div className="desk-row desk-head" role="row">
        <span role="columnheader">{t('book.column.desk')}</span>
        <span role="columnheader">{t('book.column.state')}</span>
        <span role="columnheader" className="desk-holder">
          {t('book.column.holder')}
        </span>
        <span role="columnheader" className="desk-features">
          {t('book.column.features')}
        </span>
        <span role="columnheader" className="sr-only">
          {t('book.column.choose')}
        </span>
      </div>
      {desks.map((desk) => (
        <DeskRow
          key={desk.id}
          desk={desk}
          line={lines.get(desk.id)}
          chosen={desk.id === chosen}
          hit={desk.id === hit?.desk}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}

interface DeskRowProps {
  desk: PlannedDesk
  line: DeskAvailability | undefined
  chosen: boolean
  hit: boolean
  onChoose: (desk: number) => void
}

function DeskRow({ desk, line, chosen, hit, onChoose }: DeskRowProps) {
  const { t } = useTranslation()
  const state = deskState(desk, line)
  const holder = holderOf(state)
  const row = useRef<HTMLDivElement>(null)

  // The list scrolls in its own box; a desk chosen on the map is brought into sight there.
  useEffect(() => {
    const box = row.current?.closest<HTMLElement>('[data-scrolls]')
    if (!chosen || !row.current || !box) return
    const top = row.current.offsetTop - box.offsetTop
    if (top < box.scrollTop + 44 || top > box.scrollTop + box.clientHeight - 44) {
      box.scrollTop = top - box.clientHeight / 2
    }
  }, [chosen])

  return (
    <div className="desk-row" role="row" ref={row} data-chosen={chosen || undefined} data-kind={state?.kind}>
      <span role="cell" className="desk-code">
        {desk.code}
      </span>
      <span role="cell" className="desk-state">
        <DeskGlyph state={state} />
        {stateWord(t, state)}
      </span>
      <span role="cell" className="desk-holder">
        {holder ? (
          <>
            {holder.name} <small>{holder.department}</small>
          </>
        ) : (
          '—'
        )}
        {hit && <small>{t('book.dot')}{t('book.searchHit')}</small>}
      </span>
      <span role="cell" className="desk-features">
        {desk.features.length === 0
          ? '—'
          : desk.features.map((feature) => t(`feature.${feature}`)).join(t('desk.listSeparator'))}
      </span>
      <span role="cell" className="desk-choose">
        <button
          type="button"
          aria-label={t(isOpen(state) ? 'book.chooseDesk' : 'book.lookAtDesk', { code: desk.code })}
          aria-current={chosen || undefined}
          onClick={() => {
            onChoose(desk.id)
          }}
        >
          {chosen ? t('book.chosen') : isOpen(state) ? t('book.choose') : t('book.look')}
        </button>
      </span>
    </div>
  )
}
