import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { cityTime } from '#/lib/city-time'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { TextArea } from '#/ui/TextArea'
import { TextField } from '#/ui/TextField'
import type { TeleworkRequest } from './queries'
import {
  apart,
  firstFields,
  needsExplanation,
  type ReportField,
  type ReportFields,
  reportBody,
  reportTroubles,
  workedMinutes,
} from './report-fields'
import { useDuration } from './useDuration'
import { useReporting, type WorkOfDay } from './work'

interface ReportFormProps {
  request: TeleworkRequest
  work: WorkOfDay
  onReported: () => void
}

/** 実施報告: the times from the presses, the terminals' log beside them, and what was done. */
export function ReportForm({ request, work, onReported }: ReportFormProps) {
  const { t } = useTranslation('telework')
  const words = useProblemWords()
  const duration = useDuration()
  const form = useRef<HTMLFormElement>(null)
  const [fields, setFields] = useState(() => firstFields(request, work))
  const [tried, setTried] = useState(false)
  const reporting = useReporting()
  const wrong = tried ? reportTroubles(fields, work, request.day) : {}
  const worked = workedMinutes(fields)
  const difference = apart(fields, work, request.day)
  const explains = needsExplanation(fields, work, request.day) || fields.explanation !== ''
  const beyond = Math.max((worked ?? 0) - work.day_minutes, 0)

  const set = <Name extends keyof ReportFields>(name: Name, value: ReportFields[Name]) =>
    setFields((before) => ({ ...before, [name]: value }))
  const said = (name: ReportField) => {
    const trouble = wrong[name]
    return trouble ? t(`report.wrong.${trouble}`) : null
  }
  const beside = (end: 'start' | 'end', instant: string | null) =>
    instant
      ? t('report.logged', {
          time: cityTime(instant),
          difference: difference ? t('report.apart', { minutes: difference[end] }) : '',
        })
      : undefined

  function send(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const found = reportTroubles(fields, work, request.day)
    if (Object.keys(found).length > 0) {
      // The first field that is wrong takes the focus once it is marked.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    reporting.mutate({ id: request.id, body: reportBody(fields, request.version) }, { onSuccess: onReported })
  }

  return (
    <form ref={form} noValidate onSubmit={send} className="flex flex-col gap-5">
      {request.report?.comment && (
        <Notice tone="warn">
          <p className="font-bold">{t('report.sentBack')}</p>
          <p>{request.report.comment}</p>
        </Notice>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          type="time"
          label={t('report.start')}
          value={fields.start}
          onChange={(value) => set('start', value)}
          hint={beside('start', work.device_from)}
          error={said('start')}
        />
        <TextField
          type="time"
          label={t('report.end')}
          value={fields.end}
          onChange={(value) => set('end', value)}
          hint={beside('end', work.device_until)}
          error={said('end')}
        />
        <TextField
          inputMode="numeric"
          label={t('report.break')}
          value={fields.breakMinutes}
          onChange={(value) => set('breakMinutes', value)}
          error={said('breakMinutes')}
        />
        <TextField
          inputMode="numeric"
          label={t('report.overtime')}
          hint={beyond > 0 ? t('report.beyond', { time: duration(beyond) }) : undefined}
          value={fields.overtime}
          onChange={(value) => set('overtime', value)}
          error={said('overtime')}
        />
      </div>
      {Number(fields.overtime) > 0 && (
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            checked={fields.ordered}
            onChange={(event) => set('ordered', event.target.checked)}
            className="size-6 shrink-0 accent-(--color-accent)"
          />
          {t('report.ordered')}
        </label>
      )}
      <p aria-live="polite" className="tabular-nums">
        {worked === null ? t('report.noLength') : t('report.worked', { worked: duration(worked) })}
      </p>
      {explains && (
        <TextArea
          label={t('report.explanation')}
          hint={t('report.explanationHint', { minutes: work.difference_minutes })}
          value={fields.explanation}
          onChange={(value) => set('explanation', value)}
          maxLength={400}
          error={said('explanation')}
        />
      )}
      <TextArea
        label={t('report.tasks')}
        hint={t('report.tasksHint')}
        value={fields.tasks}
        onChange={(value) => set('tasks', value)}
        rows={4}
        maxLength={800}
        error={said('tasks')}
      />
      {reporting.isError && (
        <Notice tone="warn">
          <p className="font-bold">{words(reporting.error).title}</p>
          {words(reporting.error).lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <div>
        <Button type="submit" kind="primary" size="primary" busy={reporting.isPending}>
          {t('report.send')}
        </Button>
      </div>
    </form>
  )
}
