import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { linkLook } from '#/ui/button-look'
import { FlagIcon } from '#/ui/icons'
import type { TeamDay } from './queries'

/** One team day in a line, and the way to desks for the team. */
export function TeamDayLine({ teamDay: { day, part, department, note } }: { teamDay: TeamDay }) {
  const { t } = useTranslation(['seating', 'everyday'])
  const language = useLanguage()
  return (
    <p className="flex flex-wrap items-center gap-x-3 ps-8">
      <span className="-ms-8 flex min-w-0 gap-3">
        <FlagIcon size={20} className="mt-1 text-accent" />
        <span className="min-w-0">
          <b>{t('teamDay.on', { day: dayName(day, language), department: department.name })}</b>{' '}
          {part !== 'full' && t(`everyday:part.${part}`)}
          {note && <span className="text-sm text-quiet"> {note}</span>}
        </span>
      </span>
      <Link
        to="/group"
        search={{ day, part, team: true }}
        className={`${linkLook} inline-flex min-h-11 items-center`}
      >
        {t('teamDay.bookTogether')}
      </Link>
    </p>
  )
}
