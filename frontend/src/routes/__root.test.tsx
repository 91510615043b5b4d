import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { booked, misaki, page } from '#/testing/cast'
import { openScreen } from '#/testing/open-screen'
import { refused, serverAnswers } from '#/testing/server'

afterEach(() => vi.unstubAllGlobals())

const hall = {
  'GET /me/': { body: misaki },
  'GET /bookings/': { body: page([]) },
  'PATCH /me/': ({ body }: { body: unknown }) => ({ body: { ...misaki, ...(body as object) } }),
}
const found = {
  id: 2,
  number: 'S0002',
  name: '星 翔太',
  family_name: '星',
  kana: 'ホシ ショウタ',
  title: '主事',
  department: misaki.person?.department,
  place: 'office',
  desk: booked.desk,
}

test('the language is changed at once and kept', async () => {
  const asked = serverAnswers(hall)
  openScreen('/bookings')
  await userEvent.click(
    (await screen.findAllByRole('button', { name: /日本語 \/ English/ }))[0] as HTMLElement,
  )
  expect(await screen.findByRole('heading', { level: 1, name: 'My bookings' })).toBeVisible()
  await waitFor(() =>
    expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({ language: 'en' }),
  )
  expect(document.title).toBe('My bookings | Kyoseki')
})

test('slash opens the search; arrows and Enter open a colleague’s desk', async () => {
  serverAnswers({
    ...hall,
    'GET /people/': ({ query }) => ({
      body: page(query.get('q') === '星' ? [{ ...found, id: 3, desk: null }, found] : []),
    }),
  })
  const router = openScreen('/bookings')
  await screen.findByRole('heading', { level: 1 })
  await userEvent.keyboard('/')
  const field = await screen.findByRole('combobox', { name: '人・席をさがす' })
  expect(field).toHaveFocus()
  await userEvent.type(field, '星')
  await screen.findAllByRole('option', { name: /星 翔太/ })
  await userEvent.keyboard('{ArrowDown}')
  const options = screen.getAllByRole('option')
  expect(options.map((option) => option.getAttribute('aria-selected'))).toEqual(['false', 'true'])
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(router.state.location.href).toBe('/book?floor=6&near=2'))
})

test('a search without a result says so', async () => {
  serverAnswers({ ...hall, 'GET /people/': { body: page([]) } })
  openScreen('/bookings')
  await userEvent.click(await screen.findByRole('button', { name: '人・席をさがす' }))
  await userEvent.type(await screen.findByRole('combobox'), 'ぬ')
  expect(await screen.findByText('「ぬ」は見つかりませんでした。')).toBeVisible()
})

test('who may see me is chosen in my menu and can be put back', async () => {
  const asked = serverAnswers({
    ...hall,
    'PATCH /me/': ({ body }) => ({
      body: {
        ...misaki,
        person: { ...misaki.person, visibility: (body as { visibility: string }).visibility },
      },
    }),
  })
  openScreen('/bookings')
  await userEvent.click(await screen.findByRole('button', { name: /我妻 美咲/ }))
  await userEvent.selectOptions(await screen.findByLabelText('居場所を見られる人'), 'section')
  expect(await screen.findByText('居場所を見られる人を「自分の所属だけ」にしました')).toBeInTheDocument()
  expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({ visibility: 'section' })
})

test('an address that leads nowhere says so and shows a way back', async () => {
  serverAnswers(hall)
  openScreen('/nowhere')
  expect(await screen.findByRole('heading', { level: 1, name: '見つかりません' })).toBeVisible()
  expect(within(screen.getByRole('main')).getByRole('link', { name: '今日へもどる' })).toHaveAttribute(
    'href',
    '/',
  )
})

test('a server that fails before any screen is said, with its reference', async () => {
  serverAnswers({ 'GET /me/': refused(503, 'server_error', { request_id: 'abc123' }) })
  openScreen('/')
  expect(await screen.findByRole('heading', { level: 1, name: 'うまくいきませんでした' })).toBeVisible()
  expect(screen.getByText('問い合わせ番号 abc123')).toBeVisible()
})

test('the screens have landmarks, and a way past the frame', async () => {
  serverAnswers(hall)
  openScreen('/bookings')
  await screen.findByRole('heading', { level: 1 })
  expect(screen.getByRole('banner')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: '本文へ進む' })).toHaveAttribute('href', '#main')
  const current = screen
    .getAllByRole('link', { name: '予約' })
    .map((link) => link.getAttribute('aria-current'))
  expect(current).toEqual(['page', 'page'])
})
