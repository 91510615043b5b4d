import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { UNDER_THE_THUMB, useScreens } from './screens'
import { WaitingCount } from './WaitingCount'

const ITEM =
  'relative flex h-full flex-col items-center justify-center gap-0.5 text-sm leading-[1.4] no-underline'
const CURRENT =
  'font-bold text-link before:absolute before:inset-x-[15%] before:top-0 before:h-[3px] before:bg-accent before:content-[""]'

/** The screens at the foot of a phone, under the thumb. */
export function BottomBar() {
  const { t } = useTranslation()
  const screens = useScreens()
  return (
    <nav
      aria-label={t('nav.label')}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-card bg-white pb-[env(safe-area-inset-bottom)] rail:hidden"
    >
      <ul className="grid h-16 auto-cols-fr grid-flow-col">
        {screens.slice(0, UNDER_THE_THUMB).map(({ to, word, Icon }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              activeProps={{ className: CURRENT }}
              inactiveProps={{ className: 'text-solid-gray-800' }}
              className={ITEM}
            >
              <Icon />
              {t(word)}
              <WaitingCount to={to} className="absolute top-0.5 left-1/2 ms-2" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
