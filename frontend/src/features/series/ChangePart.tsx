import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#/api/client'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'
import { Select } from '#/ui/Select'
import { SkeletonLines } from '#/ui/Skeleton'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { DateLine, type DateTone } from './DateLine'
import { type ChangedDate, changePlanOptions, type SeriesChange, useChangeDates } from './queries'
import { PARTS, type Part } from './search'

interface ChangePartProps {
  series: number
  stretch: { from: string; to?: string }
  onDone: () => void
}

const TONE: Record<ChangedDate['outcome'], DateTone> = {
  will_change: 'good',
  refused: 'bad',
  same: 'quiet',
  exception: 'quiet',
  over: 'quiet',
}

/** Another desk or other hours for the chosen dates: asked for, looked at date by date, then done as one. */
export function ChangePart({ series, stretch, onDone }: ChangePartProps) {
  const { t } = useTranslation(['series', 'everyday'])
  const words = useProblemWords()
  const cache = useQueryClient()
  const language = useLanguage()
  const change = useChangeDates(series)
  const [code, setCode] = useState('')
  const [part, setPart] = useState<Part | 'same'>('same')
  const [exceptionsToo, setExceptionsToo] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const [wanted, setWanted] = useState<{ desk?: { id: number; code: string }; part?: Part } | null>(null)
  const [desks, setDesks] = useState<ReadonlyMap<string, number>>(new Map())

  const body: SeriesChange = {
    ...stretch,
    ...(wanted?.desk && { desk: wanted.desk.id }),
    ...(wanted?.part && { part: wanted.part }),
    exceptions_too: exceptionsToo,
    ...(desks.size > 0 && { dates: [...desks].map(([day, desk]) => ({ day, desk })) }),
  }
  const plan = useQuery({ ...changePlanOptions(series, body), enabled: wanted !== null })
  const count = plan.data?.will_change ?? 0
  const refusedWhole = plan.data?.dates.some((one) => one.outcome === 'refused') ?? false

  const check = async (event: FormEvent) => {
    event.preventDefault()
    change.reset()
    const typed = code.trim()
    if (!typed && part === 'same') return setWrong(t('act.nothing'))
    const found = typed
      ? await cache.fetchQuery(
          api.queryOptions('get', '/desks/', { params: { query: { code: typed, day: stretch.from } } }),
        )
      : null
    const desk = found?.results[0]
    if (typed && !desk) return setWrong(t('act.deskUnknown'))
    setWrong(null)
    setDesks(new Map())
    setWanted({ ...(desk && { desk: { id: desk.id, code: desk.code } }), ...(part !== 'same' && { part }) })
  }
  const apply = () =>
    change.mutate(body, {
      onSuccess: ({ bookings }) => {
        showToast({ tone: 'done', words: t('act.changed', { count: bookings.length }) })
        onDone()
      },
      onError: () => void plan.refetch(),
    })
  return (
    <div className="flex flex-col gap-4">
      <form onSubmit={(event) => void check(event)} className="flex flex-col gap-4">
        <TextField
          label={t('act.desk')}
          hint={t('act.deskHint')}
          value={code}
          error={wrong}
          autoCapitalize="characters"
          autoComplete="off"
          onChange={setCode}
        />
        <Select
          label={t('act.part')}
          value={part}
          options={[
            { value: 'same', label: t('act.partSame') },
            ...PARTS.map((one) => ({ value: one, label: t(`new.part_${one}`) })),
          ]}
          onChange={setPart}
        />
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="size-6 shrink-0 accent-(--color-accent)"
            checked={exceptionsToo}
            onChange={(event) => setExceptionsToo(event.target.checked)}
          />
          {t('act.exceptionsToo')}
        </label>
        <Button type="submit" kind="secondary" className="self-start">
          {t('act.check')}
        </Button>
      </form>
      {wanted && plan.isPending && <SkeletonLines lines={4} />}
      {wanted && plan.isError && <Notice tone="warn">{words(plan.error).title}</Notice>}
      {wanted && plan.data && (
        <section aria-label={t('act.preview')} className="flex flex-col gap-3">
          {change.error && (
            <Notice tone="warn">
              {change.error instanceof ApiProblem && change.error.code === 'series_dates_refused' ? (
                <>
                  <p className="font-bold">{t('act.refusedTitle')}</p>
                  <p>{t('act.refusedLead')}</p>
                </>
              ) : (
                words(change.error).title
              )}
            </Notice>
          )}
          {refusedWhole && !change.error && <Notice>{t('act.refusedLead')}</Notice>}
          <ul className="@container">
            {plan.data.dates.map((one) => (
              <DateLine
                key={one.booking}
                day={one.day}
                tone={TONE[one.outcome]}
                word={t(`act.${one.outcome}`)}
                refusal={one.refusal}
                desk={{
                  id: one.desk,
                  code: one.desk_code,
                  label: t('act.deskOf', { day: dayName(one.day, language) }),
                }}
                wanted={one.outcome === 'will_change' || one.outcome === 'refused' ? wanted.desk : undefined}
                alternatives={one.alternatives}
                onDesk={(desk) => setDesks(new Map(desks).set(one.day, desk))}
              />
            ))}
          </ul>
          <Button
            kind="primary"
            size="primary"
            className="self-start"
            busy={change.isPending}
            isDisabled={count === 0 || refusedWhole}
            onPress={apply}
          >
            {t('act.do', { count })}
          </Button>
        </section>
      )}
    </div>
  )
}
