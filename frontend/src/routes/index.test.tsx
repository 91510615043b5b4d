import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { booked, misaki, misakiInTheOffice, page } from '#/testing/cast'
import { openScreen } from '#/testing/open-screen'
import { refused, serverAnswers } from '#/testing/server'

const MORNING = '2026-11-24T08:00:00+09:00'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(MORNING) })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const hisAtHome = {
  ...misakiInTheOffice,
  am: { ...misakiInTheOffice.am, place: 'home', desk: null },
  pm: { ...misakiInTheOffice.pm, place: 'home', desk: null },
}
const hall = {
  'GET /me/': { body: misaki },
  'GET /bookings/': { body: page([booked]) },
  'GET /attendance/me/': {
    body: {
      days: [
        misakiInTheOffice,
        { ...misakiInTheOffice, day: '2026-11-25', am: { ...misakiInTheOffice.am, desk: null }, pm: null },
      ],
    },
  },
  'GET /attendance/departments/7/': {
    body: {
      department: misaki.person?.department,
      days: [],
      people: [
        {
          person: { id: 1, name: '我妻 美咲', family_name: '我妻', department: '広聴課' },
          title: '主事',
          me: true,
          counted: true,
          visible: true,
          days: [misakiInTheOffice],
        },
        {
          person: { id: 2, name: '星 翔太', family_name: '星', department: '広聴課' },
          title: '主事',
          me: false,
          counted: true,
          visible: true,
          days: [hisAtHome],
        },
        {
          // Here beside a main post elsewhere, where the head counts her.
          person: { id: 3, name: '渡辺 悟', family_name: '渡辺', department: '人事課' },
          title: '係長',
          me: false,
          counted: false,
          visible: true,
          days: [{ ...misakiInTheOffice, am: { ...misakiInTheOffice.am, desk: null }, pm: null }],
        },
      ],
    },
  },
}

test('my day says the desk, the hours and the rule, and one press checks in', async () => {
  let state = booked
  const asked = serverAnswers({
    ...hall,
    'GET /bookings/': () => ({ body: page([state]) }),
    'POST /bookings/11/check-in/': () => {
      state = { ...booked, state: 'checked_in', checked_in_at: MORNING, may: ['check_out'] }
      return { body: state }
    },
  })
  openScreen('/')
  const myDay = await screen.findByRole('region', { name: 'わたしの今日' })
  expect(within(myDay).getByText('06E-016')).toBeVisible()
  expect(within(myDay).getByText('8:30–17:15')).toBeVisible()
  expect(within(myDay).getByText(/9:30までにチェックインがなければ.*庁舎管理課の規則/)).toBeVisible()
  await userEvent.click(within(myDay).getByRole('button', { name: 'チェックイン' }))
  expect(await screen.findByText('06E-016 にチェックインしました')).toBeVisible()
  expect(await screen.findByText('チェックイン済み')).toBeVisible()
  expect(asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
    '/bookings/11/check-in/',
  ])
})

test('giving up the desk can be undone', async () => {
  let state = booked
  serverAnswers({
    ...hall,
    'GET /bookings/': () => ({ body: page([state]) }),
    'POST /bookings/11/cancel/': () => {
      state = { ...booked, state: 'cancelled', may: ['restore'], undo_until: '2026-11-24T08:10:00+09:00' }
      return { body: state }
    },
    'POST /bookings/11/restore/': () => {
      state = booked
      return { body: state }
    },
  })
  openScreen('/')
  await userEvent.click((await screen.findAllByRole('button', { name: '席を使わない' }))[0] as HTMLElement)
  expect(await screen.findByText('今日の席はまだありません')).toBeVisible()
  await userEvent.click(await screen.findByRole('button', { name: '元に戻す' }))
  expect(await screen.findByText('11月24日(火) 06E-016 の予約を元に戻しました')).toBeVisible()
  expect(await screen.findByRole('region', { name: 'わたしの今日' })).toBeVisible()
})

test('a refused check-in is taken back with its reason', async () => {
  serverAnswers({ ...hall, 'POST /bookings/11/check-in/': refused(409, 'too_early_to_check_in') })
  openScreen('/')
  await userEvent.click(await screen.findByRole('button', { name: 'チェックイン' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('まだチェックインできません。')
  expect(await screen.findByText('予約済み・チェックイン前')).toBeVisible()
})

test('a day in the office without a desk waits for me', async () => {
  serverAnswers(hall)
  openScreen('/')
  const waiting = await screen.findByRole('region', { name: /対応が必要なこと/ })
  expect(await within(waiting).findByText('11月25日(水) 出勤の席')).toBeVisible()
  expect(within(waiting).getByRole('link', { name: '席をとる' })).toHaveAttribute(
    'href',
    '/book?day=2026-11-25',
  )
})

test('the section is grouped by where its people are', async () => {
  serverAnswers(hall)
  openScreen('/')
  const section = await screen.findByRole('region', { name: '広聴課は今日どこに' })
  expect(await within(section).findByText('2人のうち庁舎に1人')).toBeVisible()
  expect(within(section).getByText('星 翔太')).toBeInTheDocument()
  expect(within(section).getByRole('link', { name: '06E-016' })).toBeInTheDocument()
})

test('on a closing day the next working day is offered', async () => {
  serverAnswers({
    ...hall,
    'GET /me/': { body: { ...misaki, today: '2026-11-23', working_days: ['2026-11-24', '2026-11-25'] } },
    'GET /bookings/': { body: page([]) },
  })
  openScreen('/')
  expect(await screen.findByText('今日は閉庁日です')).toBeVisible()
  expect(screen.getByRole('link', { name: '11月24日(火)の席をとる' })).toHaveAttribute(
    'href',
    '/book?day=2026-11-24',
  )
})

test('an account without a person is told what to do', async () => {
  serverAnswers({ 'GET /me/': { body: { ...misaki, person: null } } })
  openScreen('/')
  expect(await screen.findByText('職員の情報がないアカウントです')).toBeVisible()
})

test('when the session ends, signing in again goes on where one was', async () => {
  let over = true
  const nobody = {
    signed_in: false,
    pending: null,
    ways: [{ way: 'password', name: '', address: null }],
    demonstration: false,
    csrf_token: 'x',
    languages: [],
    demonstration_accounts: [],
  }
  serverAnswers({
    ...hall,
    'POST /bookings/11/check-in/': () =>
      over ? refused(401, 'not_signed_in') : { body: { ...booked, state: 'checked_in', may: [] } },
    'GET /session/': { body: nobody },
    'POST /session/': () => {
      over = false
      return { body: { ...nobody, signed_in: true } }
    },
  })
  openScreen('/')
  await userEvent.click(await screen.findByRole('button', { name: 'チェックイン' }))
  const again = await screen.findByRole('dialog', { name: 'もう一度サインインしてください' })
  expect(within(again).getByLabelText('ユーザー名')).toHaveValue('misaki')
  await userEvent.type(within(again).getByLabelText('パスワード'), 'kyoseki{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: '今日 11月24日(火)' })).toBeVisible()
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('checking out asks first, because it cannot be undone', async () => {
  const here = {
    ...booked,
    state: 'checked_in' as const,
    checked_in_at: MORNING,
    may: ['check_out' as const],
  }
  const asked = serverAnswers({
    ...hall,
    'GET /bookings/': { body: page([here]) },
    'POST /bookings/11/check-out/': {
      body: { ...here, state: 'checked_out', may: [], checked_out_at: MORNING },
    },
  })
  openScreen('/')
  await userEvent.click(await screen.findByRole('button', { name: 'チェックアウト' }))
  const question = await screen.findByRole('dialog', { name: '06E-016 をチェックアウトしますか' })
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
  await userEvent.click(within(question).getByRole('button', { name: 'チェックアウトする' }))
  expect(await screen.findByText(/06E-016 をチェックアウトしました/)).toBeVisible()
})
