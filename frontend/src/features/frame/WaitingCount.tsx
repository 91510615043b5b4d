import { lazy, Suspense } from 'react'

const ApprovalsBadge = lazy(async () => ({ default: (await import('./ApprovalsBadge')).ApprovalsBadge }))

/** The count beside a screen that has one; it comes after the screen. */
export function WaitingCount({ to, className }: { to: string; className: string }) {
  if (to !== '/approvals') return null
  return (
    <Suspense fallback={null}>
      <ApprovalsBadge className={className} />
    </Suspense>
  )
}
