import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { linkLook } from '#/ui/button-look'
import { ChevronLeftIcon } from '#/ui/icons'

const LOOK = `inline-flex min-h-11 items-center gap-1 print:hidden ${linkLook}`

/** The way back to all scenarios. */
export function BackLink() {
  const { t } = useTranslation('planning')
  return (
    <Link to="/planning" className={LOOK}>
      <ChevronLeftIcon size={18} />
      {t('title')}
    </Link>
  )
}

/** The way back to a scenario. */
export function ScenarioLink({ scenario: { id, name } }: { scenario: { id: number; name: string } }) {
  return (
    <Link to="/planning/$id" params={{ id: String(id) }} className={LOOK}>
      <ChevronLeftIcon size={18} />
      {name}
    </Link>
  )
}
