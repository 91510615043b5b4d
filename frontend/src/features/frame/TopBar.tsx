import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeMe, useMe } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import type { Language } from '#/lib/i18n'
import { showToast } from '#/ui/toasts'
import { DemonstrationTag } from './DemonstrationTag'
import { LanguageSwitch } from './LanguageSwitch'
import { PersonMenu } from './PersonMenu'
import { SideMenu } from './SideMenu'

/** The bar at the top of every screen; `search` is the way to people and desks, `notices` the bell. */
export function TopBar({ search, notices }: { search: ReactNode; notices: ReactNode }) {
  const { t } = useTranslation()
  const { demonstration } = useMe()
  const change = useChangeMe()
  const words = useProblemWords()
  const speakAndKeep = (language: Language) =>
    change.mutate(
      { language },
      { onError: (error) => showToast({ tone: 'failed', words: words(error).title }) },
    )
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center gap-1 border-b border-card bg-white px-2 rail:gap-3 rail:px-6">
      <div className="rail:hidden">
        <SideMenu onLanguage={speakAndKeep} />
      </div>
      <Link to="/" className="flex items-baseline gap-2 rounded-4 whitespace-nowrap no-underline">
        <span className="font-bold rail:text-lg">{t('app.name')}</span>
        <span className="hidden text-sm text-quiet rail:inline">{t('app.latin')}</span>
      </Link>
      <div className="order-last ms-auto rail:order-none rail:ms-6 rail:w-full rail:max-w-100">{search}</div>
      {demonstration && (
        <div className="ms-1 rail:ms-auto">
          <DemonstrationTag />
        </div>
      )}
      <div className={`order-last rail:order-none ${demonstration ? '' : 'rail:ms-auto'}`}>{notices}</div>
      <div className="hidden items-center gap-3 rail:flex">
        <LanguageSwitch onChange={speakAndKeep} />
        <PersonMenu />
      </div>
    </header>
  )
}
