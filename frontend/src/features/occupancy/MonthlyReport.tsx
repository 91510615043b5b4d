import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import type { components } from '#/api/generated/schema'
import { useProblemWords } from '#/api/useProblemWords'
import { monthName, yearOf } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Notice } from '#/ui/Notice'
import { showToast } from '#/ui/toasts'
import { floorsOptions, monthlyReportOptions } from './queries'
import { ReportPart } from './ReportPart'

type Chosen = Pick<components['schemas']['MonthlyReport'], 'all' | 'floors'>

/** 月次報告: which reports of each month I get by mail; a tick counts at once and can be taken off again. */
export function MonthlyReport() {
  const { t } = useTranslation('occupancy')
  const language = useLanguage()
  const words = useProblemWords()
  const queryClient = useQueryClient()
  const floors = useQuery(floorsOptions()).data ?? []
  const mine = useQuery(monthlyReportOptions())
  const key = monthlyReportOptions().queryKey
  const choosing = useMutation({
    mutationFn: async (body: Chosen) => {
      const { data } = await client.PUT('/occupancy/monthly-report/', { body })
      if (!data) throw new Error('a choice without an answer')
      return data
    },
    onMutate: (body) => {
      const before = queryClient.getQueryData(key)
      if (before) queryClient.setQueryData(key, { ...before, ...body })
      return { before }
    },
    onSuccess: (answer) => {
      queryClient.setQueryData(key, answer)
      showToast({
        tone: 'done',
        words: t(answer.all || answer.floors.length > 0 ? 'monthly.saved' : 'monthly.none'),
      })
    },
    onError: (error, _body, context) => {
      queryClient.setQueryData(key, context?.before)
      const { title, lines } = words(error)
      showToast({ tone: 'failed', words: title, lines })
    },
  })
  // An account that belongs to nobody has no mail: there is nothing to choose.
  if (!mine.data) return null
  const { all, floors: chosen, mail_possible: possible, address, last_sent_for: last } = mine.data
  const tick = (label: string, on: boolean, change: Chosen) => (
    <label key={label} className="inline-flex min-h-11 cursor-pointer items-center gap-2 pe-4">
      <input
        type="checkbox"
        checked={on}
        onChange={() => choosing.mutate(change)}
        className="size-5 accent-accent"
      />
      {label}
    </label>
  )
  return (
    <ReportPart name="monthly" title={t('monthly.title')} className="mt-4 print:hidden">
      <p className="max-w-[44em]">{possible ? t('monthly.lead', { address }) : t('monthly.leadNone')}</p>
      {!possible && <Notice>{t('monthly.noMail')}</Notice>}
      <fieldset className="flex flex-wrap">
        <legend className="sr-only">{t('monthly.choose')}</legend>
        {tick(t('monthly.all'), all, { all: !all, floors: chosen })}
        {floors.map(({ id, name }) =>
          tick(name, chosen.includes(id), {
            all,
            floors: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id],
          }),
        )}
      </fieldset>
      {last && (
        <p className="text-sm text-quiet">
          {t('monthly.last', {
            month:
              language === 'ja'
                ? `${yearOf(last)}年${monthName(last, language)}`
                : `${monthName(last, language)} ${yearOf(last)}`,
          })}
        </p>
      )}
    </ReportPart>
  )
}
