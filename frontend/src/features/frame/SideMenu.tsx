import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#/lib/i18n'
import { MenuIcon } from '#/ui/icons'

const readSheet = () => import('./SideMenuSheet')
const SideMenuSheet = lazy(async () => ({ default: (await readSheet()).SideMenuSheet }))

/** The phone's menu: the screens, the language, and what is the person's. */
export function SideMenu({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [ever, setEver] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-label={t('nav.menu')}
        aria-expanded={open}
        onPointerDown={readSheet}
        onFocus={readSheet}
        onClick={() => {
          setOpen(true)
          setEver(true)
        }}
        className="flex size-11 items-center justify-center rounded-8"
      >
        <MenuIcon />
      </button>
      {ever && (
        <Suspense fallback={null}>
          <SideMenuSheet open={open} onClose={() => setOpen(false)} onLanguage={onLanguage} />
        </Suspense>
      )}
    </>
  )
}
