import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { areaWords } from '#/api/desk-place'
import { Tag } from '#/ui/Tag'
import type { DesksTogether } from './queries'

interface GroupProposalsProps {
  proposals: readonly DesksTogether[]
  chosen: number
  onChoose: (proposal: number) => void
}

/** Up to three sets of desks, one of them chosen; each says how near its desks are and who would sit where. */
export function GroupProposals({ proposals, chosen, onChoose }: GroupProposalsProps) {
  const { t } = useTranslation()
  const { t: seating } = useTranslation('seating')
  const name = useId()
  return (
    <fieldset className="m-0 grid gap-3 p-0 lg:grid-cols-3">
      <legend className="mb-2 p-0 text-xl leading-[1.5] font-bold">{seating('group.proposals')}</legend>
      {proposals.map((one, number) => (
        <label
          key={one.seats.map(({ desk }) => desk.id).join()}
          className="flex cursor-pointer flex-col gap-2 rounded-12 border border-edge p-4 has-checked:border-accent has-checked:bg-ground has-checked:outline-2 has-checked:outline-accent has-focus-visible:outline-4 has-focus-visible:outline-black"
        >
          <span className="flex flex-wrap items-center gap-2">
            <input
              type="radio"
              name={name}
              className="size-5 accent-accent"
              checked={number === chosen}
              onChange={() => onChoose(number)}
            />
            <b>{seating('group.proposal', { number: number + 1 })}</b>
            {one.seats.length > 1 && (
              <Tag tone={one.touching ? 'free' : 'plain'}>
                {seating(one.touching ? 'group.touching' : 'group.across')}
              </Tag>
            )}
          </span>
          <span className="text-sm text-quiet">
            {[...new Set(one.seats.map(({ desk }) => areaWords(t, desk)))].join('・')}
            {one.seats.length > 1 && ` ${seating('group.metres', { metres: one.metres })}`}
          </span>
          <span className="flex flex-col text-sm">
            {one.seats.map(({ person, desk }) => (
              <span key={person.id} className="flex justify-between gap-3">
                <span>{person.name}</span>
                <b className="tabular-nums">{desk.code}</b>
              </span>
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
