import { useTranslation } from 'react-i18next'
import { dateOf, dayName, weekday } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { FlagIcon, WarningIcon } from '#/ui/icons'
import { PlaceLetter } from '#/ui/PlaceLetter'
import { SegmentedControl } from '#/ui/SegmentedControl'
import { byPlace, type Column, HALVES, type HalfName } from './cells'
import type { SectionAttendance, SectionDay, SectionPerson } from './queries'
import type { Opened } from './SectionGrid'
import { useCellWords } from './useCellWords'

interface DayViewProps {
  section: SectionAttendance
  columns: readonly Column[]
  day: string
  half: HalfName
  today: string
  onDay: (day: string) => void
  onHalf: (half: HalfName) => void
  onOpen: (opened: Opened) => void
}

/** A phone's view: the days with their counts, then one half of the chosen day, its people by place. */
export function DayView({ section, columns, day, half, today, onDay, onHalf, onOpen }: DayViewProps) {
  const { t } = useTranslation(['section', 'everyday'])
  const language = useLanguage()
  const open = columns.filter(({ closed }) => !closed)
  const chosen = open.find((column) => column.day.day === day) ?? open[0]
  if (!chosen) return null
  const team = chosen.day.team_day
  return (
    <div className="flex flex-col gap-4">
      <ol aria-label={t('day')} className="grid grid-cols-5 gap-1">
        {open.map((column) => (
          <li key={column.index} className="min-w-0">
            <DayButton
              day={column.day}
              chosen={column === chosen}
              isToday={column.day.day === today}
              onPress={() => onDay(column.day.day)}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="text-xl leading-[1.5] font-bold">{dayName(chosen.day.day, language)}</h2>
        {team && (
          <span className="inline-flex items-center gap-1 text-sm font-bold">
            <FlagIcon size={18} className="text-accent" />
            {t('teamDay')}
            {team.part !== 'full' && ` ${t(`everyday:part.${team.part}`)}`}
          </span>
        )}
        <SegmentedControl
          label={t('everyday:book.part')}
          value={half}
          segments={HALVES.map((one) => ({ value: one, label: t(`everyday:part.${one}`) }))}
          onChange={onHalf}
          wide
          className="w-full"
        />
      </div>
      <People section={section} index={chosen.index} half={half} onOpen={onOpen} />
    </div>
  )
}

function DayButton({
  day,
  chosen,
  isToday,
  onPress,
}: {
  day: SectionDay
  chosen: boolean
  isToday: boolean
  onPress: () => void
}) {
  const { t } = useTranslation(['section', 'everyday'])
  const language = useLanguage()
  const missing = Math.max(day.short_am, day.short_pm)
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onPress}
      className={`flex min-h-19 w-full flex-col items-center rounded-8 border px-0.5 py-1 leading-[1.3] ${
        chosen ? 'border-accent bg-accent text-white' : missing ? 'border-2 border-warn' : 'border-card'
      }`}
    >
      <span className="sr-only">
        {dayName(day.day, language)}
        {isToday && ` ${t('everyday:day.today')}`}{' '}
        {t('countLong', { am: day.on_site_am, pm: day.on_site_pm })}
        {missing > 0 && ` ${t('short', { count: missing })}`}
      </span>
      <span
        aria-hidden="true"
        className={`font-bold ${isToday ? 'underline decoration-2 underline-offset-4' : ''}`}
      >
        {dateOf(day.day)}
        <span className="text-sm font-normal">{weekday(day.day, language)}</span>
      </span>
      <span aria-hidden="true" className="text-sm whitespace-nowrap">
        {day.on_site_am === day.on_site_pm ? day.on_site_am : `${day.on_site_am}→${day.on_site_pm}`}
      </span>
      <span aria-hidden="true" className="flex h-4 items-center gap-0.5">
        {day.team_day && <FlagIcon size={14} />}
        {missing > 0 && <WarningIcon size={14} className={chosen ? '' : 'text-warn'} />}
      </span>
    </button>
  )
}

function People({
  section,
  index,
  half,
  onOpen,
}: Pick<DayViewProps, 'section' | 'half' | 'onOpen'> & { index: number }) {
  const { t } = useTranslation(['section', 'everyday'])
  const words = useCellWords()
  const day = section.days[index]
  const missing = half === 'am' ? day?.short_am : day?.short_pm
  return (
    <>
      {day && (
        <p className="flex flex-wrap items-center gap-2">
          {t('onSite')} <b className="text-lg">{half === 'am' ? day.on_site_am : day.on_site_pm}</b>
          {section.minimum_on_site > 0 && (
            <span className="text-sm text-quiet">{t('minimum', { count: section.minimum_on_site })}</span>
          )}
          {missing ? (
            <b className="inline-flex items-center gap-1 rounded-4 border-2 border-warn px-2 text-sm text-warn-text">
              <WarningIcon size={16} />
              {t('short', { count: missing })}
            </b>
          ) : null}
        </p>
      )}
      {byPlace(section, index, half).map(({ place, people }) => (
        <section
          key={place}
          aria-label={place === 'hidden' || place === 'nothing' ? t(place) : t(`everyday:place.${place}`)}
        >
          <h3 className="flex items-center gap-2 border-b border-solid-gray-420 pb-1 font-bold">
            {place === 'hidden' || place === 'nothing' ? (
              t(place)
            ) : (
              <>
                <PlaceLetter place={place} letter={t(`everyday:placeLetter.${place}`)} />
                {t(`everyday:place.${place}`)}
              </>
            )}
            <HowMany people={people.map(({ person }) => person)} />
          </h3>
          <ul>
            {people.map(({ person, cell }) => (
              <li key={person.person.id} className="border-b border-hair">
                <button
                  type="button"
                  onClick={(event) =>
                    onOpen({ person: person.person.id, day: index, half, cell: event.currentTarget })
                  }
                  className="flex min-h-11 w-full items-center gap-2 text-start"
                >
                  <span className="min-w-0 grow">
                    {person.person.name}{' '}
                    <span className="text-sm text-quiet">
                      {[person.me ? t('me') : person.title, person.counted ? '' : words.concurrent].join(' ')}
                    </span>
                  </span>
                  {cell.kind === 'known' && cell.half.desk && (
                    <span className="text-sm font-bold">{cell.half.desk.code}</span>
                  )}
                  {cell.kind === 'presumed' && (
                    <span className="text-sm text-quiet">{t('presumedShort')}</span>
                  )}
                  {cell.kind === 'pending' && (
                    <span className="inline-flex items-center gap-1 text-sm font-bold">
                      <PlaceLetter place={cell.place} letter={words.letter(cell)} pending />
                      {t('pending')}
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** As many as the head counts; those who hold their main post elsewhere are said beside it. */
function HowMany({ people }: { people: readonly SectionPerson[] }) {
  const { t } = useTranslation('section')
  const counted = people.filter((person) => person.counted).length
  return (
    <span className="font-normal text-quiet">
      {t('people', { count: counted })}
      {counted < people.length && t('besides', { count: people.length - counted })}
    </span>
  )
}
