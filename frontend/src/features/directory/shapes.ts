import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']
export type DirectoryState = Schemas['DirectoryState']
export type Run = Schemas['DirectoryRun']
export type RunState = Run['state']
export type Hold = Schemas['Hold']
export type Finding = Schemas['RunFinding']
export type Gap = Schemas['DirectoryGap']
export type Transfer = Schemas['Transfer']
export type TransferState = Transfer['state']
export type Effect = Schemas['TransferEffect']
export type Subject = Schemas['DirectorySubject']
export type Did = Schemas['DirectoryDeed']
export type Counts = Run['counts']

/** One change of a run, or one entry of a transfer, which says of departments only what changes. */
export type Change = Schemas['TransferEntry'] &
  Partial<Pick<Schemas['RunChange'], 'department_code' | 'department_name'>>

/** In the order in which they are told. */
export const SUBJECTS: readonly Subject[] = ['person', 'department', 'post', 'account']
export const DEEDS: readonly Did[] = ['added', 'moved', 'changed', 'returned', 'ended']

/** Which changes are shown; all of them where nothing is said. */
export interface ChangeFilter {
  subject?: Subject
  did?: Did
  q?: string
}

export interface Page<Row> {
  results: readonly Row[]
  next: string | null
}
