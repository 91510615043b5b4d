import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { Button } from '#/ui/Button'
import { linkLook } from '#/ui/button-look'
import { PageHeading } from '#/ui/PageHeading'

type Kind = 'broken' | 'unreachable' | 'forbidden' | 'notFound'

const WORDS = {
  broken: ['error.title', 'error.lead'],
  unreachable: ['error.unreachableTitle', 'error.unreachableLead'],
  forbidden: ['error.forbiddenTitle', 'error.forbiddenLead'],
  notFound: ['error.notFoundTitle', 'error.notFoundLead'],
} as const

/** A screen that cannot be shown: what happened, what to do, a way back. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  const kind = kindOf(error)
  const [title, lead] = WORDS[kind]
  const reference = error instanceof ApiProblem ? error.problem.request_id : undefined
  const retry = kind === 'broken' || kind === 'unreachable' ? onRetry : undefined
  return (
    <div className="flex max-w-160 flex-col items-start gap-4">
      <PageHeading>{t(title)}</PageHeading>
      <div role={retry ? 'alert' : undefined}>
        <p>{t(lead)}</p>
        {reference && <p className="mt-2 text-sm text-quiet">{t('error.number', { id: reference })}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-6">
        {retry && (
          <Button kind="primary" size="primary" onPress={retry}>
            {t('error.again')}
          </Button>
        )}
        <Link to="/" className={`${linkLook} inline-flex min-h-11 items-center`}>
          {t('error.home')}
        </Link>
      </div>
    </div>
  )
}

export function NotFound() {
  return <Trouble error={new ApiProblem({ status: 404, code: 'not_found' })} />
}

function kindOf(error: unknown): Kind {
  if (!(error instanceof ApiProblem)) return 'broken'
  if (error.status === 0) return 'unreachable'
  if (error.status === 403) return 'forbidden'
  return error.status === 404 ? 'notFound' : 'broken'
}
