import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dropOf } from '#/api/telework'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import type { TeleworkRequest } from './queries'
import { requestGroups } from './request-groups'
import { StateTag } from './StateTag'

interface MyRequestsProps {
  requests: readonly TeleworkRequest[]
  today: string
  onDrop: (request: TeleworkRequest) => void
  /** The form of a request that is being mended, where it stands. */
  below: (request: TeleworkRequest) => ReactNode
}

/** My requests by what is next. */
export function MyRequests({ requests, today, ...row }: MyRequestsProps) {
  const { t } = useTranslation('telework')
  return (
    <div className="flex flex-col gap-8">
      {requestGroups(requests, today).map(({ name, requests: found }) => (
        <section key={name} aria-labelledby={`requests-${name}`}>
          <h2 id={`requests-${name}`} className="mb-2 text-xl font-bold">
            {t(`group.${name}`)}
            <span className="ms-2 text-base font-normal text-quiet">
              {t('countOf', { count: found.length })}
            </span>
          </h2>
          <ul className="border-t border-solid-gray-420">
            {found.map((request) => (
              <RequestRow key={request.id} request={request} {...row} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function RequestRow({
  request,
  onDrop,
  below,
}: { request: TeleworkRequest } & Pick<MyRequestsProps, 'onDrop' | 'below'>) {
  const { t } = useTranslation('telework')
  const language = useLanguage()
  const { id, day, unit, form, state, start, end, comment, decided_by, report_due, may } = request
  const dropping = dropOf(request)
  const editable = may.includes('edit')
  return (
    <li className="border-b border-hair py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <div className="flex min-w-64 grow flex-wrap items-center gap-x-3">
          <Link
            to="/telework/$id"
            params={{ id: String(id) }}
            className={`${linkLook} inline-flex min-h-11 items-center font-bold whitespace-nowrap`}
          >
            {dayName(day, language)}
          </Link>
          <span className="whitespace-nowrap">
            {t(`form.${form}`)} {unit === 'hours' ? timeRange(start, end) : t(`unit.${unit}`)}
          </span>
          <StateTag state={state} />
        </div>
        <div className="flex flex-wrap gap-2">
          {editable && (
            <Link
              to="/telework"
              search={{ request: id }}
              resetScroll={false}
              className={`${linkLook} inline-flex min-h-11 items-center px-2`}
            >
              {t(state === 'returned' ? 'act.mend' : 'act.goOn')}
            </Link>
          )}
          {may.includes('report') && (
            <Link
              to="/telework/$id"
              params={{ id: String(id) }}
              className={`${linkLook} inline-flex min-h-11 items-center px-2`}
            >
              {t('act.report')}
            </Link>
          )}
          {dropping && (
            <Button kind="link" onPress={() => onDrop(request)}>
              {t(dropping === 'cancel' ? 'drop.cancel' : 'drop.withdraw')}
            </Button>
          )}
        </div>
      </div>
      {comment && (
        <p className="text-sm">
          <span className="text-quiet">
            {decided_by ? t('commentOf', { who: decided_by.name }) : t('comment')}
          </span>{' '}
          {comment}
        </p>
      )}
      {report_due && state === 'ended' && (
        <p className="text-sm text-warn-text">{t('reportDue', { day: dayName(report_due, language) })}</p>
      )}
      {below(request)}
    </li>
  )
}
