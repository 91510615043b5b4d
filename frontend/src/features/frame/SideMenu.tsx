import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#/lib/i18n'
import { Dialog } from '#/ui/Dialog'
import { CloseIcon, MenuIcon } from '#/ui/icons'
import { LanguageSwitch } from './LanguageSwitch'
import { PersonCard } from './PersonMenu'
import { useScreens } from './screens'
import { WaitingCount } from './WaitingCount'

/** The phone's menu: the screens, the language, and what is the person's. */
export function SideMenu({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const { t } = useTranslation()
  const screens = useScreens()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-label={t('nav.menu')}
        aria-expanded={open}
        onClick={() => setOpen(true)}
        className="flex size-11 items-center justify-center rounded-8"
      >
        <MenuIcon />
      </button>
      <Dialog title={t('nav.menu')} titleHidden open={open} onClose={() => setOpen(false)} place="side">
        <div className="flex items-center justify-between">
          <p className="text-lg font-bold">{t('app.name')}</p>
          <button
            type="button"
            aria-label={t('ui.close')}
            onClick={() => setOpen(false)}
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
                onClick={() => setOpen(false)}
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
        <PersonCard onLeave={() => setOpen(false)} />
        <div className="mt-4 border-t border-card pt-3">
          <LanguageSwitch onChange={onLanguage} />
        </div>
      </Dialog>
    </>
  )
}
