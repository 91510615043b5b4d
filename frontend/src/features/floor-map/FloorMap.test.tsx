import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeskAvailability, PlannedDesk, PlannedFloor } from './desk-state'
import { FloorMap } from './FloorMap'

function desk(id: number, x: number, y: number, more: Partial<PlannedDesk> = {}): PlannedDesk {
  return {
    id,
    code: `06E-00${id}`,
    area: 3,
    x,
    y,
    width: 0.7,
    height: 1.2,
    rotation: 0,
    mode: 'bookable',
    features: [],
    assigned_to: null,
    ...more,
  }
}

const YUMI = { id: 7, name: '佐々木 由美', family_name: '佐々木', department: '広聴課' }
const FLOOR: PlannedFloor = {
  id: 6,
  building: 1,
  code: '6',
  name: '6階',
  layout: 1,
  effective_from: '2026-01-01',
  width: 80,
  height: 34,
  plan_url: '/plan.svg',
  areas: [
    { id: 3, code: '06E', name: 'Eエリア', x: 28, y: 19, width: 24, height: 13, departments: [], mine: true },
  ],
  desks: [desk(1, 29, 21.1), desk(2, 29.75, 21.1), desk(3, 29, 22.35)],
}
const LINES = new Map<number, DeskAvailability>([
  [1, { desk: 1, state: 'free' }],
  [2, { desk: 2, state: 'taken', holder: YUMI }],
  [3, { desk: 3, state: 'mine', booking: 11 }],
])

function draw() {
  const onChoose = vi.fn()
  const onEscape = vi.fn()
  render(
    <FloorMap
      floor={FLOOR}
      lines={LINES}
      free={new Map([[3, 1]])}
      chosen={null}
      faint={new Set()}
      hit={null}
      entry={3}
      opening={null}
      compact={false}
      onChoose={onChoose}
      onEscape={onEscape}
    />,
  )
  return { onChoose, onEscape }
}

// jsdom has no layout and tells of no sizes; the map then draws for a window of its own.
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})

describe('the map', () => {
  it('says of each desk its code, its state and who has it', () => {
    draw()
    expect(screen.getByRole('button', { name: '06E-001、空き' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '06E-002、予約あり、佐々木 由美(広聴課)' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '06E-003、わたしの席' })).toBeInTheDocument()
  })

  it('is one stop for Tab, and the arrows walk between neighbours', () => {
    draw()
    const mine = screen.getByRole('button', { name: /06E-003/ })
    expect(mine).toHaveAttribute('tabindex', '0')
    expect(screen.getByRole('button', { name: /06E-001/ })).toHaveAttribute('tabindex', '-1')
    mine.focus()
    fireEvent.keyDown(mine, { key: 'ArrowUp' })
    expect(screen.getByRole('button', { name: /06E-001/ })).toHaveFocus()
    fireEvent.keyDown(screen.getByRole('button', { name: /06E-001/ }), { key: 'ArrowRight' })
    expect(screen.getByRole('button', { name: /06E-002/ })).toHaveFocus()
  })

  it('opens a desk by Enter and by a press, and says Escape on', () => {
    const { onChoose, onEscape } = draw()
    const free = screen.getByRole('button', { name: /06E-001/ })
    fireEvent.keyDown(free, { key: 'Enter' })
    fireEvent.click(free)
    expect(onChoose.mock.calls).toEqual([[1], [1]])
    fireEvent.keyDown(free, { key: 'Escape' })
    expect(onEscape).toHaveBeenCalledOnce()
  })

  it('zooms by buttons and by keys, and comes back to the whole floor', () => {
    draw()
    expect(screen.getByText('全体 100%')).toBeVisible()
    fireEvent.click(screen.getByRole('button', { name: '拡大する' }))
    expect(screen.getByText('150%')).toBeVisible()
    fireEvent.keyDown(screen.getByRole('button', { name: /06E-001/ }), { key: '0' })
    expect(screen.getByText('全体 100%')).toBeVisible()
  })
})
