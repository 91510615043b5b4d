import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ToastRegion } from '#/ui/ToastRegion'
import { BottomBar } from './BottomBar'
import { OfflineBar } from './OfflineBar'
import { Rail } from './Rail'
import { TopBar } from './TopBar'

/** What stands around every screen; `children` is the screen. */
export function Frame({ search, notices, children }: Record<'search' | 'notices' | 'children', ReactNode>) {
  const { t } = useTranslation()
  return (
    <>
      <a
        href="#main"
        className="absolute top-2 left-2 z-50 -translate-y-24 rounded-8 bg-white px-4 py-2 text-link underline focus:translate-y-0"
      >
        {t('app.skip')}
      </a>
      <TopBar search={search} notices={notices} />
      <OfflineBar />
      <div className="flex min-h-[calc(100dvh-3.5rem)]">
        <Rail />
        <main id="main" tabIndex={-1} className="min-w-0 grow px-4 pt-4 pb-24 rail:px-6 rail:pt-6 rail:pb-16">
          {children}
        </main>
      </div>
      <BottomBar />
      <ToastRegion />
    </>
  )
}
