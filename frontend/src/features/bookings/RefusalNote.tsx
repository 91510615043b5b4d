import { type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalWords } from '#/api/refusal-words'
import { timeRange } from '#/lib/dates'
import { lazyPart } from '#/lib/lazyPart'
import { useLanguage } from '#/lib/useLanguage'
import { WarningIcon } from '#/ui/icons'
import type { Problem } from './offer'
import { StopTelework } from './StopTelework'
import type { WhyAsked } from './WhyList'
import { limitWords } from './words'

const WhyList = lazyPart(async () => (await import('./WhyList')).WhyList, 'rules')

interface RefusalNoteProps {
  refusal: Problem
  title: string
  /** Take one of the desks that would be allowed instead. */
  onInstead: (desk: number, floor: number | undefined) => void
  /** Book after all, once the telework in the way was given up. */
  onFreed?: (() => void) | undefined
  /** What was asked for: then everything in the way can be looked at. */
  why?: WhyAsked | undefined
  /** Said aloud when it appears: the answer to a press. */
  alert?: boolean
}

/** Why not: the rule, whose it is, what is in the way, and what would be allowed instead, one tap away. */
export function RefusalNote({ refusal, title, onInstead, why, alert = false, onFreed }: RefusalNoteProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { rule, conflicts_with: rival, allowed_from: from, allowed_until: until, instead = [] } = refusal
  return (
    <div className="rounded-8 border border-warn p-4" role={alert ? 'alert' : undefined}>
      <p className="flex items-start gap-2 font-bold text-warn-text">
        <WarningIcon size={22} className="mt-0.5" />
        {title}
      </p>
      <p className="mt-1">{refusalWords(t, refusal.code, refusal.detail ?? refusal.title)}</p>
      {rival && (
        <Line>
          {t('refused.conflict', {
            what: `${timeRange(rival.start, rival.end)} ${rival.desk_code ?? rival.reason ?? ''}`.trim(),
          })}
        </Line>
      )}
      {rule && <Line>{t('refused.rule', { rule: rule.name, owner: rule.owner })}</Line>}
      {from && <Line>{t('refused.from', { from: limitWords(from, language) })}</Line>}
      {until && <Line>{t('refused.until', { until: limitWords(until, language) })}</Line>}
      {rival?.kind === 'telework' && rival.id != null && onFreed && (
        <StopTelework request={rival.id} onFreed={onFreed} />
      )}
      {instead.length > 0 && (
        <>
          <p className="mt-3 text-sm font-bold">{t('desk.instead')}</p>
          <ul className="mt-1 flex flex-wrap gap-2">
            {instead.map((one) => (
              <li key={one.desk}>
                <button
                  type="button"
                  className="min-h-11 rounded-8 border border-accent px-3 font-bold text-link hover:bg-ground"
                  onClick={() => onInstead(one.desk, one.floor)}
                >
                  {one.desk_code}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {why && <Why {...why} />}
    </div>
  )
}

/** Everything in the way, asked for at a press; the answer comes with its words. */
export function Why(why: WhyAsked) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <details className="mt-2" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-bold text-link underline underline-offset-4">
        {t('refused.why')}
      </summary>
      {open && (
        <Suspense fallback={null}>
          <WhyList {...why} />
        </Suspense>
      )}
    </details>
  )
}

function Line({ children }: { children: ReactNode }) {
  return <p className="mt-1 text-sm text-quiet">{children}</p>
}
