import { useTranslation } from 'react-i18next'

/** The grey shape of what is to come; it shows only after 300 ms and keeps its place. */
export function Skeleton({ className = 'h-6 w-full' }: { className?: string }) {
  return <div aria-hidden="true" className={`after-a-moment rounded-8 bg-solid-gray-50 ${className}`} />
}

/** Skeletons in place of a part of a page, said once to a screen reader. */
export function SkeletonLines({ lines = 3, className = 'h-11' }: { lines?: number; className?: string }) {
  const { t } = useTranslation()
  return (
    <div role="status" className="flex flex-col gap-2">
      <span className="sr-only">{t('app.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <Skeleton key={line} className={className} />
      ))}
    </div>
  )
}
