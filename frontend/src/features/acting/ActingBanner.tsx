import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { PersonIcon, WarningIcon } from '#/ui/icons'
import type { Bookable } from './queries'

interface ActingBannerProps {
  /** For whom; null when the address names somebody for whom one may not. */
  one: Bookable | null
  onStop: () => void
}

/** Says plainly that what is done here is done for somebody else, and the way back. */
export function ActingBanner({ one, onStop }: ActingBannerProps) {
  const { t } = useTranslation('people')
  return (
    <div
      role="status"
      className={`mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-8 border-2 px-4 py-3 ${one ? 'border-accent bg-ground' : 'border-warn bg-white'}`}
    >
      {one ? <PersonIcon className="text-accent" /> : <WarningIcon className="text-warn" />}
      <div className="min-w-0 grow basis-60">
        {one ? (
          <>
            <p className="font-bold">{t('acting.banner', { name: one.person.name })}</p>
            <p className="text-sm">
              {one.relation === 'facilities'
                ? t('acting.bannerVisitor')
                : t('acting.bannerLead', { name: one.person.name })}
            </p>
          </>
        ) : (
          <p className="font-bold">{t('acting.notYours')}</p>
        )}
      </div>
      <Button onPress={onStop}>{t('acting.stop')}</Button>
    </div>
  )
}
