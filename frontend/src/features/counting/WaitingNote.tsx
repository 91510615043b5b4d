import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { OfflineIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { sendCounts } from './count-queue'

/** Nothing answers: what was counted is kept here, and one may walk on. */
export function WaitingNote({ count }: { count: number }) {
  const { t } = useTranslation('counting')
  return (
    <Notice tone="warn" icon={<OfflineIcon size={20} className="mt-0.5 text-warn" />}>
      <p className="font-bold">{t('offline.title', { count })}</p>
      <p>{t('offline.lead')}</p>
      <Button kind="link" onPress={() => void sendCounts()}>
        {t('offline.again')}
      </Button>
    </Notice>
  )
}
