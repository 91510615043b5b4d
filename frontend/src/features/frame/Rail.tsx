import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { screens } from './screens'

const ITEM =
  'relative flex min-h-18 flex-col items-center justify-center gap-1 text-sm leading-[1.4] text-solid-gray-800 no-underline hover:bg-solid-gray-50'
const CURRENT =
  'bg-ground font-bold text-link before:absolute before:inset-y-0 before:left-0 before:w-1 before:bg-accent before:content-[""]'

/** The screens at the left of a wide window: an icon over its word. */
export function Rail() {
  const { t } = useTranslation()
  return (
    <nav
      aria-label={t('nav.label')}
      className="sticky top-14 hidden h-[calc(100dvh-3.5rem)] w-24 shrink-0 overflow-y-auto border-r border-card pt-2 rail:block"
    >
      <ul>
        {screens.map(({ to, word, Icon }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              activeProps={{ className: CURRENT }}
              className={ITEM}
            >
              <Icon />
              {t(word)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
