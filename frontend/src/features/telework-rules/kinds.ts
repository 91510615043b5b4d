import type { RuleName } from './queries'

/** How a rule is written: its bounds, or its choices. */
export type Kind =
  | { of: 'number'; min: number; max: number }
  | { of: 'time' }
  | { of: 'yesNo' }
  | { of: 'one'; choices: readonly string[] }
  | { of: 'many'; choices: readonly string[]; mayBeNone: boolean }

const STRICTNESS = ['allow', 'warn', 'refuse'] as const
const days = (max: number): Kind => ({ of: 'number', min: 0, max })

export const KINDS: Readonly<Record<RuleName, Kind>> = {
  registration_needed: { of: 'yesNo' },
  training_in_fiscal_year: { of: 'yesNo' },
  excluded_classes: {
    of: 'many',
    choices: ['regular', 'fiscal_year', 'reappointed', 'conditional'],
    mayBeNone: true,
  },
  counter_duty: { of: 'one', choices: STRICTNESS },
  forms: { of: 'many', choices: ['home', 'satellite', 'mobile'], mayBeNone: false },
  apply_by_days: days(60),
  apply_by_time: { of: 'time' },
  post_hoc_days: days(60),
  most_days_a_week: days(7),
  most_days_a_month: days(31),
  most_days_in_a_row: days(31),
  office_days_a_week: days(7),
  pool_terminals: days(10_000),
  earliest_time: { of: 'time' },
  latest_time: { of: 'time' },
  day_minutes: { of: 'number', min: 1, max: 1440 },
  documents_out: { of: 'yesNo' },
  overtime: { of: 'yesNo' },
  minimum_on_site: { of: 'one', choices: ['warn', 'refuse'] },
  team_days: { of: 'one', choices: STRICTNESS },
  cover_after_days: days(60),
  report_by_days: days(60),
  rest_hours: days(24),
  difference_minutes: days(1440),
  allowance_days: days(31),
  allowance_months: { of: 'number', min: 1, max: 12 },
}

/** The rules in the groups in which they are read. */
export const GROUPS = {
  who: ['registration_needed', 'training_in_fiscal_year', 'excluded_classes', 'counter_duty'],
  asking: ['apply_by_days', 'apply_by_time', 'post_hoc_days', 'forms', 'documents_out', 'pool_terminals'],
  howMuch: [
    'most_days_a_week',
    'most_days_a_month',
    'most_days_in_a_row',
    'office_days_a_week',
    'minimum_on_site',
    'team_days',
  ],
  day: ['earliest_time', 'latest_time', 'day_minutes', 'overtime', 'rest_hours'],
  after: ['cover_after_days', 'report_by_days', 'difference_minutes', 'allowance_days', 'allowance_months'],
} as const satisfies Record<string, readonly RuleName[]>

export type Group = keyof typeof GROUPS
export const GROUP_NAMES = Object.keys(GROUPS) as Group[]
