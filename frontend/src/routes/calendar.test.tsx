import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { components } from '#/api/generated/schema'
import { misaki } from '#/testing/cast'
import { openScreen } from '#/testing/open-screen'
import { refused, serverAnswers } from '#/testing/server'

afterEach(() => vi.unstubAllGlobals())

type Schemas = components['schemas']

const choices: Schemas['CalendarChoices'] = {
  titles: 'full',
  spans: 'hours',
  with_desk: true,
  with_telework: true,
  with_own_plans: true,
  by_mail: false,
  section_as: 'summary',
  mail_possible: false,
}
const nothingLinked: Schemas['CalendarLinks'] = { links: [], kinds: ['caldav'], hosts_allowed: true, most: 3 }
const work: Schemas['CalendarLink'] = {
  id: 4,
  kind: 'caldav',
  address: 'https://cal.example.jp/',
  username: 'misaki',
  calendar: 'https://cal.example.jp/days/',
  calendar_name: '仕事',
  sends: true,
  takes_in: true,
  on_deleted: 'ask',
  acceptance: 'ask',
  state: 'paused',
  trouble: 'password',
  troubled_since: '2026-11-24T08:00:00+09:00',
  sent_at: null,
  read_at: null,
  waiting: 2,
  sent_count: 0,
  malformed: null,
}
const calm = {
  'GET /me/': { body: misaki },
  'GET /calendar/choices/': { body: choices },
  'GET /calendar/feeds/': { body: { feeds: [], sections: [] } },
  'GET /calendar/links/': { body: nothingLinked },
}

test('where the city names no server it is said kindly, and nothing can be linked', async () => {
  serverAnswers({
    ...calm,
    'GET /calendar/links/': { body: { ...nothingLinked, kinds: [], hosts_allowed: false } },
  })
  openScreen('/calendar')
  expect(await screen.findByText('この庁舎では、まだカレンダーとつなげません')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'カレンダーをつなぐ' })).toBeNull()
})

test('a wrong password is said in words, what was typed stays, and the password is next', async () => {
  serverAnswers({
    ...calm,
    'POST /calendar/links/find/': refused(409, 'calendar_trouble', { trouble: 'password' }),
  })
  openScreen('/calendar')
  await userEvent.click(await screen.findByRole('button', { name: 'カレンダーをつなぐ' }))
  await userEvent.type(screen.getByLabelText('サーバーのアドレス'), 'cal.example.jp')
  await userEvent.type(screen.getByLabelText('ユーザー名'), 'misaki')
  await userEvent.type(screen.getByLabelText('アプリ用パスワード'), 'wrong')
  await userEvent.click(screen.getByRole('button', { name: 'つながるか確かめる' }))
  expect(await screen.findByText('ユーザー名かパスワードが違います')).toBeVisible()
  expect(screen.getByLabelText('サーバーのアドレス')).toHaveValue('cal.example.jp')
  expect(screen.getByLabelText('アプリ用パスワード')).toHaveValue('wrong')
  expect(screen.getByLabelText('アプリ用パスワード')).toHaveFocus()
})

test('a choice is saved at once, shown in the example, and undone', async () => {
  let stands = choices
  serverAnswers({
    ...calm,
    'GET /calendar/choices/': () => ({ body: stands }),
    'PATCH /calendar/choices/': ({ body }) => {
      stands = { ...stands, ...(body as Partial<typeof choices>) }
      return { body: stands }
    },
  })
  openScreen('/calendar')
  expect(await screen.findByText('席 06E-016')).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: /予定ありだけ/ }))
  expect(await screen.findAllByText('予定あり')).toHaveLength(3)
  const said = screen.getByRole('region', { name: 'お知らせ' })
  await userEvent.click(await within(said).findByRole('button', { name: '元に戻す' }))
  expect(await screen.findByText('席 06E-016')).toBeVisible()
})

test('a link that has stopped asks for a new password and goes on with it', async () => {
  let link = work
  const asked = serverAnswers({
    ...calm,
    'GET /calendar/links/': () => ({ body: { ...nothingLinked, links: [link] } }),
    'POST /calendar/links/4/resume/': () => {
      link = { ...work, state: 'active', trouble: '', troubled_since: null }
      return { body: link }
    },
  })
  openScreen('/calendar')
  const card = await screen.findByRole('listitem', { name: '仕事' })
  expect(within(card).getByText('止まっています')).toBeVisible()
  expect(within(card).getByText('まだ届いていない変更が2件あります')).toBeVisible()
  await userEvent.click(within(card).getByRole('button', { name: '再開する' }))
  expect(within(card).getByText('パスワードを入力してください。')).toBeVisible()
  await userEvent.type(within(card).getByLabelText('新しいアプリ用パスワード'), 'another')
  await userEvent.click(within(card).getByRole('button', { name: '再開する' }))
  expect(await within(card).findByText('つながっています')).toBeVisible()
  expect(asked.find(({ path }) => path.endsWith('/resume/'))?.body).toEqual({ password: 'another' })
})
