import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Select } from '#/ui/Select'
import { AskedDialog } from './AskedDialog'
import { useStart } from './queries'
import type { Kind } from './standing'

const MINUTES = [10, 15, 20, 30, 45, 60] as const
const USUAL = 30

interface StartCountProps {
  /** Why the roster was opened: the head count is of the same kind unless chosen otherwise. */
  reason: Kind
  /** How many people would be on the list. */
  people: number
  onStarted: (id: string) => void
}

/** Begins a head count, after asking: those on the list are told. */
export function StartCount({ reason, people, onStarted }: StartCountProps) {
  const { t } = useTranslation('roster')
  const start = useStart()
  const [kind, setKind] = useState<Kind>(reason)
  const [minutes, setMinutes] = useState(USUAL)
  return (
    <AskedDialog
      title={t('count.start')}
      primary
      verb={t('count.startDo')}
      act={start}
      onMeant={() => start.mutate({ kind, unaccounted_after_minutes: minutes }, { onSuccess: onStarted })}
    >
      <p>{t('count.startLead', { count: people })}</p>
      <p className="mt-4 mb-1 text-sm font-bold">{t('count.kind')}</p>
      <SegmentedControl
        label={t('count.kind')}
        value={kind}
        segments={[
          { value: 'drill', label: t('drill') },
          { value: 'real', label: t('real') },
        ]}
        onChange={setKind}
        wide
      />
      <Select
        className="mt-4"
        label={t('count.minutes')}
        value={String(minutes)}
        options={MINUTES.map((count) => ({
          value: String(count),
          label: t('count.minutesValue', { count }),
        }))}
        onChange={(value) => setMinutes(Number(value))}
      />
    </AskedDialog>
  )
}
