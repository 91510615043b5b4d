import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Me } from '#/api/me'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { buttonLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { CalendarIcon, DeskIcon, PersonIcon } from '#/ui/icons'

interface NoDeskProps {
  me: Me
  /** Where I am the whole day by my own word. */
  away?: 'office' | 'home' | 'satellite' | 'trip' | 'leave' | null
}

/** No booking today: why, and what to do next. */
export function NoDesk({ me, away = null }: NoDeskProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!me.person) {
    return (
      <EmptyState icon={<PersonIcon />} title={t('today.noPerson')}>
        {t('today.noPersonLead')}
      </EmptyState>
    )
  }
  const next = me.working_days[0]
  if (next && next !== me.today) {
    const day = dayName(next, language)
    return (
      <EmptyState
        icon={<CalendarIcon />}
        title={t('today.notWorking')}
        action={
          <div className="flex flex-wrap gap-3">
            <Link to="/book" search={{ day: next }} className={buttonLook('primary', 'big')}>
              {t('today.bookDay', { day })}
            </Link>
            <ChooseForMe day={next} />
          </div>
        }
      >
        {t('today.notWorkingLead', { day })}
      </EmptyState>
    )
  }
  if (away)
    return (
      <EmptyState
        icon={<CalendarIcon />}
        title={t('today.away', { place: t(`place.${away}`) })}
        action={
          <Link to="/plan" className={buttonLook('secondary')}>
            {t('today.openPlan')}
          </Link>
        }
      />
    )
  return (
    <EmptyState
      icon={<DeskIcon />}
      title={t('today.noDeskTitle')}
      action={
        <div className="flex flex-wrap gap-3">
          <Link to="/book" className={buttonLook('primary', 'big')}>
            {t('today.bookToday')}
          </Link>
          <ChooseForMe day={me.today} />
        </div>
      }
    >
      {t('today.noDeskLead')}
    </EmptyState>
  )
}

function ChooseForMe({ day }: { day: string }) {
  const { t } = useTranslation()
  return (
    <Link to="/book" search={{ day, choose: true }} className={buttonLook('secondary', 'big')}>
      {t('book.nearest')}
    </Link>
  )
}
