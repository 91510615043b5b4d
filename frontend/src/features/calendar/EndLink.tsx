import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '#/ui/toasts'
import { AskFirst } from './AskFirst'
import { ChoiceList } from './ChoiceList'
import { type CalendarLink, useLinkWrites } from './queries'

interface EndLinkProps {
  link: CalendarLink
  name: string
  open: boolean
  onClose: () => void
  onEnded: () => void
}

/** Asks before a link ends, and what becomes of the events that were sent. */
export function EndLink({ link, name, open, onClose, onEnded }: EndLinkProps) {
  const { t } = useTranslation('calendar')
  const { end } = useLinkWrites(link.id)
  const [leaves, setLeaves] = useState<'remove' | 'keep'>('remove')
  const close = () => {
    end.reset()
    onClose()
  }
  return (
    <AskFirst
      title={t('links.endTitle', { name })}
      open={open}
      does={t('links.end')}
      keeps={t('links.keep')}
      busy={end.isPending}
      error={end.error}
      onDo={() =>
        end.mutate(leaves === 'keep', {
          onSuccess: () => {
            close()
            showToast({ tone: 'done', words: t('links.ended', { name }) })
            requestAnimationFrame(onEnded)
          },
        })
      }
      onClose={close}
    >
      {link.sends && (
        <ChoiceList
          legend={t('links.endTitle', { name })}
          value={leaves}
          options={[
            { value: 'remove', label: t('links.endRemove'), lead: t('links.endRemoveLead') },
            { value: 'keep', label: t('links.endKeep'), lead: t('links.endKeepLead') },
          ]}
          onChange={setLeaves}
        />
      )}
      {link.takes_in && <p className="mt-3 text-sm">{t('links.endKeepPlans')}</p>}
    </AskFirst>
  )
}
