import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import { useProblemWords } from '#/api/useProblemWords'
import { addDays, dayNameWithYear } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { Notice } from '#/ui/Notice'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import type { FloorRow } from './floor-rows'

interface NewDraftDialogProps {
  row: FloorRow
  today: string
  onClose: () => void
  onBegun: (draft: number) => void
}

const OF_THE_DAY = 'day'
const USUAL_LEAD_DAYS = 14

/** From when, under which name, and from what a draft begins. */
export function NewDraftDialog({ row, today, onClose, onBegun }: NewDraftDialogProps) {
  const { t } = useTranslation('places')
  const language = useLanguage()
  const words = useProblemWords()
  const [day, setDay] = useState(addDays(today, USUAL_LEAD_DAYS))
  const [name, setName] = useState('')
  const [source, setSource] = useState(OF_THE_DAY)
  const versions = [...row.coming, ...(row.inForce ? [row.inForce] : []), ...row.past]
  const begin = useMutation({
    mutationFn: async () => {
      const { data } = await client.POST('/layout-drafts/', {
        body: {
          floor: row.id,
          effective_from: day,
          name,
          ...(source !== OF_THE_DAY && { from_layout: Number(source) }),
        },
      })
      if (!data) throw new Error('a draft begun without an answer')
      return data
    },
    onSuccess: (draft) => onBegun(draft.id),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (day) begin.mutate()
  }
  return (
    <Dialog title={t('newDraft.title', { floor: row.name })} open onClose={onClose}>
      <form className="flex flex-col gap-4" onSubmit={submit}>
        <TextField
          label={t('newDraft.day')}
          hint={t('newDraft.dayHint')}
          type="date"
          min={today}
          required
          value={day}
          onChange={setDay}
        />
        <TextField
          label={t('newDraft.name')}
          hint={t('newDraft.nameHint')}
          value={name}
          onChange={setName}
          maxLength={100}
        />
        <Select
          label={t('newDraft.source')}
          value={source}
          options={[
            { value: OF_THE_DAY, label: t('newDraft.ofTheDay') },
            ...versions.map((version) => ({
              value: String(version.id),
              label: t('newDraft.version', { day: dayNameWithYear(version.effective_from, language) }),
            })),
          ]}
          onChange={setSource}
        />
        {begin.isError && (
          <Notice tone="warn">
            {words(begin.error).title} {words(begin.error).lines.join(' ')}
          </Notice>
        )}
        <div className="flex flex-wrap gap-3">
          <Button kind="primary" type="submit" busy={begin.isPending}>
            {t('newDraft.begin')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('stay')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
