import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { ClosingDays } from '#/features/closing-days/ClosingDays'
import { isFiscalYear, thisFiscalYear } from '#/features/closing-days/fiscal-years'
import { openBooks } from '#/lib/i18n'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/closing-days')({
  validateSearch: ({ year }: Record<string, unknown>): { year?: number } =>
    isFiscalYear(year) ? { year } : {},
  beforeLoad: () => openBooks('closingDays', 'refusals'),
  component: ClosingDaysScreen,
})

/** 閉庁日・行事, for facilities, HR and IT. */
function ClosingDaysScreen() {
  const { t } = useTranslation('closingDays')
  const { today, roles } = useMe()
  const navigate = Route.useNavigate()
  const { year } = Route.useSearch()
  if (!roles.some((role) => role === 'facilities' || role === 'hr' || role === 'it'))
    throw new ApiProblem({ status: 403, code: 'forbidden' })
  const now = thisFiscalYear(today)
  return (
    <div className="flex max-w-280 flex-col gap-6">
      <div>
        <PageHeading>{t('title')}</PageHeading>
        <p className="mt-1 max-w-[44em] text-quiet">{t('lead')}</p>
      </div>
      <ClosingDays
        year={year ?? now}
        onYear={(next) => void navigate({ search: next === now ? {} : { year: next }, replace: true })}
      />
    </div>
  )
}
