import { useTranslation } from 'react-i18next'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { CheckIcon, WarningIcon } from '#/ui/icons'
import { SectionHeading } from '#/ui/SectionHeading'
import type { Health } from './queries'

/** Servers that do not answer, since when, and when each is tried next. */
export function SilentServers({ servers }: { servers: Health['silent_servers'] }) {
  const { t } = useTranslation('calendarHealth')
  const language = useLanguage()
  return (
    <section aria-labelledby="health-servers" className="flex flex-col gap-3">
      <SectionHeading id="health-servers">{t('servers.title')}</SectionHeading>
      {servers.length === 0 ? (
        <p className="flex items-center gap-2">
          <CheckIcon size={20} className="text-free-text" />
          {t('servers.none')}
        </p>
      ) : (
        <ul aria-label={t('servers.title')} className="border-t border-card">
          {servers.map((server) => (
            <li key={server.host} className="border-b border-card py-3">
              <p className="flex items-start gap-2">
                <WarningIcon size={18} className="mt-1 shrink-0 text-warn-text" />
                <span className="flex flex-wrap gap-x-3">
                  <span className="font-bold break-all">{server.host}</span>
                  <span>{t(`trouble.${server.trouble}.what`)}</span>
                </span>
              </p>
              <p className="text-sm text-quiet">
                {t('servers.facts', {
                  since: dayAndTime(server.since, language),
                  next: dayAndTime(server.try_at, language),
                  count: server.links,
                })}
              </p>
            </li>
          ))}
        </ul>
      )}
      {servers.length > 0 && <p className="max-w-[44em] text-sm text-quiet">{t('servers.means')}</p>}
    </section>
  )
}
