import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { booked, misaki, page } from '#/testing/cast'
import { openScreen } from '#/testing/open-screen'
import { refused, serverAnswers } from '#/testing/server'

afterEach(() => vi.unstubAllGlobals())

const tomorrow = { ...booked, id: 12, day: '2026-11-25', may: ['cancel', 'change'] as typeof booked.may }

test('upcoming bookings come page by page, and the next page only when asked for', async () => {
  const asked = serverAnswers({
    'GET /me/': { body: misaki },
    'GET /bookings/': ({ query }) => ({
      body: query.get('cursor') ? page([tomorrow]) : page([booked], 'c2'),
    }),
  })
  openScreen('/bookings')
  const list = await screen.findByRole('list', { name: '予約の一覧' })
  expect(within(list).getAllByRole('listitem')).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: 'もっと見る' }))
  expect(await within(list).findByText('11月25日(水)')).toBeVisible()
  expect(screen.getByText('ここまでで、すべてです')).toBeVisible()
  expect(asked.filter(({ path }) => path === '/bookings/').map(({ query }) => query.get('cursor'))).toEqual([
    null,
    'c2',
  ])
})

test('a cancelled booking stays in the list and can be had back', async () => {
  serverAnswers({
    'GET /me/': { body: misaki },
    'GET /bookings/': { body: page([tomorrow]) },
    'POST /bookings/12/cancel/': {
      body: { ...tomorrow, state: 'cancelled', may: ['restore'], undo_until: booked.end },
    },
  })
  openScreen('/bookings')
  const actions = await screen.findByRole('group', { name: '11月25日(水) 06E-016 の操作' })
  await userEvent.click(within(actions).getByRole('button', { name: '取り消す' }))
  const notices = screen.getByRole('region', { name: 'お知らせ' })
  expect(await within(notices).findByText('11月25日(水) 06E-016 の予約を取り消しました')).toBeVisible()
  expect(within(notices).getByRole('button', { name: '元に戻す' })).toBeVisible()
})

test('a change leads to the plan with the booking in hand', async () => {
  serverAnswers({ 'GET /me/': { body: misaki }, 'GET /bookings/': { body: page([tomorrow]) } })
  openScreen('/bookings')
  const change = await screen.findByRole('link', { name: '変更する' })
  expect(change.getAttribute('href')).toBe('/book?day=2026-11-25&booking=12&floor=6&part=full')
})

test('a cancellation that is refused says why and leaves the booking', async () => {
  serverAnswers({
    'GET /me/': { body: misaki },
    'GET /bookings/': { body: page([tomorrow]) },
    'POST /bookings/12/cancel/': refused(409, 'booking_over'),
  })
  openScreen('/bookings')
  await userEvent.click(await screen.findByRole('button', { name: '取り消す' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('この予約は終わっています。')
  expect(await screen.findByRole('button', { name: '取り消す' })).toBeVisible()
})

test('no bookings: what to do next', async () => {
  serverAnswers({ 'GET /me/': { body: misaki }, 'GET /bookings/': { body: page([]) } })
  openScreen('/bookings')
  expect(await screen.findByText('これからの予約はありません')).toBeVisible()
})

test('a list that cannot be read says so, and another try reads it', async () => {
  let broken = true
  serverAnswers({
    'GET /me/': { body: misaki },
    'GET /bookings/': () => (broken ? refused(500, 'server_error') : { body: page([booked]) }),
  })
  openScreen('/bookings')
  const again = await screen.findByRole('button', { name: 'もう一度試す' })
  broken = false
  await userEvent.click(again)
  expect(await screen.findByRole('list', { name: '予約の一覧' })).toBeVisible()
})
