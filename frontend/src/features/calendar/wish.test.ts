import { expect, test } from 'vitest'
import type { Account, FoundCalendar } from './queries'
import { choosable, firstWish, hostOf, missingOf, sendsNot } from './wish'

const account: Account = {
  kind: 'caldav',
  address: 'https://cal.example.jp',
  username: 'misaki',
  password: 'x',
}
const found = (name: string, facts: Partial<FoundCalendar> = {}): FoundCalendar => ({
  address: `https://cal.example.jp/${name}/`,
  name,
  writable: true,
  takes_events: true,
  ...facts,
})

test.each([
  ['nothing', {}, null],
  ['the address', { address: '  ' }, 'address'],
  ['the user', { username: '' }, 'username'],
  ['the password', { password: '' }, 'password'],
  ['nothing of a published address', { kind: 'ics', username: '', password: '' }, null],
] as const)('what is missing: %s', (_name, facts, missing) => {
  expect(missingOf({ ...account, ...facts })).toBe(missing)
})

test('calendars that take no events are left out, and those for reading come last', () => {
  const calendars = [
    found('お知らせ', { writable: false }),
    found('やること', { takes_events: false }),
    found('仕事'),
  ]
  expect(choosable(calendars).map(({ name }) => name)).toEqual(['仕事', 'お知らせ'])
})

test('a calendar for reading is only taken in, and nothing happens unasked', () => {
  const nothingUnasked = { on_deleted: 'ask', acceptance: 'ask' }
  expect(firstWish('caldav', found('仕事'), null)).toEqual({ sends: true, takes_in: true, ...nothingUnasked })
  expect(firstWish('caldav', found('お知らせ', { writable: false }), null)).toEqual({
    sends: false,
    takes_in: true,
    ...nothingUnasked,
  })
  expect(firstWish('ics', found('祝日'), null)).toEqual({ sends: false, takes_in: true, ...nothingUnasked })
})

test('my days go to one calendar alone', () => {
  expect(firstWish('caldav', found('自宅'), '仕事').sends).toBe(false)
  expect(sendsNot('caldav', found('自宅'), '仕事')).toBe('another')
})

test('a host is said instead of a long address', () => {
  expect(hostOf('https://cal.example.jp:8443/dav/')).toBe('cal.example.jp:8443')
  expect(hostOf('example.jp')).toBe('example.jp')
})
