import { useTranslation } from 'react-i18next'
import { refusalWords } from '#/api/refusal-words'
import { CheckIcon, LockIcon, MinusIcon, WarningIcon } from '#/ui/icons'
import { Tag, type TagTone } from '#/ui/Tag'
import type { DrawnSeat } from './queries'
import { seatWords } from './words'

type Outcome = DrawnSeat['outcome'] | 'left_out'

const TONE: Record<Outcome, TagTone> = {
  gets: 'free',
  keeps: 'accent',
  assigned: 'plain',
  elsewhere: 'quiet',
  none: 'warn',
  hidden: 'quiet',
  left_out: 'quiet',
}
const ICON: Record<Outcome, typeof CheckIcon> = {
  gets: CheckIcon,
  keeps: CheckIcon,
  assigned: LockIcon,
  elsewhere: MinusIcon,
  none: WarningIcon,
  hidden: MinusIcon,
  left_out: MinusIcon,
}

interface SeatTableProps {
  seats: readonly DrawnSeat[]
  /** People who were left out, to let them take part again. */
  leftOut?: readonly { id: number; name: string }[]
  chosen: number | null
  /** Absent where nothing can be changed any more. */
  onTakesPart?: (person: number, takesPart: boolean) => void
  onChoose: (desk: number) => void
}

/** Everybody of a draw: what they get, where, and why. The equal of the plan beside it. */
export function SeatTable({ seats, leftOut = [], chosen, onTakesPart, onChoose }: SeatTableProps) {
  const { t } = useTranslation(['seating', 'everyday'])
  const { t: plain } = useTranslation()
  const said = (problem: { code: string; detail?: string }) =>
    refusalWords(plain, problem.code, problem.detail)
  return (
    <table
      data-choosing={onTakesPart ? true : undefined}
      className="seat-table w-full border-collapse text-start"
    >
      <caption className="sr-only">{t('draw.people')}</caption>
      <thead>
        <tr className="border-b border-solid-gray-420 text-sm">
          {onTakesPart && <Head>{t('draw.columns.takesPart')}</Head>}
          <Head>{t('draw.columns.person')}</Head>
          <Head>{t('draw.columns.outcome')}</Head>
          <Head>{t('draw.columns.desk')}</Head>
          <Head>{t('draw.columns.why')}</Head>
        </tr>
      </thead>
      <tbody>
        {seats.map((seat) => (
          <tr
            key={seat.person.id}
            className={`border-b border-hair ${seat.desk && seat.desk.id === chosen ? 'bg-ground' : ''}`}
          >
            {onTakesPart && (
              <TakesPart person={seat.person} checked onChange={(on) => onTakesPart(seat.person.id, on)} />
            )}
            <th scope="row" className="py-2 pe-3 text-start font-bold whitespace-nowrap">
              {seat.person.name}
            </th>
            <td className="py-2 pe-3">
              <OutcomeTag outcome={seat.outcome} />
            </td>
            <td className="py-1 pe-3 whitespace-nowrap">
              {seat.desk ? (
                <button
                  type="button"
                  onClick={() => seat.desk && onChoose(seat.desk.id)}
                  className="min-h-11 font-bold text-link tabular-nums underline underline-offset-4"
                >
                  {seat.desk.code}
                </button>
              ) : (
                '–'
              )}
            </td>
            <td className="py-2 text-sm text-quiet">
              {seat.outcome === 'hidden' ? t('draw.hiddenWhy') : seatWords(t, seat, said)}
              {seat.booking_state === 'cancelled' && <b>・{t('group.gone')}</b>}
            </td>
          </tr>
        ))}
        {onTakesPart &&
          leftOut.map((person) => (
            <tr key={person.id} className="border-b border-hair text-quiet">
              <TakesPart person={person} checked={false} onChange={(on) => onTakesPart(person.id, on)} />
              <th scope="row" className="py-2 pe-3 text-start font-normal whitespace-nowrap">
                {person.name}
              </th>
              <td className="py-2 pe-3">
                <OutcomeTag outcome="left_out" />
              </td>
              <td className="py-2 pe-3">–</td>
              <td />
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="py-2 pe-3 text-start font-bold whitespace-nowrap">
      {children}
    </th>
  )
}

function OutcomeTag({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('seating')
  const Icon = ICON[outcome]
  return (
    <Tag tone={TONE[outcome]} icon={<Icon size={16} />}>
      {t(`draw.outcome.${outcome}`)}
    </Tag>
  )
}

interface TakesPartProps {
  person: { name: string }
  checked: boolean
  onChange: (takesPart: boolean) => void
}

function TakesPart({ person, checked, onChange }: TakesPartProps) {
  const { t } = useTranslation('seating')
  return (
    <td className="pe-2">
      <label className="flex size-11 cursor-pointer items-center justify-center">
        <input
          type="checkbox"
          className="size-6 accent-accent"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-label={t('draw.takesPart', { name: person.name })}
        />
      </label>
    </td>
  )
}
