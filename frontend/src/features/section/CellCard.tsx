import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { CloseIcon } from '#/ui/icons'
import { type Cell, cellOf, HALVES, type HalfName } from './cells'
import { Fact } from './Fact'
import type { SectionAttendance, SectionPerson } from './queries'
import { RequestFacts } from './RequestFacts'
import { useCellWords } from './useCellWords'

interface CellCardProps {
  section: SectionAttendance
  person: SectionPerson
  /** The day's place in the answer. */
  index: number
  /** None: both halves of a day of the month. */
  half: HalfName | null
  onClose: () => void
}

/** What stands behind a cell: where, since whose word, and what waits for a decision. */
export function CellCard({ section, person, index, half, onClose }: CellCardProps) {
  const { t } = useTranslation(['section', 'everyday'])
  const language = useLanguage()
  const day = section.days[index]
  if (!day) return null
  const halves = half ? [half] : HALVES
  const cells = halves.map((one) => ({ half: one, cell: cellOf(person, index, one) }))
  const asked = cells.flatMap(({ cell }) => (cell.kind === 'pending' ? [cell.request] : []))
  const requests = asked.filter((one, number) => asked.findIndex(({ id }) => id === one.id) === number)
  const name = person.person.name
  const [only] = requests
  const title =
    only && requests.length === 1 && (half !== null || requests.length === cells.length || asked.length > 0)
      ? t('requestOf', { name, place: t(`everyday:place.${only.form === 'home' ? 'home' : 'satellite'}`) })
      : t('halfOf', { name })
  const known = cells.filter(({ cell }) => cell.kind !== 'pending')
  return (
    <div className="flex w-[min(24rem,calc(100vw-4.5rem))] flex-col gap-2">
      <div className="flex items-start gap-3">
        <h2 className="text-lg leading-[1.5] font-bold">{title}</h2>
        <Button
          kind="link"
          className="-mt-2 -me-1 ms-auto shrink-0 no-underline"
          icon={<CloseIcon size={18} />}
          onPress={onClose}
        >
          {t('everyday:ui.close')}
        </Button>
      </div>
      {known.length > 0 && (
        <dl className="flex flex-col gap-1">
          {known.map(({ half: one, cell }) => (
            <HalfFacts
              key={one}
              cell={cell}
              when={`${dayName(day.day, language)} ${t(`everyday:part.${one}`)}`}
              date={day.day}
            />
          ))}
        </dl>
      )}
      {requests.map((request) => (
        <RequestFacts
          key={request.id}
          request={request}
          day={day}
          name={name}
          decide={person.may_decide}
          counted={person.counted}
          minimum={section.minimum_on_site}
          onDone={onClose}
        />
      ))}
      <Link
        to="/people/$id"
        params={{ id: String(person.person.id) }}
        search={{ day: day.day }}
        className={`${linkLook} inline-flex min-h-11 items-center self-start`}
      >
        {t('personPage', { name })}
      </Link>
    </div>
  )
}

function HalfFacts({ cell, when, date }: { cell: Cell; when: string; date: string }) {
  const { t } = useTranslation('section')
  const words = useCellWords()
  const half = 'half' in cell ? cell.half : null
  const held = half && half.source !== 'default' && half.source !== 'pattern'
  return (
    <>
      <Fact name={t('when')}>{held ? `${when} ${timeRange(half.start, half.end)}` : when}</Fact>
      <Fact name={t('where')}>
        <b>{words.sentence(cell)}</b>
        {half?.note && <span className="block">{half.note}</span>}
        {half && <span className="block text-sm text-quiet">{t(`source.${half.source}`)}</span>}
        {half?.desk && (
          <Link
            to="/book"
            search={{ day: date, floor: half.desk.floor, desk: half.desk.id }}
            className={`${linkLook} inline-flex min-h-11 items-center`}
          >
            {t('desk')}
          </Link>
        )}
      </Fact>
    </>
  )
}
