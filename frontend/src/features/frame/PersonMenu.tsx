import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { useSignOut } from '#/api/session'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { ChevronDownIcon, PersonIcon, SignOutIcon } from '#/ui/icons'
import { PopoverButton } from '#/ui/PopoverButton'
import { VisibilityChoice } from './VisibilityChoice'

/** Who is signed in: name and section, who may see them, their settings, the way out. `onLeave` closes what it is in. */
export function PersonCard({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation()
  const { person, username } = useMe()
  const signOut = useSignOut()
  return (
    <div className="flex flex-col gap-4">
      <div>
        <p className="font-bold">{person?.name ?? username}</p>
        {person && (
          <p className="text-sm text-quiet">
            {[person.department?.name, person.title].filter(Boolean).join(' ')}
          </p>
        )}
      </div>
      <VisibilityChoice />
      <Link to="/settings" onClick={onLeave} className={`${linkLook} inline-flex min-h-11 items-center`}>
        {t('nav.settings')}
      </Link>
      <Link to="/account" onClick={onLeave} className={`${linkLook} inline-flex min-h-11 items-center`}>
        {t('nav.account')}
      </Link>
      <Button busy={signOut.isPending} icon={<SignOutIcon size={20} />} onPress={() => signOut.mutate()}>
        {t('person.signOut')}
      </Button>
    </div>
  )
}

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
          <PersonCard onLeave={close} />
        </div>
      )}
    </PopoverButton>
  )
}
