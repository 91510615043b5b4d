import { createFileRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { DxfImport } from '#/features/places/DxfImport'
import { ImportFiles } from '#/features/places/ImportFiles'
import { openBooks } from '#/lib/i18n'
import { linkLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'
import { SegmentedControl } from '#/ui/SegmentedControl'

export const Route = createFileRoute('/places/import')({
  beforeLoad: () => openBooks('places'),
  component: Import,
})

/** Floors from files, for facilities: tables and drawings of a hall, or a drawing from CAD. */
function Import() {
  const { t } = useTranslation('places')
  const { today, roles } = useMe()
  const navigate = Route.useNavigate()
  const [kind, setKind] = useState<'tables' | 'dxf'>('tables')
  if (!roles.includes('facilities')) throw new ApiProblem({ status: 403, code: 'forbidden' })
  return (
    <div className="flex max-w-280 flex-col gap-6">
      <div>
        <Link to="/places" className={linkLook}>
          {t('title')}
        </Link>
        <PageHeading>{t('import.title')}</PageHeading>
      </div>
      <SegmentedControl
        label={t('import.kind')}
        value={kind}
        className="self-start"
        segments={[
          { value: 'tables', label: t('import.tables') },
          { value: 'dxf', label: t('import.dxf') },
        ]}
        onChange={setKind}
      />
      {kind === 'tables' ? (
        <ImportFiles
          today={today}
          draftLink={(draft, children) => (
            <Link to="/places/drafts/$id" params={{ id: String(draft) }} className={`${linkLook} font-bold`}>
              {children}
            </Link>
          )}
        />
      ) : (
        <DxfImport
          today={today}
          onOpen={(draft) => void navigate({ to: '/places/drafts/$id', params: { id: String(draft) } })}
        />
      )}
    </div>
  )
}
