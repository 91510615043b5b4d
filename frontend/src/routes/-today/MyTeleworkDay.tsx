import { useQuery } from '@tanstack/react-query'
import { useProblemWords } from '#/api/useProblemWords'
import { myRequestsOptions, type TeleworkRequest } from '#/features/telework/queries'
import { StartCard } from '#/features/telework/StartCard'
import { useWorkStep } from '#/features/telework/work'
import { Skeleton } from '#/ui/Skeleton'

const POLL_MS = 60_000
/** Those that hold a part of the day. */
const HOLDING: readonly string[] = ['approved', 'started', 'paused', 'ended', 'reported', 'confirmed']

/** The telework of my day: start, pause, end, and then the report. */
export function MyTeleworkDay({ day }: { day: string }) {
  const found = useQuery({ ...myRequestsOptions(day, day), refetchInterval: POLL_MS })
  if (found.isPending) return <Skeleton className="h-40 rounded-12" />
  const requests = found.data?.results.filter(({ state }) => HOLDING.includes(state)) ?? []
  return requests.map((request) => <Day key={request.id} request={request} />)
}

function Day({ request }: { request: TeleworkRequest }) {
  const words = useProblemWords()
  const step = useWorkStep()
  return (
    <StartCard
      request={request}
      busy={step.isPending ? step.variables.step : null}
      problem={step.error ? words(step.error).title : null}
      onStep={(next) => step.mutate({ id: request.id, step: next })}
    />
  )
}
