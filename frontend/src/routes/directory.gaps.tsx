import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { GapList, type GapOf } from '#/features/directory/GapList'
import { openBooks } from '#/lib/i18n'
import { PageHeading } from '#/ui/PageHeading'
import { BelowDirectory, personLink } from './-directory/DirectoryHead'

export const Route = createFileRoute('/directory/gaps')({
  validateSearch: ({ of }: Record<string, unknown>): { of?: GapOf } => (of === 'manager' ? { of } : {}),
  beforeLoad: () => openBooks('directory', 'refusals'),
  component: Gaps,
})

/** People without a section or without somebody who leads it, for IT. */
function Gaps() {
  const { t } = useTranslation('directory')
  const navigate = Route.useNavigate()
  const { of } = Route.useSearch()
  return (
    <BelowDirectory to="/directory">
      <div className="flex flex-col gap-4">
        <PageHeading>{t('gaps.title')}</PageHeading>
        <GapList
          of={of ?? 'section'}
          onOf={(next) => void navigate({ search: next === 'manager' ? { of: next } : {}, replace: true })}
          personLink={personLink}
        />
      </div>
    </BelowDirectory>
  )
}
