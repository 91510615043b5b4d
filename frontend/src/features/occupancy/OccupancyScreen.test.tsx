import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { misaki, page } from '#/testing/cast'
import { openScreen } from '#/testing/open-screen'
import { type Asked, serverAnswers } from '#/testing/server'
import type { Figures, Scope } from './answers'

const SCOPE: Scope = {
  from: '2026-10-27',
  to: '2026-11-23',
  source: 'booking',
  counts: 'desks',
  place: { kind: 'all', id: null, name: '', code: '' },
  working_days: 19,
  left_out_days: 9,
  missing_days: 0,
  provisional_days: 0,
  coverage: { share: 0.942, says: 'confirmed', part: 942, whole: 1000, estimated_share: null },
  withheld: { departments: 2, desks: 0 },
  built_at: '2026-11-24T06:10:00+09:00',
  facts_version: 7,
}
const FIGURES: Figures = {
  average_utilisation: { value: 0.753, in_use: 753, in_service: 1000 },
  daily_peak: { mean: 1603.4, p95: 1670, max: 1683, max_on: '2026-11-12', days: 18, in_service: 2045 },
  attendance_rate: { value: 0.79, present: 2292, on_roll: 2900, source: 'gate' },
  telework_rate: { value: 0.2 },
  sharing_ratio: { value: 1.418, inverse: 0.705, people: 2900, desks: 2045 },
  no_show_rate: { value: 0.038, no_shows: 38, due: 1000 },
  walk_up_rate: { value: 0.1, walk_ups: 90, check_ins: 900 },
  refused: { value: 412, by_rule: 30 },
  spilled_over: { value: 55 },
  never_used: { value: 1, desks: 2045 },
  booked_actual: {
    as_booked: 800,
    walk_up: 90,
    no_show: 38,
    not_used: 12,
    cancelled: 60,
    unused_hours: 310,
    early_leave_hours: 42,
  },
}
const WITHHELD: Figures = {
  average_utilisation: { value: null, in_use: null, in_service: null },
  daily_peak: { mean: null, p95: null, max: null, max_on: null, days: null, in_service: null },
  attendance_rate: { value: null, present: null, on_roll: null, source: null },
  telework_rate: { value: null },
  sharing_ratio: { value: null, inverse: null, people: null, desks: null },
  no_show_rate: { value: null, no_shows: null, due: null },
  walk_up_rate: { value: null, walk_ups: null, check_ins: null },
  refused: { value: null, by_rule: null },
  spilled_over: { value: null },
  never_used: { value: null, desks: null },
  booked_actual: {
    as_booked: null,
    walk_up: null,
    no_show: null,
    not_used: null,
    cancelled: null,
    unused_hours: null,
    early_leave_hours: null,
  },
}
const SIX = { id: 6, code: '6', name: '6階' }
const SEVEN = { id: 7, code: '7', name: '7階' }
const use = { daily_peak: { mean: 2, p95: 2, max: 2 }, refused: 3, withheld_desks: 0 }
const PLAN = {
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
    {
      id: 3,
      code: '06E',
      name: 'Eエリア',
      x: 28,
      y: 19,
      width: 24,
      height: 13,
      departments: [],
      mine: false,
    },
  ],
  desks: [1, 2].map((id) => ({
    id,
    code: `06E-00${id}`,
    area: 3,
    x: 29 + id,
    y: 21,
    width: 0.7,
    height: 1.2,
    rotation: 0,
    mode: 'bookable',
    features: [],
    assigned_to: null,
  })),
}
const desk = (id: number, used: number) => ({
  desk: { id, code: `06E-00${id}`, area_id: 3, floor_id: 6 },
  mode: 'bookable',
  in_service_slots: 342,
  in_use_slots: used,
  share: used / 342,
  never_used: used === 0,
  withheld: false,
})
const section = (id: number, name: string, refused: number, on_roll: number) => ({
  department: { id, code: `D${id}`, name, kind: 'section', path: ['財政局'] },
  areas: ['6階C'],
  days: 19,
  on_roll,
  attendance_rate: 0.9,
  telework_rate: 0.1,
  presence: { mean: 40, p95: 49, max: 50 },
  presence_source: 'gate',
  refused,
  spilled_over: 1,
  no_show_rate: null,
})

const peak = (day: string, most: number) => ({
  day,
  peak: most,
  peak_at: '10:00',
  present: null,
  in_service: 2045,
  average: 0.7,
  provisional: false,
})

function opened(address: string, more: Partial<Scope> = {}, figures: Figures = FIGURES) {
  const scope = { ...SCOPE, ...more }
  const asked = serverAnswers({
    'GET /me/': { body: { ...misaki, roles: ['facilities'] } },
    'GET /notifications/': { body: page([]) },
    'GET /buildings/': { body: [] },
    'GET /floors/': {
      body: [
        { ...SIX, building: 1, desks: 2 },
        { ...SEVEN, building: 1, desks: 2 },
      ],
    },
    'GET /floors/6/': { body: PLAN },
    'GET /floors/7/': { body: { ...PLAN, ...SEVEN, desks: [] } },
    'GET /departments/': { body: [] },
    'GET /occupancy/summary/': ({ query }: Asked) => ({
      body: {
        scope,
        figures,
        compared: query.has('compare_from')
          ? {
              scope,
              figures: { ...FIGURES, average_utilisation: { value: 0.721, in_use: 1, in_service: 1 } },
            }
          : null,
      },
    }),
    'GET /occupancy/floors/': {
      body: {
        scope,
        rows: [
          { floor: SEVEN, in_service: 2, average_utilisation: 0.4, full_days: 0, ...use },
          { floor: SIX, in_service: 2, average_utilisation: 0.9, full_days: 4, ...use },
        ],
      },
    },
    'GET /occupancy/areas/': { body: { scope, rows: [] } },
    'GET /occupancy/features/': { body: { scope, rows: [] } },
    'GET /occupancy/departments/': {
      body: { scope, withheld: 2, rows: [section(1, '契約課', 5, 60), section(2, '財政課', 58, 51)] },
    },
    'GET /occupancy/desks/': ({ query }: Asked) => ({
      body: {
        scope,
        slot: query.get('slot'),
        rows: query.get('never_used') === 'true' ? [desk(2, 0)] : [desk(1, 300), desk(2, 0)],
      },
    }),
    'GET /occupancy/heatmap/': {
      body: {
        scope,
        slots: ['08:30', '09:00'],
        rows: [{ weekday: 0, days: 4, cells: [{ share: 0.81, in_use: 1650, in_service: 2045 }, null] }],
      },
    },
    'GET /occupancy/timeline/': ({ query }: Asked) => ({
      body: {
        scope: { ...scope, from: query.get('from'), to: query.get('to') },
        by: 'day',
        p95: 1670,
        rows: [peak(query.get('from') ?? '', query.get('from') === scope.from ? 1500 : 1400)],
      },
    }),
    'POST /occupancy/days/build/': { status: 202, body: { days: 28 } },
  })
  return { asked, router: openScreen(address) }
}

// jsdom has no layout: the map draws for a window of its own, and the chart's own drawing is proved in a browser.
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})
vi.mock('./timeline/TimelineChart', () => ({ TimelineChart: () => null }))

describe('利用状況', () => {
  it('says its figures, what they cover and what is withheld, and opens a definition under them', async () => {
    const { router } = opened('/occupancy')
    expect(await screen.findByText(/網羅率 94.2%/)).toHaveTextContent('2所属は5人未満のため出していません')
    expect(screen.getByText('75.3')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: '日最大 p95の定義' }))
    expect(await screen.findByRole('region', { name: '日最大 p95の定義' })).toHaveTextContent(
      '18日を小さい順に並べた18番目',
    )
    expect(router.state.location.search).toMatchObject({ define: 'daily_peak' })
  })

  it('has no number, and no 0, of a department that is withheld', async () => {
    const place = { kind: 'department', id: 5, name: '監査課', code: '05' } as const
    opened('/occupancy?department=5', { place, counts: 'people' }, WITHHELD)
    const figures = within(await screen.findByRole('region', { name: '主な数値' })).getAllByRole('listitem')
    expect(figures.map((figure) => figure.querySelector('.figure-value')?.textContent)).toEqual(
      Array(6).fill('—'),
    )
    for (const part of ['予約と実際', '断られた希望とあふれ'])
      expect(screen.getByRole('region', { name: part })).toHaveTextContent('この条件では出ません')
  })

  it('draws the fullest floor, and a half hour of another', async () => {
    const { asked } = opened('/occupancy')
    expect(await screen.findByRole('application', { name: '6階の利用の図' })).toBeInTheDocument()
    expect(await screen.findByRole('button', { name: '06E-002、一度も使われない' })).toBeInTheDocument()
    fireEvent.change(await screen.findByRole('slider', { name: '時刻' }), { target: { value: '2' } })
    await waitFor(() => expect(asked.some(({ query }) => query.get('slot') === '09:00')).toBe(true))
    fireEvent.click(screen.getByRole('button', { name: '7階の図を見る' }))
    expect(await screen.findByRole('application', { name: '7階の利用の図' })).toBeInTheDocument()
  })

  it('ranks sections by the column that is asked for', async () => {
    opened('/occupancy')
    const table = within(await screen.findByRole('table', { name: '所属ごと' }))
    expect(table.getAllByRole('rowheader').map((head) => head.textContent)).toEqual(['財政課', '契約課'])
    fireEvent.click(table.getByRole('button', { name: '人数の順にする' }))
    await waitFor(() =>
      expect(table.getAllByRole('rowheader').map((head) => head.textContent)).toEqual(['契約課', '財政課']),
    )
    expect(table.getByRole('columnheader', { name: '人数' })).toHaveAttribute('aria-sort', 'descending')
  })

  it('says what a figure was in the other period', async () => {
    opened('/occupancy?compare_from=2026-09-29&compare_to=2026-10-26')
    expect(await screen.findByText('+3.2ポイント')).toBeInTheDocument()
  })

  it('lays the other period over the days that it meets, in the chart, in words and in the table', async () => {
    opened('/occupancy?compare_from=2026-09-29&compare_to=2026-10-26&tables=timeline')
    expect(await screen.findByText(/線と丸: くらべる期間 2026年9月29日–10月26日/)).toBeInTheDocument()
    expect(
      screen.getByRole('img', { name: /くらべる期間2026年9月29日–10月26日は折れ線/ }),
    ).toBeInTheDocument()
    const row = within(screen.getByRole('table', { name: '日最大の推移' })).getAllByRole('row')[1]
    expect(row).toHaveTextContent('2026年10月27日(火)1,5001,4009月29日(火)+100')
  })

  it('without facts says what to do', async () => {
    const { asked } = opened('/occupancy', { working_days: 0, missing_days: 19 })
    expect(await screen.findByText('この期間の集計がまだありません')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'ゲート記録の画面を開く' })).toHaveAttribute(
      'href',
      '/occupancy/days',
    )
    expect(screen.getByRole('link', { name: '巡回カウントを開く' })).toHaveAttribute('href', '/count')
    fireEvent.click(screen.getByRole('button', { name: 'この期間をいま集計する' }))
    expect(await screen.findByText(/集計をつくっています/)).toBeInTheDocument()
    expect(asked.find(({ path }) => path === '/occupancy/days/build/')?.body).toEqual({
      from: '2026-10-27',
      to: '2026-11-23',
    })
  })

  it('without facts of days to come says so', async () => {
    opened('/occupancy?from=2026-12-01&to=2026-12-04', {
      from: '2026-12-01',
      to: '2026-12-04',
      working_days: 0,
      left_out_days: 0,
    })
    expect(await screen.findByText('この期間はまだ来ていません')).toBeInTheDocument()
  })
})
