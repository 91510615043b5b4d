import { useTranslation } from 'react-i18next'
import { CheckIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import type { Delivery } from './shapes'

/** What became of a test, in place. */
export function TestResult({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('webhooks')
  if (!delivery.trouble)
    return (
      <div role="status">
        <Notice icon={<CheckIcon size={20} className="mt-0.5 text-free-text" />}>
          <p className="font-bold">
            {t('test.arrived', {
              status: delivery.status,
              milliseconds: delivery.milliseconds,
            })}
          </p>
        </Notice>
      </div>
    )
  return (
    <Notice tone="warn">
      <p className="font-bold">
        {t('test.failed')}
        {delivery.status !== null && t('test.status', { status: delivery.status })}
      </p>
      <p>{t(`trouble.${delivery.trouble}.what`)}</p>
      <p>{t(`trouble.${delivery.trouble}.mend`)}</p>
      {delivery.answer && <p className="font-mono text-xs break-all">{delivery.answer}</p>}
    </Notice>
  )
}
