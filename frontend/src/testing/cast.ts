import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']

/** Misaki of the hearing section, on a Tuesday. */
export const misaki: Schemas['Me'] = {
  username: 'misaki',
  person: {
    id: 1,
    number: 'S0001',
    name: '我妻 美咲',
    family_name: '我妻',
    kana: 'ワガツマ ミサキ',
    title: '主事',
    department: { id: 7, code: 'D07', name: '広聴課' },
    visibility: 'everyone',
  },
  roles: ['staff'],
  approves: false,
  language: 'ja',
  home_areas: [{ id: 3, code: '06E', name: 'Eエリア', floor: 6 }],
  demonstration: true,
  today: '2026-11-24',
  working_days: ['2026-11-24', '2026-11-25', '2026-11-26'],
}

export const session: Schemas['SessionState'] = {
  signed_in: false,
  demonstration: true,
  pending: null,
  ways: [{ way: 'password', name: '', address: null }],
  csrf_token: 'token-of-the-session',
  languages: ['ja', 'en'],
  demonstration_accounts: [
    { role: 'staff', username: 'misaki', name: '我妻 美咲', title: '主事', department: '広聴課' },
  ],
}

/** Misaki's desk on that Tuesday, before she checks in. */
export const booked: Schemas['Booking'] = {
  id: 11,
  desk: { id: 16, code: '06E-016', area: 3, area_name: 'Eエリア', floor: 6, floor_name: '6階' },
  day: '2026-11-24',
  part: 'full',
  start: '2026-11-24T08:30:00+09:00',
  end: '2026-11-24T17:15:00+09:00',
  state: 'booked',
  person: 1,
  booked_by: null,
  walk_up: false,
  spilled_over: false,
  checked_in_at: null,
  checked_out_at: null,
  check_in_from: '2026-11-24T07:30:00+09:00',
  check_in_until: '2026-11-24T09:30:00+09:00',
  undo_until: null,
  rule: { name: '空席の解放', owner: '庁舎管理課', scope: '6階', value: 60 },
  may: ['cancel', 'change', 'check_in'],
  moved_from: null,
  ended_because: '',
}

export const misakiInTheOffice: Schemas['PlanDay'] = {
  day: '2026-11-24',
  working_day: true,
  visible: true,
  holiday: null,
  am: stretch('08:30', '12:00'),
  pm: stretch('13:00', '17:15'),
  stretches: [],
  shift: '0830',
  pending: [],
  team_day: null,
}

function stretch(start: string, end: string): Schemas['Stretch'] {
  return {
    start: `2026-11-24T${start}:00+09:00`,
    end: `2026-11-24T${end}:00+09:00`,
    place: 'office',
    desk: booked.desk,
    booking: booked.id,
    source: 'booking',
    request: null,
    note: '',
    working: null,
    present: false,
  }
}

/** A list of one page. */
export function page<One>(results: One[], next: string | null = null) {
  return { results, next, previous: null }
}
