import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalWords } from '#/api/refusal-words'
import { dayName, timeRange, weekday } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import type { Simulation } from './queries'

/** A Monday, from which the names of weekdays are told. */
const MONDAY = '2024-01-0'

/** Rows of a list that stand before somebody asks for the others. */
const ROWS = 10

/** How many bookings the rule would have refused: why, in which sections, on which weekdays, and the first of them. */
export function TrialResult({ found }: { found: Simulation }) {
  const { t } = useTranslation(['rules', 'everyday'])
  const { t: plain } = useTranslation()
  const language = useLanguage()
  const examples = useFolded(found.examples)
  const notJudged = found.not_judged > 0 && (
    <p className="text-sm text-quiet">{t('try.notJudged', { count: found.not_judged })}</p>
  )
  if (found.refused === 0) {
    return (
      <div>
        <p className="text-lg font-bold">
          {t('try.none', { judged: found.judged.toLocaleString(language) })}
        </p>
        {notJudged}
      </div>
    )
  }
  const small = found.by_department.some(({ department }) => department === null)
  return (
    <div className="flex flex-col gap-6">
      <div>
        <p className="text-lg font-bold">
          {t('try.result', { count: found.refused, judged: found.judged.toLocaleString(language) })}
        </p>
        {notJudged}
      </div>
      <div className="grid gap-6 xl:grid-cols-2">
        <Table
          caption={t('try.byRule')}
          heads={[t('try.why'), t('try.rule'), t('try.refused')]}
          rows={found.by_rule.map(({ code, rule, count }) => [
            refusalWords(plain, code),
            t('try.value', { rule: rule.name, value: String(rule.value ?? '') }),
            count.toLocaleString(language),
          ])}
        />
        <Table
          caption={t('try.byWeekday')}
          heads={[t('try.weekday'), t('try.refused')]}
          rows={found.by_weekday
            .map((count, day) => [weekday(`${MONDAY}${day + 1}`, language), count] as const)
            .filter(([, count]) => count > 0)
            .map(([name, count]) => [name, count.toLocaleString(language)])}
        />
      </div>
      <Table
        caption={t('try.byDepartment')}
        heads={[t('try.department'), t('try.refused'), t('try.of')]}
        rows={found.by_department.map(({ name, count, judged }) => [
          name ?? t('try.small'),
          count.toLocaleString(language),
          judged.toLocaleString(language),
        ])}
        note={small ? t('try.smallNote') : undefined}
      />
      <section aria-label={t('try.examples')}>
        <h3 className="font-bold">{t('try.examples')}</h3>
        <ul>
          {examples.shown.map((one, number) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: examples name nobody, so two of them may be alike
              key={number}
              className="border-b border-hair py-2 text-sm"
            >
              {t('try.example', {
                day: dayName(one.day, language),
                part: timeRange(one.start, one.end),
                area: one.area,
              })}
              <span className="text-quiet">
                {'　'}
                {t('try.madeOn', { day: dayName(one.made_on, language) })}
                {one.department && `　${one.department}`}
              </span>
              <span className="block">{refusalWords(plain, one.code)}</span>
            </li>
          ))}
        </ul>
        {examples.rest}
      </section>
    </div>
  )
}

interface TableProps {
  caption: string
  heads: readonly string[]
  rows: readonly (readonly ReactNode[])[]
  note?: string | undefined
}

/** The first rows, and the press that shows the others; nothing to press where there are no others. */
function useFolded<Row>(rows: readonly Row[]): { shown: readonly Row[]; rest: ReactNode } {
  const { t } = useTranslation('rules')
  const [all, setAll] = useState(false)
  if (rows.length <= ROWS) return { shown: rows, rest: null }
  return {
    shown: all ? rows : rows.slice(0, ROWS),
    rest: (
      <Button kind="link" aria-expanded={all} onPress={() => setAll(!all)}>
        {all ? t('try.fold') : t('try.showAll', { count: rows.length })}
      </Button>
    ),
  }
}

/** The first column says what, the others how many. */
function Table({ caption, heads, rows, note }: TableProps) {
  const { shown, rest } = useFolded(rows)
  return (
    <div className="min-w-0">
      <table className="w-full border-collapse text-sm">
        <caption className="pb-1 text-start text-base font-bold">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, column) => (
              <th
                key={head}
                scope="col"
                className={`border-b border-card py-1 ${column === 0 ? 'text-start' : 'ps-3 text-end'}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(([what, ...counts]) => (
            <tr key={`${String(what)} ${String(counts[0])}`}>
              <th scope="row" className="border-b border-hair py-1.5 text-start font-normal">
                {what}
              </th>
              {counts.map((count, column) => (
                <td
                  key={heads[column + 1]}
                  className="border-b border-hair py-1.5 ps-3 text-end tabular-nums"
                >
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest}
      {note && <p className="mt-1 text-sm text-quiet">{note}</p>}
    </div>
  )
}
