import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bookingsOptions } from '#/api/bookings'
import { halfState } from '#/api/half-state'
import { useMe } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { ProposalHere, ProposalMark } from '#/features/calendar/ProposalMark'
import { ProposalStrip } from '#/features/calendar/ProposalStrip'
import { proposedIn } from '#/features/calendar/proposal-sorting'
import type { MenuChoice } from '#/features/plan/ChoiceMenu'
import { CopyWeek } from '#/features/plan/CopyWeek'
import { lastShown } from '#/features/plan/fortnight'
import { LetGoDialog } from '#/features/plan/LetGoDialog'
import { ManyBar } from '#/features/plan/ManyBar'
import { PlanWeeks } from '#/features/plan/PlanWeeks'
import {
  type Half,
  latestBookingsOptions,
  myDaysOptions,
  type Part,
  type PlanDay,
  shiftsOptions,
} from '#/features/plan/queries'
import { RefusedHere } from '#/features/plan/RefusedHere'
import { UsualWeek } from '#/features/plan/UsualWeek'
import { usePlanning } from '#/features/plan/usePlanning'
import { usualDesk } from '#/features/plan/usual-desk'
import { DropDialog } from '#/features/telework/DropDialog'
import type { Form } from '#/features/telework/queries'
import { useDropping } from '#/features/telework/useDropping'
import { addDays, timeRange } from '#/lib/dates'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { ErrorState } from '#/ui/ErrorState'
import { PageHeading } from '#/ui/PageHeading'
import { SkeletonLines } from '#/ui/Skeleton'
import { RequestHere } from './RequestHere'
import { useCalendarProposals } from './useCalendarProposals'
import { useCityEvents } from './useCityEvents'
import { useInsteadOfTelework } from './useInsteadOfTelework'
import { useRequestOf } from './useRequestOf'
import { WeekStepper } from './WeekStepper'

const LIVE: readonly string[] = ['booked', 'checked_in']

/** The form that is open: for which days, how much of each, and for what form of telework. */
interface OpenForm {
  days: string[]
  part: Part
  form: Form
}

interface PlanScreenProps {
  /** The first day shown. */
  monday: string
  onWeek: (monday: string) => void
}

/** 予定: two weeks of mine, planned in place. */
export function PlanScreen({ monday, onWeek }: PlanScreenProps) {
  const { t } = useTranslation(['plan', 'calendar'])
  const words = useProblemWords()
  const navigate = useNavigate()
  const { today } = useMe()
  const to = lastShown(monday)
  const days = useQuery(myDaysOptions(monday, to))
  const bookings = useQuery(bookingsOptions(monday, to)).data?.results ?? []
  const usual = usualDesk(useQuery(latestBookingsOptions(today)).data?.results ?? [])
  const shifts = useQuery(shiftsOptions()).data ?? []
  const bookingsOf = (day: string) => bookings.filter((one) => one.day === day && LIVE.includes(one.state))
  const planning = usePlanning({ from: monday, to, usual, bookingsOf })
  const dropping = useDropping()
  const requestOf = useRequestOf()
  const instead = useInsteadOfTelework()
  const proposing = useCalendarProposals(today)
  const eventsOf = useCityEvents(monday, to)
  const [form, setForm] = useState<OpenForm | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null)
  const [dialog, setDialog] = useState<'usual' | null>(null)

  const choose = (plan: PlanDay, half: Half, choice: MenuChoice, part: Part) => {
    setForm(null)
    switch (choice) {
      case 'usualDesk':
      case 'nearDesk':
      case 'anyDesk':
        planning.choose(plan, part, { kind: 'desk', how: HOW[choice] })
        break
      case 'map':
        void navigate({ to: '/book', search: { day: plan.day, part } })
        break
      case 'office':
      case 'trip':
      case 'leave':
      case 'usual':
        planning.choose(plan, part, { kind: 'word', place: choice })
        break
      case 'home':
      case 'satellite':
        planning.forget()
        setForm({ days: [plan.day], part, form: choice })
        break
      case 'giveUp':
        planning.giveUp(plan, held(plan, half, part))
        break
      case 'openRequest':
      case 'dropRequest': {
        const state = halfState(plan, half)
        const id = state && 'request' in state ? state.request : null
        if (id === null) break
        if (choice === 'openRequest') openRequest(id, state && 'state' in state ? state.state : null)
        else requestOf(id).then(dropping.ask, () => undefined)
      }
    }
  }
  const openRequest = (id: number, state: string | null) =>
    state === 'returned' || state === 'draft'
      ? void navigate({ to: '/telework', search: { request: id } })
      : void navigate({ to: '/telework/$id', params: { id: String(id) } })
  const shiftHours = shifts.map((one) => ({ code: one.code, hours: timeRange(one.starts_at, one.ends_at) }))
  const close = () => {
    // The form goes away with the focus in it: the keyboard goes on at its day.
    const day = form?.days[0]
    setForm(null)
    requestAnimationFrame(() =>
      document.getElementById(`plan-${day}`)?.querySelector('button')?.focus({ preventScroll: true }),
    )
  }
  const many = ticked && form && form.days.length > 1
  const requestHere = form && (
    <RequestHere
      key={form.days.join()}
      {...form}
      today={today}
      shifts={shiftHours}
      deskOf={(id) => bookings.find((one) => one.id === id)?.desk.code}
      onDone={() => {
        close()
        setTicked(null)
      }}
      onClose={close}
    />
  )
  return (
    <div className="flex max-w-280 flex-col gap-6">
      <div>
        <PageHeading>{t('title')}</PageHeading>
        <p className="mt-1 text-quiet">{t('lead')}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <WeekStepper monday={monday} today={today} onWeek={onWeek} />
        <Button onPress={() => setDialog('usual')}>{t('usualWeek.open')}</Button>
        <Button
          kind="quiet"
          onPress={() => {
            setForm(null)
            setTicked(ticked ? null : new Set())
          }}
        >
          {t(ticked ? 'many.close' : 'many.open')}
        </Button>
        <Link to="/telework" className={`${linkLook} inline-flex min-h-11 items-center px-1`}>
          {t('requests')}
        </Link>
        <Link to="/calendar" className={`${linkLook} inline-flex min-h-11 items-center px-1`}>
          {t('calendar:title')}
        </Link>
      </div>
      <ProposalStrip proposing={proposing} />
      {ticked && (
        <ManyBar
          count={ticked.size}
          onRequest={() => setForm({ days: [...ticked].sort(), part: 'full', form: 'home' })}
          onPlace={(place) => {
            const plans = days.data?.days.filter(({ day }) => ticked.has(day)) ?? []
            planning.chooseMany(plans, place)
            setTicked(null)
          }}
        />
      )}
      {many && requestHere}
      {days.isPending && <SkeletonLines lines={10} className="h-12" />}
      {days.isError && (
        <ErrorState title={words(days.error).title} onRetry={() => void days.refetch()}>
          {t('failed')}
        </ErrorState>
      )}
      {days.data && (
        <PlanWeeks
          days={days.data.days}
          today={today}
          usual={usual}
          shifts={shifts}
          busy={planning.busy}
          ticked={ticked}
          eventsOf={eventsOf}
          offerFor={({ day }, half) => {
            const proposal = proposedIn(proposing.all, day, half)
            return (
              proposal && {
                said: t('calendar:proposals.mark', { kind: t(`calendar:proposals.kind.${proposal.kind}`) }),
                mark: <ProposalMark proposal={proposal} />,
                answer: (close) => (
                  <ProposalHere proposal={proposal} proposing={proposing} onChosen={close} />
                ),
              }
            )
          }}
          onChoose={choose}
          onShift={planning.setShift}
          onTick={(day, on) =>
            setTicked(
              (now) => new Set(on ? [...(now ?? []), day] : [...(now ?? [])].filter((one) => one !== day)),
            )
          }
          weekActions={(week) =>
            addDays(week, LAST_WEEKDAY) >= today && <CopyWeek toWeek={week} from={monday} to={to} />
          }
          below={(plan) => (
            <>
              {planning.refused?.plan.day === plan.day && (
                <RefusedHere
                  refused={planning.refused}
                  busy={instead.busy}
                  onStopTelework={(request) =>
                    planning.refused &&
                    instead.take(request, () => {
                      const again = planning.refused
                      if (again) planning.choose(again.plan, again.part, again.choice)
                    })
                  }
                  onClose={planning.forget}
                />
              )}
              {!many && form?.days[0] === plan.day && requestHere}
            </>
          )}
        />
      )}
      <LetGoDialog asked={planning.asked} onAnswer={planning.answer} />
      <LetGoDialog asked={proposing.asked} onAnswer={proposing.answer} />
      <DropDialog dropping={dropping} />
      <UsualWeek
        open={dialog === 'usual'}
        from={today > monday ? today : monday}
        shifts={shifts}
        onClose={() => setDialog(null)}
      />
    </div>
  )
}

const LAST_WEEKDAY = 4
const HOW = { usualDesk: 'usual', nearDesk: 'near', anyDesk: 'any' } as const

/** The bookings behind a part of a day. */
function held(plan: PlanDay, half: Half, part: Part): number[] {
  const halves = part === 'full' ? [plan.am, plan.pm] : [plan[half]]
  const ids = halves.flatMap((one) => (one?.booking == null ? [] : [one.booking]))
  return [...new Set(ids)]
}
