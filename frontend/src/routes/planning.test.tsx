import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { components } from '#/api/generated/schema'
import { misaki, page } from '#/testing/cast'
import { openScreen } from '#/testing/open-screen'
import { refused, serverAnswers } from '#/testing/server'

// A wide window: pictures and tables instead of lists.
beforeEach(() => {
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { matches: false, media }))
})
afterEach(() => vi.unstubAllGlobals())

type Schemas = components['schemas']

const facilities: Schemas['Me'] = { ...misaki, roles: ['staff', 'facilities'] }

function scenario(id: number, name: string, needed: number): Schemas['Scenario'] {
  const interval = [needed - 20, needed + 20]
  return {
    id,
    name,
    supposed: {
      basis: 'history',
      departments: null,
      desks: null,
      percentiles: [0.9, 0.95, 0.99],
      percentile: 0.95,
      growth: 0,
      attendance: 0,
      growth_by_department: {},
      days_short_target: null,
      cannot_share: null,
      floor_people: null,
      working_days_a_year: null,
      history: { from: '2026-09-28', to: '2026-11-20', source: 'gate', draws: 2000, seed: 1 },
      rates: null,
    },
    answer: {
      method: 'bootstrap',
      percentile: 0.95,
      mean: needed - 50,
      needed: { '0.9': needed - 10, '0.95': needed, '0.99': needed + 10 },
      interval: { '0.9': interval, '0.95': interval, '0.99': interval },
      desks: 200,
      cannot_share: 0,
      on_roll: 300,
      sharing_ratio: 300 / needed,
      inverse: needed / 300,
      short: {
        desks: 200,
        probability: 0.1,
        people: 1.5,
        people_when_short: 15,
        days_a_year: 24,
        interval: [20, 28],
        when_telework_is_off: 0,
      },
      target: null,
      by_weekday: [{ weekday: 0, days: 8, needed }],
      by_department: [],
      sensitivity: { attendance: [], growth: [] },
      distribution: [],
      basis: {
        source: 'gate',
        from: '2026-09-28',
        to: '2026-11-20',
        days: 38,
        weekdays: [],
        missing_days: 0,
        days_without_source: 0,
        days_withheld: 0,
        withheld: 0,
        coverage: { share: 1, says: 'days', part: 38, whole: 38 },
        people: 300,
        on_roll: 300,
        attendance_rate: 0.79,
        draws: 2000,
        working_days_a_year: 241,
        desks_source: 'building',
        facts_version: 3,
        notes: [],
      },
    },
    answered_at: '2026-11-24T10:00:00+09:00',
    stale: false,
    facts_version: 3,
    facts_from: '2026-09-28',
    facts_to: '2026-11-20',
    made_by: '我妻 美咲',
    made_at: '2026-11-24T10:00:00+09:00',
    changed_at: '2026-11-24T10:00:00+09:00',
    revision: 1,
  }
}

const forecast: Schemas['Forecast'] = {
  source: null,
  counts: null,
  history_from: null,
  history_to: null,
  history_days: 0,
  weight_of_plans: 0,
  days: [],
  error: { held_back_weeks: 0, days: 0, ours: null, naive: null, better: null },
  why_not: 'no_facts',
  facts_version: null,
}

const calm = {
  'GET /me/': { body: facilities },
  'GET /departments/': { body: [] },
  'GET /planning/scenarios/': { body: [] as Schemas['Scenario'][] },
  'GET /planning/placements/': { body: page([]) },
  'GET /planning/recorded-days/': { body: [] as Schemas['RecordedDays'][] },
  'GET /planning/forecast/': { body: forecast },
}
const short = scenario(1, 'いまの出社が続く', 230)
const enough = scenario(2, '在宅を週2日まで', 180)

test('before there is a scenario it is said what one is, and why there is no forecast', async () => {
  serverAnswers(calm)
  openScreen('/planning')
  expect(await screen.findByText('シナリオがまだありません')).toBeVisible()
  expect(screen.getByRole('link', { name: '最初のシナリオを作る' })).toBeVisible()
  expect(await screen.findByText('見こみを出せません')).toBeVisible()
})

test('scenarios stand side by side against the same desks, as the address says', async () => {
  serverAnswers({ ...calm, 'GET /planning/scenarios/': { body: [short, enough] } })
  openScreen('/planning?compare=2-1')
  const cards = await screen.findByRole('region', { name: 'くらべるシナリオ' })
  const [first, second] = within(cards).getAllByRole('heading', { level: 2 })
  expect(first).toHaveTextContent('シナリオA 在宅を週2日まで')
  expect(second).toHaveTextContent('シナリオB いまの出社が続く')
  expect(
    within(cards).getByRole('img', { name: '必要 230席・95%区間 210–250席・席 200・30席 不足' }),
  ).toBeVisible()
  expect(
    within(cards).getByRole('img', { name: '必要 180席・95%区間 160–200席・席 200・20席 余裕' }),
  ).toBeVisible()
})

test('facts that moved are said, and the scenario is worked out anew', async () => {
  const asked = serverAnswers({
    ...calm,
    'GET /planning/scenarios/': { body: [{ ...short, stale: true }] },
    'POST /planning/scenarios/1/answer/': { body: short },
  })
  openScreen('/planning')
  await userEvent.click(await screen.findByRole('button', { name: '計算しなおす' }))
  expect(await screen.findByText('「いまの出社が続く」を計算しなおしました')).toBeVisible()
  expect(asked.some(({ method, path }) => method === 'POST' && path.endsWith('/answer/'))).toBe(true)
})

test('a new scenario stands on days that are recorded, and the form says which these are', async () => {
  const days = {
    source: 'gate' as const,
    days: 38,
    first: '2026-09-28',
    last: '2026-11-20',
    usual_first: '2026-09-26',
  }
  serverAnswers({ ...calm, 'GET /planning/recorded-days/': { body: [days] } })
  openScreen('/planning?add=new')
  expect(
    await screen.findByText('ゲート記録のある日: 2026年9月28日(月)から2026年11月20日(金)まで(38勤務日)'),
  ).toBeVisible()
  expect(screen.getByLabelText('はじめの日')).toHaveValue('2026-09-26')
  expect(screen.getByLabelText('終わりの日')).toHaveValue('2026-11-20')
  await userEvent.click(screen.getByLabelText(/^チェックイン/))
  expect(screen.getByText('チェックインのある日は、まだありません。')).toBeVisible()
})

test('what is wrong is said beside its field, and what was typed stays', async () => {
  serverAnswers({
    ...calm,
    'POST /planning/scenarios/': refused(400, 'bad_input', { fields: { 'history.from': ['古すぎます。'] } }),
  })
  openScreen('/planning?add=new')
  const growth = await screen.findByLabelText('人数の増減(%)')
  await userEvent.clear(growth)
  await userEvent.type(growth, 'たくさん')
  await userEvent.click(screen.getByRole('button', { name: '計算して保存する' }))
  expect(growth).toBeInvalid()
  expect(growth).toHaveValue('たくさん')
  await userEvent.clear(growth)
  await userEvent.type(growth, '3.5')
  await userEvent.click(screen.getByRole('button', { name: '計算して保存する' }))
  expect(await screen.findByLabelText('はじめの日')).toHaveAccessibleDescription('古すぎます。')
  expect(growth).toHaveValue('3.5')
})

test('percentages are sent as fractions', async () => {
  const asked = serverAnswers({
    ...calm,
    'POST /planning/scenarios/': { status: 201, body: short },
    'GET /planning/scenarios/1/': { body: short },
  })
  openScreen('/planning?add=new')
  await userEvent.click(await screen.findByLabelText(/^出社率を決める/))
  await userEvent.type(screen.getByLabelText('人数'), '12')
  await userEvent.type(screen.getByLabelText('出社率(%)'), '80')
  await userEvent.clear(screen.getByLabelText('出社の増減(%)'))
  await userEvent.type(screen.getByLabelText('出社の増減(%)'), '-20')
  await userEvent.click(screen.getByRole('button', { name: '計算して保存する' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'いまの出社が続く' })).toBeVisible()
  const sent = asked.find(({ method }) => method === 'POST')?.body as Schemas['NewScenario']
  expect(sent.supposed.rates?.groups).toEqual([{ name: '', people: 12, rate: 0.8 }])
  expect(sent.supposed.attendance).toBe(-0.2)
  expect(sent.supposed.history).toBeNull()
})

const sixth = { id: 6, code: '6', name: '6階', level: 6 }
const seventh = { id: 7, code: '7', name: '7階', level: 7 }

function placed(id: number, name: string, from: number, on: number): Schemas['PlacedSection'] {
  return {
    department: { id, code: String(id), name, bureau: '総務局' },
    desks: 20,
    from_floor: from,
    moved: from !== on,
    counter: false,
    fixed: false,
  }
}

const sections = [placed(11, '広聴課', 6, 6), placed(12, '広報課', 6, 7)]
const placement: Schemas['Placement'] = {
  id: 5,
  name: '新庁舎',
  building: { id: 1, name: '本庁舎' },
  scenario: { id: 1, name: 'いまの出社が続く' },
  state: 'done',
  problem: '',
  progress: { seconds: 4, limit: 60, best: 7, bound: 7, gap: 0, solutions: 2 },
  summary: { moves: 1, short: 2, gap: 0 },
  cancel_asked_at: null,
  made_by: '我妻 美咲',
  made_at: '2026-11-24T10:00:00+09:00',
  started_at: '2026-11-24T10:00:00+09:00',
  finished_at: '2026-11-24T10:00:04+09:00',
  asked: {
    day: '2026-11-24',
    sections: sections.map(({ department, desks, from_floor }) => ({
      department: department.id,
      code: department.code,
      name: department.name,
      bureau: department.bureau,
      desks,
      basis: 'scenario',
      counter: false,
      fixed_floor: null,
      from_floor,
    })),
    floors: [seventh, sixth].map((floor) => ({
      floor: floor.id,
      code: floor.code,
      name: floor.name,
      level: floor.level,
      capacity: 25,
    })),
    sharing: true,
    same_division: 4,
    same_bureau: 2,
    near: [],
    counters_low: 2,
    few_moves: 3,
    start_from: 'today',
    most_moves: null,
    seconds: 60,
    gap: 0.02,
  },
  result: {
    floors: [
      { floor: seventh, capacity: 25, needed: 20, desks: 20, left: 5, sections: sections.slice(1) },
      { floor: sixth, capacity: 18, needed: 20, desks: 20, left: -2, sections: sections.slice(0, 1) },
    ],
    moves: 1,
    objective: 7,
    bound: 7,
    gap: 0,
    seconds: 4,
    optimal: true,
    stopped: 'optimal',
    terms: { counters: 0, nearness: 6, moves: 1 },
    start_terms: null,
    binding: [],
    unplaced: [],
    pooled_days: 0,
    facts_version: 3,
  },
  why: [],
  drafts: [],
}

test('a section is fixed to a floor by the keyboard, and the hall arranged anew from there', async () => {
  const asked = serverAnswers({
    ...calm,
    'GET /planning/placements/5/': { body: placement },
    'GET /planning/placements/6/': { body: { ...placement, id: 6, name: '新庁舎 2' } },
    'POST /planning/placements/': { status: 201, body: { ...placement, id: 6, name: '新庁舎 2' } },
  })
  openScreen('/planning/placements/5')
  const moved = await screen.findByRole('button', { name: /^広報課・20席・6階から/ })
  moved.focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(screen.getByRole('button', { name: /^広聴課/ })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('radio', { name: /7階/ }))
  await userEvent.click(screen.getByRole('button', { name: '決める' }))
  expect(screen.getByText('広聴課 → 7階')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '組みなおす' }))
  expect(await screen.findByRole('heading', { level: 1, name: '新庁舎 2' })).toBeVisible()
  const sent = asked.find(({ method }) => method === 'POST')?.body as Schemas['NewPlacement']
  expect(sent.start_from).toBe(5)
  expect(sent.most_moves).toBe(5)
  expect(sent.sections?.map(({ department, fixed_floor }) => [department, fixed_floor])).toEqual([
    [11, 7],
    [12, null],
  ])
})

test('one that was stopped keeps its best, from which drafts are made as from any other', async () => {
  serverAnswers({
    ...calm,
    'GET /planning/placements/5/': { body: { ...placement, state: 'cancelled' } },
  })
  openScreen('/planning/placements/5')
  expect(await screen.findByText(/そのときまでに見つかった/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'エリアの下書きを作る' })).toBeVisible()
})

test('what is short is a word and a number, not only a hatch', async () => {
  serverAnswers({ ...calm, 'GET /planning/placements/5/': { body: placement } })
  openScreen('/planning/placements/5')
  expect(await screen.findByText('不足 2席')).toBeVisible()
  expect(screen.getByText('余裕 5席')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '階ごとの配置を表で見る' }))
  expect(screen.getByRole('row', { name: /広報課 7階 総務局 20 6階から/ })).toBeVisible()
})

test('where there is no placement it is said which demands clash', async () => {
  serverAnswers({
    ...calm,
    'GET /planning/placements/5/': {
      body: {
        ...placement,
        state: 'impossible',
        result: null,
        why: [
          {
            code: 'capacity',
            floor: 6,
            department: null,
            needed: 40,
            available: 18,
            words: '6階は18席です。',
          },
        ],
      },
    },
  })
  openScreen('/planning/placements/5')
  expect(await screen.findByText('この条件では、配置が成り立ちません')).toBeVisible()
  expect(screen.getByText('6階は18席です。')).toBeVisible()
})

test('planning is for facilities alone', async () => {
  serverAnswers({ ...calm, 'GET /me/': { body: misaki } })
  openScreen('/planning')
  expect(await screen.findByText('座席計画は庁舎管理の担当者の画面です')).toBeVisible()
})
