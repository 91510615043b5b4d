import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { refusalWords } from '#/api/refusal-words'
import { useProblemWords } from '#/api/useProblemWords'
import { sectionDayOptions } from '#/features/attendance/queries'
import { NearPicker } from '#/features/bookings/NearPicker'
import { GroupProposals } from '#/features/seating/GroupProposals'
import { type Named, PeopleChoice } from '#/features/seating/PeopleChoice'
import type { GroupBooking } from '#/features/seating/queries'
import { type GroupSearch, groupSearch } from '#/features/seating/search'
import { useGroup } from '#/features/seating/useGroup'
import { WhenBar } from '#/features/seating/WhenBar'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { PersonIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { PageHeading } from '#/ui/PageHeading'
import { PopoverButton } from '#/ui/PopoverButton'
import { SeatsOnMap } from './SeatsOnMap'

const MOST = 30

interface GroupScreenProps {
  search: GroupSearch
  onSearch: (change: Partial<GroupSearch>) => void
  onBooked: (group: GroupBooking) => void
}

/** グループで席をとる: who, when, up to three proposals, and one booking for all. */
export function GroupScreen({ search: raw, onSearch, onBooked }: GroupScreenProps) {
  const { t } = useTranslation(['seating', 'everyday'])
  const { t: plain } = useTranslation()
  const search = groupSearch({ ...raw })
  const words = useProblemWords()
  const me = useMe()
  const day = search.day ?? me.working_days[0] ?? me.today
  const part = search.part ?? 'full'
  const department = me.person?.department
  const section = useQuery({
    ...sectionDayOptions(department?.id ?? 0, day),
    enabled: department != null,
  }).data
  const colleagues: Named[] = (section?.people ?? []).map(({ person }) => person)
  const [others, setOthers] = useState<readonly Named[]>([])
  const [chosenProposal, setChosenProposal] = useState(0)
  const { look, book } = useGroup(onBooked)
  if (!me.person)
    return <EmptyState title={plain('today.noPerson')}>{plain('today.noPersonLead')}</EmptyState>

  const own = me.person.id
  const proposed = search.team ? colleagues.map(({ id }) => id).slice(0, MOST) : [own]
  const chosen = new Set(search.people ?? proposed)
  const people = [...chosen]
  const change = (next: Partial<GroupSearch>) => {
    look.reset()
    book.reset()
    setChosenProposal(0)
    onSearch({ day, part, people, ...next })
  }
  const proposals = look.data?.proposals ?? []
  const proposal = proposals[chosenProposal]
  const problem = look.error ? words(look.error) : null
  const leaveOut = (id: number) => {
    setOthers(others.filter((other) => other.id !== id))
    change({ people: people.filter((other) => other !== id) })
  }
  return (
    <div className="flex max-w-300 flex-col gap-6">
      <div>
        <PageHeading>{t('group.title')}</PageHeading>
        <p className="mt-1 text-quiet">{t('group.lead')}</p>
      </div>
      <WhenBar
        day={day}
        part={part}
        onDay={(next) => change({ day: next })}
        onPart={(next) => change({ part: next })}
      />
      <PeopleChoice
        section={department ? { name: department.name, people: colleagues } : null}
        others={others}
        chosen={chosen}
        me={own}
        onChange={(next) => change({ people: next })}
        onRemoveOther={leaveOut}
        finder={
          <PopoverButton
            label={t('group.add')}
            placement="bottom start"
            buttonClassName="inline-flex min-h-11 items-center gap-2 rounded-full border border-edge bg-white px-4 text-sm hover:bg-solid-gray-50"
            button={
              <>
                <PersonIcon size={18} />
                {t('group.add')}
              </>
            }
          >
            {(close) => (
              <NearPicker
                onPick={(person) => {
                  setOthers([
                    ...others.filter(({ id }) => id !== person.id),
                    { id: person.id, name: person.name },
                  ])
                  change({ people: [...new Set([...people, person.id])] })
                  close()
                }}
              />
            )}
          </PopoverButton>
        }
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button
          kind={proposal ? 'secondary' : 'primary'}
          size="primary"
          busy={look.isPending}
          isDisabled={people.length === 0 || people.length > MOST}
          onPress={() => look.mutate({ day, part, people })}
        >
          {t('group.find')}
        </Button>
        {people.length > MOST && <p className="text-warn-text">{t('group.atMost', { count: MOST })}</p>}
      </div>
      {problem && (
        <Notice tone="warn">
          <p className="font-bold">{problem.title}</p>
          {problem.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      {look.data && proposals.length === 0 && <Notice tone="warn">{t('group.notEnough')}</Notice>}
      {look.data && look.data.problems.length > 0 && (
        <Notice tone="warn">
          <p className="font-bold">{t('group.problems')}</p>
          <ul>
            {look.data.problems.map(({ person, refusal }) => (
              <li key={person.id} className="flex flex-wrap items-center gap-x-3">
                {t('group.problem', {
                  person: person.name,
                  why: refusalWords(plain, refusal.code, refusal.detail),
                })}
                <Button kind="link" onPress={() => leaveOut(person.id)}>
                  {t('group.leaveOut', { person: person.name })}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {proposal && look.data && (
        <>
          <GroupProposals proposals={proposals} chosen={chosenProposal} onChoose={setChosenProposal} />
          <section aria-label={t('group.map')}>
            <SeatsOnMap
              floor={proposal.floor}
              day={day}
              seats={proposal.seats.map((seat) => ({ ...seat, given: true }))}
              legend={t('group.legendSet')}
              chosen={null}
              onChoose={() => undefined}
            />
          </section>
          <div className="flex flex-wrap items-center gap-4">
            <Button
              kind="primary"
              size="big"
              busy={book.isPending}
              onPress={() =>
                book.mutate({
                  day,
                  part,
                  note: '',
                  seats: proposal.seats.map(({ person, desk }) => ({ person: person.id, desk: desk.id })),
                })
              }
            >
              {t('group.book', { count: proposal.seats.length })}
            </Button>
            <p className="text-sm text-quiet">{t('group.heard')}</p>
          </div>
        </>
      )}
    </div>
  )
}
