import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Card } from '#/ui/Card'
import { ErrorState } from '#/ui/ErrorState'
import { CheckIcon, ClockIcon, InfoIcon, WarningIcon } from '#/ui/icons'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { Tag, type TagTone } from '#/ui/Tag'
import { type Health, healthOptions } from './queries'
import { SilentServers } from './SilentServers'
import { type Standing, standingOf } from './standing'

const STANDINGS = {
  silent: { tone: 'warn', Icon: WarningIcon },
  late: { tone: 'warn', Icon: ClockIcon },
  paused: { tone: 'warn', Icon: WarningIcon },
  well: { tone: 'free', Icon: CheckIcon },
  unused: { tone: 'quiet', Icon: InfoIcon },
} as const satisfies Record<Standing, { tone: TagTone; Icon: typeof CheckIcon }>

/** How people's calendars do, counted: nobody's name and nobody's events. */
export function HealthPart() {
  const { t } = useTranslation('calendarHealth')
  const words = useProblemWords()
  const asked = useQuery(healthOptions())
  if (asked.isPending) return <SkeletonLines lines={4} className="h-16" />
  if (!asked.data)
    return (
      <ErrorState title={t('lost')} onRetry={() => void asked.refetch()}>
        {words(asked.error).title}
      </ErrorState>
    )
  return <Shown health={asked.data} asOf={asked.dataUpdatedAt} />
}

function Shown({ health, asOf }: { health: Health; asOf: number }) {
  const { t } = useTranslation('calendarHealth')
  const language = useLanguage()
  const when = (instant: string | null, never: string) => (instant ? dayAndTime(instant, language) : never)
  const standing = standingOf(health, asOf)
  const { tone, Icon } = STANDINGS[standing]
  const active = health.by_state.find(({ state }) => state === 'active')?.count ?? 0
  const paused = health.by_state.find(({ state }) => state === 'paused')?.count ?? 0
  return (
    <div className="flex flex-col gap-8">
      <Card label={t('standing.title')}>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Tag tone={tone} icon={<Icon size={18} />}>
            {t(`standing.${standing}.word`)}
          </Tag>
          <span>{t(`standing.${standing}.means`)}</span>
        </p>
      </Card>
      <Part id="health-links" title={t('links.title')}>
        <Figures
          figures={[
            { name: t('links.active'), value: t('count', { count: active }) },
            { name: t('links.paused'), value: t('count', { count: paused }) },
            { name: t('links.waiting'), value: t('count', { count: health.waiting }) },
            { name: t('links.oldest'), value: when(health.oldest_waiting_at, t('nothing')) },
          ]}
        />
        {health.by_trouble.length > 0 && (
          <div>
            <p className="font-bold">{t('links.why')}</p>
            <ul className="mt-1 border-t border-card">
              {health.by_trouble.map(({ trouble, count }) => (
                <li key={trouble} className="border-b border-card py-2">
                  <p className="flex flex-wrap justify-between gap-x-4">
                    <span className="font-bold">{t(`trouble.${trouble}.what`)}</span>
                    <span className="tabular-nums">{t('count', { count })}</span>
                  </p>
                  <p className="text-sm text-quiet">{t(`trouble.${trouble}.mend`)}</p>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Part>
      <SilentServers servers={health.silent_servers} />
      <Part id="health-feeds" title={t('feeds.title')}>
        <Figures
          figures={[
            { name: t('feeds.made'), value: t('count', { count: health.feeds }) },
            { name: t('feeds.read'), value: t('count', { count: health.feeds_read_last_day }) },
          ]}
        />
      </Part>
      <Part id="health-mail" title={t('mail.title')}>
        <Figures
          figures={[
            { name: t('mail.due'), value: t('count', { count: health.invitations_due }) },
            { name: t('mail.read'), value: when(health.replies.last_read_at, t('mail.never')) },
            ...health.replies.by_outcome.map(({ outcome, count }) => ({
              name: t(`outcome.${outcome}` as 'outcome.released', { defaultValue: outcome }),
              value: t('count', { count }),
            })),
          ]}
        />
      </Part>
    </div>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <SectionHeading id={id}>{title}</SectionHeading>
      {children}
    </section>
  )
}

function Figures({ figures }: { figures: readonly { name: string; value: string }[] }) {
  return (
    <dl className="m-0 grid grid-cols-2 gap-x-8 gap-y-3 rail:grid-cols-4">
      {figures.map(({ name, value }) => (
        <div key={name} className="min-w-0">
          <dt className="text-sm text-quiet">{name}</dt>
          <dd className="m-0 text-lg font-bold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
