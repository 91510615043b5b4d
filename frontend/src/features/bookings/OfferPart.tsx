import { useTranslation } from 'react-i18next'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { CheckIcon, SwapIcon } from '#/ui/icons'
import type { Booking, Offer } from './offer'
import { RefusalNote } from './RefusalNote'
import type { Asked } from './search'
import type { WhyAsked } from './WhyList'
import { askedWords, bookingWords } from './words'

export interface OfferEvents {
  onBook: () => void
  onChange: (giveUp: Booking) => void
  onCheckInHere: () => void
  onStep: (booking: Booking, step: 'cancel' | 'check-in' | 'check-out') => void
  onInstead: (desk: number, floor: number | undefined) => void
}

interface OfferPartProps extends OfferEvents {
  offer: Offer
  day: string
  asked: Asked
  /** The desk can also be sat down at now, without a booking. */
  walkUp: boolean
  busy: boolean
  /** What was asked for, to look at everything in the way. */
  why?: WhyAsked | undefined
}

/** What can be done with the desk, what it would change, and if nothing can be done, why. */
export function OfferPart({ offer, day, asked, walkUp, busy, why, ...on }: OfferPartProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  switch (offer.kind) {
    case 'book':
      return (
        <>
          <Button kind="primary" size="big" className="w-full" busy={busy} onPress={on.onBook}>
            {t('desk.book', { part: askedWords(t, asked) })}
          </Button>
          {walkUp && (
            <WalkUp busy={busy} lead={t('desk.walkUpFreeLead')} kind="secondary" onPress={on.onCheckInHere} />
          )}
        </>
      )
    case 'change': {
      const { giveUp } = offer
      const said = {
        code: giveUp.desk.code,
        part: bookingWords(t, giveUp),
        day: dayName(giveUp.day, language),
      }
      return (
        <>
          <p className="flex items-start gap-3 rounded-8 bg-solid-gray-50 p-4 text-sm">
            <SwapIcon size={22} />
            <span>{t(giveUp.day === day ? 'desk.willRelease' : 'desk.willReleaseOther', said)}</span>
          </p>
          <Button
            kind="primary"
            size="big"
            className="w-full"
            busy={busy}
            onPress={() => on.onChange(giveUp)}
          >
            {t('desk.change')}
          </Button>
        </>
      )
    }
    case 'mine':
      return <MineActions offer={offer} asked={asked} busy={busy} {...on} />
    case 'walk_up':
      return <WalkUp busy={busy} lead={t('desk.walkUpLead')} kind="primary" onPress={on.onCheckInHere} />
    case 'refused':
      return (
        <RefusalNote
          refusal={offer.refusal}
          title={t('desk.refusedTitle')}
          onInstead={on.onInstead}
          onFreed={on.onBook}
          why={why}
        />
      )
  }
}

interface MineActionsProps extends OfferEvents {
  offer: Extract<Offer, { kind: 'mine' }>
  asked: Asked
  busy: boolean
}

/** My own desk: check in or out, change its hours to those asked for, give it up. */
function MineActions({ offer, asked, busy, onChange, onStep }: MineActionsProps) {
  const { t } = useTranslation()
  const { booking, retime } = offer
  const now = askedWords(t, asked)
  const may = new Set(booking.may)
  return (
    <>
      {retime && (
        <>
          <p className="flex items-start gap-3 rounded-8 bg-solid-gray-50 p-4 text-sm">
            <SwapIcon size={22} />
            <span>{t('desk.willRetime', { part: bookingWords(t, booking), to: now })}</span>
          </p>
          <Button kind="primary" size="big" className="w-full" busy={busy} onPress={() => onChange(booking)}>
            {t('desk.retime', { part: now })}
          </Button>
        </>
      )}
      {may.has('check_in') && (
        <Button
          kind={retime ? 'secondary' : 'primary'}
          size="big"
          className="w-full"
          busy={busy}
          icon={<CheckIcon />}
          onPress={() => onStep(booking, 'check-in')}
        >
          {t('booking.checkIn')}
        </Button>
      )}
      {may.has('check_out') && (
        <Button
          kind="secondary"
          size="primary"
          className="w-full"
          busy={busy}
          onPress={() => onStep(booking, 'check-out')}
        >
          {t('booking.checkOut')}
        </Button>
      )}
      {may.has('cancel') && (
        <Button kind="link" className="w-full" isDisabled={busy} onPress={() => onStep(booking, 'cancel')}>
          {t('booking.giveUp')}
        </Button>
      )}
    </>
  )
}

interface WalkUpProps {
  lead: string
  kind: 'primary' | 'secondary'
  busy: boolean
  onPress: () => void
}

function WalkUp({ lead, kind, busy, onPress }: WalkUpProps) {
  const { t } = useTranslation()
  return (
    <>
      <p className="text-sm text-quiet">{lead}</p>
      <Button
        kind={kind}
        size={kind === 'primary' ? 'big' : 'primary'}
        className="w-full"
        busy={busy}
        icon={<CheckIcon />}
        onPress={onPress}
      >
        {t('desk.page.checkInWalkUp')}
      </Button>
    </>
  )
}
