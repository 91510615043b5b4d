import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { LoadTransfer } from '#/features/directory/LoadTransfer'
import { TransferList } from '#/features/directory/TransferList'
import { openBooks } from '#/lib/i18n'
import { Button } from '#/ui/Button'
import { PlusIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'
import { BelowDirectory, transferLink } from './-directory/DirectoryHead'

export const Route = createFileRoute('/directory/transfers/')({
  beforeLoad: () => openBooks('directory', 'refusals'),
  component: Transfers,
})

/** 人事異動の予約, for IT: transfers loaded in advance. */
function Transfers() {
  const { t } = useTranslation('directory')
  const { today } = useMe()
  const navigate = Route.useNavigate()
  const [loading, setLoading] = useState(false)
  return (
    <BelowDirectory to="/directory">
      <div className="flex flex-col gap-6">
        <div>
          <div className="flex flex-wrap items-center gap-4">
            <PageHeading>{t('transfers.title')}</PageHeading>
            {!loading && (
              <Button
                kind="primary"
                icon={<PlusIcon size={20} />}
                className="rail:ms-auto"
                onPress={() => setLoading(true)}
              >
                {t('load.title')}
              </Button>
            )}
          </div>
          <p className="mt-1 max-w-[44em] text-quiet">{t('transfers.lead')}</p>
        </div>
        {loading && (
          <LoadTransfer
            today={today}
            onStop={() => setLoading(false)}
            onLoaded={(id) => void navigate({ to: '/directory/transfers/$id', params: { id: String(id) } })}
          />
        )}
        <TransferList transferLink={transferLink} />
      </div>
    </BelowDirectory>
  )
}
