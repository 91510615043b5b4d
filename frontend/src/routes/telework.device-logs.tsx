import { createFileRoute, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { ApiProblem } from '#/api/problem'
import { DeviceLogImport } from '#/features/record/DeviceLogImport'
import { openBooks } from '#/lib/i18n'
import { linkLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'

export const Route = createFileRoute('/telework/device-logs')({
  beforeLoad: () => openBooks('record', 'refusals'),
  component: DeviceLogs,
})

/** 端末ログの取込, for HR and IT: what reports are compared with. */
function DeviceLogs() {
  const { t } = useTranslation('record')
  const { roles } = useMe()
  if (!roles.includes('hr') && !roles.includes('it')) throw new ApiProblem({ status: 403, code: 'forbidden' })
  return (
    <div className="flex flex-col gap-6">
      <div>
        <Link to="/record" className={`${linkLook} inline-flex min-h-11 items-center`}>
          {t('title')}
        </Link>
        <PageHeading>{t('deviceLog.title')}</PageHeading>
      </div>
      <DeviceLogImport />
    </div>
  )
}
