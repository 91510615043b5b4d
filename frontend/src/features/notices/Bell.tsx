import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { openBooks } from '#/lib/i18n'
import { BellIcon } from '#/ui/icons'
import { PopoverButton } from '#/ui/PopoverButton'
import { SkeletonLines } from '#/ui/Skeleton'
import { unreadOptions } from './queries'

const MOST_SHOWN = 99
const LOOK =
  'relative min-h-11 items-center justify-center gap-2 rounded-8 px-2 text-sm whitespace-nowrap hover:bg-solid-gray-50'

const Latest = lazy(async () => {
  const [module] = await Promise.all([import('./Latest'), openBooks('notices')])
  return { default: module.Latest }
})

/** The bell with the count of what is unread: a small window on a wide screen, the way to the list on a phone. */
export function Bell() {
  const { t } = useTranslation()
  const count = useQuery(unreadOptions()).data?.count ?? 0
  const name = count ? t('notices.unread', { count }) : t('notices.title')
  const shown = count > MOST_SHOWN ? `${MOST_SHOWN}+` : count
  const number = count > 0 && (
    <span
      aria-hidden="true"
      className="flex h-5 min-w-5 items-center justify-center rounded-full bg-accent px-1 text-sm leading-none font-bold text-white max-rail:absolute max-rail:top-0.5 max-rail:right-0"
    >
      {shown}
    </span>
  )
  return (
    <>
      <Link to="/notices" aria-label={name} className={`${LOOK} flex min-w-11 no-underline rail:hidden`}>
        <BellIcon size={22} />
        {number}
      </Link>
      <PopoverButton
        label={t('notices.title')}
        buttonLabel={name}
        buttonClassName={`${LOOK} hidden rail:inline-flex`}
        button={
          <>
            <BellIcon size={22} />
            {t('notices.title')}
            {number}
          </>
        }
      >
        {(close) => (
          <div className="w-104">
            <Suspense fallback={<SkeletonLines lines={3} className="h-16" />}>
              <Latest onLeave={close} />
            </Suspense>
          </div>
        )}
      </PopoverButton>
    </>
  )
}
