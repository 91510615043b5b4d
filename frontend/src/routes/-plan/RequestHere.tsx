import { useQuery } from '@tanstack/react-query'
import type { Part } from '#/features/plan/queries'
import { type Form, myRegistrationOptions, myRequestsOptions } from '#/features/telework/queries'
import { RequestForm } from '#/features/telework/RequestForm'
import { firstWish, lastSent, type ShiftHours } from '#/features/telework/wish'
import { addDays } from '#/lib/dates'
import { SkeletonLines } from '#/ui/Skeleton'

/** How far around today the last request is looked for, in days. */
const AROUND = 92

interface RequestHereProps {
  days: string[]
  part: Part
  form: Form
  today: string
  shifts: readonly ShiftHours[]
  deskOf: (booking: number) => string | undefined
  onDone: () => void
  onClose: () => void
}

/** The form of a request under its day, filled from the registration and the last request. */
export function RequestHere({ days, part, form, today, ...on }: RequestHereProps) {
  const registration = useQuery(myRegistrationOptions())
  const requests = useQuery(myRequestsOptions(addDays(today, -AROUND), addDays(today, AROUND)))
  if (registration.isPending || requests.isPending)
    return (
      <div className="my-3">
        <SkeletonLines lines={4} />
      </div>
    )
  const first = firstWish(
    form,
    part,
    lastSent(requests.data?.results ?? []),
    registration.data?.registration ?? null,
  )
  return (
    <div className="my-3 rounded-8 border border-edge p-4 rail:p-5">
      <RequestForm days={days} today={today} first={first} {...on} />
    </div>
  )
}
