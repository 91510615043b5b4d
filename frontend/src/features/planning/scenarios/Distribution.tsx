import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { Figures } from '../Figures'
import { Hatch } from '../Hatch'
import { percent, seldom, whole } from '../numbers'
import { PictureOrTable } from '../PictureOrTable'
import { type Answer, planned, type Scenario } from '../shapes'
import { type Bin, bins } from './bins'

const HEIGHT = 150
const FOOT = 34
const HEAD = 34
const COLUMNS = 36

/** How many people come at once on how many of the days: what the percentile cuts, and what the desks do. */
export function Distribution({ scenario, answer }: { scenario: Scenario; answer: Answer }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const columns = bins(answer.distribution, COLUMNS)
  if (columns.length === 0) return null
  const title = t('distribution.title')
  return (
    <PictureOrTable
      title={title}
      note={t('distribution.note')}
      picture={<Histogram scenario={scenario} answer={answer} columns={columns} />}
      table={
        <Figures
          label={title}
          columns={[
            { name: t('distribution.people') },
            { name: t('distribution.share'), number: true },
            { name: t('distribution.upTo'), number: true },
          ]}
          rows={columns.map(({ from, to, share }, place) => ({
            key: from,
            cells: [
              from === to ? whole(from, language) : `${whole(from, language)}–${whole(to, language)}`,
              percent(share, language),
              percent(
                columns.slice(0, place + 1).reduce((sum, one) => sum + one.share, 0),
                language,
              ),
            ],
          }))}
        />
      }
    />
  )
}

interface HistogramProps {
  scenario: Scenario
  answer: Answer
  columns: readonly Bin[]
}

function Histogram({ scenario, answer, columns }: HistogramProps) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const hatch = useId()
  const { needed } = planned(scenario, answer)
  const least = Math.min(columns[0]?.from ?? 0, answer.desks, needed)
  const most = Math.max(columns.at(-1)?.to ?? 1, answer.desks, needed) + 1
  const tallest = Math.max(...columns.map(({ share }) => share))
  const at = (people: number) => `${(((people - least) / (most - least)) * 100).toFixed(2)}%`
  const ground = HEAD + HEIGHT
  const desksRight = answer.desks >= needed
  const words = t('distribution.said', {
    least: whole(columns[0]?.from ?? 0, language),
    most: whole(columns.at(-1)?.to ?? 0, language),
    needed: whole(needed, language),
    desks: whole(answer.desks, language),
    probability: seldom(answer.short.probability, language),
  })
  return (
    <svg
      role="img"
      aria-label={words}
      width="100%"
      height={ground + FOOT}
      className="block overflow-visible tabular-nums"
    >
      <defs>
        <Hatch id={hatch} />
      </defs>
      {columns.map(({ from, to, share }) => {
        const height = (share / tallest) * (HEIGHT - 8)
        const short = from > answer.desks
        return (
          <rect
            key={from}
            x={at(from)}
            width={`${(((to + 1 - from) / (most - least)) * 100 * 0.92).toFixed(2)}%`}
            y={ground - height}
            height={height}
            fill={short ? `url(#${hatch})` : 'var(--color-blue-500)'}
            stroke={short ? 'var(--color-warn)' : 'none'}
          />
        )
      })}
      <line x1="0" x2="100%" y1={ground} y2={ground} stroke="var(--color-edge)" />
      <line
        x1={at(answer.desks)}
        x2={at(answer.desks)}
        y1={HEAD - 8}
        y2={ground}
        stroke="#000"
        strokeWidth="2.5"
      />
      <line
        x1={at(needed)}
        x2={at(needed)}
        y1={HEAD - 8}
        y2={ground}
        stroke="var(--color-accent)"
        strokeWidth="2"
        strokeDasharray="5 4"
      />
      <text
        x={at(answer.desks)}
        y={HEAD - 14}
        textAnchor={desksRight ? 'end' : 'start'}
        fontSize="14"
        fontWeight="700"
      >
        {t('axis.line', { desks: whole(answer.desks, language) })}
      </text>
      <text
        x={at(needed)}
        y={HEAD - 14}
        textAnchor={desksRight ? 'start' : 'end'}
        fontSize="14"
        fontWeight="700"
        fill="var(--color-accent)"
      >
        {t('distribution.needed', { desks: whole(needed, language) })}
      </text>
      <text x="0" y={ground + 22} fontSize="14" fill="var(--color-quiet)">
        {t('peopleCount', { people: whole(least, language) })}
      </text>
      <text x="100%" y={ground + 22} textAnchor="end" fontSize="14" fill="var(--color-quiet)">
        {t('peopleCount', { people: whole(most - 1, language) })}
      </text>
    </svg>
  )
}
