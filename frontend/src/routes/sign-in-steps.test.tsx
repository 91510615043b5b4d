import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { misaki, page, session } from '#/testing/cast'
import { openScreen } from '#/testing/open-screen'
import { refused, serverAnswers } from '#/testing/server'

afterEach(() => vi.unstubAllGlobals())

/** A server whose sign-in waits for what `pending` says, until `let in` was called. */
function waitsFor(pending: object, answers: Parameters<typeof serverAnswers>[0]) {
  let signedIn = false
  const asked = serverAnswers({
    'GET /session/': { body: session },
    'GET /me/': () => (signedIn ? { body: misaki } : refused(401, 'not_signed_in')),
    'POST /session/': { body: { ...session, pending } },
    'GET /bookings/': { body: page([]) },
    ...answers,
  })
  return { asked, letIn: () => (signedIn = true) }
}

async function givesPassword() {
  await userEvent.type(await screen.findByLabelText('ユーザー名'), 'misaki')
  await userEvent.type(screen.getByLabelText('パスワード'), 'kyoseki{Enter}')
}

test('a second factor is asked for, a wrong code stays typed, and the right one goes on', async () => {
  const { asked, letIn } = waitsFor(
    { factors: ['authenticator', 'recovery_code'], must_set_up: false },
    {
      'POST /session/second-factor/': ({ body }) => {
        if (JSON.stringify(body) !== '{"code":"123456"}') return refused(409, 'wrong_code')
        letIn()
        return { body: { ...session, signed_in: true } }
      },
    },
  )
  openScreen('/sign-in?to=/bookings')
  await givesPassword()
  expect(await screen.findByRole('heading', { name: '2段階認証' })).toHaveFocus()
  await userEvent.type(screen.getByLabelText('確認コード（6桁）'), '000000{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('コードが違うか')
  expect(screen.getByLabelText('確認コード（6桁）')).toHaveValue('000000')
  await userEvent.click(screen.getByRole('button', { name: '回復コード' }))
  expect(screen.queryByRole('alert')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '認証アプリのコード' }))
  await userEvent.type(screen.getByLabelText('確認コード（6桁）'), '123456{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: 'わたしの予約' })).toBeVisible()
  expect(asked.filter(({ path }) => path === '/session/second-factor/').map(({ body }) => body)).toEqual([
    { code: '000000' },
    { code: '123456' },
  ])
})

test('who has to have a factor sets one up, sees the codes once, and then goes on', async () => {
  const { letIn } = waitsFor(
    { factors: [], must_set_up: true },
    {
      'POST /me/factors/authenticator/': {
        body: {
          secret: 'ABCDEFGHIJKLMNOP',
          uri: 'otpauth://totp/x',
          qr_svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
        },
      },
      'POST /me/factors/authenticator/confirm/': () => {
        letIn()
        return { body: { recovery_codes: ['aaaa-bbbb-cccc-dddd'] } }
      },
    },
  )
  openScreen('/sign-in?to=/bookings')
  await givesPassword()
  await userEvent.click(await screen.findByRole('button', { name: '認証アプリを使う' }))
  expect(await screen.findByText('ABCD EFGH IJKL MNOP')).toBeVisible()
  await userEvent.type(screen.getByLabelText('確認コード（6桁）'), '123456{Enter}')
  expect(await screen.findByRole('heading', { name: '回復コード', level: 2 })).toHaveFocus()
  expect(screen.getAllByText('aaaa-bbbb-cccc-dddd')[0]).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'つづける' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'わたしの予約' })).toBeVisible()
})

test('the ways of the city stand beside the password, each a link that comes back here', async () => {
  serverAnswers({
    'GET /me/': refused(401, 'not_signed_in'),
    'GET /session/': {
      body: {
        ...session,
        ways: [...session.ways, { way: 'oidc', name: '庁内SSO', address: '/accounts/oidc/login/' }],
      },
    },
  })
  openScreen('/sign-in?to=/bookings&refused=unknown_account')
  expect(await screen.findByRole('link', { name: '庁内SSOでサインイン' })).toHaveAttribute(
    'href',
    '/accounts/oidc/login/?next=%2Fbookings',
  )
  expect(screen.getByRole('alert')).toHaveTextContent('ここにサインインできません')
})
