import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']

export type LogFile = Schemas['GateLogFile']
export type WholeFile = Schemas['GateLogFileWhole']
export type FileState = LogFile['state']
export type Problem = NonNullable<LogFile['problem']>
export type Report = NonNullable<LogFile['report']>
export type LeftOut = Report['left_out'][number]
export type Day = Schemas['OccupancyDay']

export const isGoingOn = ({ state }: LogFile) =>
  state === 'waiting' || state === 'reading' || state === 'publishing'
