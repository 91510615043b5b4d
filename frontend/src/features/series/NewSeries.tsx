import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { ErrorState } from '#/ui/ErrorState'
import { Notice } from '#/ui/Notice'
import { SkeletonLines } from '#/ui/Skeleton'
import { PatternForm } from './PatternForm'
import { PlannedDates } from './PlannedDates'
import { planOptions, type Series, useBookSeries } from './queries'
import type { SeriesSearch } from './search'
import { errorsOf, formOf, wishOf } from './wish'

interface NewSeriesProps {
  search: SeriesSearch & { desk: number; code: string }
  today: string
  onSearch: (change: Partial<SeriesSearch>) => void
  onBooked: (series: Series) => void
}

/** The form, below it what each date would come to, and one press that books all that are ticked. */
export function NewSeries({ search, today, onSearch, onBooked }: NewSeriesProps) {
  const { t } = useTranslation(['series', 'everyday'])
  const words = useProblemWords()
  const [desks, setDesks] = useState<ReadonlyMap<string, number>>(new Map())
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const book = useBookSeries()
  const dates = useRef<HTMLHeadingElement>(null)
  const form = formOf(search, today)
  const errors = errorsOf(form, today)
  const wrong = Object.keys(errors).length > 0
  const others = [...desks].map(([day, desk]) => ({ day, desk }))
  const plan = useQuery({
    ...planOptions(wishOf(form, others.length > 0 ? others : undefined)),
    enabled: !wrong,
  })
  const planned = plan.data?.dates ?? []
  const taken = planned.filter((one) => one.outcome === 'will_book' && !without.has(one.day))
  const refused = book.error instanceof ApiProblem && book.error.code === 'series_dates_refused'

  const change = (next: Partial<SeriesSearch>) => {
    book.reset()
    onSearch(next)
  }
  const submit = () =>
    book.mutate(
      wishOf(
        form,
        taken.map(({ day, desk }) => ({ day, desk })),
      ),
      {
        onSuccess: onBooked,
        onError: () => {
          dates.current?.focus()
          void plan.refetch()
        },
      },
    )
  return (
    <div className="grid gap-8 xl:grid-cols-[24rem_minmax(0,1fr)]">
      <section aria-label={t('new.title')}>
        <PatternForm form={form} errors={errors} today={today} onChange={change} />
      </section>
      <section aria-labelledby="series-dates" className="flex min-w-0 flex-col gap-4">
        <h2 id="series-dates" ref={dates} tabIndex={-1} className="text-xl leading-[1.5] font-bold">
          {t('plan.title')}
        </h2>
        {book.error && (
          <Notice tone="warn">
            <p className="font-bold">{refused ? t('plan.refusedTitle') : words(book.error).title}</p>
            {refused && <p>{t('plan.refusedLead')}</p>}
          </Notice>
        )}
        {plan.isError && !wrong && (
          <ErrorState title={t('plan.failed')} onRetry={() => void plan.refetch()}>
            {words(plan.error).title}
          </ErrorState>
        )}
        {plan.isPending && !wrong && <SkeletonLines lines={6} />}
        {plan.data && !wrong && !plan.isError && (
          <>
            <div className="flex flex-wrap items-center gap-4 max-rail:sticky max-rail:bottom-16 max-rail:z-10 max-rail:order-last max-rail:-mx-4 max-rail:border-t max-rail:border-card max-rail:bg-white max-rail:px-4 max-rail:py-3">
              <Button
                kind="primary"
                size="primary"
                busy={book.isPending}
                isDisabled={taken.length === 0}
                onPress={submit}
              >
                {taken.length === 0 ? t('plan.none') : t('plan.book', { count: taken.length })}
              </Button>
              <p role="status" className="text-sm text-quiet">
                {t('plan.summary', { count: taken.length, all: planned.length })}
              </p>
            </div>
            <PlannedDates
              dates={planned}
              wanted={{ id: search.desk, code: search.code }}
              without={without}
              onTick={(day, on) =>
                setWithout(new Set(on ? [...without].filter((one) => one !== day) : [...without, day]))
              }
              onDesk={(day, desk) => setDesks(new Map(desks).set(day, desk))}
            />
          </>
        )}
      </section>
    </div>
  )
}
