import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateOf, dayName, monthOf, weekday } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { NARROW, useMedia } from '#/lib/useMedia'
import { WarningIcon } from '#/ui/icons'
import { Select } from '#/ui/Select'
import { Figures } from '../Figures'
import { range, whole } from '../numbers'
import type { FloorExpected, Forecast, Named } from '../shapes'

interface FloorDays {
  floor: Named
  days: readonly { day: string; expected: FloorExpected | null }[]
}

/** A line a floor, a column a day; on a phone one floor at a time. */
export function ForecastTable({ forecast }: { forecast: Forecast }) {
  const narrow = useMedia(NARROW)
  const floors = byFloor(forecast)
  return narrow ? <OneFloor floors={floors} /> : <AllFloors floors={floors} />
}

function AllFloors({ floors }: { floors: readonly FloorDays[] }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  return (
    <section
      aria-label={t('tableNamed', { label: t('forecast.title') })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="overflow-x-auto border-b border-card"
    >
      <table className="w-full border-collapse tabular-nums">
        <thead>
          <tr className="border-b border-edge text-sm">
            <th scope="col" className="sticky left-0 z-1 bg-white px-2 py-2 text-start">
              {t('column.floor')}
            </th>
            <th scope="col" className="px-2 py-2 text-start whitespace-nowrap">
              {t('forecast.chart')}
            </th>
            {floors[0]?.days.map(({ day }) => (
              <th
                key={day}
                scope="col"
                className="px-2 py-2 text-end leading-[1.4] font-bold whitespace-nowrap"
              >
                {`${monthOf(day)}/${dateOf(day)}`}
                <span className="block font-normal text-quiet">{weekday(day, language)}</span>
              </th>
            ))}
            <th scope="col" className="px-2 py-2 text-end whitespace-nowrap">
              {t('forecast.inService')}
            </th>
          </tr>
        </thead>
        <tbody>
          {floors.map(({ floor, days }) => (
            <tr key={floor.id} className="border-t border-hair first:border-t-0">
              <th scope="row" className="sticky left-0 z-1 bg-white px-2 py-1 text-start whitespace-nowrap">
                {floor.name}
              </th>
              <td className="px-2 py-1">
                <Columns days={days} />
              </td>
              {days.map(({ day, expected }) => (
                <td key={day} className="px-2 py-1 text-end leading-[1.4] whitespace-nowrap">
                  {expected ? <Expected {...expected} /> : '–'}
                </td>
              ))}
              <td className="px-2 py-1 text-end text-quiet">
                {whole(days.find(({ expected }) => expected)?.expected?.in_service ?? 0, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function OneFloor({ floors }: { floors: readonly FloorDays[] }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const [chosen, setChosen] = useState(String(floors[0]?.floor.id ?? ''))
  const shown = floors.find(({ floor }) => String(floor.id) === chosen)
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t('column.floor')}
        value={chosen}
        options={floors.map(({ floor }) => ({ value: String(floor.id), label: floor.name }))}
        onChange={setChosen}
        className="max-w-60"
      />
      {shown && (
        <Figures
          label={t('forecast.of', { floor: shown.floor.name })}
          columns={[
            { name: t('forecast.day') },
            { name: t('forecast.expected'), number: true },
            { name: t('forecast.range'), number: true },
            { name: t('forecast.naiveDay'), number: true },
            { name: t('forecast.inService'), number: true },
          ]}
          rows={shown.days.map(({ day, expected }) => ({
            key: day,
            cells: expected
              ? [
                  dayName(day, language),
                  <Over key="expected" {...expected} />,
                  range([expected.low, expected.high], language),
                  expected.naive === null ? '–' : whole(expected.naive, language),
                  whole(expected.in_service, language),
                ]
              : [dayName(day, language), '–', '–', '–', '–'],
          }))}
        />
      )}
    </div>
  )
}

function Expected(expected: FloorExpected) {
  const language = useLanguage()
  return (
    <>
      <Over {...expected} />
      <span className="block text-sm text-quiet">{range([expected.low, expected.high], language)}</span>
    </>
  )
}

/** The number of people, marked where it is more than the desks. */
function Over({ expected, in_service }: FloorExpected) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  if (expected <= in_service) return <span>{whole(expected, language)}</span>
  return (
    <b className="text-warn-text">
      <WarningIcon size={14} className="me-0.5 inline align-[-0.1em]" />
      {whole(expected, language)}
      <span className="sr-only">{t('shortWord')}</span>
    </b>
  )
}

const HEIGHT = 36

/** Ten small columns against the line of desks. */
function Columns({ days }: { days: FloorDays['days'] }) {
  const most = Math.max(
    1,
    ...days.flatMap(({ expected }) => (expected ? [expected.high, expected.in_service] : [])),
  )
  const desks = days.find(({ expected }) => expected)?.expected?.in_service ?? 0
  return (
    <svg aria-hidden="true" width="112" height={HEIGHT} className="block">
      {days.map(({ day, expected }, place) =>
        expected ? (
          <g key={day}>
            <rect
              x={place * 11 + 1}
              width="8"
              y={HEIGHT - (expected.expected / most) * HEIGHT}
              height={(expected.expected / most) * HEIGHT}
              fill={expected.expected > expected.in_service ? 'var(--color-warn)' : 'var(--color-blue-500)'}
            />
            <line
              x1={place * 11 + 5}
              x2={place * 11 + 5}
              y1={HEIGHT - (expected.low / most) * HEIGHT}
              y2={HEIGHT - (expected.high / most) * HEIGHT}
              stroke="#000"
            />
          </g>
        ) : null,
      )}
      <line
        x1="0"
        x2="112"
        y1={Math.max(1, HEIGHT - (desks / most) * HEIGHT)}
        y2={Math.max(1, HEIGHT - (desks / most) * HEIGHT)}
        stroke="#000"
        strokeWidth="1.5"
      />
    </svg>
  )
}

function byFloor({ days }: Forecast): FloorDays[] {
  const floors = new Map<number, Named>()
  for (const { floors: those } of days) for (const { floor } of those) floors.set(floor.id, floor)
  return [...floors.values()].map((floor) => ({
    floor,
    days: days.map(({ day, floors: those }) => ({
      day,
      expected: those.find((one) => one.floor.id === floor.id) ?? null,
    })),
  }))
}
