import { cityClock, cityDay, minutesOf } from '#/lib/city-time'
import type { TeleworkRequest } from './queries'
import type { NewReport, WorkOfDay } from './work'

/** What stands in the fields of a report; numbers as they were typed. */
export interface ReportFields {
  start: string
  end: string
  breakMinutes: string
  tasks: string
  overtime: string
  ordered: boolean
  explanation: string
}

export type ReportField = 'start' | 'end' | 'breakMinutes' | 'tasks' | 'overtime' | 'explanation'
export type ReportTrouble =
  | 'missing'
  | 'order'
  | 'break'
  | 'tooMuch'
  | 'number'
  | 'notOrdered'
  | 'unexplained'

/** What a report begins with: the one that was sent back, else the presses of start and end, else what was planned. */
export function firstFields(request: TeleworkRequest, work: WorkOfDay): ReportFields {
  const { report } = request
  const first = work.stretches[0]?.started_at
  const last = work.stretches.at(-1)?.ended_at
  return {
    start: cityClock(report?.started_at ?? first ?? request.start),
    end: cityClock(report?.ended_at ?? last ?? request.end),
    breakMinutes: String(
      report?.break_minutes ?? (first ? work.likely_break_minutes : plannedBreak(request)),
    ),
    tasks: report?.tasks_done ?? request.tasks,
    overtime: String(report?.overtime_minutes ?? 0),
    ordered: report?.overtime_ordered ?? false,
    explanation: report?.explanation ?? '',
  }
}

/** An hour where the plan was a whole day: nobody pressed anything. */
function plannedBreak({ unit }: TeleworkRequest): number {
  return unit === 'full' ? 60 : 0
}

/** Minutes worked, or null while the fields do not say. */
export function workedMinutes({ start, end, breakMinutes }: ReportFields): number | null {
  if (!start || !end || !isCount(breakMinutes)) return null
  const minutes = minutesOf(end) - minutesOf(start) - Number(breakMinutes)
  return minutes > 0 ? minutes : null
}

/** By how many minutes the fields and the log differ at each end; null where there is no log. */
export function apart(
  { start, end }: ReportFields,
  work: WorkOfDay,
  day: string,
): { start: number; end: number } | null {
  if (!work.device_from || !work.device_until || !start || !end) return null
  return {
    start: Math.abs(minutesOf(start) - minutesAt(work.device_from, day)),
    end: Math.abs(minutesOf(end) - minutesAt(work.device_until, day)),
  }
}

/** Minutes of the city's clock since the day began; midnight at its end is 24 hours. */
function minutesAt(instant: string, day: string): number {
  return minutesOf(cityClock(instant)) + (cityDay(instant) > day ? 1440 : 0)
}

/** Whether the difference from the log is large enough to be explained. */
export function needsExplanation(fields: ReportFields, work: WorkOfDay, day: string): boolean {
  const difference = apart(fields, work, day)
  return difference !== null && Math.max(difference.start, difference.end) > work.difference_minutes
}

/** What is wrong, by field; the server asks the same and knows what time it is. */
export function reportTroubles(
  fields: ReportFields,
  work: WorkOfDay,
  day: string,
): Partial<Record<ReportField, ReportTrouble>> {
  const { start, end, breakMinutes, overtime } = fields
  const found: Partial<Record<ReportField, ReportTrouble>> = {}
  if (!start) found.start = 'missing'
  if (!end) found.end = 'missing'
  else if (start && minutesOf(end) <= minutesOf(start)) found.end = 'order'
  if (!isCount(breakMinutes)) found.breakMinutes = 'number'
  else if (!found.end && !found.start && workedMinutes(fields) === null) found.breakMinutes = 'break'
  if (!fields.tasks.trim()) found.tasks = 'missing'
  if (!isCount(overtime)) found.overtime = 'number'
  else if (Number(overtime) > (workedMinutes(fields) ?? Number.POSITIVE_INFINITY)) found.overtime = 'tooMuch'
  else if (Number(overtime) > 0 && !fields.ordered && work.overtime_needs_order) found.overtime = 'notOrdered'
  if (!found.end && needsExplanation(fields, work, day) && !fields.explanation.trim())
    found.explanation = 'unexplained'
  return found
}

/** The report as it is sent. */
export function reportBody(fields: ReportFields, version: number): NewReport {
  return {
    version,
    started_at: fields.start,
    ended_at: fields.end,
    break_minutes: Number(fields.breakMinutes),
    tasks_done: fields.tasks.trim(),
    overtime_minutes: Number(fields.overtime),
    overtime_ordered: Number(fields.overtime) > 0 && fields.ordered,
    explanation: fields.explanation.trim(),
  }
}

function isCount(text: string): boolean {
  return /^\d{1,4}$/.test(text.trim())
}
