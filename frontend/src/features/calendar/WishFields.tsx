import { useTranslation } from 'react-i18next'
import { ChoiceList } from './ChoiceList'
import { Tick } from './Tick'
import type { LinkWish } from './wish'

interface WishFieldsProps {
  wish: LinkWish
  /** Why my days cannot be sent there; null where they can. */
  sendsNot: 'onlyRead' | 'another' | null
  /** The one calendar that my days go to already. */
  sender: string | null
  onChange: (wish: LinkWish) => void
  /** Said where neither was chosen. */
  error: string | null
}

/** What a linked calendar is to do: send, take in, and what happens then. */
export function WishFields({ wish, sendsNot, sender, onChange, error }: WishFieldsProps) {
  const { t } = useTranslation('calendar')
  return (
    <div className="flex flex-col gap-5">
      <fieldset className="m-0 min-w-0 p-0">
        <legend className="font-bold">{t('form.what')}</legend>
        <Tick
          label={t('form.sends')}
          lead={
            sendsNot === null
              ? t('form.sendsLead')
              : sendsNot === 'onlyRead'
                ? t('form.sendsNot')
                : t('form.sendsAnother', { name: sender ?? '' })
          }
          checked={wish.sends}
          disabled={sendsNot !== null && !wish.sends}
          onChange={(sends) => onChange({ ...wish, sends })}
        />
        <Tick
          label={t('form.takesIn')}
          lead={t('form.takesInLead')}
          checked={wish.takes_in}
          onChange={(takes_in) => onChange({ ...wish, takes_in })}
        />
        {error && (
          <p role="alert" className="text-sm font-bold text-danger">
            {error}
          </p>
        )}
      </fieldset>
      {wish.sends && (
        <ChoiceList
          legend={t('form.onDeleted')}
          value={wish.on_deleted}
          options={[
            { value: 'ask', label: t('form.onDeletedAsk'), lead: t('form.onDeletedAskLead') },
            { value: 'release', label: t('form.onDeletedRelease'), lead: t('form.onDeletedReleaseLead') },
            { value: 'put_back', label: t('form.onDeletedPutBack'), lead: t('form.onDeletedPutBackLead') },
          ]}
          onChange={(on_deleted) => onChange({ ...wish, on_deleted })}
        />
      )}
      {wish.takes_in && (
        <ChoiceList
          legend={t('form.acceptance')}
          value={wish.acceptance}
          options={[
            { value: 'ask', label: t('form.acceptanceAsk') },
            {
              value: 'automatic',
              label: t('form.acceptanceAutomatic'),
              lead: t('form.acceptanceAutomaticLead'),
            },
          ]}
          onChange={(acceptance) => onChange({ ...wish, acceptance })}
        />
      )}
    </div>
  )
}
