import { useProblemWords } from '#/api/useProblemWords'
import { ErrorState } from '#/ui/ErrorState'
import { PageHeading } from '#/ui/PageHeading'
import { BackLink } from './BackLink'

interface NotReadProps {
  title: string
  /** The question that failed. */
  asked: { error: unknown; refetch: () => unknown }
}

/** In place of a page of planning that could not be read: why, once more, and the way back. */
export function NotRead({ title, asked }: NotReadProps) {
  const words = useProblemWords()
  return (
    <div className="flex flex-col gap-4">
      <PageHeading>{title}</PageHeading>
      <ErrorState title={words(asked.error).title} onRetry={() => void asked.refetch()} way={<BackLink />} />
    </div>
  )
}
