/** What the API says of the directory, in the words of these screens. */
export type RunState = 'running' | 'planned' | 'held' | 'applied' | 'unchanged' | 'failed' | 'discarded'
export type RunPurpose = 'sync' | 'preview' | 'transfer'
export type TransferState = 'loaded' | 'applied' | 'withdrawn' | 'failed'
export const SUBJECTS = ['person', 'department', 'post', 'account'] as const
export type Subject = (typeof SUBJECTS)[number]
export const DEEDS = ['added', 'moved', 'changed', 'returned', 'ended'] as const
export type Did = (typeof DEEDS)[number]
export type Counts = Readonly<Record<string, number>>
export type Value = string | boolean | readonly string[] | null
export type Fields = Readonly<Record<string, readonly [Value, Value]>>

export interface Hold {
  code: string
  share_percent: number
  most_percent: number
  count: number
}

export interface Problem {
  code?: string
  [fact: string]: unknown
}

export interface Run {
  id: number
  purpose: RunPurpose
  state: RunState
  source: string
  started_at: string
  finished_at: string | null
  started_by_name: string
  decided_by_name: string
  decided_at: string | null
  read: Counts
  counts: Counts
  held_because: readonly Hold[]
  problem: Problem
  finding_count: number
  fingerprint: string
  transfer: number | null
}

export interface DirectoryState {
  configured: boolean
  name: string
  preset: string
  every_minutes: number
  last_success_at: string | null
  failures_in_a_row: number
  next_at: string | null
  running: Run | null
  people: number
  departments: number
  without_section: number
  without_manager: number
}

export interface Person {
  id: number
  name: string
}

/** One change of a run, or one entry of a transfer. */
export interface Change {
  position: number
  subject: Subject
  did: Did
  key: string
  label: string
  department_code?: string
  department_name?: string
  fields: Fields
}

export interface Finding {
  entry: string
  code: string
  facts: Readonly<Record<string, unknown>>
  person: Person | null
}

export interface Transfer {
  id: number
  title: string
  effective_on: string
  state: TransferState
  file_name: string
  loaded_at: string
  loaded_by_name: string
  counts: Counts
  settled_at: string | null
  problem: Problem
  /** The run that carried it out. */
  run: number | null
}

export interface EffectCounts {
  counts: Counts
  /** How many people they concern. */
  people: number
}

export interface Effect {
  kind: string
  person: Person | null
  facts: Readonly<Record<string, unknown>>
}

export interface Gap {
  person: Person
  number: string
  title: string
  department: { id: number; name: string } | null
}

export interface Page<Row> {
  results: readonly Row[]
  next: string | null
}

/** Which changes are shown; all of them where nothing is said. */
export interface ChangeFilter {
  subject?: Subject
  did?: Did
  q?: string
}
