import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { booked } from '#/testing/cast'
import { DeskPanel } from './DeskPanel'
import type { DeskDay, Problem } from './offer'

const PARTS = {
  full: { start: '08:30', end: '17:15' },
  am: { start: '08:30', end: '12:00' },
  pm: { start: '13:00', end: '17:15' },
}

const FREE: DeskDay = {
  desk: {
    id: 21,
    code: '06E-021',
    area: 3,
    x: 0,
    y: 0,
    width: 0.7,
    height: 1.2,
    rotation: 0,
    mode: 'bookable',
    features: ['monitor'],
    assigned_to: null,
  },
  floor: { id: 6, building: 1, code: '6', name: '6階', desks: 252 },
  area: { id: 3, code: '06E', name: 'Eエリア', floor: 6 },
  day: '2026-11-24',
  opens_at: '2026-11-24T07:00:00+09:00',
  closes_at: '2026-11-24T22:00:00+09:00',
  state: 'free',
  held: [],
  neighbours: [{ id: 9, name: '工藤 真理子', family_name: '工藤', department: '広聴課' }],
  answer: { allowed: true, refusal: null },
  my_booking: null,
  next_taken_at: null,
  check_in: 'none',
}

function open(answer: DeskDay, more: { refused?: Problem; part?: 'full' | 'am' } = {}) {
  const events = {
    onBook: vi.fn(),
    onChange: vi.fn(),
    onCheckInHere: vi.fn(),
    onStep: vi.fn(),
    onInstead: vi.fn(),
    onClose: vi.fn(),
  }
  render(
    <DeskPanel
      code="06E-021"
      place="6階 Eエリア"
      tag={null}
      day="2026-11-24"
      asked={{ part: more.part ?? 'full' }}
      answer={answer}
      parts={PARTS}
      changing={null}
      busy={false}
      refused={more.refused ?? null}
      withInstead={(refusal) => refusal}
      {...events}
    />,
  )
  return events
}

describe("a desk's panel", () => {
  it('tells what the desk has, who sits beside it, and books it in one press', async () => {
    const { onBook } = open(FREE)
    expect(screen.getByText('モニター')).toBeVisible()
    expect(screen.getByText('となりに 工藤 真理子(広聴課)')).toBeVisible()
    expect(screen.getByText('8:30から12:00 空き')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '全日で予約する' }))
    expect(onBook).toHaveBeenCalledOnce()
  })

  it('says which desk is released before it changes to this one', async () => {
    const refusal = { type: '', title: '', status: 409, detail: '', code: 'already_booked' as const }
    const { onChange } = open({ ...FREE, my_booking: booked, answer: { allowed: false, refusal } })
    expect(screen.getByText('いまの席 06E-016 の全日は解放されます。かえたあと取り消せます。')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'この席にかえる' }))
    expect(onChange).toHaveBeenCalledWith(booked)
  })

  it('offers my own desk back, its check-in, and the hours asked for', async () => {
    const mine = { ...booked, desk: { ...booked.desk, id: 21, code: '06E-021' } }
    const { onStep, onChange } = open({ ...FREE, state: 'mine', my_booking: mine }, { part: 'am' })
    await userEvent.click(screen.getByRole('button', { name: '午前にかえる' }))
    expect(onChange).toHaveBeenCalledWith(mine)
    await userEvent.click(screen.getByRole('button', { name: 'チェックイン' }))
    expect(onStep).toHaveBeenLastCalledWith(mine, 'check-in')
    await userEvent.click(screen.getByRole('button', { name: '席を使わない' }))
    expect(onStep).toHaveBeenLastCalledWith(mine, 'cancel')
  })

  it('says why not: the rule, whose it is, from when, and the desks one may take instead', async () => {
    const { onInstead } = open({
      ...FREE,
      answer: {
        allowed: false,
        refusal: {
          type: '',
          title: '',
          status: 409,
          detail: '',
          code: 'own_area_has_room',
          rule: { name: '自分のエリアから', owner: '庁舎管理課', scope: '', value: null },
          allowed_from: '2026-11-25',
          instead: [{ desk: 30, desk_code: '06E-030', area_name: 'Eエリア', floor: 6 }],
        },
      },
    })
    expect(screen.getByText(/まだ空きがあります/)).toBeVisible()
    expect(screen.getByText('規則: 自分のエリアから(庁舎管理課)')).toBeVisible()
    expect(screen.getByText('11月25日(水)から受け付けます。')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: '06E-030' }))
    expect(onInstead).toHaveBeenCalledWith(30, 6)
  })

  it('reads a refused press out loud', () => {
    open(FREE, { refused: { status: 409, code: 'desk_taken' } })
    expect(screen.getByRole('alert')).toHaveTextContent('この席は、その時間にほかの人が予約しています。')
  })

  it('closes by its button and by Escape', async () => {
    const { onClose } = open(FREE)
    await userEvent.click(screen.getByRole('button', { name: '閉じる' }))
    screen.getByRole('button', { name: '閉じる' }).focus()
    await userEvent.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledTimes(2)
  })
})
