import { afterEach, expect, test, vi } from 'vitest'
import { serverAnswers } from '#/testing/server'
import type { PlanDay } from './queries'
import { takeCopyBack, written } from './week-copying'

afterEach(() => vi.unstubAllGlobals())

const day = '2026-12-02'
const before: PlanDay = {
  day,
  working_day: true,
  holiday: null,
  team_day: null,
  visible: true,
  shift: '0900',
  am: null,
  pm: null,
  stretches: [],
  pending: [],
}
const trip = { day, half: 'am', place: 'trip', source: 'own', outcome: 'done', problem: null } as const
const early = { day, shift: '0730', outcome: 'done', problem: null } as const

test('a copied week is taken back with the shifts as they were', async () => {
  const asked = serverAnswers({ [`PUT /attendance/me/${day}/`]: { body: before } })
  const done = { days: [trip], shifts: [early] }
  await takeCopyBack({ done, before: [before], after: [{ ...before, shift: '0730' }] })
  expect(asked.map(({ body }) => body)).toEqual([
    { am: { place: 'usual', note: '' }, shift: '0900', let_go: false },
  ])
})

test('what was kept was not written', () => {
  const kept = { ...early, outcome: 'kept' } as const
  expect(written({ days: [trip], shifts: [kept] })).toEqual({ days: [trip], shifts: [] })
})
