import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { ChevronDownIcon, PersonIcon } from '#/ui/icons'
import { PopoverButton } from '#/ui/PopoverButton'
import { SkeletonLines } from '#/ui/Skeleton'

const PersonCard = lazy(async () => ({ default: (await import('./PersonCard')).PersonCard }))

/** The person's name in the top bar; opens what is theirs. */
export function PersonMenu() {
  const { t } = useTranslation()
  const { person, username } = useMe()
  const name = person?.name ?? username
  return (
    <PopoverButton
      label={t('nav.person')}
      buttonLabel={`${name} ${t('nav.person')}`}
      buttonClassName="inline-flex min-h-11 items-center gap-2 rounded-8 px-2 text-sm whitespace-nowrap hover:bg-solid-gray-50"
      button={
        <>
          <PersonIcon size={22} />
          {name}
          <ChevronDownIcon size={18} />
        </>
      }
    >
      {(close) => (
        <div className="w-72">
          <Suspense fallback={<SkeletonLines lines={4} className="h-12" />}>
            <PersonCard onLeave={close} />
          </Suspense>
        </div>
      )}
    </PopoverButton>
  )
}
