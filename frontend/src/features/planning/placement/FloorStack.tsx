import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { NARROW, useMedia } from '#/lib/useMedia'
import { whole } from '../numbers'
import { FloorBalance } from './FloorBalance'
import { FloorSections } from './FloorSections'
import { StackLegend } from './StackLegend'
import { type Block, type FloorStackProps, type Row, rowsOf, type Setting, setting } from './stack'
import { useWidth } from './useWidth'
import '../planning.css'

const LIKELY_WIDTH = 840

/** The hall cut open: a row a floor, a block a section, as wide as the desks it needs. A list where there is no room. */
export function FloorStack(props: FloorStackProps) {
  const { t } = useTranslation('planning')
  const narrow = useMedia(NARROW)
  const { box, width } = useWidth(LIKELY_WIDTH)
  const list = useRef<HTMLUListElement>(null)
  if (narrow) return <FloorSections {...props} />
  const rows = rowsOf(props.floors)
  return (
    <div className="flex flex-col gap-2">
      <StackLegend />
      <ul
        ref={list}
        aria-label={t('stack.floors')}
        onKeyDown={(event) => moveWithin(list.current, event)}
        className="floor-stack"
      >
        {rows.map((row, place) => (
          <li key={row.floor.floor.id} className="floor-stack__row">
            <span className="text-lg font-bold">{row.floor.floor.name}</span>
            <div ref={place === 0 ? box : undefined} className="floor-stack__bar">
              <FloorBar row={row} pixels={width} first={place === 0} {...props} />
            </div>
            <FloorBalance floor={row.floor} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type FloorBarProps = FloorStackProps & { row: Row; pixels: number; first: boolean }

function FloorBar({ row, pixels, first, floorName, onSection }: FloorBarProps) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const { floor, blocks, capacity, filled } = row
  const room = capacity - filled
  return (
    <>
      <ul aria-label={t('stack.sectionsOf', { floor: floor.floor.name })} className="floor-stack__blocks">
        {blocks.map((block, place) => {
          const set = setting(block.section.department.name, (pixels * block.width) / 100)
          const look = {
            className: 'floor-stack__block',
            'data-opens': block.opens || undefined,
            'data-moved': block.section.moved || undefined,
            'data-set': set.way,
          }
          return (
            <li key={block.section.department.id} style={{ width: `${block.width}%` }}>
              {onSection ? (
                <button
                  type="button"
                  {...look}
                  tabIndex={first && place === 0 ? 0 : -1}
                  aria-label={said(block)}
                  onClick={() => onSection(block.section, floor)}
                >
                  <BlockWords block={block} set={set} floorName={floorName} />
                </button>
              ) : (
                <div {...look}>
                  <BlockWords block={block} set={set} floorName={floorName} />
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {room > 0 && (
        <span
          aria-hidden="true"
          className="floor-stack__room"
          style={{ left: `${filled}%`, width: `${room}%` }}
        >
          {(pixels * room) / 100 > 64
            ? t('stack.room', { desks: whole(floor.left, language) })
            : (pixels * room) / 100 > 22 && whole(floor.left, language)}
        </span>
      )}
      {room < 0 && (
        <span
          aria-hidden="true"
          className="floor-stack__over short-hatch"
          style={{ left: `${capacity}%`, width: `${-room}%` }}
        />
      )}
      <span aria-hidden="true" className="floor-stack__line" style={{ left: `${capacity}%` }} />
    </>
  )

  function said({ section, opens }: Block): string {
    return [
      section.department.name,
      t('desks', { count: section.desks, desks: whole(section.desks, language) }),
      section.moved &&
        section.from_floor !== null &&
        t('stack.from', { floor: floorName(section.from_floor) }),
      section.counter && t('stack.counter'),
      section.fixed && t('stack.fixed'),
      opens && section.department.bureau,
    ]
      .filter(Boolean)
      .join(t('separator'))
  }
}

interface BlockWordsProps extends Pick<FloorStackProps, 'floorName'> {
  block: Block
  set: Setting
}

function BlockWords({ block: { section }, set, floorName }: BlockWordsProps) {
  const { t } = useTranslation('planning')
  const upright = set.way === 'column' || set.way === 'two columns'
  return (
    <span className="floor-stack__name" style={upright ? { fontSize: set.letter } : undefined}>
      <span style={upright ? { display: 'block', maxHeight: `${set.rows}.2em` } : undefined}>
        {section.department.name}
      </span>
      {section.moved && section.from_floor !== null && (
        <b className="floor-stack__from">{t('stack.from', { floor: floorName(section.from_floor) })}</b>
      )}
    </span>
  )
}

/** Arrows go from block to block and from floor to floor, so that the picture is one stop for the tab key. */
function moveWithin(list: HTMLElement | null, event: KeyboardEvent): void {
  const now = event.target
  if (!list || !(now instanceof HTMLButtonElement)) return
  const rows = [...list.children].map((row) => [...row.querySelectorAll<HTMLButtonElement>('button')])
  const floor = rows.findIndex((row) => row.includes(now))
  const place = rows[floor]?.indexOf(now) ?? -1
  const next = target()
  if (!next) return
  event.preventDefault()
  now.tabIndex = -1
  next.tabIndex = 0
  next.focus()

  function target(): HTMLButtonElement | undefined {
    const row = rows[floor] ?? []
    if (event.key === 'ArrowRight') return row[place + 1]
    if (event.key === 'ArrowLeft') return row[place - 1]
    if (event.key === 'Home') return row[0]
    if (event.key === 'End') return row.at(-1)
    if (event.key === 'ArrowDown') return nearest(rows.slice(floor + 1).find(({ length }) => length > 0))
    if (event.key === 'ArrowUp') return nearest(rows.slice(0, floor).findLast(({ length }) => length > 0))
    return undefined
  }
  function nearest(row: HTMLButtonElement[] | undefined): HTMLButtonElement | undefined {
    const middle = (button: Element) => {
      const { left, right } = button.getBoundingClientRect()
      return (left + right) / 2
    }
    const here = middle(now as HTMLButtonElement)
    return row?.toSorted((one, other) => Math.abs(middle(one) - here) - Math.abs(middle(other) - here))[0]
  }
}
