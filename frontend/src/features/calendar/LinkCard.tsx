import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { CheckIcon, ClockIcon, WarningIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import { EndLink } from './EndLink'
import { LinkSettings } from './LinkSettings'
import { doesWhat, healthOf, type LinkHealth, mendsItself } from './link-state'
import { type CalendarLink, useLinkWrites } from './queries'
import { ResumeLink } from './ResumeLink'
import { Troubled, TroubleWords } from './Troubled'
import { troubleNamed } from './troubles'
import { hostOf, nameOfLink } from './wish'

interface LinkCardProps {
  link: CalendarLink
  /** Another calendar that my days go to already. */
  sender: string | null
  onEnded: () => void
}

/** One linked calendar: how it is, in words; what it does; and what can be done with it. */
export function LinkCard({ link, sender, onEnded }: LinkCardProps) {
  const { t } = useTranslation('calendar')
  const { test } = useLinkWrites(link.id)
  const [open, setOpen] = useState<'settings' | 'end' | null>(null)
  const host = hostOf(link.address)
  const name = nameOfLink(link)
  const health = healthOf(link)
  const id = `link-${link.id}`
  const close = () => {
    setOpen(null)
    requestAnimationFrame(() => document.getElementById(`${id}-change`)?.focus({ preventScroll: true }))
  }
  return (
    <li aria-labelledby={id} className="rounded-12 border border-card p-4 rail:p-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={id} className="text-lg font-bold">
          {name}
        </h3>
        <Health health={health} />
        {!link.sends && link.kind === 'ics' && <Tag tone="quiet">{t('links.readOnly')}</Tag>}
      </div>
      <p className="text-sm text-quiet">
        {link.username ? t('links.account', { username: link.username, host }) : host}
      </p>
      <Facts link={link} />
      <div className="mt-3 flex flex-col gap-3">
        {health.kind === 'paused' && <ResumeLink link={link} name={name} health={health} />}
        {health.kind === 'waiting' && <Waits health={health} />}
        {open === 'settings' && <LinkSettings link={link} name={name} sender={sender} onClose={close} />}
        <div className="flex flex-wrap gap-2">
          {open !== 'settings' && (
            <Button
              id={`${id}-change`}
              size="small"
              aria-label={t('links.changeOf', { name })}
              onPress={() => setOpen('settings')}
            >
              {t('links.change')}
            </Button>
          )}
          <Button
            size="small"
            busy={test.isPending}
            aria-label={t('links.testOf', { name })}
            onPress={() => test.mutate()}
          >
            {t('links.test')}
          </Button>
          <Button
            size="small"
            kind="destructive"
            aria-label={t('links.endOf', { name })}
            onPress={() => setOpen('end')}
          >
            {t('links.end')}
          </Button>
        </div>
        <div role="status">
          {test.data?.ok && (
            <p className="flex items-center gap-2 text-sm font-bold text-free-text">
              <CheckIcon size={18} />
              {t('links.works')}
            </p>
          )}
        </div>
        {test.data && !test.data.ok && health.kind === 'active' && (
          <TroubleWords trouble={troubleNamed(test.data.trouble)} />
        )}
        <Troubled error={test.error} />
      </div>
      <EndLink
        link={link}
        name={name}
        open={open === 'end'}
        onClose={() => setOpen(null)}
        onEnded={onEnded}
      />
    </li>
  )
}

function Health({ health }: { health: LinkHealth }) {
  const { t } = useTranslation('calendar')
  switch (health.kind) {
    case 'active':
      return (
        <Tag tone="free" icon={<CheckIcon size={16} />}>
          {t('links.state.active')}
        </Tag>
      )
    case 'waiting':
      return <Tag icon={<ClockIcon size={16} />}>{t('links.state.waiting')}</Tag>
    case 'paused':
      return (
        <Tag tone="warn" icon={<WarningIcon size={16} />}>
          {t('links.state.paused')}
        </Tag>
      )
  }
}

function Waits({ health }: { health: Extract<LinkHealth, { kind: 'waiting' }> }) {
  const { t } = useTranslation('calendar')
  const language = useLanguage()
  return (
    <p className="text-sm">
      {t(`trouble.${health.trouble}.what`)}
      {language === 'ja' ? '。' : '. '}
      {health.since && t('trouble.since', { when: dayAndTime(health.since, language) })}{' '}
      {mendsItself(health) && t('trouble.waiting')}
    </p>
  )
}

function Facts({ link }: { link: CalendarLink }) {
  const { t } = useTranslation('calendar')
  const language = useLanguage()
  const { sends, takes_in, sent_at, read_at, sent_count, waiting, malformed } = link
  return (
    <ul className="mt-2 text-sm">
      <li>{t(`links.does.${doesWhat(link)}`)}</li>
      {sends && (
        <li>
          {sent_at ? t('links.sentAt', { when: dayAndTime(sent_at, language) }) : t('links.neverSent')}
          {sent_count > 0 && t('separator') + t('links.sentCount', { count: sent_count })}
        </li>
      )}
      {sends && waiting > 0 && <li className="font-bold">{t('links.waiting', { count: waiting })}</li>}
      {takes_in && (
        <li>{read_at ? t('links.readAt', { when: dayAndTime(read_at, language) }) : t('links.neverRead')}</li>
      )}
      {malformed && <li>{t('links.malformed', { count: malformed.count })}</li>}
    </ul>
  )
}
