import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { misaki, page, session } from '#/testing/cast'
import { openScreen } from '#/testing/open-screen'
import { refused, serverAnswers } from '#/testing/server'

afterEach(() => vi.unstubAllGlobals())

const nobody = { 'GET /me/': refused(401, 'not_signed_in'), 'GET /session/': { body: session } }

test('nobody is led to the sign-in and, signed in, to where they wanted to go', async () => {
  let signedIn = false
  serverAnswers({
    ...nobody,
    'GET /me/': () => (signedIn ? { body: misaki } : refused(401, 'not_signed_in')),
    'POST /session/': () => {
      signedIn = true
      return { body: misaki }
    },
    'GET /bookings/': { body: page([]) },
  })
  const router = openScreen('/bookings?list=past')
  await userEvent.type(await screen.findByLabelText('ユーザー名'), 'misaki')
  await userEvent.type(screen.getByLabelText('パスワード'), 'kyoseki')
  await userEvent.click(screen.getByRole('button', { name: 'サインインする' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'わたしの予約' })).toBeVisible()
  expect(router.state.location.href).toBe('/bookings?list=past')
})

test('a wrong password is said and what was typed stays', async () => {
  serverAnswers({ ...nobody, 'POST /session/': refused(401, 'sign_in_failed') })
  openScreen('/sign-in')
  await userEvent.type(await screen.findByLabelText('ユーザー名'), 'misaki')
  await userEvent.type(screen.getByLabelText('パスワード'), 'wrong{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('ユーザー名かパスワードが違います。')
  expect(screen.getByLabelText('ユーザー名')).toHaveValue('misaki')
})

test('too many failures say how long to wait', async () => {
  serverAnswers({ ...nobody, 'POST /session/': refused(429, 'throttled', { retry_after_seconds: 290 }) })
  openScreen('/sign-in')
  await userEvent.type(await screen.findByLabelText('ユーザー名'), 'misaki')
  await userEvent.type(screen.getByLabelText('パスワード'), 'wrong{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('5分ほど待ってから')
})

test('an empty field is pointed out and takes the focus; nothing is sent', async () => {
  const asked = serverAnswers(nobody)
  openScreen('/sign-in')
  await userEvent.click(await screen.findByRole('button', { name: 'サインインする' }))
  expect(screen.getByLabelText('ユーザー名')).toHaveFocus()
  expect(screen.getByLabelText('ユーザー名')).toHaveAccessibleDescription('ユーザー名を入力してください。')
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
})

test('in the demonstration a press signs in as somebody of the hall', async () => {
  let signedIn = false
  const asked = serverAnswers({
    ...nobody,
    'GET /me/': () => (signedIn ? { body: misaki } : refused(401, 'not_signed_in')),
    'POST /session/': () => {
      signedIn = true
      return { body: misaki }
    },
  })
  openScreen('/sign-in')
  await userEvent.click(await screen.findByRole('button', { name: /^職員 *我妻 美咲.*としてサインイン$/ }))
  expect(await screen.findByRole('heading', { level: 1, name: '今日 11月24日(火)' })).toBeVisible()
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
    username: 'misaki',
    password: 'kyoseki',
  })
})

test('English is one press away', async () => {
  serverAnswers(nobody)
  openScreen('/sign-in')
  await userEvent.click(await screen.findByRole('button', { name: /日本語 \/ English/ }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  expect(document.documentElement).toHaveAttribute('lang', 'en')
})

test('where people come by another way the password is there for whoever asks for it in the address', async () => {
  const passkey = { way: 'passkey' as const, name: '', address: null }
  const proxy = { way: 'proxy' as const, name: '', address: '/accounts/proxy/login/' }
  serverAnswers({ ...nobody, 'GET /session/': { body: { ...session, ways: [proxy, passkey] } } })
  const router = openScreen('/sign-in')
  expect(await screen.findByRole('link')).toHaveAttribute('href', '/accounts/proxy/login/?next=%2F')
  expect(screen.queryByLabelText('パスワード')).not.toBeInTheDocument()
  await router.navigate({ to: '/sign-in', search: { password: '' } })
  expect(await screen.findByLabelText('パスワード')).toBeVisible()
})
