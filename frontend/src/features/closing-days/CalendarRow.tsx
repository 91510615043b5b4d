import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { CheckIcon, ClockIcon, WarningIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import { showToast } from '#/ui/toasts'
import { useReadCalendar, useRemoveCalendar } from './queries'
import { ReadingResult } from './ReadingResult'
import { Refused } from './Refused'
import type { CityCalendar } from './shapes'

/** One subscribed address: what it holds, how it does, reading it now, and ending it. */
export function CalendarRow({ calendar, onGone }: { calendar: CityCalendar; onGone: () => void }) {
  const { t } = useTranslation('closingDays')
  const language = useLanguage()
  const read = useReadCalendar()
  const remove = useRemoveCalendar()
  const [asking, setAsking] = useState(false)
  const { read_at, trouble, troubled_since } = calendar
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-bold break-all">{calendar.address}</span>
        <Tag>{t(`holds.${calendar.holds}`)}</Tag>
        <State calendar={calendar} />
      </div>
      <p className="text-sm text-quiet">
        {read_at ? t('calendars.readAt', { when: dayAndTime(read_at, language) }) : t('calendars.notYet')}
        {trouble &&
          troubled_since &&
          ` ${t('calendars.since', { when: dayAndTime(troubled_since, language) })}`}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          kind="quiet"
          size="small"
          busy={read.isPending}
          onPress={() => read.mutate({ id: calendar.id, dryRun: false })}
        >
          {t('calendars.read')}
        </Button>
        <Button kind="quiet" size="small" onPress={() => setAsking(true)}>
          {t('calendars.end')}
        </Button>
      </div>
      <Refused error={read.error} />
      {read.data && <ReadingResult reading={read.data} />}
      <Dialog title={t('calendars.endTitle')} open={asking} onClose={() => setAsking(false)}>
        <div className="flex flex-col gap-4">
          <p>{t('calendars.endMeans')}</p>
          <Refused error={remove.error} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button kind="quiet" size="primary" onPress={() => setAsking(false)}>
              {t('stop')}
            </Button>
            <Button
              kind="destructive"
              size="primary"
              busy={remove.isPending}
              onPress={() =>
                remove.mutate(calendar.id, {
                  onSuccess: () => {
                    setAsking(false)
                    onGone()
                    showToast({ tone: 'done', words: t('calendars.ended') })
                  },
                })
              }
            >
              {t('calendars.endDo')}
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  )
}

function State({ calendar: { trouble, read_at } }: { calendar: CityCalendar }) {
  const { t } = useTranslation('closingDays')
  if (trouble)
    return (
      <Tag tone="warn" icon={<WarningIcon size={16} />}>
        {t(`trouble.${trouble}` as 'trouble.unreachable', { defaultValue: t('trouble.other') })}
      </Tag>
    )
  if (!read_at)
    return (
      <Tag tone="quiet" icon={<ClockIcon size={16} />}>
        {t('calendars.waits')}
      </Tag>
    )
  return (
    <Tag tone="free" icon={<CheckIcon size={16} />}>
      {t('calendars.well')}
    </Tag>
  )
}
