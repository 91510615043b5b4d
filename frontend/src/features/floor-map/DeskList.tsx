import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DeskGlyph } from './DeskGlyph'
import { type DeskAvailability, deskState, holderOf, isOpen, type PlannedDesk } from './desk-state'
import { stateWord } from './desk-words'

interface DeskListProps {
  /** In the order of the map's reading. */
  desks: readonly PlannedDesk[]
  lines: ReadonlyMap<number, DeskAvailability>
  chosen: number | null
  /** The desk of the person searched for. */
  hit: number | null
  /** The desks of a section looked for. */
  rings?: ReadonlySet<number>
  /** Me, to say so beside my name. */
  me: number | null
  onChoose: (desk: number) => void
}

/** The map in words: every desk with its state, its holder and what it has; a row and a desk choose each other. */
export function DeskList({ desks, lines, chosen, hit, rings, me, onChoose }: DeskListProps) {
  const { t } = useTranslation()
  return (
    <table className="desk-list" aria-label={t('book.list')}>
      <thead>
        <tr>
          <th scope="col">{t('book.column.desk')}</th>
          <th scope="col">{t('book.column.state')}</th>
          <th scope="col" className="desk-holder">
            {t('book.column.holder')}
          </th>
          <th scope="col" className="desk-features">
            {t('book.column.features')}
          </th>
          <th scope="col">
            <span className="sr-only">{t('book.column.choose')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {desks.map((desk) => (
          <DeskRow
            key={desk.id}
            desk={desk}
            line={lines.get(desk.id)}
            chosen={desk.id === chosen}
            hit={desk.id === hit || (rings?.has(desk.id) ?? false)}
            me={me}
            onChoose={onChoose}
          />
        ))}
      </tbody>
    </table>
  )
}

interface DeskRowProps {
  desk: PlannedDesk
  line: DeskAvailability | undefined
  chosen: boolean
  hit: boolean
  me: number | null
  onChoose: (desk: number) => void
}

/** A row. Memoised: 250 of them stand beside a map that is asked again every few seconds. */
const DeskRow = memo(function DeskRow({ desk, line, chosen, hit, me, onChoose }: DeskRowProps) {
  const { t } = useTranslation()
  const state = deskState(desk, line)
  const holder = holderOf(state) ?? (state?.kind === 'mine' ? (line?.holder ?? null) : null)
  const row = useRef<HTMLTableRowElement>(null)

  // Synchronises the scroll box around the list: a desk chosen on the map comes into sight there.
  useEffect(() => {
    const box = row.current?.closest<HTMLElement>('[data-scrolls]')
    if (!chosen || !row.current || !box || box.scrollHeight <= box.clientHeight) return
    const top = row.current.getBoundingClientRect().top - box.getBoundingClientRect().top
    if (top < 44 || top > box.clientHeight - 88) box.scrollTop += top - box.clientHeight / 2
  }, [chosen])

  const who = holder && (
    <>
      {holder.id === me ? t('desk.me', { name: holder.name }) : holder.name}{' '}
      <small>{holder.department}</small>
      {hit && (
        <small>
          {t('book.dot')}
          {t('book.searchHit')}
        </small>
      )}
    </>
  )
  const has = desk.features.map((feature) => t(`feature.${feature}`)).join(t('desk.listSeparator'))
  return (
    <tr ref={row} data-chosen={chosen || undefined} data-kind={state?.kind}>
      <th scope="row" className="desk-code">
        {desk.code}
      </th>
      <td className="desk-state">
        <span className="flex items-center gap-2">
          <DeskGlyph state={state} />
          <span>
            <b>{stateWord(t, state)}</b>
            <small className="desk-more">{who || has}</small>
          </span>
        </span>
      </td>
      <td className="desk-holder">{who || '—'}</td>
      <td className="desk-features">{has || '—'}</td>
      <td className="desk-choose">
        <button
          type="button"
          aria-label={t(isOpen(state) ? 'book.chooseDesk' : 'book.lookAtDesk', { code: desk.code })}
          aria-pressed={chosen}
          onClick={() => onChoose(desk.id)}
        >
          {t(chosen ? 'book.chosen' : isOpen(state) ? 'book.choose' : 'book.look')}
        </button>
      </td>
    </tr>
  )
})
