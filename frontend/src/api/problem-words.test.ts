import i18next from 'i18next'
import { expect, test } from 'vitest'
import { ApiProblem } from './problem'
import { problemWords } from './problem-words'

const said = (problem: ConstructorParameters<typeof ApiProblem>[0]) =>
  problemWords(i18next.t, 'ja', new ApiProblem(problem))

test('a refusal says which rule refused, whose it is, and what would be allowed', () => {
  const words = said({
    status: 409,
    code: 'beyond_window',
    rule: { name: '予約の期間', owner: '庁舎管理課', scope: '6階', value: 14 },
    allowed_until: '2026-12-14',
  })
  expect(words).toEqual({
    title: 'まだ予約を受け付けていない日です。',
    lines: ['12月14日(月)まで受け付けています。', '規則: 予約の期間(庁舎管理課)'],
  })
})

test('a rival is named with its desk and its hours', () => {
  const rival = {
    kind: 'booking' as const,
    start: '2026-11-24T08:30:00+09:00',
    end: '2026-11-24T12:00:00+09:00',
  }
  expect(
    said({ status: 409, code: 'already_booked', conflicts_with: { ...rival, desk_code: '06E-001' } }).lines,
  ).toEqual(['重なっている予定: 06E-001 8:30–12:00'])
})

test('a code without words of ours speaks in the server’s', () => {
  expect(said({ status: 409, code: 'of_tomorrow', detail: '新しい理由です。' }).title).toBe(
    '新しい理由です。',
  )
})

test('anything else is a fault of ours', () => {
  expect(problemWords(i18next.t, 'ja', new TypeError('x')).title).toBe(
    'サーバーで問題が起きました。もう一度お試しください。',
  )
})
