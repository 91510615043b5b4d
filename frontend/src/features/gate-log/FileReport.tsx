import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { ChevronDownIcon, ChevronUpIcon } from '#/ui/icons'
import { SkeletonLines } from '#/ui/Skeleton'
import { whole } from './numbers'
import { daysOptions, fileOptions } from './queries'
import type { LeftOut, Report } from './shapes'

interface FileReportProps {
  id: number
  name: string
  report: Report
}

/** What was taken of a file and what was left out, in counts; the lines themselves one press away. */
export function FileReport({ id, name, report }: FileReportProps) {
  const { t } = useTranslation('gateLog')
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const { first_day: first, last_day: last } = report
  const day = (said: string) => dayNameWithYear(said, language)
  const details = `gate-log-${id}`
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-sm">
        {first && last && t('days', { from: day(first), to: day(last) })}
        {report.skipped_lines > 0 && t('continued', { lines: whole(report.skipped_lines) })}
      </p>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-1 rail:flex rail:flex-wrap">
        <Figure word={t('count.read')} value={report.read} />
        <Figure word={t('count.new')} value={report.new} />
        <Figure word={t('count.doubles')} value={report.doubles} />
        <Figure word={t('count.unknown')} value={report.unknown}>
          {report.unknown > 0 && t('cards', { cards: whole(report.unknown_cards) })}
        </Figure>
        <Figure word={t('count.future')} value={report.future} />
        <Figure word={t('count.faulty')} value={report.faulty} />
      </dl>
      <Button
        kind="link"
        aria-expanded={open}
        aria-controls={open ? details : undefined}
        aria-label={t(open ? 'lessOf' : 'moreOf', { name })}
        icon={open ? <ChevronUpIcon size={18} /> : <ChevronDownIcon size={18} />}
        onPress={() => setOpen(!open)}
      >
        {t(open ? 'less' : 'more')}
      </Button>
      {open && (
        <div id={details} className="flex w-full flex-col gap-4 rounded-8 bg-solid-gray-50 p-4">
          <Details id={id} name={name} report={report} />
        </div>
      )}
    </div>
  )
}

function Figure({ word, value, children }: { word: string; value: number; children?: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-quiet">{word}</dt>
      <dd className="tabular-nums">
        <b>{whole(value)}</b>
        {children && <span className="ms-1 text-sm">{children}</span>}
      </dd>
    </div>
  )
}

function Details({ id, name, report }: FileReportProps) {
  const { t } = useTranslation('gateLog')
  const language = useLanguage()
  const asked = useQuery(fileOptions(id))
  const told = asked.data?.report ?? asked.data?.earlier
  if (!asked.data || !told) return <SkeletonLines lines={3} className="h-6" />
  const { unknown_days: unknown } = asked.data
  const leftOut = report.future + report.faulty
  return (
    <>
      <p className="text-sm">{t('explained')}</p>
      {report.first_day && report.last_day && <Estimated from={report.first_day} to={report.last_day} />}
      {leftOut > 0 && (
        <section>
          <h3 className="font-bold">{t('leftOut')}</h3>
          <ul className="text-sm">
            {told.left_out.map((line) => (
              <Line key={line.line} line={line} name={name} />
            ))}
          </ul>
          {leftOut > told.left_out.length && (
            <p className="text-sm text-quiet">
              {t('moreLines', { lines: whole(leftOut - told.left_out.length) })}
            </p>
          )}
        </section>
      )}
      {unknown.length > 0 && (
        <section>
          <h3 className="font-bold">{t('unknownDays')}</h3>
          <ul className="columns-1 text-sm tabular-nums rail:columns-2">
            {unknown.map(({ day, cards, passages }) => (
              <li key={day}>
                {t('unknownDay', {
                  day: dayNameWithYear(day, language),
                  cards: whole(cards),
                  lines: whole(passages),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Line({ line: { line, code, text }, name }: { line: LeftOut; name: string }) {
  const { t } = useTranslation('gateLog')
  return (
    <li className="flex flex-wrap gap-x-3 py-1">
      <b className="break-all tabular-nums">{t('at', { name, line })}</b>
      <span>{t(`fault.${code}`)}</span>
      <code className="break-all text-quiet">{text}</code>
    </li>
  )
}

/** Stays without an exit are found when the facts of the days are built. */
function Estimated({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation('gateLog')
  const asked = useQuery(daysOptions(from, to))
  if (!asked.data) return null
  const waiting = asked.data.filter((day) => day.built_at === null || day.stale).length
  const estimated = asked.data.reduce((sum, day) => sum + (day.cleaning.exit_missing ?? 0), 0)
  return (
    <p className="text-sm">
      {t('estimated', { stays: whole(estimated) })}
      {waiting > 0 && t('estimatedLater', { days: whole(waiting) })}
    </p>
  )
}
