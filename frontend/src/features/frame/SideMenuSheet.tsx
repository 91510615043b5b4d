import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Language } from '#/lib/i18n'
import { Dialog } from '#/ui/Dialog'
import { CloseIcon } from '#/ui/icons'
import { LanguageSwitch } from './LanguageSwitch'
import { PersonCard } from './PersonCard'
import { useScreens } from './screens'
import { WaitingCount } from './WaitingCount'

interface SideMenuSheetProps {
  open: boolean
  onClose: () => void
  onLanguage: (language: Language) => void
}

/** What the phone's menu shows: the screens, what is the person's, the language. */
export function SideMenuSheet({ open, onClose, onLanguage }: SideMenuSheetProps) {
  const { t } = useTranslation()
  const screens = useScreens()
  return (
    <Dialog title={t('nav.menu')} titleHidden open={open} onClose={onClose} place="side">
      <div className="flex items-center justify-between">
        <p className="text-lg font-bold">{t('app.name')}</p>
        <button
          type="button"
          aria-label={t('ui.close')}
          onClick={onClose}
          className="flex size-11 items-center justify-center rounded-8"
        >
          <CloseIcon />
        </button>
      </div>
      <ul className="my-4 border-y border-card py-2">
        {screens.map(({ to, word, Icon }) => (
          <li key={to}>
            <Link
              to={to}
              onClick={onClose}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              activeProps={{ className: 'bg-ground font-bold text-link' }}
              className="flex min-h-12 items-center gap-3 rounded-8 px-3 no-underline"
            >
              <Icon />
              {t(word)}
              <WaitingCount to={to} className="ms-auto" />
            </Link>
          </li>
        ))}
      </ul>
      <PersonCard onLeave={onClose} />
      <div className="mt-4 border-t border-card pt-3">
        <LanguageSwitch onChange={onLanguage} />
      </div>
    </Dialog>
  )
}
