import { createFileRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { AddressOnce } from '#/features/displays/AddressOnce'
import { DisplayList } from '#/features/displays/DisplayList'
import { NewDisplay } from '#/features/displays/NewDisplay'
import type { NewDisplayLink } from '#/features/displays/useDisplays'
import { openBooks } from '#/lib/i18n'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { PlusIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/places/displays')({
  beforeLoad: () => openBooks('displays'),
  component: Displays,
})

/** 案内表示, for facilities: screens on walls, each with an address of its own that can be revoked. */
function Displays() {
  const { t } = useTranslation('displays')
  const { t: everyday } = useTranslation()
  const { today, roles } = useMe()
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<NewDisplayLink | null>(null)
  if (!roles.includes('facilities')) throw new ApiProblem({ status: 403, code: 'forbidden' })
  return (
    <div className="flex max-w-240 flex-col gap-6">
      <div className="flex flex-wrap items-center gap-4">
        <div>
          <Link to="/places" className={linkLook}>
            {everyday('nav.places')}
          </Link>
          <PageHeading>{t('title')}</PageHeading>
        </div>
        {!adding && (
          <Button
            kind="primary"
            icon={<PlusIcon size={20} />}
            className="ms-auto"
            onPress={() => setAdding(true)}
          >
            {t('displays.new')}
          </Button>
        )}
      </div>
      <p className="max-w-[44em]">{t('displays.lead')}</p>
      {made && <AddressOnce key={made.id} display={made} onClose={() => setMade(null)} />}
      {adding && (
        <NewDisplay
          day={today}
          onClose={() => setAdding(false)}
          onDone={(display) => {
            setAdding(false)
            setMade(display)
          }}
        />
      )}
      <DisplayList />
    </div>
  )
}
