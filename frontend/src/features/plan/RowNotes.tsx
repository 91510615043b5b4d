import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { halfState, isAway } from '#/api/half-state'
import { linkLook } from '#/ui/button-look'
import { CalendarIcon, FlagIcon, WarningIcon } from '#/ui/icons'
import { HALVES, type PlanDay } from './queries'

/**
 * What is to be known of a day: what is on in the city, a team day and what it asks, a request that came back, a desk
 * behind a request.
 */
export function RowNotes({ plan, events }: { plan: PlanDay; events: readonly string[] }) {
  const { t } = useTranslation('plan')
  const team = plan.team_day
  const back = plan.pending.find(({ state }) => state === 'returned')
  const under = HALVES.map((half) => halfState(plan, half)).find(
    (state) => state?.kind === 'pending' && state.under.kind === 'desk',
  )
  const away = team && HALVES.some((half) => isAway(halfState(plan, half)))
  if (!team && !back && !under && events.length === 0) return null
  return (
    <ul className="flex flex-col justify-center gap-x-4 text-sm leading-[1.5] max-rail:pt-1 max-rail:ps-2.75 rail:h-full">
      {events.map((event) => (
        <Note key={event} icon={<CalendarIcon size={16} className="text-quiet" />}>
          <span className="text-quiet">{event}</span>
        </Note>
      ))}
      {team && (
        <Note icon={away ? <WarningIcon size={16} className="text-warn" /> : <FlagIcon size={16} />}>
          {t('teamDay', { department: team.name })}
          {away && (
            <span className="font-bold text-warn-text">
              {t(team.rule === 'refuse' ? 'teamDayRefuses' : 'teamDayWarns')}
            </span>
          )}
        </Note>
      )}
      {back && (
        <Note icon={<WarningIcon size={16} className="text-warn" />}>
          <span className="font-bold text-warn-text">{t('returned')}</span>
          <Link
            to="/telework"
            search={{ request: back.id }}
            className={`${linkLook} inline-flex min-h-11 items-center`}
          >
            {t('menu.mend')}
          </Link>
        </Note>
      )}
      {under?.kind === 'pending' && under.under.kind === 'desk' && (
        <Note>{t('underRequest', { desk: under.under.code })}</Note>
      )}
    </ul>
  )
}

function Note({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      {icon}
      <span className="flex flex-wrap items-center gap-x-2">{children}</span>
    </li>
  )
}
