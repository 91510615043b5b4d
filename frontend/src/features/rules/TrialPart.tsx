import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { addDays } from '#/lib/dates'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { TextField } from '#/ui/TextField'
import { type RuleBody, useTrial } from './queries'
import { TrialResult } from './TrialResult'

const USUAL_DAYS = 30

interface TrialPartProps {
  /** The rule as typed; null while something in it is wrong. */
  rule: RuleBody | null
  replaces: number | null
  today: string
  /** Asked to try what cannot be tried yet. */
  onWrong: () => void
}

/** Try the rule on the bookings of a period: what would it have refused? */
export function TrialPart({ rule, replaces, today, onWrong }: TrialPartProps) {
  const { t } = useTranslation(['rules', 'everyday'])
  const words = useProblemWords()
  const trial = useTrial()
  const [from, setFrom] = useState(addDays(today, -USUAL_DAYS))
  const [to, setTo] = useState(today)
  const start = () => (rule ? trial.mutate({ rule, replaces, from, to }) : onWrong())
  return (
    <section
      aria-labelledby="rule-trial"
      className="flex flex-col gap-4 rounded-12 border border-card p-4 rail:p-6"
    >
      <div>
        <h2 id="rule-trial" className="text-lg font-bold">
          {t('try.title')}
        </h2>
        <p className="text-sm text-quiet">{t('try.lead')}</p>
      </div>
      <div className="flex flex-wrap items-end gap-4">
        <TextField type="date" label={t('try.from')} value={from} max={to} onChange={setFrom} />
        <TextField type="date" label={t('try.to')} value={to} min={from} max={today} onChange={setTo} />
        <Button size="primary" busy={trial.isPending} onPress={start}>
          {t('try.do')}
        </Button>
      </div>
      {trial.error && (
        <Notice tone="warn">
          <p className="font-bold">{words(trial.error).title}</p>
          {words(trial.error).lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <div aria-live="polite">{trial.data && <TrialResult found={trial.data} />}</div>
    </section>
  )
}
