import { expect, test } from 'vitest'
import { type CountLine, counted, countLines, type HeadCount, isFound, type QueuedMark } from './standing'

const line = (person: number, name: string, search: string) => ({
  person,
  name,
  kana: '',
  number: `01000${person}`,
  search,
  visitor: false,
  organisation: '',
  department: 1,
  floor: 6,
  area: 'Eエリア',
  desk: '',
  standing: 'seen' as const,
  source: 'gate_in' as const,
  since: '2026-11-24T08:30:00+09:00',
})
const mark = (person: number, status: 'safe' | 'needs_help' | 'absent' | 'unmarked') => ({
  person,
  status,
  note: '',
  made_at: '2026-11-24T09:05:00+09:00',
  made_by: '星 翔太',
  by_self: false,
})
const count: HeadCount = {
  id: 'a',
  kind: 'drill',
  started_at: '2026-11-24T09:00:00+09:00',
  due_at: '2026-11-24T09:30:00+09:00',
  started_by: '星 翔太',
  unaccounted_after_minutes: 30,
  closed_at: null,
  closed_by: '',
  closing_note: '',
  figures: { listed: 4, added: 0, safe: 1, needs_help: 1, absent: 0, unmarked: 2 },
  from_copy: false,
  copy_written_at: null,
  may_lead: true,
  people: [
    line(1, '我妻 美咲', '我妻美咲 あがつまみさき 010001'),
    line(2, '工藤 真理子', '工藤真理子 くどうまりこ 010002'),
    line(3, '佐々木 隆', '佐佐木隆 ささきたかし 010003'),
    line(4, '山田 葵', '山田葵 やまだあおい 010004'),
  ],
  marks: [mark(1, 'safe'), mark(2, 'needs_help'), mark(4, 'unmarked')],
  floors: [],
  departments: [],
}
const before = Date.parse('2026-11-24T09:29:59+09:00')
const after = Date.parse('2026-11-24T09:30:00+09:00')
const queued: QueuedMark = {
  id: 'q',
  headCount: 'a',
  person: 3,
  status: 'safe',
  note: '',
  madeAt: before,
}
const told = (lines: CountLine[]) => lines.map((one) => [one.name, one.state])

test('before its time nobody is unaccounted for; who needs help comes first', () => {
  expect(told(countLines(count, [], before, 'me'))).toEqual([
    ['工藤 真理子', 'needs_help'],
    ['佐々木 隆', 'waiting'],
    ['山田 葵', 'waiting'],
    ['我妻 美咲', 'safe'],
  ])
})

test('from its time on whoever is not marked is unaccounted for and comes first', () => {
  const lines = countLines(count, [], after, 'me')
  expect(told(lines).slice(0, 2)).toEqual([
    ['佐々木 隆', 'unaccounted'],
    ['山田 葵', 'unaccounted'],
  ])
  expect(counted(lines)).toEqual({ unaccounted: 2, waiting: 0, needs_help: 1, absent: 0, safe: 1 })
})

test('a mark made here counts at once and says that it is on its way', () => {
  const sasaki = countLines(count, [queued], after, '星 翔太').find((one) => one.person === 3)
  expect([sasaki?.state, sasaki?.onItsWay, sasaki?.mark?.made_by]).toEqual(['safe', true, '星 翔太'])
})

test('a mark of another head count is none here', () => {
  const lines = countLines(count, [{ ...queued, headCount: 'b' }], after, 'me')
  expect(lines.find((one) => one.person === 3)?.state).toBe('unaccounted')
})

test.each([
  ['我妻', true],
  ['アガツマ', true],
  ['ｱｶﾞﾂﾏ みさき', true],
  ['010001', true],
  ['０１０００１', true],
  ['工藤', false],
  ['', true],
])('%s finds 我妻 美咲: %s', (typed, found) => {
  expect(isFound(count.people[0] as HeadCount['people'][0], typed)).toBe(found)
})
