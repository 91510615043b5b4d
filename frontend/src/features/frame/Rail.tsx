import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useScreens } from './screens'
import { WaitingCount } from './WaitingCount'

const ITEM =
  'relative flex flex-col items-center justify-center gap-1 px-1 text-center text-sm leading-[1.4] no-underline hover:bg-solid-gray-50'
/** Whoever has many screens sees them all on a laptop: then each is a little lower. */
const MANY = 10
const CURRENT =
  'bg-ground font-bold text-link before:absolute before:inset-y-0 before:left-0 before:w-1 before:bg-accent before:content-[""]'

/** The screens at the left of a wide window: an icon over its word. */
export function Rail() {
  const { t } = useTranslation()
  const screens = useScreens()
  const height = screens.length > MANY ? 'min-h-14' : 'min-h-18'
  return (
    <nav aria-label={t('nav.label')} className="hidden w-24 shrink-0 border-r border-card rail:block">
      <ul className="sticky top-14 max-h-[calc(100dvh-3.5rem)] overflow-y-auto pt-2">
        {screens.map(({ to, word, Icon }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              activeProps={{ className: CURRENT }}
              inactiveProps={{ className: 'text-solid-gray-800' }}
              className={`${ITEM} ${height}`}
            >
              <Icon />
              {t(word)}
              <WaitingCount to={to} className="absolute top-1 right-3" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
