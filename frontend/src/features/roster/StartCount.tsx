import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { Notice } from '#/ui/Notice'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { Select } from '#/ui/Select'
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
  const words = useProblemWords()
  const start = useStart()
  const [asking, setAsking] = useState(false)
  const [kind, setKind] = useState<Kind>(reason)
  const [minutes, setMinutes] = useState(USUAL)
  return (
    <>
      <Button kind="primary" size="primary" onPress={() => setAsking(true)}>
        {t('count.start')}
      </Button>
      <Dialog title={t('count.start')} open={asking} onClose={() => setAsking(false)}>
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
        {start.isError && (
          <div className="mt-4">
            <Notice tone="warn">{words(start.error).title}</Notice>
          </div>
        )}
        <div className="mt-6 flex flex-wrap gap-2">
          <Button
            kind="primary"
            size="primary"
            busy={start.isPending}
            onPress={() =>
              start.mutate({ kind, unaccounted_after_minutes: minutes }, { onSuccess: onStarted })
            }
          >
            {t('count.startDo')}
          </Button>
          <Button size="primary" onPress={() => setAsking(false)}>
            {t('count.cancel')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
