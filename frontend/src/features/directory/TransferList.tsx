import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cityDay, cityTime } from '#/lib/city-time'
import { dayName, dayNameWithYear, fiscalYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { EmptyState } from '#/ui/EmptyState'
import { Pages } from './Pages'
import { useTransfers } from './queries'
import { TransferTag } from './StateTag'
import type { Transfer } from './shapes'
import { useCountWords } from './useCountWords'

type TransferLink = (id: number, words: string) => ReactNode

/** The transfers loaded so far, those to come and those that have been. */
export function TransferList({ transferLink }: { transferLink: TransferLink }) {
  const { t } = useTranslation('directory')
  return (
    <Pages
      label={t('transfers.title')}
      pages={useTransfers()}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('transfers.none')}>{t('transfers.noneLead')}</EmptyState>}
    >
      {(transfer) => <TransferRow transfer={transfer} transferLink={transferLink} />}
    </Pages>
  )
}

function TransferRow({ transfer, transferLink }: { transfer: Transfer; transferLink: TransferLink }) {
  const { t } = useTranslation('directory')
  const language = useLanguage()
  const counted = useCountWords()(transfer.counts)
  const loaded = `${dayName(cityDay(transfer.loaded_at), language)} ${cityTime(transfer.loaded_at)}`
  return (
    <div className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {transferLink(transfer.id, transfer.title)}
        <TransferTag state={transfer.state} />
      </p>
      <p>
        {t('transfers.from', {
          day: dayNameWithYear(transfer.effective_on, language),
          year: fiscalYear(transfer.effective_on, language),
        })}
      </p>
      {counted && <p className="max-w-[44em]">{counted}</p>}
      <p className="text-sm text-quiet">
        {t('transfers.loaded', { when: loaded, name: transfer.loaded_by_name || t('byTheClock') })}
      </p>
    </div>
  )
}
