import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bookingsOfDayOptions } from '#/api/bookings'
import { useMe } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { shiftsOptions } from '#/features/plan/queries'
import { DropDialog } from '#/features/telework/DropDialog'
import { MyRequests } from '#/features/telework/MyRequests'
import { myRegistrationOptions, myRequestsOptions, type TeleworkRequest } from '#/features/telework/queries'
import { RegistrationLine } from '#/features/telework/RegistrationLine'
import { RequestForm } from '#/features/telework/RequestForm'
import { useDropping } from '#/features/telework/useDropping'
import { type ShiftHours, wishOf } from '#/features/telework/wish'
import { addDays, timeRange } from '#/lib/dates'
import { Button } from '#/ui/Button'
import { buttonLook, linkLook } from '#/ui/button-look'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { HomeIcon, PlanIcon } from '#/ui/icons'
import { PageHeading } from '#/ui/PageHeading'
import { SkeletonLines } from '#/ui/Skeleton'

/** Days looked back at first, and how many more at each press; days looked ahead. */
const BACK = 35
const FURTHER = 90
const AHEAD = 184

interface MyTeleworkProps {
  /** The request whose form is open. */
  mending: number | undefined
  onMended: () => void
}

/** わたしのテレワーク: my registration, and my requests by what is next. */
export function MyTelework({ mending, onMended }: MyTeleworkProps) {
  const { t } = useTranslation('telework')
  const words = useProblemWords()
  const { today } = useMe()
  const [back, setBack] = useState(BACK)
  const registration = useQuery(myRegistrationOptions())
  const requests = useQuery({
    ...myRequestsOptions(addDays(today, -back), addDays(today, AHEAD)),
    placeholderData: (before) => before,
  })
  const shifts = useQuery(shiftsOptions()).data ?? []
  const dropping = useDropping()
  const hours = shifts.map((one) => ({ code: one.code, hours: timeRange(one.starts_at, one.ends_at) }))
  const found = requests.data?.results ?? []
  return (
    <div className="flex max-w-240 flex-col gap-6">
      <div>
        <PageHeading>{t('title')}</PageHeading>
        <p className="mt-1 text-quiet">{t('lead')}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Link to="/plan" className={buttonLook('primary')}>
          <PlanIcon size={20} />
          {t('newRequest')}
        </Link>
        <Link to="/record" className={`${linkLook} inline-flex min-h-11 items-center`}>
          {t('record')}
        </Link>
      </div>
      {registration.data && <RegistrationLine mine={registration.data} />}
      {requests.isPending && <SkeletonLines lines={5} />}
      {requests.isError && (
        <ErrorState title={words(requests.error).title} onRetry={() => void requests.refetch()} />
      )}
      {requests.data && found.length === 0 && (
        <EmptyState
          icon={<HomeIcon />}
          title={t('empty.title')}
          action={
            <Link to="/plan" className={buttonLook('secondary')}>
              {t('empty.action')}
            </Link>
          }
        >
          {t('empty.lead')}
        </EmptyState>
      )}
      <MyRequests
        requests={found}
        today={today}
        onDrop={dropping.ask}
        below={(request) =>
          request.id === mending && (
            <Mending request={request} today={today} shifts={hours} onMended={onMended} />
          )
        }
      />
      {requests.data && (
        <div>
          <Button kind="link" busy={requests.isPlaceholderData} onPress={() => setBack(back + FURTHER)}>
            {t('more')}
          </Button>
        </div>
      )}
      <DropDialog dropping={dropping} />
    </div>
  )
}

interface MendingProps {
  request: TeleworkRequest
  today: string
  shifts: readonly ShiftHours[]
  onMended: () => void
}

function Mending({ request, today, shifts, onMended }: MendingProps) {
  const bookings = useQuery(bookingsOfDayOptions(request.day)).data?.results ?? []
  return (
    <div className="my-3 rounded-8 border border-edge p-4 rail:p-5">
      <RequestForm
        key={request.version}
        days={[request.day]}
        today={today}
        first={wishOf(request)}
        request={request}
        shifts={shifts}
        deskOf={(id) => bookings.find((one) => one.id === id)?.desk.code}
        onDone={onMended}
        onClose={onMended}
      />
    </div>
  )
}
