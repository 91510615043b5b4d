import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { refusalWords } from '#/api/refusal-words'
import { deskElsewhere, deskNow } from '#/features/bookings/desk-now'
import type { DeskDay, Problem } from '#/features/bookings/offer'
import { RefusalNote, Why } from '#/features/bookings/RefusalNote'
import { useBookingStep, useDeskCheckIn } from '#/features/bookings/useBookings'
import { DeskGlyph } from '#/features/floor-map/DeskGlyph'
import { deskState } from '#/features/floor-map/desk-state'
import { stateWord } from '#/features/floor-map/desk-words'
import { cityTime } from '#/lib/city-time'
import { Button } from '#/ui/Button'
import { buttonLook } from '#/ui/button-look'
import { Card } from '#/ui/Card'
import { CheckIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { showToast } from '#/ui/toasts'

/** The day's answer is for all of it. */
export const FULL = { part: 'full' } as const
/** The desk is not to be had now: something stands in the way that can be asked about. */
const AWAY: ReadonlySet<string> = new Set(['taken', 'closed', 'shut'])

/** Now: who has the desk, until when, and the one press that fits. */
export function DeskNowPart({ day, today }: { day: DeskDay; today: string }) {
  const { t } = useTranslation()
  const checkIn = useDeskCheckIn()
  const step = useBookingStep()
  const [refused, setRefused] = useState<Problem | null>(null)
  const now = deskNow(day, Date.now())
  const elsewhere = deskElsewhere(day, Date.now())
  const code = day.desk.code
  const why = { desk: day.desk.id, day: today, asked: FULL }
  const busy = checkIn.isPending || step.isPending

  const onError = (error: unknown) =>
    setRefused(
      error instanceof ApiProblem
        ? error.problem
        : { type: 'about:blank', title: '', status: 0, code: 'our_fault' },
    )
  const sitDown = () => {
    setRefused(null)
    checkIn.mutate(day.desk.id, {
      onError,
      onSuccess: (booking) =>
        showToast({
          tone: 'done',
          words: t('desk.page.checkedIn', { code: booking.desk.code, time: cityTime(booking.end) }),
        }),
    })
  }
  const leave = (booking: number) => {
    setRefused(null)
    step.mutate(
      { booking, step: 'check-out' },
      { onError, onSuccess: () => showToast({ tone: 'done', words: t('desk.page.checkedOut') }) },
    )
  }

  return (
    <Card label={t('desk.page.now')} className="flex flex-col gap-4">
      {now.kind === 'sitting' && (
        <>
          <Said desk={day.desk} state="mine">
            {t('desk.page.sitting', { time: cityTime(now.booking.end) })}
          </Said>
          {now.booking.may.includes('check_out') && (
            <Button size="big" busy={busy} onPress={() => leave(now.booking.id)}>
              {t('desk.page.leave')}
            </Button>
          )}
        </>
      )}
      {now.kind === 'mine' && (
        <>
          <Said desk={day.desk} state="mine">
            {t('desk.page.mineFrom', { from: cityTime(now.booking.start), to: cityTime(now.booking.end) })}
          </Said>
          {now.open ? (
            <Button kind="primary" size="big" busy={busy} icon={<CheckIcon />} onPress={sitDown}>
              {t('desk.page.checkInMine')}
            </Button>
          ) : (
            now.booking.check_in_from && (
              <p>{t('desk.page.checkInFrom', { time: cityTime(now.booking.check_in_from) })}</p>
            )
          )}
        </>
      )}
      {now.kind === 'taken' && (
        <Said desk={day.desk} state={now.held.state === 'offered' ? 'offered' : 'taken'}>
          {now.held.state === 'offered'
            ? t('desk.state.offered')
            : t('desk.page.inUse', {
                who: now.held.holder
                  ? t('desk.holder', { name: now.held.holder.name, department: now.held.holder.department })
                  : t('desk.page.hiddenUser'),
                time: cityTime(now.held.end),
              })}
        </Said>
      )}
      {now.kind === 'closed' && (
        <Said desk={day.desk} state="closed">
          {t('desk.closedBecause', { reason: now.held.reason ?? '' })}
        </Said>
      )}
      {now.kind === 'walk_up' && (
        <>
          <Said desk={day.desk} state={day.desk.mode === 'drop_in' ? 'drop_in' : 'free'}>
            {t(now.next ? 'desk.page.nextAt' : 'desk.page.untilEnd', { time: cityTime(now.until) })}
          </Said>
          {elsewhere ? (
            <Notice>{t('desk.page.elsewhere', { code: elsewhere.desk.code })}</Notice>
          ) : (
            <Button kind="primary" size="big" busy={busy} icon={<CheckIcon />} onPress={sitDown}>
              {t('desk.page.checkInWalkUp')}
            </Button>
          )}
        </>
      )}
      {now.kind === 'shut' && (
        <>
          <Said desk={day.desk} state={day.state}>
            {null}
          </Said>
          {day.answer.refusal && <p>{refusalWords(t, day.answer.refusal.code)}</p>}
        </>
      )}
      {refused ? (
        <RefusalNote
          refusal={refused}
          title={t('refused.failed')}
          onInstead={() => undefined}
          why={why}
          alert
        />
      ) : (
        day.answer.refusal && AWAY.has(now.kind) && <Why {...why} />
      )}
      <Link
        to="/book"
        search={{ desk: day.desk.id, floor: day.floor.id }}
        className={`${buttonLook('secondary', 'primary')} ${now.kind === 'walk_up' && elsewhere ? 'font-bold' : ''}`}
      >
        {t(day.desk.mode === 'bookable' ? 'desk.page.bookNow' : 'desk.page.onMap', { code })}
      </Link>
    </Card>
  )
}

/** The desk's mark, its word, and what follows from it. */
function Said({
  desk,
  state,
  children,
}: {
  desk: DeskDay['desk']
  state: DeskDay['state']
  children: ReactNode
}) {
  const { t } = useTranslation()
  const drawn = deskState(desk, { desk: desk.id, state })
  return (
    <p className="flex items-start gap-3 text-lg">
      <DeskGlyph state={drawn} />
      <span>
        <b className="block">{stateWord(t, drawn)}</b>
        {children}
      </span>
    </p>
  )
}
