import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#/api/me'
import { dropOf } from '#/api/telework'
import { useProblemWords } from '#/api/useProblemWords'
import { DropDialog } from '#/features/telework/DropDialog'
import { requestOptions, type TeleworkRequest } from '#/features/telework/queries'
import { ReportDecision } from '#/features/telework/ReportDecision'
import { ReportForm } from '#/features/telework/ReportForm'
import { ReportRead } from '#/features/telework/ReportRead'
import { RequestFacts } from '#/features/telework/RequestFacts'
import { SoFar } from '#/features/telework/StartCard'
import { StateTag } from '#/features/telework/StateTag'
import { StepLine } from '#/features/telework/StepLine'
import { useDropping } from '#/features/telework/useDropping'
import { WorkButtons } from '#/features/telework/WorkButtons'
import { useWorkStep, workOptions } from '#/features/telework/work'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { buttonLook, linkLook } from '#/ui/button-look'
import { Card } from '#/ui/Card'
import { ErrorState } from '#/ui/ErrorState'
import { Notice } from '#/ui/Notice'
import { PageHeading } from '#/ui/PageHeading'
import { SectionHeading } from '#/ui/SectionHeading'
import { SkeletonLines } from '#/ui/Skeleton'

const MINUTE_MS = 60_000

/** One telework day: how far it is, its next step, its report, and who decided. */
export function OneRequest({ id }: { id: number }) {
  const { t } = useTranslation('telework')
  const words = useProblemWords()
  const me = useMe()
  const asked = useQuery({ ...requestOptions(id), refetchInterval: MINUTE_MS })
  if (asked.isPending) return <SkeletonLines lines={5} className="h-14" />
  if (!asked.data) {
    return (
      <ErrorState
        title={t('one.failed')}
        onRetry={() => void asked.refetch()}
        way={
          <Link to="/telework" className={linkLook}>
            {t('one.back')}
          </Link>
        }
      >
        {words(asked.error).title}
      </ErrorState>
    )
  }
  return <Shown request={asked.data} mine={asked.data.person.id === me.person?.id} />
}

function Shown({ request, mine }: { request: TeleworkRequest; mine: boolean }) {
  const { t } = useTranslation('telework')
  const language = useLanguage()
  const dropping = useDropping()
  const { day, form, unit, state, may } = request
  const dropped = mine ? dropOf(request) : null
  return (
    <div className="flex max-w-300 flex-col gap-6">
      <div>
        <Link
          to={mine ? '/telework' : '/approvals'}
          className={`${linkLook} inline-flex min-h-11 items-center`}
        >
          {t(mine ? 'one.back' : 'one.backToApprovals')}
        </Link>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <PageHeading>
            {`${mine ? '' : `${request.person.name} `}${dayName(day, language)} ${t(`form.${form}`)} ${t(`unit.${unit}`)}`}
          </PageHeading>
          <StateTag state={state} />
        </div>
      </div>
      <StepLine state={state} />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_24rem] xl:items-start">
        <div className="flex min-w-0 flex-col gap-6">
          {mine && <TheDay request={request} />}
          <TheReport key={request.version} request={request} />
          {may.includes('approve') && (
            <Notice>
              <p className="mb-2">{t('one.waitsForYou')}</p>
              <Link to="/approvals" className={buttonLook('primary')}>
                {t('one.decide')}
              </Link>
            </Notice>
          )}
          {(may.includes('edit') || dropped) && (
            <div className="flex flex-wrap gap-2">
              {may.includes('edit') && (
                <Link to="/telework" search={{ request: request.id }} className={buttonLook('secondary')}>
                  {t(state === 'returned' ? 'act.mend' : 'act.goOn')}
                </Link>
              )}
              {dropped && (
                <Button kind="quiet" onPress={() => dropping.ask(request)}>
                  {t(dropped === 'cancel' ? 'drop.cancel' : 'drop.withdraw')}
                </Button>
              )}
            </div>
          )}
        </div>
        <RequestFacts request={request} />
      </div>
      <DropDialog dropping={dropping} />
    </div>
  )
}

/** The steps of the day itself, while there are any. */
function TheDay({ request }: { request: TeleworkRequest }) {
  const { t } = useTranslation('telework')
  const words = useProblemWords()
  const language = useLanguage()
  const step = useWorkStep()
  const { id, state, may, day } = request
  const steps = may.some((one) => ['start', 'pause', 'resume', 'end'].includes(one))
  if (!steps && state !== 'approved') return null
  const problem = step.isError ? words(step.error) : null
  return (
    <Card label={t('work.card')}>
      <div className="flex flex-col gap-3">
        <SoFar request={request} />
        {!steps && <p>{t('work.onTheDay', { day: dayName(day, language) })}</p>}
        {problem && (
          <Notice tone="warn">
            <p className="font-bold">{problem.title}</p>
            {problem.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Notice>
        )}
        <WorkButtons
          may={may}
          busy={step.isPending ? step.variables.step : null}
          onStep={(wanted) => step.mutate({ id, step: wanted })}
        />
      </div>
    </Card>
  )
}

/** The report: to write, to read, to confirm. */
function TheReport({ request }: { request: TeleworkRequest }) {
  const { t } = useTranslation('telework')
  const words = useProblemWords()
  const language = useLanguage()
  const heading = useRef<HTMLDivElement>(null)
  const { may, report, report_due, state } = request
  const writes = may.includes('report')
  const work = useQuery({ ...workOptions(request.id), enabled: writes || report !== null })
  if (!writes && !report) return null
  return (
    <section
      ref={heading}
      tabIndex={-1}
      aria-labelledby="the-report"
      className="flex flex-col gap-4 outline-none"
    >
      <SectionHeading
        id="the-report"
        note={
          writes && report_due && state === 'ended' && t('reportDue', { day: dayName(report_due, language) })
        }
      >
        {t('report.title')}
      </SectionHeading>
      {work.isPending && <SkeletonLines lines={4} />}
      {work.isError && <ErrorState title={words(work.error).title} onRetry={() => void work.refetch()} />}
      {work.data && writes && <ReportForm request={request} work={work.data} onReported={() => undefined} />}
      {work.data && report && !writes && <ReportRead report={report} work={work.data} />}
      {work.data && report && may.includes('confirm') && (
        <ReportDecision request={request} onDone={() => heading.current?.focus()} />
      )}
    </section>
  )
}
