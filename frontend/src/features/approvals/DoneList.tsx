import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { SkeletonLines } from '#/ui/Skeleton'
import { Tag, type TagTone } from '#/ui/Tag'
import { DoneRegistrations } from './DoneRegistrations'
import { approvalsOptions, sectionRegistrationsOptions } from './queries'
import { ReasonDialog } from './ReasonDialog'
import { Trouble } from './Said'
import { type RequestState, type Waiting, whoWaits } from './shapes'
import type { Deciding } from './useDeciding'
import { When } from './When'

const TONES: Partial<Record<RequestState, TagTone>> = {
  approved: 'free',
  confirmed: 'free',
  returned: 'warn',
  rejected: 'quiet',
  revoked: 'quiet',
  withdrawn: 'quiet',
  cancelled: 'quiet',
}

/** What was decided: as what, by whom, and the way to take an approval back. */
export function DoneList({ deciding }: { deciding: Deciding }) {
  const { t } = useTranslation(['approvals', 'telework'])
  const words = useProblemWords()
  const language = useLanguage()
  const done = useQuery(approvalsOptions('done'))
  const section = useQuery(sectionRegistrationsOptions())
  const [asking, setAsking] = useState<Waiting | null>(null)
  const [typed, setTyped] = useState('')
  if (done.isPending) return <SkeletonLines lines={3} className="h-20" />
  if (done.isError && !done.data)
    return <ErrorState title={words(done.error).title} onRetry={() => void done.refetch()} />
  const every = done.data.results
  const registrations = (section.data?.results ?? []).filter(({ decided_at }) => decided_at)
  if (every.length + registrations.length === 0) return <EmptyState title={t('approvals:empty.done')} />
  return (
    <>
      <ul aria-label={t('approvals:list.done')}>
        {every.map((approval) => {
          const { request } = approval
          const one = whoWaits.requests(approval)
          const trouble = deciding.troubleOf(one)
          return (
            <li
              key={request.id}
              className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b border-card py-4"
            >
              <div className="flex min-w-0 grow flex-col gap-1">
                <p className="flex flex-wrap items-center gap-3">
                  <b className="text-lg">{request.person.name}</b>
                  <Tag tone={TONES[request.state] ?? 'plain'}>{t(`telework:state.${request.state}`)}</Tag>
                </p>
                <When request={request} />
                {request.tasks && <p className="text-sm text-quiet">{request.tasks}</p>}
                <p className="text-sm text-quiet">
                  {request.decided_at && dayAndTime(request.decided_at, language)} {request.decided_by?.name}{' '}
                  {request.decided_for && t('approvals:decidedFor', { name: request.decided_for.name })}
                </p>
                {request.comment && <p className="max-w-[44em] text-sm">「{request.comment}」</p>}
                {trouble && (
                  <Trouble kind={one.kind} problem={trouble} onPutAside={() => deciding.forget(one)} />
                )}
              </div>
              {request.may.includes('revoke') && (
                <Button
                  kind="destructive"
                  aria-label={t('approvals:revokeOf', { name: request.person.name })}
                  onPress={() => setAsking(one)}
                >
                  {t('approvals:do.revoke')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <DoneRegistrations registrations={registrations} deciding={deciding} onRevoke={setAsking} />
      <ReasonDialog
        deed={asking ? 'revoke' : null}
        what={t('approvals:whose', { name: asking?.person.name })}
        busy={deciding.busy}
        error={asking ? deciding.failed : null}
        typed={typed}
        onType={setTyped}
        onClose={() => setAsking(null)}
        onSubmit={(comment) =>
          asking &&
          deciding.act({ deed: 'revoke', items: [asking], comment }, () => {
            setAsking(null)
            setTyped('')
          })
        }
      />
    </>
  )
}
