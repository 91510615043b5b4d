import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { useSignOut } from '#/api/session'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { SignOutIcon } from '#/ui/icons'
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
